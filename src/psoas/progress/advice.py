"""When to see someone: what the response rules advise, and what the trend adds to them.

The rules decide; see `psoas.plan`. Where none of them speaks, a trend that is worse, or six weeks
without a clear change, is reason enough to have somebody look.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

from psoas.knowledge import STRICT_KEYS, read_toml
from psoas.plan.memory import Memory
from psoas.plan.planning import planning
from psoas.plan.respond import respond
from psoas.plan.response_history import person_values, programme_values
from psoas.plan.response_rules import Rule, load_rules
from psoas.plan.usual_mornings import morning_values
from psoas.progress.trend import Trend, Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Advice:
    """Advice to be seen by a physiotherapist or doctor."""

    rule: str
    """The id of a response rule, or `progress.worse`, `progress.no_change`."""
    text: str
    when: str
    """How soon, as `plan.response_rules.Referral` says it."""
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _OfTrend:
    __pydantic_config__ = STRICT_KEYS

    when: str
    text: str
    source: str
    weeks: int = 0
    least_pain: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sentence:
    __pydantic_config__ = STRICT_KEYS

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Beside:
    """What a rule says beside a verdict that its own words would seem to contradict."""

    __pydantic_config__ = STRICT_KEYS

    verdict: Verdict
    rules: tuple[str, ...]
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _AdviceRules:
    __pydantic_config__ = STRICT_KEYS

    worse: _OfTrend
    no_change: _OfTrend
    beside: tuple[_Beside, ...]
    report: _Sentence


@cache
def _rules() -> _AdviceRules:
    return read_toml(_AdviceRules, files("psoas.progress") / "data" / "advice.toml")


def advice(
    memory: Memory, trend: Trend, on: date, rmdq_change: float | None = None
) -> tuple[Advice, ...]:
    """Whom to see, the soonest first; empty where nothing calls for it.

    `rmdq_change`: the latest Roland-Morris total minus the first, above 0 for worse; None: unknown.
    The rules are asked afresh: what was said this week is advised again as long as it is so.
    """
    values = {
        **programme_values(memory, on),
        **morning_values(memory, on),
        **person_values(memory, on),
        **({} if rmdq_change is None else {"rmdq_change": rmdq_change}),
    }
    fired = [rule for rule in _fired(values) if rule.referral]
    spoken = [_of_rule(rule, rule.referral.when, trend.verdict) for rule in fired if rule.referral]
    own = _of_trend(trend, values)
    # What a rule says of the same weeks stands for both, unless the trend calls for it sooner.
    soonest = min(map(_soon, spoken), default=None)
    found = spoken + [one for one in own if soonest is None or _soon(one) < soonest]
    return tuple(sorted(found, key=_soon))


def _soon(one: Advice) -> int:
    """0: at once; the greater, the later."""
    return load_rules().referral_when.index(one.when)


def _fired(values: Mapping[str, Any]) -> tuple[Rule, ...]:
    """The rules about the weeks that speak."""
    others = frozenset(rule.id for rule in load_rules().rules if rule.scope != "programme")
    return respond(values, silent=others).fired


def _of_rule(rule: Rule, when: str, verdict: Verdict) -> Advice:
    """What a rule says, in words that hold beside the verdict."""
    beside = [
        one.text for one in _rules().beside if one.verdict is verdict and rule.id in one.rules
    ]
    text = beside[0] if beside else rule.why
    return Advice(rule=rule.id, text=text, when=when, source=rule.source)


def report_ready() -> str:
    """What to say once beside any advice."""
    return _rules().report.text


def _of_trend(trend: Trend, values: Mapping[str, Any]) -> list[Advice]:
    if trend.verdict is Verdict.WORSE:
        return [_told("worse", _rules().worse)]
    own = _rules().no_change
    weeks, now = values["weeks"], trend.now
    waited = isinstance(weeks, int) and weeks >= own.weeks
    hurts = now is not None and now.mean >= own.least_pain
    changed = trend.verdict is not Verdict.NO_CLEAR_CHANGE
    return [_told("no_change", own)] if waited and hurts and not changed else []


def _told(name: str, own: _OfTrend) -> Advice:
    when = planning().referral[own.when]
    return Advice(
        rule=f"progress.{name}", text=own.text.format(when=when), when=own.when, source=own.source
    )
