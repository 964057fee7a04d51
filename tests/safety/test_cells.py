import csv
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from psoas.library import Library
from psoas.safety.cells import cell
from psoas.safety.conditions import condition, load_conditions
from psoas.safety.person import Eases
from psoas.safety.verdict import Ruling
from psoas.safety.verdicts import verdict

MATRIX = Path(__file__).with_name("matrix.csv")
"""The cells of the clinical working table."""
OURS = Path(__file__).with_name("matrix_ours.csv")
"""Our own reading of nine more exercises (docs/decisions/0042); no table stands behind them."""


def rows(*files: Path) -> Iterator[dict[str, str]]:
    for path in files or (MATRIX,):
        with path.open(encoding="utf-8", newline="") as file:
            yield from csv.DictReader(file)


def texts(text: str) -> tuple[str, ...]:
    return (text,) if text else ()


def test_the_matrix_is_whole() -> None:
    cells = [(row["exercise"], row["condition"]) for row in rows()]
    assert len(set(cells)) == len(cells) == 46 * 25


def test_the_cells_of_our_own_are_whole(library: Library) -> None:
    cells = [(row["exercise"], row["condition"]) for row in rows(OURS)]
    assert len(set(cells)) == len(cells) == 9 * 25
    assert {exercise for exercise, _ in cells} == library.exercises.keys() - {
        row["exercise"] for row in rows()
    }


def test_the_rules_give_every_cell_of_the_matrix(library: Library) -> None:
    for row in rows(MATRIX, OURS):
        found = verdict(library, row["exercise"], [row["condition"]])
        got = (found.ruling.word, found.how, found.why, found.swap_to)
        swaps = tuple(row["swap_to"].split())
        assert got == (row["verdict"], texts(row["how"]), texts(row["why"]), swaps), row


@pytest.mark.parametrize(
    ("ours", "like", "milder"),
    [
        ("standing_back_extension", "prone_press_up", {"knee_replacement", "pregnancy_t1"}),
        (
            "seated_lumbar_flexion",
            "double_knee_to_chest",
            {"hip_replacement_anterior", "knee_replacement"},
        ),
        (
            "partial_curl_up",
            "double_knee_to_chest",
            {"hip_osteoarthritis", "hip_replacement_posterior"},
        ),
        ("knee_to_opposite_shoulder", "double_knee_to_chest", set()),
        ("knee_to_opposite_shoulder", "single_knee_to_chest", set()),
        ("doorway_hamstring", "supine_strap_hamstring", set()),
        ("dead_bug", "glute_bridge", set()),
        ("bird_dog", "cat_camel", {"disc_flexion_intolerant", "osteoporosis"}),
        ("clamshell", "side_lying_rest", set()),
        ("side_plank_on_knees", "glute_bridge", {"femoral_nerve", "spinal_stenosis"}),
    ],
)
def test_ours_are_milder_than_what_they_are_like_only_where_they_ask_for_less(
    library: Library, ours: str, like: str, milder: set[str]
) -> None:
    found = {
        each.id
        for each in load_conditions().values()
        if cell(library.exercises[ours], each).ruling < cell(library.exercises[like], each).ruling
    }
    assert found == milder


def test_rules_and_not_exceptions_carry_nine_cells_in_ten(library: Library) -> None:
    restricted = [row for row in rows() if row["verdict"] != "ok"]
    by_rule = [
        row
        for row in restricted
        if not condition(row["condition"]).exception_for(row["exercise"])
        and not cell(library.exercises[row["exercise"]], condition(row["condition"])).by_default
    ]
    assert len(by_rule) / len(restricted) > 0.9


def test_an_excluded_exercise_without_its_own_text_is_avoided_all_the_same(
    library: Library,
) -> None:
    excluded = replace(library.exercises["foam_roll_low_back"], id="somewhere_else")
    found = cell(excluded, condition("knee_oa"))
    assert (found.ruling, found.by_default) == (Ruling.AVOID, True)
    assert found.why == "Excluded for everyone by default"


@pytest.mark.parametrize("eases", [Eases.UNKNOWN, Eases.NEITHER, Eases.ARCHING])
def test_a_disc_avoids_a_long_bend_unless_bending_was_seen_to_ease_it(
    library: Library, eases: Eases
) -> None:
    disc, bend = condition("disc_flexion_intolerant"), library.exercises["childs_pose"]
    assert cell(bend, disc, eases).ruling is Ruling.AVOID
    assert cell(bend, disc, Eases.BENDING).ruling is Ruling.MODIFY


@pytest.mark.parametrize(
    "exercise", ["standing_outer_hip", "supported_deep_squat", "half_lord_seated_twist"]
)
def test_nerve_load_squats_and_twists_stay_avoided_where_bending_eases(
    library: Library, exercise: str
) -> None:
    disc = condition("disc_flexion_intolerant")
    assert cell(library.exercises[exercise], disc, Eases.BENDING).ruling is Ruling.AVOID
