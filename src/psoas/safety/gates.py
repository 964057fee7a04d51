"""Gates: the closing questions of conditions, and when a clinician's advice is called for.

An open gate is advised, never a lock: the calm list is suggested and the question asked again.
"""

from collections.abc import Collection, Mapping
from datetime import date

from psoas.knowledge import expression
from psoas.safety.conditions import AGE, Gate, condition
from psoas.safety.person import GateAnswer, Person

MILD_CONDITIONS = 3
"""With more than this many, advise a clinician and give half the dose."""
NOT_SAID = -1
"""The number of weeks or years that nobody said."""


def open_gates(person: Person, on: date, cleared: Collection[str] = ()) -> tuple[str, ...]:
    """The person's conditions whose gate is open on that day; `NotKnown` for an unknown one.

    Unanswered is open. `cleared` are ids that were recorded elsewhere as assessed.
    """
    return tuple(
        identity
        for identity in sorted(person.conditions)
        if identity not in cleared and _is_open(person, identity, on)
    )


def many_conditions(person: Person) -> bool:
    """Whether there are more than three conditions: half the dose, and advice to see a clinician.

    Each counts, also one whose gate is open: it is no milder than a mild one.
    """
    return len(person.conditions) > MILD_CONDITIONS


def advise_clinician(person: Person, on: date, cleared: Collection[str] = ()) -> bool:
    """Whether to suggest talking to a clinician because of conditions; it locks nothing."""
    return many_conditions(person) or bool(open_gates(person, on, cleared))


def _is_open(person: Person, identity: str, on: date) -> bool:
    gate = condition(identity).gate
    if gate is None:
        return False
    closes = expression(gate.closes_when, (*gate.questions, AGE))
    return not closes(_words(gate, person, _latest(person, identity), on))


def _latest(person: Person, identity: str) -> GateAnswer | None:
    answers = [answer for answer in person.gates if answer.condition == identity]
    return max(answers, key=lambda answer: answer.on, default=None)


def _words(
    gate: Gate, person: Person, answer: GateAnswer | None, on: date
) -> Mapping[str, str | int]:
    words: dict[str, str | int] = {word: _said(answer, word) for word in gate.questions}
    words["cleared"] = _yes_no(answer.cleared if answer else None)
    words["weeks"] = _weeks(answer, on)
    words[AGE] = NOT_SAID if person.age is None else person.age
    return words


def _said(answer: GateAnswer | None, word: str) -> str:
    if answer is None:
        return "unknown"
    if word in answer.facts:
        return "yes"
    return "no" if word in answer.denied else "unknown"


def _yes_no(value: bool | None) -> str:
    return "unknown" if value is None else "yes" if value else "no"


def _weeks(answer: GateAnswer | None, on: date) -> int:
    """Whole weeks by now, counted on from the day of the answer; a clock set back adds none."""
    if answer is None or answer.weeks is None:
        return NOT_SAID
    return answer.weeks + max(0, (on - answer.on).days // 7)
