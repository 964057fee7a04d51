"""What comes first today, as points that explain themselves."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import blake2b

from psoas.body import MUSCLES
from psoas.knowledge import expression
from psoas.library import Exercise, Kind, Load, Status
from psoas.plan.budget import Budget, parts_of
from psoas.plan.candidates import Candidate, strength_days
from psoas.plan.day import PERSON_WORDS, Day
from psoas.plan.planned import Reason
from psoas.plan.planning import planning
from psoas.plan.reasons import why
from psoas.plan.sides import sides_of
from psoas.safety.person import Eases

_A_WEEK = 7
_A_WHILE = 3
"""Days after which "a while" is said."""
MOST_REASONS = 2
"""Why something was chosen: the two that weigh most are said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Points:
    """Points for an exercise; the reason is said where they count for it."""

    points: float
    reason: Reason | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Scored:
    """A candidate with its points."""

    candidate: Candidate
    points: tuple[Points, ...]

    @property
    def total(self) -> float:
        """The sum of its points."""
        return sum(point.points for point in self.points)

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """What weighs most, first."""
        said = sorted((p for p in self.points if p.reason), key=lambda p: -p.points)
        return tuple(p.reason for p in said[:MOST_REASONS] if p.reason)


def scored(day: Day, candidate: Candidate, budget: Budget, stand_ins: Mapping[str, str]) -> Scored:
    """The candidate with its points; `stand_ins`: what stands in for which left-out exercise."""
    exercise = candidate.exercise
    points = (
        *_stands_in(exercise, stand_ins),
        *_goals(day, exercise),
        *_favourite(day, exercise),
        *_direction(day, exercise),
        *_strength(day, exercise),
        *_target(day, exercise, budget),
        *_since(day, exercise),
        *_cautions(candidate),
    )
    return Scored(candidate=candidate, points=points)


def rotation(day: Day, exercise: Exercise) -> bytes:
    """What turns with the date and decides among equals.

    A true hash: with a checksum neighbouring dates would keep the same order.
    """
    return blake2b(f"{exercise.id} {day.on.isoformat()}".encode(), digest_size=8).digest()


def _stands_in(exercise: Exercise, stand_ins: Mapping[str, str]) -> Iterator[Points]:
    if exercise.id in stand_ins:
        reason = why("stands_in", name=stand_ins[exercise.id])
        yield Points(points=planning().scores.stands_in, reason=reason)


def _goals(day: Day, exercise: Exercise) -> Iterator[Points]:
    for goal in planning().goals:
        if goal.ladder == exercise.ladder.name and expression(goal.when, PERSON_WORDS)(day.words):
            yield Points(points=goal.points, reason=why(goal.reason))


def _favourite(day: Day, exercise: Exercise) -> Iterator[Points]:
    if exercise.id in day.person.favourites:
        yield Points(points=planning().scores.favourite, reason=why("favourite"))


def _direction(day: Day, exercise: Exercise) -> Iterator[Points]:
    if day.person.eases in (Eases.BENDING, Eases.ARCHING) and day.person.eases is _way(
        exercise.load
    ):
        yield Points(points=planning().scores.eases, reason=why("eases"))


def _way(load: Load) -> Eases:
    """The direction an exercise moves the low back in."""
    if load.lumbar_flexion == load.lumbar_extension:
        return Eases.NEITHER
    return Eases.BENDING if load.lumbar_flexion > load.lumbar_extension else Eases.ARCHING


def _strength(day: Day, exercise: Exercise) -> Iterator[Points]:
    if exercise.kind is Kind.STRENGTH and len(strength_days(day)) < planning().strength.wanted_days:
        yield Points(points=planning().scores.strength_due, reason=why("strength_due"))


def _target(day: Day, exercise: Exercise, budget: Budget) -> Iterator[Points]:
    if exercise.kind is not Kind.STATIC:
        return
    parts = [part for side in sides_of(exercise, day.person) for part in parts_of(exercise, side)]
    least = min(parts, key=lambda part: budget.week.get(part, 0))
    if budget.week.get(least, 0) < planning().fit.target_seconds:
        reason = why("below_target", muscle=MUSCLES[least[0]].plain)
        yield Points(points=planning().scores.below_target, reason=reason)


def _since(day: Day, exercise: Exercise) -> Iterator[Points]:
    last = day.learned(exercise.id).last_done
    days = _A_WEEK if last is None else min(max((day.on - last).days, 0), _A_WEEK)
    said = why("since") if last is not None and days >= _A_WHILE else None
    yield Points(points=days * planning().scores.each_day_since, reason=said)


def _cautions(candidate: Candidate) -> Iterator[Points]:
    if candidate.how:
        yield Points(points=planning().scores.changed)
    if candidate.exercise.status is Status.CAUTION:
        yield Points(points=planning().scores.caution)
