"""The verdict on each exercise: conditions together, what leg symptoms rule out, and advice.

Avoid beats modify beats ok. Nothing here makes a verdict milder but a clinician's advice that is on
record with a name and a day, and that never opens an exercise that is excluded for everyone.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from psoas.library import Exercise, Library, Status
from psoas.safety.cells import Cell, cell, tightest
from psoas.safety.conditions import Direction, Most, NotKnown, condition
from psoas.safety.person import Advice, AdviceKind, Eases, Person
from psoas.safety.verdict import Ruling, Verdict

STAY_IN_THE_MIDDLE = "Stay in the middle: avoid the end of both bending and arching"
STAY_IN_THE_MIDDLE_PLAIN = "Stay in the middle. Don't go as far as you can, bending or arching."
NOTHING_AGAINST = "Nothing you have told us speaks against it"
REPLACED = "Psoas offers another exercise in its place"
NERVE_LOAD_RULED_OUT = 3
"""With leg symptoms nothing with this nerve load is offered; 2 is left to the plan."""
STRAINS_THE_NERVE = "It pulls hard on the sciatic nerve, and you have symptoms in a leg"


@dataclass(frozen=True, slots=True)
class _Finding:
    """One thing that speaks about an exercise; `by` is the condition, or empty."""

    by: str
    cell: Cell


@dataclass(frozen=True, slots=True)
class _Case:
    """What is true of a person, as far as verdicts go."""

    conditions: tuple[str, ...]
    leg_symptoms: bool
    eases: Eases


def verdict(
    library: Library,
    exercise_id: str,
    conditions: Collection[str],
    *,
    leg_symptoms: bool = False,
    eases: Eases = Eases.UNKNOWN,
) -> Verdict:
    """What becomes of one exercise under these conditions; raises `NotKnown` for an unknown id.

    Under exactly one condition it is what that condition says, also of an exercise that Psoas
    replaces by another; else such an exercise is avoided.
    """
    exercise = exercise_of(library, exercise_id)
    case = _Case(_in_order(conditions), leg_symptoms, eases)
    findings = _findings(exercise, case)
    if len(case.conditions) != 1:
        findings = _with_status(exercise, findings)
    found = _combined(exercise_id, findings)
    if found.ruling is not Ruling.AVOID:
        return found
    return replace(found, swap_to=_swaps(library, exercise, case))


def verdicts(library: Library, person: Person, on: date) -> Mapping[str, Verdict]:
    """The verdict on every exercise for this person on this day, their clinicians' advice included.

    An exercise that is replaced or excluded is avoided; one that is information is ok to read, and
    no plan chooses it. Red flags are not known here: they decide before any of this.
    """
    case = _Case(_in_order(person.conditions), person.leg_symptoms, person.eases)
    advice = _in_force(person.advice, on)
    found = {
        identity: _advised(exercise, case, advice.get(identity, ()))
        for identity, exercise in library.exercises.items()
    }
    return {identity: _with_swaps(library, found, one) for identity, one in found.items()}


def most_of(exercise: Exercise, person: Person) -> Most:
    """The largest dose of an exercise that this person's conditions leave, whatever they rule."""
    return tightest(
        cell(exercise, condition(identity), person.eases).at_most for identity in person.conditions
    )


def exercise_of(library: Library, identity: str) -> Exercise:
    """One exercise by id; raises `NotKnown`."""
    try:
        return library.exercises[identity]
    except KeyError:
        raise NotKnown("exercise", identity, tuple(library.exercises)) from None


def _in_order(conditions: Collection[str]) -> tuple[str, ...]:
    return tuple(sorted(set(conditions)))


def _findings(exercise: Exercise, case: _Case) -> list[_Finding]:
    findings = [
        _Finding(identity, cell(exercise, condition(identity), case.eases))
        for identity in case.conditions
    ]
    if case.leg_symptoms and exercise.load.nerve >= NERVE_LOAD_RULED_OUT:
        findings.append(_avoid(STRAINS_THE_NERVE))
    return findings


def _with_status(exercise: Exercise, findings: list[_Finding]) -> list[_Finding]:
    """Add what holds for everyone, in place of what conditions only repeat."""
    if exercise.status not in (Status.REPLACE, Status.EXCLUDED):
        return findings
    own = [finding for finding in findings if not finding.cell.by_default]
    return [_avoid(exercise.why or REPLACED), *own]


