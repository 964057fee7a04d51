"""What a page warns against, what holds for all of it, and what is to be pointed out."""

import pytest

STEPS = "Lie on your back. Pull one knee to your chest. Hold for 20 seconds, then change legs."

BRIDGE = "Lie on your back with your knees bent. Lift your hips. Hold for 5 seconds."


def avoided(reading):
    return [(one.name, one.exercise) for one in reading.avoid]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("You should avoid heavy lifting because it strains the back.", "heavy lifting"),
        ("Please don't foam roll your lower back.", "foam roll your lower back"),
        ("Never do toe touches!", "toe touches"),
        ("Leave hamstring stretches alone for now.", "hamstring stretches"),
        ("Bent-over rows are a bad idea.", "Bent-over rows"),
        ("Leg raises should be avoided.", "Leg raises"),
        ("What about sit-ups? Please don't.", "sit-ups"),
        ("Avoid running, heavy lifting and twisting while it is sore.", "heavy lifting"),
        ("What not to do: no leg raises, no running.", "leg raises"),
        ("We no longer recommend the hurdler stretch.", "hurdler stretch"),
        ("I'd give running a miss.", "running"),
        ("Lay off the rowing machine.", "rowing machine"),
        ("Save crunches for later.", "crunches"),
        ("Resist the urge to touch your toes.", "touch your toes"),
        ("Full squats are out.", "Full squats"),
        ("Toe touches aren't a good idea.", "Toe touches"),
        ("Pigeon pose made my leg worse.", "Pigeon pose"),
        ("Running set me back a month.", "Running"),
        ("Things I quit: burpees, leg press exercises.", "burpees"),
        ("My coach has me doing Russian twists. Fine?\n\nAnn\n\nI'd drop them.", "Russian twists"),
        ("Can I still touch my toes every morning?\n\nI wouldn't, not yet.", "touch my toes"),
        ("Sit-ups?\n\nNot now. They load the discs.", "Sit-ups"),
        ("Can I run to work when it rains?\n\nNot yet.", "run to work"),
        ("Squat low and jump?\n\nBetter not.", "Squat low and jump"),
        ("What should I avoid?\n\nCrossing your legs, running and heavy lifting.", "running"),
    ],
)
def test_a_sentence_warns(text, name, reading):
    assert name in [one for one, _ in avoided(reading(text))]


@pytest.mark.parametrize(
    "text",
    [
        "If the leg hurts more, stop the exercises and call your doctor.",
        "The bed lets your hips drop and your spine bend.",
        "Do not let your knees bend.",
        "Don't skip your stretches.",
        "Don't worry about stretching far.",
        "Stop when you feel the stretch.",
        "To avoid injury, bend your knees.",
        "As you bend you can do more harm than good.",
        "Should I do the bridge often?\n\nNo need to: once is enough.",
        "Do I need a scan of all my bones and muscles?\n\nNo. Rest.",
        "Pregnant, or told not to lie down?\n\nLeave it out.",
        "Does it hurt?",
    ],
)
def test_another_sentence_warns_of_nothing(text, reading):
    assert avoided(reading(text)) == []


def test_promises_and_lines_of_the_page_are_nothing_to_avoid(reading):
    text = (
        "## Moves to avoid\n\n- Toe touches\n- You will twist without pain\n"
        "- Your back is healed in 9 days!\n- © 2024 The Back Shop\n\nIt twists the knee.\n\n"
        "### Related\n\nChairs\n\n### Written by Ann\n\nHello\n"
    )
    assert avoided(reading(text)) == [("Toe touches", "standing_toe_touch")]


def test_a_list_below_a_warning(reading):
    text = "## Avoid for now\n\n- Toe touches: they tug at the nerve\n- Running\n"
    assert avoided(reading(text)) == [("Toe touches", "standing_toe_touch"), ("Running", None)]


def test_headings_below_a_warning_until_one_recommends(reading):
    text = (
        f"5 moves to avoid\n\n1. Toe touches\n\nThey tug.\n\nTry this instead\n\nKnee hug: {STEPS}"
    )
    found = reading(text)
    assert avoided(found) == [("Toe touches", "standing_toe_touch")]
    assert [one.exercise for one in found.exercises] == ["single_knee_to_chest"]


def test_a_sentence_may_warn_of_what_follows(reading):
    text = (
        "My back\n\nThe following are best left alone.\n\nToe touches\n\nThey tug at the nerve.\n"
    )
    assert avoided(reading(text)) == [("Toe touches", "standing_toe_touch")]


def test_a_list_of_what_to_do_ends_the_warning(reading):
    text = "*Leave for now:*\n- Running\n- Toe touches\n\n*Do:*\n- Walk every day\n- Swim\n"
    assert [name for name, _ in avoided(reading(text))] == ["Running", "Toe touches"]


def test_a_pronoun_means_the_heading(reading):
    text = "Moves to avoid\n\nHurdler stretch – An awkward one. You want to avoid doing this.\n"
    assert avoided(reading(text)) == [("Hurdler stretch", "hurdler_stretch")]


def test_a_pronoun_without_a_known_heading_means_nothing(reading):
    assert avoided(reading("Slouching\n\nAvoid doing this.")) == []


