"""Pairs: what a page refuses is never the name of what it recommends in its place."""

import pytest

STEPS = "Lie on your back with your knees bent. Lift your hips. 10 times."
LABELS = [
    ("DROP: {no}", "DO: {yes}"),
    ("Skip: {no}", "Try: {yes}"),
    ("Swap out – {no}", "Swap in – {yes}"),
    ("Not this: {no}", "But this: {yes}"),
    ("Avoid: {no}", "Instead: {yes}"),
    ("**Worst:** {no}", "**Better:** {yes}"),
    ("## ❌ {no}", "## ✅ {yes}"),
    ("### Stop: {no}", "### Start: {yes}"),
    ("Skip this\n{no}", "Try this\n{yes}"),
]
IN_ONE = [
    "Instead of {no}: {yes}",
    "Instead of {no}, try {yes}",
    "Trade {no} for {yes}",
    "Replace {no} with {yes}",
    "{no} → {yes}",
    "Ditch {no}, do {yes}",
]


def told(found):
    names = [(one.name, one.exercise) for one in found.exercises]
    return names, [one.name for one in found.avoid]


@pytest.mark.parametrize(("no", "yes"), LABELS)
def test_a_label_tells_what_is_refused_from_what_is_recommended(reading, no, yes):
    page = "{}\n\nIt bends the spine.\n\n{}\n\n{}\n"
    text = page.format(no.format(no="Sit-ups"), yes.format(yes="Glute bridge"), STEPS)
    found = reading(f"Two swaps\n\n{text}")
    assert told(found) == ([("Glute bridge", "glute_bridge")], ["Sit-ups"])


def test_a_refused_thing_directly_above_its_better_is_no_name(reading):
    found = reading(f"Swaps\n\nSKIP: Curl-ups\nTRY: Broomstick bow\n{STEPS}\n")
    names, against = told(found)
    assert (names[0][0], against) == ("Broomstick bow", ["Curl-ups"])


@pytest.mark.parametrize("line", IN_ONE)
def test_one_line_may_hold_both_sides(reading, line):
    found = reading(f"Swaps\n\n{line.format(no='Sit-ups', yes='Glute bridge')}\n{STEPS}\n")
    assert told(found) == ([("Glute bridge", "glute_bridge")], ["Sit-ups"])


def test_a_refused_side_stays_refused_where_its_better_is_cut_off(reading):
    pair = f"DROP: Sit-ups\n\nThey fold you.\n\nDO: Glute bridge\n\n{STEPS}\n\n"
    found = reading(f"Swaps\n\n{pair}DROP: Leg press\n\nAt the bottom your tailb")
    assert told(found)[1] == ["Sit-ups", "Leg press"]


@pytest.mark.parametrize(
    "cautions",
    [
        "Don't: arch the back\nDo: breathe",
        "❌ Flaring ribs\n✅ Ribs down",
        "Avoid:\nDo: breathe out",
        "Don't: let one hip drop.\nDo: breathe.",
    ],
)
def test_cautions_within_an_exercise_are_no_pair(reading, cautions):
    text = (
        f"Swaps\n\nGlute bridge\n\n{STEPS}\n{cautions}\n\nClamshell\n\nLie on your side. 8 times."
    )
    assert [one.name for one in reading(text).exercises] == ["Glute bridge", "Clamshell"]


@pytest.mark.parametrize(
    "line", ["Sofa → garden", "Trade the chair for the floor today and then every day of the week"]
)
def test_a_line_that_names_no_exercise_is_no_pair(reading, line):
    found = reading(f"Swaps\n\n{line}\n\nGlute bridge\n\n{STEPS}\n")
    assert told(found) == ([("Glute bridge", "glute_bridge")], [])


@pytest.mark.parametrize("count", ["1) ", "A   ", "1.1  ", "Stage one – ", "Exercise 3: ", "#2. "])
def test_what_counts_an_exercise_is_no_part_of_its_name(reading, count):
    found = reading(f"# Back\n\n## {count}Glute bridge\n\n{STEPS}\n")
    assert told(found)[0] == [("Glute bridge", "glute_bridge")]


@pytest.mark.parametrize("name", ["90/90 rest", "4-point reach", "3-way lunge"])
def test_a_number_that_belongs_to_a_name_stays(reading, name):
    assert reading(f"# Back\n\n## {name}\n\n{STEPS}\n").exercises[0].name == name


def test_a_label_over_nothing_short_is_no_pair(reading):
    page = f"Swaps\n\nGlute bridge\n\n{STEPS}\n\nAvoid:\n\nThings that hurt you.\n\nTry this"
    assert told(reading(page))[0] == [("Glute bridge", "glute_bridge")]


def test_a_side_with_nothing_below_it_makes_no_pair(reading):
    page = f"Swaps\n\nGlute bridge\n\n{STEPS}\n\nDrop: the phone\n\nDo: nothing"
    assert told(reading(page))[0] == [("Glute bridge", "glute_bridge")]
