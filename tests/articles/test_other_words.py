"""What pages say around their exercises, in words of many kinds."""

import pytest

from psoas.articles.telling import position_over

BRIDGE = "Lie on your back and lift your hips. Hold for 5 seconds."


@pytest.mark.parametrize(
    "sentence",
    [
        "Left ankle goes on top of the right knee.",
        "Right arm over the head.",
        "One hand on the seat.",
        "Perch on the edge of a stool.",
        "Knees bent, lift your hips.",
    ],
)
def test_a_limb_and_where_it_goes_is_a_step(sentence, one):
    found = one(f"Seated stretch\n\nSit on a chair. {sentence} Hold for 20 seconds.")
    assert sentence in [step.say for step in found.steps]


@pytest.mark.parametrize(
    "sentence", ["One leg is longer than the other.", "The left leg hurts more at night."]
)
def test_a_limb_and_how_it_is_is_no_step(sentence, one):
    found = one(f"Seated stretch\n\n{sentence} Sit on a chair. Hold for 20 seconds.")
    assert sentence not in [step.say for step in found.steps]


def test_boxes_to_tick_with_letters_part_exercises(reading):
    text = (
        "Your sheet\n\n[ ] A. Bridge\nKnees bent. Lift your bottom off the bed. Hold 3 secs.\n\n"
        "[ ] B. Heel slides\nLie on your back. Slide one heel towards you.\n\n"
        "[ ] C. Double knee hug\nIn lying, bring both knees to your chest. Hold 10 secs.\n\n"
        "Do 5 of each and build to 10. Twice a day."
    )
    found = reading(text).exercises
    assert [one.name for one in found] == ["Bridge", "Heel slides", "Double knee hug"]
    assert {one.repetitions for one in found} == {(5, 10)}
    assert {one.times_per_day for one in found} == {(2, 2)}


def test_a_hand_on_the_belly_is_not_lying_on_it(one):
    assert one("Belly breathing\n\nOne hand on your tummy. Breathe in. 6 breaths.").position is None


def test_what_stands_below_a_list_is_no_step_of_its_last_line(reading):
    text = (
        "Hi Ann, here is what we did:\n\n"
        "- bridge: 2 x 10\n- clamshell: 3 x 12\n- bird dog: 8 each\n\n"
        "No running till I see you. And leave the foam roller off your back.\n"
    )
    found = reading(text)
    assert len(found.exercises[-1].steps) <= 1
    assert [one.name for one in found.avoid] == ["running", "foam roller"]


@pytest.mark.parametrize(
    ("said", "position"),
    [
        ("seated exercises", "seated_chair"),
        ("on your back", "supine"),
        ("part 2: standing", "standing"),
        ("all of these are done sitting, but the last two.", "seated_chair"),
        ("why sitting hurts", None),
        ("standing orders", None),
    ],
)
def test_words_over_a_group_say_its_position(said, position):
    found = position_over(said)
    assert (found.value if found else None) == position


def test_a_group_has_the_position_of_its_heading(reading):
    text = (
        "# My page\n\n## Standing exercises\n\n"
        "### Side bend\nReach one arm up and bend to the side. Hold for 10 seconds.\n\n"
        "## Our clinic\n\nThat was good.\n\n### Clamshell\nOpen the top knee. 10 times."
    )
    side, clam = reading(text).exercises
    assert (side.position, clam.position) == ("standing", None)


def test_a_heading_like_those_of_exercises_is_one_where_it_moves_somebody(reading):
    text = (
        f"A page\n\nTHE ARCH\n{BRIDGE}\n\n"
        "THE LATCH\nTurn to the right, hand on the knee. Turn left.\n\n"
        "THE GATE\nLie on your side and open the top knee. 10 times.\n\n"
        "MORE OF THIS\nMove slowly. Do all exercises 3 times a week for 20 minutes."
    )
    assert [one.name for one in reading(text).exercises] == ["THE ARCH", "THE LATCH", "THE GATE"]


AGAINST = [
    ("No deadlifts for six weeks.", ["deadlifts"]),
    ("For 6 weeks: no bending, or twisting.", ["bending", "twisting"]),
    ("Leave the hamstrings for a couple of weeks.", ["hamstrings"]),
    ("I was told not to hoover for a fortnight.", ["hoover"]),
    ("She said that sit-ups, once her pride, were no friend of hers.", ["sit-ups"]),
    ("My physio warned me against deep squats.", ["deep squats"]),
    ("Do the bridge instead of sit-ups.", ["sit-ups"]),
    ("Bin the crunches.", ["crunches"]),
    (
        "What's off the menu? “Toe touches. And those ab rollers. Bin it.”",
        ["Toe touches", "And those ab rollers"],
    ),
    (
        "Ann: What should people stop doing?\n\nBob: Bending down to test it. Enough.",
        ["Bending down to test it"],
    ),
    (
        "Sam (0:10): And then stretch the hamstrings?\n\nAnn (0:12): No! No.",
        ["stretch the hamstrings"],
    ),
    (
        "Things I stopped doing\n\n- sitting on my wallet\n- leg lifts",
        ["sitting on my wallet", "leg lifts"],
    ),
    ("What should we avoid?", []),
    ("What should we avoid?\n\nYou can jump when it lets up. There are no rules.", []),
    ("No hold, no hurry.", []),
    ("Leave the leg on the chair for a minute.", []),
    ("There is no need to stretch for hours.", []),
]


@pytest.mark.parametrize(("text", "names"), AGAINST)
def test_what_is_warned_against_in_many_ways(text, names, reading):
    assert [one.name for one in reading(f"A page\n\n{text}").avoid] == names


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("If the leg pain is growing, keep going until it lets up.", "push"),
        ("Take a tablet and crack on through it.", "push"),
        ("Only a specialist can put it back.", "promise"),
        ("After one visit I went dancing.", "promise"),
    ],
)
def test_what_nobody_should_follow_is_pointed_out(sentence, kind, reading):
    assert [one.kind for one in reading(f"A page\n\n{sentence}").warnings] == [kind]


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("If your foot goes numb, get medical help.", "stop"),
        ("Do the chart three times in a driving day.", "frequency"),
        ("Train on alternate days.", "frequency"),
        ("When that is easy, add one rep.", "progress"),
        ("If you are stiffer the next day, you did too much.", "pain"),
    ],
)
def test_rules_are_known_in_many_ways(sentence, kind, reading):
    assert kind in [rule.kind for rule in reading(f"A page\n\n{sentence}").rules]


@pytest.mark.parametrize(
    "sentence",
    [
        "Hold for 10 seconds. Do the right ankle too.",
        "Hold for 10 seconds, other knee, then rest.",
        "Turn to the right. Come back and turn left.",
        "Lean to the left, 10 seconds, then right.",
        "Hold for 5 breaths, then the other ankle.",
    ],
)
def test_the_second_side_is_told_in_few_words(sentence, one):
    assert (
        one(f"Seated stretch\n\nSit on a chair. Left hand on the knee. {sentence}").sides == "each"
    )


@pytest.mark.parametrize("sentence", ["Put the other foot down.", "Look to the right, then up."])
def test_another_limb_is_no_second_side(sentence, one):
    assert one(f"Seated stretch\n\nSit on a chair. {sentence} Hold for 10 seconds.").sides != "each"
