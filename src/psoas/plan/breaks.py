"""Breaks at the desk: when the next one is due, and which of the seated exercises it offers.

Which of them are allowed is decided before, by the person's verdicts and caps; here only the order
and the time.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from functools import cache
from importlib.resources import files

from psoas.knowledge import STRICT_KEYS, read_toml


@dataclass(frozen=True, slots=True, kw_only=True)
class BreakRules:
    """The written numbers, read from data/breaks.toml."""

    __pydantic_config__ = STRICT_KEYS

    routine: str
    """The routine whose exercises are offered, in its order."""
    instead: str
    """The exercise that is offered where none of them is left or suits."""
    walk_minutes: tuple[int, int]
    most_a_day: int
    """How often a day one of them is offered at most."""
    least_minutes: int
    most_minutes: int
    usual_minutes: int
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _File:
    __pydantic_config__ = STRICT_KEYS

    breaks: BreakRules


@cache
def break_rules() -> BreakRules:
    """The rules of breaks; raises `BadData` where the file is wrong."""
    return read_toml(_File, files("psoas.plan") / "data" / "breaks.toml").breaks


class Answered(StrEnum):
    """What became of a break that was offered."""

    DONE = "done"
    LATER = "later"
    NOT_TODAY = "not_today"


@dataclass(frozen=True, slots=True, kw_only=True)
class Break:
    """One break of today, as it was answered."""

    exercise: str
    at: datetime
    answered: Answered


MARK = "-desk"


def break_id(session: str) -> str:
    """The id of the break that a session is."""
    return f"{session}{MARK}"


def session_of_break(identity: str) -> str | None:
    """The id of the session that a break is; None where it is none."""
    return identity.removesuffix(MARK) if identity.endswith(MARK) else None


def next_break(since: datetime, breaks: Sequence[Break], minutes: int) -> datetime | None:
    """When the next break is due; None: not today any more.

    `since` when the person sat down; `breaks` today's, oldest first; `minutes` as the person set
    it. After "later" it is offered again as soon as breaks may follow each other.
    """
    if any(one.answered is Answered.NOT_TODAY for one in breaks):
        return None
    last = breaks[-1] if breaks else None
    if last is None or last.at < since:
        return since + interval(minutes)
    later = last.answered is Answered.LATER
    return last.at + interval(break_rules().least_minutes if later else minutes)


def interval(minutes: int) -> timedelta:
    """The time between two breaks: what the person set, within what is sensible."""
    rules = break_rules()
    return timedelta(minutes=min(max(minutes, rules.least_minutes), rules.most_minutes))


def offered(
    allowed: Sequence[str], most: Mapping[str, int], walking: bool, breaks: Sequence[Break]
) -> str | None:
    """The exercise to offer now; None: there is none today.

    `allowed` the seated exercises that suit now, in their order; `most` how often a day each may
    be done; `walking` whether a short walk suits; `breaks` today's, oldest first. The one that was
    not offered for longest comes first, and never the same twice in a row unless it is the only
    one.
    """
    left = _left(allowed, most, breaks)
    last = breaks[-1].exercise if breaks else None
    others = [exercise for exercise in left if exercise != last]
    if others:
        return min(others, key=lambda exercise: _last_offered(exercise, breaks))
    if walking:
        return break_rules().instead
    return left[0] if left else None


def _left(
    allowed: Sequence[str], most: Mapping[str, int], breaks: Sequence[Break]
) -> Sequence[str]:
    done = Counter(one.exercise for one in breaks if one.answered is Answered.DONE)
    limit = break_rules().most_a_day
    return [each for each in allowed if done[each] < min(limit, most.get(each, limit))]


def _last_offered(exercise: str, breaks: Sequence[Break]) -> int:
    """The place of its last offer among today's breaks; -1 where it was not offered yet."""
    places = [place for place, one in enumerate(breaks) if one.exercise == exercise]
    return places[-1] if places else -1
