from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from psoas.body import Position, Side
from psoas.cli.guided.ledger import Ledger, finished
from psoas.coach import Moment, MomentKind, Script


def moment(start, seconds, kind, step=0, side=Side.BOTH):
    return Moment(
        start=start, seconds=seconds, kind=kind, say="", step=step, exercise=f"exercise_{step}",
        name="An exercise", position=Position.SUPINE, pose="ready", shows="", side=side,
    )  # fmt: skip


SCRIPT = Script(
    title="",
    moments=(
        moment(0, 10, MomentKind.READY, side=Side.LEFT),
        moment(10, 20, MomentKind.HOLD, side=Side.LEFT),
        moment(30, 10, MomentKind.SWITCH, side=Side.RIGHT),
        moment(40, 20, MomentKind.HOLD, side=Side.RIGHT),
        moment(60, 60, MomentKind.WALK, step=1),
        moment(120, 5, MomentKind.END, step=1),
    ),
)
LEFT_HOLD, RIGHT_HOLD, WALK = SCRIPT.moments[1], SCRIPT.moments[3], SCRIPT.moments[4]


@pytest.fixture
def ledger():
    return Ledger()


def test_only_work_counts(ledger):
    ledger.add(SCRIPT, 0, 10)
    assert ledger.report(SCRIPT, SCRIPT.moments[0]) is None
    ledger.add(SCRIPT, 10, 20)
    report = ledger.report(SCRIPT, LEFT_HOLD)
    assert (report.seconds, report.completed) == (10, 50)


def test_what_is_reported_is_reported_once(ledger):
    ledger.add(SCRIPT, 0, 20)
    assert ledger.report(SCRIPT, LEFT_HOLD).seconds == 10
    assert ledger.report(SCRIPT, LEFT_HOLD) is None
    ledger.add(SCRIPT, 20, 30)
    report = ledger.report(SCRIPT, LEFT_HOLD)
    assert (report.seconds, report.completed) == (10, 100)


def test_doing_it_twice_is_no_more_than_all_of_it(ledger):
    ledger.add(SCRIPT, 0, 125)
    ledger.add(SCRIPT, 0, 125)
    assert ledger.completed(SCRIPT) == 100
    assert ledger.report(SCRIPT, WALK).completed == 100


def test_what_the_diary_knows_counts_and_is_not_told_again():
    event = {"step": 0, "side": "left", "seconds": 20}
    ledger = Ledger.opened([event])
    assert ledger.report(SCRIPT, LEFT_HOLD) is None
    assert ledger.completed(SCRIPT) == 20


def test_a_side_is_finished_with_its_last_work():
    assert finished(SCRIPT, 0, 29) == []
    assert finished(SCRIPT, 29, 30) == [LEFT_HOLD]
    assert finished(SCRIPT, 30, 125) == [RIGHT_HOLD, WALK]


@given(cuts=st.lists(st.floats(0, 125), max_size=30))
def test_however_often_one_looks_the_same_is_done(cuts):
    ledger = Ledger()
    times = [0, *sorted(cuts), 125]
    ends = []
    for since, until in pairwise(times):
        ledger.add(SCRIPT, since, until)
        ends += finished(SCRIPT, since, until)
    assert ends == [LEFT_HOLD, RIGHT_HOLD, WALK]
    assert ledger.completed(SCRIPT) == 100
