"""What one condition makes of one exercise."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from psoas.knowledge import STRICT_KEYS, read_toml
from psoas.library import Exercise, Status
from psoas.safety.conditions import (
    UNLIMITED,
    WORDS,
    Condition,
    Direction,
    Most,
    NamedException,
    Rule,
    words_of,
)
from psoas.safety.person import Eases
from psoas.safety.verdict import Ruling

NOTHING_MATTERS = "No load in a direction that matters for this condition"
SEVERAL = "; "
"""Joins the texts of rules that fire together under one condition."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """The ruling of one condition on one exercise, with one text for how and one for why.

    The plain ones say the same to the person, a text for each rule; none where it is ok.
    """

    ruling: Ruling
    how: str = ""
    why: str
    plain_how: tuple[str, ...] = ()
    plain_why: tuple[str, ...] = ()
    at_most: Most = UNLIMITED
    """The tightest limit of every rule that speaks, of those too that don't decide."""
    steers_from: frozenset[Direction] = frozenset()
    by_default: bool = False
    """Avoided only because the exercise is excluded for everyone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Excluded:
    __pydantic_config__ = STRICT_KEYS

    why: dict[str, str]
    """By exercise id; `otherwise` for any other."""
    plain_why: str


def cell(exercise: Exercise, condition: Condition, eases: Eases = Eases.UNKNOWN) -> Cell:
    """What `condition` makes of `exercise`; `eases` is the direction the person found to help."""
    excluded = exercise.status is Status.EXCLUDED
    return _cell(condition, exercise.id, excluded, words_of(exercise), eases)


@cache
def _cell(
    condition: Condition, exercise: str, excluded: bool, words: tuple[object, ...], eases: Eases
) -> Cell:
    named = condition.exception_for(exercise)
    if named:
        return _from_exception(named)
    values = dict(zip(WORDS, words, strict=True))
    found = _joined([_seen(rule, eases) for rule in condition.rules if rule.holds(values)])
    if excluded and found.ruling is not Ruling.AVOID:
        return Cell(
            ruling=Ruling.AVOID,
            why=_excluded_why(exercise),
            plain_why=(_excluded().plain_why,),
            by_default=True,
        )
    return found


def _from_exception(named: NamedException) -> Cell:
    return Cell(
        ruling=named.ruling,
        how=named.how,
        why=named.why,
        plain_how=_said([named.plain_how]),
        plain_why=(named.plain_why,),
        at_most=named.at_most,
        steers_from=_directions([named]),
    )


def _seen(rule: Rule, eases: Eases) -> Rule:
    """The rule as the observed response leaves it: what eased wins over what was expected."""
    observed = rule.observed
    if observed is None or observed.eases is not eases:
        return rule
    return Rule(
        when=rule.when,
        verdict="modify",
        how=observed.how,
        why=observed.why,
        plain_how=observed.plain_how,
        plain_why=observed.plain_why,
        at_most=observed.at_most,
    )


def _joined(rules: list[Rule]) -> Cell:
    worst = max((rule.ruling for rule in rules), default=Ruling.OK)
    deciding = [rule for rule in rules if rule.ruling is worst]
    if not deciding:
        return Cell(ruling=Ruling.OK, why=NOTHING_MATTERS)
    return Cell(
        ruling=worst,
        how=SEVERAL.join(rule.how for rule in deciding if rule.how),
        why=SEVERAL.join(rule.why for rule in deciding),
        plain_how=_said(rule.plain_how for rule in deciding),
        plain_why=_said(rule.plain_why for rule in deciding),
        at_most=tightest(rule.at_most for rule in rules),
        steers_from=_directions(deciding),
    )


def tightest(limits: Iterable[Most]) -> Most:
    """What all of these limits together leave."""
    every = list(limits)
    return Most(
        hold=_least(limit.hold for limit in every),
        repetitions=_least(limit.repetitions for limit in every),
        sets=_least(limit.sets for limit in every),
    )


def _least(values: Iterable[int | None]) -> int | None:
    return min((value for value in values if value is not None), default=None)


def _said(texts: Iterable[str]) -> tuple[str, ...]:
    """Each text once, without those that are empty."""
    return tuple(dict.fromkeys(text for text in texts if text))


def _directions(entries: Iterable[Rule | NamedException]) -> frozenset[Direction]:
    return frozenset(entry.steers_from for entry in entries if entry.steers_from)


@cache
def _excluded() -> _Excluded:
    return read_toml(_Excluded, files("psoas.safety") / "data" / "excluded.toml")


def _excluded_why(exercise: str) -> str:
    return _excluded().why.get(exercise) or _excluded().why["otherwise"]
