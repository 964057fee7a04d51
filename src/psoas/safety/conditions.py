"""The conditions: what may be true of a person, as rules over what an exercise asks of the body.

A condition is a TOML file beside this module. Its rules speak of loads (`lumbar_flexion >= 3`) and
of a few words about the exercise; an exercise that no rule can describe is a named exception.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from difflib import get_close_matches
from enum import StrEnum
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from operator import attrgetter
from pathlib import Path
from typing import Literal

from psoas.knowledge import STRICT_KEYS, BadData, BadRule, Problem, expression, read_folder
from psoas.library import Exercise, Load
from psoas.safety.person import Eases
from psoas.safety.verdict import Ruling

LOADS = tuple(field.name for field in fields(Load))
_loads = attrgetter(*LOADS)
WORDS = (*LOADS, "kind", "position", "ladder", "level")
"""What the rule of a condition may speak of."""
AGE = "age"
"""What the rule of any gate may speak of besides its questions: years, -1 where nobody said."""


class NotKnown(LookupError):
    """An id that is nowhere in the data; the message is one plain sentence."""

    def __init__(self, what: str, identity: str, known: Sequence[str]) -> None:
        near = get_close_matches(identity, known, 1)
        hint = f"; did you mean “{near[0]}”?" if near else "."
        super().__init__(f"There is no {what} called “{identity}”{hint}")


class Direction(StrEnum):
    """The two directions in which the low back moves forward and backward."""

    BENDING = "bending"
    ARCHING = "arching"


@dataclass(frozen=True, slots=True, kw_only=True)
class Most:
    """The largest dose that a `how` leaves; None: it says nothing of it."""

    __pydantic_config__ = STRICT_KEYS

    hold: int | None = None
    """Seconds of one hold, or of a whole bout of walking or rest."""
    repetitions: int | None = None
    sets: int | None = None


UNLIMITED = Most()


@dataclass(frozen=True, slots=True, kw_only=True)
class Observed:
    """What becomes of a rule where the person found that this direction eases the pain."""

    __pydantic_config__ = STRICT_KEYS

    eases: Eases
    how: str
    why: str
    plain_how: str
    plain_why: str
    at_most: Most = UNLIMITED


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """Which loads matter under a condition, what they lead to, and why."""

    __pydantic_config__ = STRICT_KEYS

    when: str
    verdict: Literal["modify", "avoid"]
    how: str = ""
    why: str
    plain_how: str = ""
    """The same in whole sentences for the person, seen and spoken; where there is a `how`."""
    plain_why: str
    """The same in whole sentences for the person, readable at twelve."""
    at_most: Most = UNLIMITED
    """The same as numbers, where its `how` limits the dose."""
    steers_from: Direction | None = None
    """The direction that its `how` leads away from."""
    observed: Observed | None = None
    """Only on a rule that avoids: what the observed response turns it into, a `modify`."""

    @property
    def ruling(self) -> Ruling:
        """How cautious it is."""
        return Ruling[self.verdict.upper()]

    def holds(self, words: Mapping[str, object]) -> bool:
        """Whether it fires for an exercise, given by `WORDS`."""
        return expression(self.when, WORDS)(words)


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedException:
    """One exercise that the rules can't describe, by its id."""

    __pydantic_config__ = STRICT_KEYS

    exercise: str
    verdict: Literal["ok", "modify", "avoid"]
    how: str = ""
    why: str
    plain_how: str = ""
    plain_why: str
    at_most: Most = UNLIMITED
    steers_from: Direction | None = None

    @property
    def ruling(self) -> Ruling:
        """How cautious it is."""
        return Ruling[self.verdict.upper()]


@dataclass(frozen=True, slots=True, kw_only=True)
class Gate:
    """A closing question: while it is open, the calm list is advised and nothing is locked."""

    __pydantic_config__ = STRICT_KEYS

    ask: str
    closes_when: str
    """A rule over the words of `questions`, each 'yes', 'no' or 'unknown', and over `age`; `weeks`
    is a number, -1 where nobody said."""
    questions: Mapping[str, str]
    """The single questions, by the word that the rule uses."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Condition:
    """Something true of the person that changes what is suitable."""

    __pydantic_config__ = STRICT_KEYS

    id: str
    label: str
    ask: str
    basis: str
    pregnancy: bool = False
    keeps_off_the_floor: bool = False
    """Where a bed is at hand, nobody is sent down to the floor."""
    gate: Gate | None = None
    rules: tuple[Rule, ...] = ()
    exceptions: tuple[NamedException, ...] = ()

    def exception_for(self, exercise: str) -> NamedException | None:
        """The exception that names this exercise."""
        return next((e for e in self.exceptions if e.exercise == exercise), None)


def words_of(exercise: Exercise) -> tuple[object, ...]:
    """What rules may know of an exercise, in the order of `WORDS`."""
    return (
        *_loads(exercise.load),
        exercise.kind,
        exercise.position,
        exercise.ladder.name,
        exercise.ladder.level,
    )


def read_conditions(folder: Path | Traversable) -> dict[str, Condition]:
    """Read a folder of conditions, by id; raises `BadData` with file, key and mend."""
    conditions = read_folder(Condition, folder)
    problems = [p for condition in conditions.values() for p in _problems(condition)]
    if problems:
        raise BadData(problems)
    return conditions


@cache
def load_conditions() -> Mapping[str, Condition]:
    """The conditions that come with Psoas, read once."""
    return read_conditions(files("psoas.safety") / "data" / "conditions")


def condition(identity: str) -> Condition:
    """One condition by id; raises `NotKnown`."""
    try:
        return load_conditions()[identity]
    except KeyError:
        raise NotKnown("condition", identity, tuple(load_conditions())) from None


def _problems(condition: Condition) -> list[Problem]:
    file = f"{condition.id}.toml"
    mends: list[tuple[str, str]] = []
    for n, rule in enumerate(condition.rules):
        mends.append((f"rules.{n}.when", _bad_rule(rule.when, WORDS)))
        mends.append((f"rules.{n}.how", _bad_how(rule)))
        mends.append((f"rules.{n}.observed", _bad_observed(rule)))
    for n, named in enumerate(condition.exceptions):
        mends.append((f"exceptions.{n}.how", _bad_how(named)))
    if condition.gate:
        words = (*condition.gate.questions, AGE)
        mends.append(("gate.closes_when", _bad_rule(condition.gate.closes_when, words)))
    return [Problem(file, key, mend) for key, mend in mends if mend]


def _bad_rule(text: str, words: Sequence[str]) -> str:
    try:
        expression(text, words)
    except BadRule as error:
        return str(error)
    return ""


def _bad_how(entry: Rule | NamedException) -> str:
    modifies = entry.verdict == "modify"
    if modifies == bool(entry.how) == bool(entry.plain_how):
        return ""
    return (
        "say how to change it for `modify`, and again in plain words as `plain_how`; leave both out"
        " for any other verdict"
    )


def _bad_observed(rule: Rule) -> str:
    if rule.observed and rule.verdict != "avoid":
        return "only a rule that avoids can give way to an observed response; remove it"
    return ""
