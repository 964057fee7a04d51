"""The response rules as data: data/response_rules.toml, read into frozen dataclasses."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

from psoas.knowledge import STRICT_KEYS, UNKNOWN, BadRule, Expression, expression, read_toml
from psoas.plan.response_values import HELPERS


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """Something a rule can decide, with its effect in plain words."""

    __pydantic_config__ = STRICT_KEYS

    id: str
    effect: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Input:
    """One thing the rules ask about, and what may be said of it (always also "unknown")."""

    __pydantic_config__ = STRICT_KEYS

    name: str
    about: str
    kind: Literal["words", "number", "yes_no"] = "words"
    words: tuple[str, ...] = ()
    least: int | None = None
    most: int | None = None

    def mend(self, value: object) -> str | None:
        """What to give instead of this value; None where the value is fine."""
        if value == UNKNOWN or self._fits(value):
            return None
        return f"this must be {self._wanted()} or “{UNKNOWN}”"

    def _fits(self, value: object) -> bool:
        if self.kind != "number":
            return isinstance(value, bool) if self.kind == "yes_no" else value in self.words
        if isinstance(value, bool) or not isinstance(value, int | float):
            return False
        least = float("-1e9") if self.least is None else self.least
        return least <= value <= (1e9 if self.most is None else self.most)

    def _wanted(self) -> str:
        if self.kind == "yes_no":
            return "true, false"
        if self.kind == "words":
            return ", ".join(f"“{word}”" for word in self.words)
        least = "" if self.least is None else f" from {self.least}"
        return f"a number{least}" + ("" if self.most is None else f" to {self.most}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Referral:
    """Advice to be seen: how soon, and whether it closes the full programme until then."""

    __pydantic_config__ = STRICT_KEYS

    when: str
    """now, 24-48h, 1 week, 4 weeks or 6 weeks."""
    locks: bool
    """True only where the answer counts as a yes to a red flag."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One rule: when it speaks, what it decides, and what it rests on."""

    __pydantic_config__ = STRICT_KEYS

    id: str
    scope: Literal["any", "exercise", "session", "next_morning", "programme"]
    """exercise rules act on that exercise; session and next_morning rules on all of the day;
    programme rules on the plan."""
    when: str
    action: str | None = None
    """None: it only refers."""
    plain: str
    why: str
    """Said to the person."""
    source: str
    strength: str
    referral: Referral | None = None
    opens: tuple[str, ...] = ()
    """Red flags whose questions it opens."""
    until: str | None = None
    swap_filter: str | None = None
    once_per: str | None = None
    next_time: str | None = None
    card: str | None = None
    rest_day_means: Literal["today", "next day"] | None = None
    restart: Literal["everything", "dose"] | None = None
    """After a gap: begin as at first, or at the start dose of the level that was reached."""
    fallback: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RestDayCap:
    """What a rest day becomes after so many in a row."""

    __pydantic_config__ = STRICT_KEYS

    input: str
    at_least: int
    becomes: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RegressAtFloor:
    """What a step back becomes at the smallest dose."""

    __pydantic_config__ = STRICT_KEYS

    input: str
    outcome: str


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ResponseRules:
    """All rules, with the actions in order of severity and the inputs they ask about."""

    __pydantic_config__ = STRICT_KEYS

    version: str
    referral_when: tuple[str, ...]
    """Soonest first."""
    actions: tuple[Action, ...]
    """Mildest first."""
    inputs: tuple[Input, ...]
    rules: tuple[Rule, ...]
    rest_day_cap: RestDayCap
    regress_at_floor: RegressAtFloor

    def named(self, ids: Collection[str]) -> tuple[Rule, ...]:
        """The rules with these ids, in the book's order; ids of other versions are passed over."""
        return tuple(rule for rule in self.rules if rule.id in ids)

    def severity(self, action: str) -> int:
        """The place of an action in the order of severity; progress is 0."""
        return [known.id for known in self.actions].index(action)


@cache
def names(rules: ResponseRules) -> frozenset[str]:
    """Every word that a rule may speak of."""
    return frozenset(known.name for known in rules.inputs) | HELPERS


@cache
def conditions(rules: ResponseRules) -> Mapping[str, Expression]:
    """The rules' conditions ready to ask, by rule id."""
    return {rule.id: expression(rule.when, names(rules)) for rule in rules.rules}


def faults(rules: ResponseRules) -> list[str]:
    """What is wrong in a rule book, one plain sentence each; empty where all is well."""
    return [fault for rule in rules.rules for fault in _faults(rule, rules)]


def _faults(rule: Rule, rules: ResponseRules) -> list[str]:
    found = []
    try:
        expression(rule.when, names(rules))
    except BadRule as bad:
        found.append(f"{rule.id}: {bad}")
    if rule.action is not None and rule.action not in {known.id for known in rules.actions}:
        found.append(f"{rule.id}: the action “{rule.action}” is not in the list of actions")
    if rule.referral and rule.referral.when not in rules.referral_when:
        found.append(f"{rule.id}: a referral “{rule.referral.when}” is not known")
    return found


@cache
def load_rules() -> ResponseRules:
    """The rules that come with Psoas, read once."""
    return read_toml(ResponseRules, files("psoas.plan") / "data" / "response_rules.toml")
