import pytest

from psoas.body import MUSCLES, Position, Side, Surface
from psoas.library import Claim, Kind, Quality, load
from psoas.safety.cards import countries
from psoas.safety.clearance import Sessions, Triage
from psoas.safety.verdict import Ruling, Verdict
from psoas.web import names

LIBRARY = load()


def test_everything_has_a_name():
    for name, kinds in (
        (names.position_name, Position),
        (names.place_name, Surface),
        (names.kind_name, Kind),
        (names.quality_words, Quality),
        (names.triage_words, Triage),
        (names.sessions_words, Sessions),
        (names.thing_name, names.THINGS),
    ):
        assert all(name(kind) for kind in kinds)


def test_every_thing_that_an_exercise_needs_has_a_name():
    used = {t for e in LIBRARY.exercises.values() for t in (*e.equipment, *e.helpful)}
    assert used <= set(names.THINGS)


def test_every_country_with_numbers_has_a_name_and_another_keeps_its_code():
    assert all(names.country_name(code) != code for code in countries())
    assert names.country_name("XX") == "XX"


@pytest.mark.parametrize(
    ("exercise", "ruling", "style"),
    [
        ("pelvic_tilt", Ruling.OK, "ok"),
        ("pelvic_tilt", Ruling.MODIFY, "modify"),
        ("pelvic_tilt", Ruling.AVOID, "avoid"),
        ("standing_toe_touch", Ruling.OK, "avoid"),
        ("pigeon_pose", Ruling.AVOID, "modify"),
        ("tai_chi_yoga_class", Ruling.OK, "ok"),
    ],
)
def test_a_mark_follows_the_status_first_and_then_the_verdict(exercise, ruling, style):
    verdict = Verdict(exercise=exercise, ruling=ruling)
    assert names.tag(LIBRARY.exercises[exercise], verdict)[0] == style


@pytest.mark.parametrize(
    ("sides", "words"),
    [
        ((Side.BOTH,), ""),
        ((Side.RIGHT,), "For you it is done on the right side only."),
        (
            (Side.RIGHT, Side.LEFT),
            "Told for your right side. Then do the same on the other side.",
        ),
    ],
)
def test_it_says_for_which_side_the_steps_are_told(sides, words):
    assert names.sides_words(LIBRARY.exercises["pelvic_tilt"], sides) == words


def test_words_are_joined_as_one_says_them():
    assert names.joined([]) == ""
    assert names.joined(["a"]) == "a"
    assert names.joined(["a", "b", "c"]) == "a, b and c"


def test_a_muscle_is_named_once_in_plain_words():
    both = [m.id for m in MUSCLES.values() if m.plain == "deep buttock"]
    assert len(both) == 2
    named = names.muscle_names(LIBRARY.exercises["supine_figure_4"])
    assert named.count("deep buttock") == 1


def test_what_a_claim_says_reads_as_short_phrases():
    claim = Claim(source="x", says={"hold": (20, 30), "repetitions": 3, "sides": "each"})
    assert names.claim_says(claim) == ["hold 20 to 30 seconds", "3 times", "sides: each"]


def test_every_claim_of_the_library_can_be_said():
    claims = [claim for e in LIBRARY.exercises.values() for claim in e.claims]
    claims += [claim for note in LIBRARY.notes.values() for claim in note.claims]
    assert all("{" not in "".join(names.claim_says(claim)) for claim in claims)
