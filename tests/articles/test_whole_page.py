"""What the whole of a page says of its exercises, and what around them is none."""

import pytest

STEPS = "Lie on your back with your knees bent. Lift your hips. 10 times."
CHAIR = "Look behind you\nSit tall and turn to look over your shoulder. Hold 15 seconds each side."


def names(found):
    return [one.name for one in found.exercises]


@pytest.mark.parametrize(
    "title", ["Chair moves for a creaky back", "Seated exercises", "Six stretches in your chair"]
)
def test_a_title_of_a_chair_says_where_one_sits(reading, title):
    (found,) = reading(f"# {title}\n\n{CHAIR}\n").exercises
    assert (found.position, found.equipment) == ("seated_chair", ("chair",))
    assert found.exercise in ("seated_twist", None)


@pytest.mark.parametrize("title", ["Moves for a creaky back", "How to choose a chair"])
def test_another_title_says_nothing_of_a_chair(reading, title):
    (found,) = reading(f"# {title}\n\n{CHAIR}\n").exercises
    assert (found.position, found.equipment) == (None, ())


def test_a_title_of_a_chair_says_nothing_of_what_is_done_otherwise(reading):
    (found,) = reading(f"# Chair moves for a creaky back\n\nGlute bridge\n\n{STEPS}\n").exercises
    assert (found.position, found.equipment) == ("supine", ())


def test_a_remark_in_italics_is_no_name(reading):
    found = reading(f"## Glute bridge\n\n*For the sofa, when nobody looks.*\n\n{STEPS}\n")
    assert names(found) == ["Glute bridge"]


def test_a_heading_over_headings_is_no_exercise(reading):
    group = "## Stage one - find a place\n\nIf it is sore, swap this for knees to chest on a chair."
    found = reading(f"# Back\n\n{group}\n\n### Glute bridge\n\n{STEPS}\n")
    assert names(found) == ["Glute bridge"]


@pytest.mark.parametrize(
    "advert",
    [
        "Stairlifts from £19 a week – call Glenmoor today",
        "Orthopaedic mattress only $299, order now",
    ],
)
def test_a_price_and_a_call_to_buy_are_no_name(reading, advert):
    page = f"# Back\n\nGlute bridge\n\n{STEPS}\n\n{advert}\n\n"
    assert names(reading(f"{page}Clamshell\n\nLie on your side. Lift your knee. 8 times.")) == [
        "Glute bridge",
        "Clamshell",
    ]


def test_a_box_to_tick_is_no_part_of_a_name(reading):
    page = f"# Back\n\nGlute bridge        [  ] only if ticked\n{STEPS}\n"
    assert names(reading(page)) == ["Glute bridge"]


@pytest.mark.parametrize("who", ["The patient lies", "With knees bent, the client lies"])
def test_what_a_manual_says_that_a_patient_does_is_a_step(reading, who):
    text = f"1. Glute bridge. {who} on the back and then pushes the hips up for 5 seconds."
    (found,) = reading(f"# Programme\n\n{text}\n").exercises
    assert (found.exercise, found.position) == ("glute_bridge", "supine")


def test_a_manual_reaches_by_an_order_too(reading):
    text = "1. Press. The patient presses the knees out for 5 seconds, lying on the back.\n"
    assert reading(f"# Programme\n\n{text}2. Reach. The patient reaches up.\n").exercises


@pytest.mark.parametrize(
    "said", ["The programme is gone through twice daily.", "Do your routine once a day."]
)
def test_how_often_a_programme_is_done_holds_for_all(reading, said):
    page = f"# Back\n\nGlute bridge\n\n{STEPS}\n\nHow often\n\n{said}\n"
    (found,) = reading(page).exercises
    assert found.times_per_day in ((2, 2), (1, 1))


def test_nameless_items_that_each_lie_or_stand_are_exercises(reading):
    items = [
        "Lie on your back. Bend one knee and draw it to that shoulder with your hand.",
        "Kneel on one knee. Tuck your tail and push your hips forward.",
        "Stand by a wall. Lean your hips towards it.",
    ]
    found = reading(
        "# My joint\n\nMost days will do.\n\n" + "\n".join(f"- {item}" for item in items) + "\n"
    )
    assert [one.position for one in found.exercises] == ["supine", "kneeling", "standing"]


def test_so_many_times_a_side_tells_both_sides(one):
    text = (
        "Side plank\n\nLie on your side, propped on your forearm. Lift your hips, 3 times a side."
    )
    assert one(text).sides == "each"


def test_a_line_over_a_paragraph_that_breaks_off_is_a_name(reading):
    side = "Clamshell\n\nLie on your side with your knees bent. Lift the top knee. 8 times."
    last = "Lean back\nNow get behind the chair and hold on to it with one hand. Place the other on"
    found = reading(f"# Back\n\nGlute bridge\n\n{STEPS}\n\n{side}\n\n{last} your hip an")
    assert names(found) == ["Glute bridge", "Clamshell", "Lean back"]
