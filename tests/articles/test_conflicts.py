import dataclasses

from psoas.articles.conflicts import conflicts

STEPS = "Lie on your back. Pull one knee to your chest. Hold for 20 seconds, then change legs."


def kinds(found):
    return [conflict.kind for conflict in found.conflicts]


def test_one_exercise_told_twice_in_two_ways(reading):
    text = f"Knee hug\n\n{STEPS}\n\nHalf hug\n\n{STEPS.replace('20', '10')}"
    (conflict,) = reading(text).conflicts
    assert (conflict.kind, conflict.exercises, len(conflict.spans)) == ("told_twice", (0, 1), 2)


def test_told_twice_alike_is_no_conflict(reading):
    assert kinds(reading(f"Knee hug\n\n{STEPS}\n\nHalf hug\n\n{STEPS}")) == []


def test_told_and_warned_against(reading):
    found = reading(f"Avoid knee hugs.\n\nKnee hug\n\n{STEPS}")
    assert kinds(found) == ["avoided_here"]


def test_never_offered(reading):
    found = reading("Toe touch\n\nStand. Bend forward and touch your toes 3 times.")
    assert "excluded" in kinds(found) and "“Toe touch”" in found.conflicts[0].why


def test_offered_by_another(reading):
    text = "Pigeon pose\n\nFrom all fours bring your right shin forward. Hold 8 breaths."
    assert "replaced" in kinds(reading(text))


def test_another_position_and_too_much(reading):
    text = "Bridge\n\nStand tall. Lift your hips. Do 150 times."
    assert set(kinds(reading(text))) == {"position", "too_much"}


def test_an_open_end_counts_from_its_start(reading):
    text = "Bridge\n\nLie on your back. Lift your hips. Do at least 100 times."
    assert kinds(reading(text)) == ["too_much"]


def test_without_a_cap_nothing_is_too_much(reading, library):
    found = reading("Bridge\n\nLie on your back. Lift your hips. Do 150 times.")
    bare = dataclasses.replace(library, caps={})
    assert conflicts(found.exercises, (), bare) == ()


def test_an_exercise_that_articles_don_t_name(reading, library):
    found = reading("Bridge\n\nLie on your back. Lift your hips. Do 5 times.")
    renamed = dataclasses.replace(found.exercises[0], exercise="mine")
    mine = dataclasses.replace(library.exercises["glute_bridge"], id="mine")
    more = dataclasses.replace(library, exercises={"mine": mine})
    assert conflicts((renamed,), (), more) == ()


def test_a_hold_for_all_stretches_is_not_too_much_of_a_movement(reading):
    page = reading(
        "Hold every stretch for 30 seconds.\n\n1. Cat and camel\n\nOn hands and knees. Round your"
        " back slowly, then let it sink. Ten times.\n"
    )
    assert page.exercises[0].exercise == "cat_camel"
    assert not page.conflicts


def test_of_what_is_never_offered_only_that_is_said(reading):
    page = reading(
        "Toe touch\n\nStand up and bend forward to touch your toes. Hold for a minute.\n"
    )
    assert [one.kind for one in page.conflicts] == ["excluded"]
