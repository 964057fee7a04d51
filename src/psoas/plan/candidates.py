"""Which exercises may be planned today, and the reason for each one that may not."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from psoas.body import Position, Surface
from psoas.knowledge import expression
from psoas.library import Exercise, Kind, Library, Status
from psoas.library.queries import replacement_of
from psoas.plan.day import PERSON_WORDS, Day, kept_off_the_floor
from psoas.plan.doses import doses
from psoas.plan.exercise_words import LOAD_WORDS, exercise_words
from psoas.plan.planned import Reason
from psoas.plan.planning import planning
from psoas.plan.reasons import why
from psoas.safety.verdict import Ruling

_FITS: Mapping[Position, frozenset[Surface]] = {
    Position.STANDING: frozenset({Surface.STANDING}),
    Position.SEATED_CHAIR: frozenset({Surface.CHAIR}),
}
_LYING = frozenset({Surface.FLOOR, Surface.BED})
_STRENGTH_WINDOW = 7
_ABOVE_EVERY_LEVEL = 10
_RULE_WORDS = PERSON_WORDS | LOAD_WORDS


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A position and what it rests on."""

    position: Position
    surface: Surface


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """An exercise that may be planned today, and where it can be done."""

    exercise: Exercise
    spots: tuple[Spot, ...]
    how: tuple[str, ...]


def candidate(day: Day, exercise: Exercise) -> Candidate:
    """The exercise with its spots and how it is changed for this person."""
    return Candidate(
        exercise=exercise,
        spots=spots(day, exercise),
        how=day.verdicts[exercise.id].plain_how,
    )


def reason_against(day: Day, exercise: Exercise) -> Reason | None:
    """Why it can't be planned today; None where it can."""
    return never_offered(day.library, exercise) or next(_objections(day, exercise), None)


def unsuitable(
    day: Day, exercise: Exercise, passed_over: frozenset[str] = frozenset()
) -> Reason | None:
    """Why it isn't for this person here and now, whatever the plan would prefer.

    `passed_over` are rules that don't count for this question.
    """
    objections = (o for o in _safety_objections(day, exercise) if o.rule not in passed_over)
    return never_offered(day.library, exercise) or next(objections, None)


def not_now(day: Day, exercise: Exercise) -> Reason | None:
    """Why it isn't for this person here and now, whoever offers it."""
    return next(_safety_objections(day, exercise), None)


def never_offered(library: Library, exercise: Exercise) -> Reason | None:
    """Why nobody is offered it: excluded, offered by its replacement, or only to be read."""
    if exercise.plannable:
        return None
    if exercise.status is Status.REPLACE:
        other = replacement_of(library, exercise.id)
        return why("replace", name=other.name) if other else why("replace_nothing")
    return why(exercise.status.value, why=exercise.why)


def only_on_request(day: Day, exercise: Exercise) -> Reason | None:
    """Why the plan doesn't choose it by itself; None where it may, or where a clinician asked."""
    ladder = day.library.ladders.get(exercise.ladder.name)
    if ladder is None or exercise.id not in ladder.on_request or day.asked_for(exercise.id):
        return None
    return why("only_on_request")


def _objections(day: Day, exercise: Exercise) -> Iterator[Reason]:
    yield from _safety_objections(day, exercise)
    if not day.asked_for(exercise.id):
        yield from _written_rules(day, exercise)
        yield from _strength_enough(day, exercise)


def _safety_objections(day: Day, exercise: Exercise) -> Iterator[Reason]:
    verdict = day.verdicts[exercise.id]
    if verdict.ruling is Ruling.AVOID:
        yield why("avoided", why=" ".join(verdict.plain_why))
    if exercise.offered_when and not _offered(exercise.offered_when, day):
        yield why("only_leg_symptoms")
    until = day.learned(exercise.id).left_out_until
    if until and day.on < until:
        yield why("rested", day=_day_in_words(until))
    if missing := set(exercise.equipment) - day.equipment:
        yield why("no_equipment", things=" and ".join(f"a {thing}" for thing in sorted(missing)))
    if not spots(day, exercise):
        yield why("no_place" if _not_here(day, exercise) else "off_the_floor")
    if not day.opened(exercise.id):
        yield from _nerve_objections(day, exercise)


def _not_here(day: Day, exercise: Exercise) -> bool:
    """Whether the place lacks it, rather than a condition that keeps someone off the floor."""
    floor = Surface.FLOOR in exercise.surfaces and Surface.BED in day.surfaces
    return not (floor and kept_off_the_floor(day.person))


def _offered(rule: str, day: Day) -> bool:
    return expression(rule, PERSON_WORDS)(day.words)


def _day_in_words(day: date) -> str:
    return f"{day.day} {day:%B}"


def _nerve_objections(day: Day, exercise: Exercise) -> Iterator[Reason]:
    """Nerve load by how easily legs are stirred; on its own the ladder goes no higher than 3."""
    if exercise.load.nerve > day.allowance.max_nerve:
        yield why("nerve")
    on_nerve_ladder = exercise.ladder.name == planning().nerve.ladder
    if on_nerve_ladder and exercise.ladder.level > _highest_level(day, exercise):
        yield why("nerve_level")


def _highest_level(day: Day, exercise: Exercise) -> int:
    """Where to start on the nerve ladder; an exercise that was worked up to may be higher."""
    start, learned = day.allowance.max_level, day.memory.learned
    reached = day.learned(exercise.id).amount is not None
    led_to = any(known.goes_on_as == exercise.id for known in learned.values())
    return max(start, _highest_reached(day)) if reached or led_to else start


def _highest_reached(day: Day) -> int:
    return doses().level_with_leg_symptoms if day.person.leg_symptoms else _ABOVE_EVERY_LEVEL


def _written_rules(day: Day, exercise: Exercise) -> Iterator[Reason]:
    values = {**day.words, **exercise_words(exercise)}
    for rule in planning().leave_out:
        if expression(rule.when, _RULE_WORDS)(values):
            yield why(rule.reason)


def _strength_enough(day: Day, exercise: Exercise) -> Iterator[Reason]:
    if exercise.kind is Kind.STRENGTH:
        done = strength_days(day)
        yesterday = day.on - timedelta(days=1)
        if yesterday in done or len(done) >= planning().strength.days_per_week:
            yield why("strength_enough")


def strength_days(day: Day) -> frozenset[date]:
    """The days of the last seven, without today, on which strength was done."""
    first = day.on - timedelta(days=_STRENGTH_WINDOW - 1)
    return frozenset(
        done.on
        for done in day.memory.days
        if first <= done.on < day.on and any(_is_strength(day, key[0]) for key in done.seconds)
    )


def _is_strength(day: Day, exercise: str) -> bool:
    known = day.library.exercises.get(exercise)
    return known is not None and known.kind is Kind.STRENGTH


def spots(day: Day, exercise: Exercise) -> tuple[Spot, ...]:
    """Where it can be done today, the exercise's own position first."""
    return tuple(
        Spot(position=position, surface=surface)
        for position in (exercise.position, *exercise.other_positions)
        for surface in exercise.surfaces
        if surface in day.surfaces and surface in _FITS.get(position, _LYING)
    )