def _avoid(why: str) -> _Finding:
    return _Finding("", Cell(ruling=Ruling.AVOID, why=why, plain_why=(_sentence(why),)))


def _sentence(text: str) -> str:
    return text if text.endswith(".") else f"{text}."


def _combined(exercise: str, findings: list[_Finding]) -> Verdict:
    worst = max((finding.cell.ruling for finding in findings), default=Ruling.OK)
    deciding = [finding for finding in findings if finding.cell.ruling is worst]
    others = [f for f in findings if Ruling.OK < f.cell.ruling < worst]
    changing = deciding if worst is Ruling.MODIFY else []
    return Verdict(
        exercise=exercise,
        ruling=worst,
        how=_how(changing),
        why=_once(f.cell.why for f in (*deciding, *others)) or (NOTHING_AGAINST,),
        plain_how=_plain_how(changing),
        plain_why=_plain_why(deciding),
        conditions=tuple(finding.by for finding in deciding if finding.by),
    )


def _plain_why(deciding: list[_Finding]) -> tuple[str, ...]:
    said = _once(text for finding in deciding for text in finding.cell.plain_why)
    return said or (_sentence(NOTHING_AGAINST),)


def _how(findings: list[_Finding]) -> tuple[str, ...]:
    middle = (STAY_IN_THE_MIDDLE,) if _pulled_apart(findings) else ()
    return (*_once(finding.cell.how for finding in findings), *middle)


def _plain_how(findings: list[_Finding]) -> tuple[str, ...]:
    middle = (STAY_IN_THE_MIDDLE_PLAIN,) if _pulled_apart(findings) else ()
    said = (text for finding in findings for text in finding.cell.plain_how)
    return (*_once(said), *middle)


def _pulled_apart(findings: list[_Finding]) -> bool:
    """Whether one text leads away from bending and another from arching."""
    steered = {direction for finding in findings for direction in finding.cell.steers_from}
    return steered == set(Direction)


def _once(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(texts))


def _swaps(library: Library, exercise: Exercise, case: _Case) -> tuple[str, ...]:
    """The exercise's own swaps, best first, without those that this person should avoid."""

    def fits(identity: str) -> bool:
        other = exercise_of(library, identity)
        found = _combined(identity, _findings(other, case))
        return other.plannable and found.ruling is not Ruling.AVOID

    return tuple(identity for identity in exercise.swaps if fits(identity))


def _in_force(advice: Collection[Advice], on: date) -> dict[str, tuple[Advice, ...]]:
    found: dict[str, tuple[Advice, ...]] = {}
    for one in advice:
        if one.holds_on(on):
            found[one.exercise] = (*found.get(one.exercise, ()), one)
    return found


def _advised(exercise: Exercise, case: _Case, advice: tuple[Advice, ...]) -> Verdict:
    findings = _with_status(exercise, _findings(exercise, case))
    against = [_avoid(_told(a, "not to do this")) for a in advice if a.kind is AdviceKind.AVOID]
    found = _combined(exercise.id, [*against, *findings])
    opening = [a for a in advice if a.kind is AdviceKind.OPEN and a.who and a.given_on]
    locked = against or exercise.status is Status.EXCLUDED
    if found.ruling is Ruling.AVOID and opening and not locked:
        return _opened(found, findings, opening[-1])
    return found


def _opened(found: Verdict, findings: list[_Finding], advice: Advice) -> Verdict:
    changed = [finding for finding in findings if finding.cell.ruling is Ruling.MODIFY]
    shown, told = f"Do it the way {advice.who} showed you", _told(advice, "to do this")
    return replace(
        found,
        ruling=Ruling.MODIFY,
        how=(shown, *_how(changed)),
        why=(told, *found.why),
        plain_how=(_sentence(shown), *_plain_how(changed)),
        plain_why=(_sentence(told), *found.plain_why),
    )


def _told(advice: Advice, what: str) -> str:
    who = advice.who or "Your clinician"
    day = advice.given_on
    return f"{who} told you {what}" + (f" on {day.day} {day:%B %Y}" if day else "")


def _with_swaps(library: Library, found: Mapping[str, Verdict], one: Verdict) -> Verdict:
    if one.ruling is not Ruling.AVOID:
        return one
    swaps = (
        identity
        for identity in library.exercises[one.exercise].swaps
        if library.exercises[identity].plannable and found[identity].ruling is not Ruling.AVOID
    )
    return replace(one, swap_to=tuple(swaps))
