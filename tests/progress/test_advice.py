from dataclasses import replace
from datetime import date, timedelta

import pytest

from psoas.plan.memory import Flare, Memory
from psoas.progress.advice import advice, report_ready
from psoas.progress.trend import Trend, Verdict, Window

TODAY = date(2026, 6, 1)


def trend(verdict, mean=5.0):
    window = Window(first=TODAY, last=TODAY, told=1, mean=mean)
    return Trend(verdict=verdict, because="steady", now=window)


def memory(weeks, first_pain=None, now=None):
    pains = () if now is None else ((TODAY, now),)
    start = TODAY - timedelta(weeks=weeks)
    return Memory(first_session=start, last_session=TODAY, first_pain=first_pain, pains=pains)


BETTER, SAME, WORSE, EARLY = (
    trend(verdict)
    for verdict in (Verdict.BETTER, Verdict.NO_CLEAR_CHANGE, Verdict.WORSE, Verdict.TOO_EARLY)
)


def rules(*asked, **more):
    return [one.rule for one in advice(*asked, TODAY, **more)]


def test_six_weeks_without_30_per_cent_is_the_rules_own_advice():
    found = advice(memory(6, first_pain=6, now=5), SAME, TODAY)
    assert [(one.rule, one.when) for one in found] == [("C07", "4 weeks")]
    assert "report is ready" in report_ready()
    assert found[0].source


def test_it_advises_as_long_as_it_is_so_though_it_was_said_this_week():
    said = replace(memory(6, first_pain=6, now=5), said_once={"C07": TODAY - timedelta(days=1)})
    assert rules(said, SAME) == ["C07"]


@pytest.mark.parametrize("verdict", [BETTER, EARLY])
def test_without_a_reason_there_is_no_advice(verdict):
    assert rules(memory(3), verdict) == []
    assert rules(memory(8, first_pain=6, now=2), verdict) == []


def test_worse_before_six_weeks_is_a_reason():
    found = advice(memory(4), WORSE, TODAY)
    assert [(one.rule, one.when) for one in found] == [("progress.worse", "1 week")]
    assert "within a week" in found[0].text


def test_where_the_rules_know_too_little_six_weeks_without_a_change_are_a_reason():
    assert rules(memory(6), SAME) == ["progress.no_change"]
    assert rules(memory(5), SAME) == []
    assert rules(Memory(), SAME) == []


def test_pain_that_is_nearly_nothing_needs_no_review():
    assert rules(memory(6), trend(Verdict.NO_CLEAR_CHANGE, mean=1.0)) == []
    assert rules(memory(6), replace(SAME, now=None)) == []


def test_a_worse_roland_morris_total_is_a_reason():
    assert rules(memory(3), BETTER, rmdq_change=5) == ["C08"]
    assert rules(memory(3), BETTER, rmdq_change=4) == []


def test_worse_calls_for_it_sooner_than_the_rule_about_six_weeks():
    found = rules(memory(6, first_pain=6, now=6), WORSE)
    assert found == ["progress.worse", "C07"]
    assert rules(memory(6), WORSE, rmdq_change=6) == ["C08"]
    assert "changed little" not in advice(memory(6, first_pain=6, now=6), WORSE, TODAY)[1].text


def test_beside_better_the_rules_reason_is_told_so_that_both_hold():
    [beside] = advice(memory(6, first_pain=6, now=5), BETTER, TODAY)
    [alone] = advice(memory(6, first_pain=6, now=5), SAME, TODAY)
    assert (beside.rule, beside.when) == (alone.rule, alone.when) == ("C07", "4 weeks")
    assert "changed little" in alone.text
    assert "changed little" not in beside.text
    assert "very first week" in beside.text


def test_every_rule_with_words_of_its_own_beside_a_verdict_is_a_rule():
    from psoas.plan.response_rules import load_rules
    from psoas.progress.advice import _rules

    named = {name for one in _rules().beside for name in one.rules}
    assert named <= {rule.id for rule in load_rules().rules}


def test_the_soonest_comes_first():
    flaring = replace(
        memory(7, first_pain=6, now=6), flares=(Flare(started=TODAY - timedelta(days=9)),)
    )
    assert rules(flaring, SAME, rmdq_change=6) == ["C01", "C08", "C07"]


def test_rules_about_single_days_are_not_asked():
    """Unknown mornings hold a day back; they are no reason to see anyone."""
    assert rules(memory(1), EARLY) == []
