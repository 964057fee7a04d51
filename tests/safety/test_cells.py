import csv
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from psoas.library import Library
from psoas.safety.cells import cell
from psoas.safety.conditions import condition
from psoas.safety.person import Eases
from psoas.safety.verdict import Ruling
from psoas.safety.verdicts import verdict

MATRIX = Path(__file__).with_name("matrix.csv")


def rows() -> Iterator[dict[str, str]]:
    with MATRIX.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def texts(text: str) -> tuple[str, ...]:
    return (text,) if text else ()


def test_the_matrix_is_whole() -> None:
    cells = [(row["exercise"], row["condition"]) for row in rows()]
    assert len(set(cells)) == len(cells) == 46 * 25


def test_the_rules_give_every_cell_of_the_matrix(library: Library) -> None:
    for row in rows():
        found = verdict(library, row["exercise"], [row["condition"]])
        got = (found.ruling.word, found.how, found.why, found.swap_to)
        swaps = tuple(row["swap_to"].split())
        assert got == (row["verdict"], texts(row["how"]), texts(row["why"]), swaps), row


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