@pytest.mark.parametrize(
    "text",
    ["Avoid surgery.", "Is running bad?", "What of pain? No.", "Don't worry about stairs."],
)
def test_what_is_no_movement_is_not_avoided(text, reading):
    assert avoided(reading(text)) == []


def test_a_caution_inside_an_exercise_is_none(reading):
    assert avoided(reading(f"Knee hug\n\n{STEPS} Avoid arching your back.")) == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Stop if it hurts more.", "stop"),
        ("Red flags - go to the emergency room\n\n- Numbness\n", "stop"),
        ("Warm up first with a short walk.", "warm_up"),
        ("Do the exercises three times a week.", "frequency"),
        ("Hold each stretch for 20 seconds.", "hold"),
        ("Repeat all exercises 5 times.", "repetitions"),
        ("Stretching should be pain free.", "pain"),
        ("Keep breathing throughout.", "breathing"),
        ("Gradually increase the number.", "progress"),
        ("Ask your doctor before you start.", "other"),
    ],
)
def test_a_rule_for_the_whole_page(text, kind, reading):
    assert kind in [rule.kind for rule in reading(text).rules]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Move slowly, breathe evenly, and stop if the leg tingles.", ["stop", "breathing"]),
        ("If it does, drop it and ring your therapist.", ["stop"]),
        ("Nothing here should sting.", ["pain"]),
        ("Stay under 4/10 on the pain scale.", ["pain"]),
        ("A tug is fine.", ["pain"]),
        ("Mornings and evenings.", ["frequency"]),
        ("Eight weeks is a fair trial.", ["progress"]),
        ("Rest 45 seconds between sets.", ["other"]),
        ("Phone your physio with any questions.", ["other"]),
        ("Go straight to A&E if you lose control of your bladder.", ["stop"]),
        ("Should I warm up every day?", []),
        ("Q. My back is stiff every morning.", []),
    ],
)
def test_a_sentence_states_every_kind_of_rule_that_it_has(text, wanted, reading):
    found = reading(f"My back\n\nIt is sore, as backs are. {text} And so it goes.")
    told = [rule.kind for rule in found.rules if rule.value in text]
    assert sorted(told) == sorted(wanted)


@pytest.mark.parametrize(
    ("heading", "below", "wanted"),
    [
        ("## Warm-up", "March on the spot.", ["warm_up"]),
        ("## Warm-up", "Warm up with a shower.", ["warm_up"]),
        ("## Emergency room: go now", "Numb between the legs.", ["stop"]),
        ("## My back", "It was sore.", []),
    ],
)
def test_a_heading_states_a_rule_where_nothing_below_it_does(heading, below, wanted, reading):
    assert [rule.kind for rule in reading(f"{heading}\n\n{below}\n").rules] == wanted


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("You will be free of pain in 14 days.", "promise"),
        ("Results guaranteed.", "promise"),
        ("No pain, no gain!", "push"),
        ("It puts your hips back in alignment.", "alignment"),
        ("Remember that hurt equals harm.", "broken"),
        ("Your hands should be on on the floor.", "broken"),
        ("Your leg may tingle.", "symptoms"),
        ("The more it burns, the more good it does.", "push"),
        ("You should bounce in every stretch.", "broken"),
        ("It will mend your spine for good.", "promise"),
    ],
)
def test_a_sentence_is_pointed_out(text, kind, reading):
    assert kind in [warning.kind for warning in reading(text).warnings]


@pytest.mark.parametrize(
    "text",
    [
        "Don't push through pain.",
        "It took me 3 weeks.",
        "Nobody can guarantee it.",
        "Up to 40% meet it.",
        "Is it fine if it hurts?",
        "You should never bounce.",
    ],
)
def test_a_sound_sentence_is_not_pointed_out(text, reading):
    assert reading(text).warnings == ()


def kinds(found):
    return [warning.kind for warning in found.warnings]


def test_a_heading_against_its_steps(reading):
    text = "Lying hamstring stretch\n\nSit on the floor and reach for your foot. Hold 20 seconds."
    assert kinds(reading(text)) == ["contradiction"]


def test_two_beginnings_glued_together(reading):
    text = (
        "Twist\n\n- Lie on your back with your legs long.Sit upright on your mat.\n- Turn 5 times."
    )
    assert "broken" in kinds(reading(text))


def test_both_legs_and_then_the_other(reading):
    text = "Reach\n\nSit on the floor, both legs straight. Reach for your toes for 20 seconds. " \
           "Repeat with the other leg."  # fmt: skip
    assert "contradiction" in kinds(reading(text))


def test_a_heading_over_two_parts(reading):
    text = f"Hug\n\n{STEPS}\n\nHug\n\nStand and lean back with your hands on your hips 5 times."
    assert kinds(reading(text)) == ["contradiction", "contradiction"]


@pytest.mark.parametrize(
    "text", ["All TDS.", "All 3 times a day.", "All of them three times a day."]
)
def test_a_short_word_for_all_exercises_is_theirs(text, reading):
    found = reading(f"Home sheet\n\n{text}\n\nKnee hug\n{STEPS}\n\nBridge\n{BRIDGE}\n")
    assert [one.times_per_day for one in found.exercises] == [(3, 3), (3, 3)]
