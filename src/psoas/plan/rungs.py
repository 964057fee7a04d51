"""Which exercise of a ladder today: the gentlest that suits, or where decisions have led."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from psoas.library import Kind
from psoas.plan.candidates import Candidate
from psoas.plan.day import Day
from psoas.plan.planned import Reason
from psoas.plan.reasons import why
from psoas.plan.scoring import rotation


@dataclass(frozen=True, slots=True, kw_only=True)
class Rung:
    """The exercise of one ladder, why this one, and the others that were possible."""

    candidate: Candidate
    reasons: tuple[Reason, ...]
    others: tuple[Candidate, ...]


def rung_of(
    day: Day, options: Sequence[Candidate], stand_ins: Mapping[str, str], lower: int = 0
) -> Rung:
    """Choose among the candidates of one ladder; at least one is given.

    What a clinician asked for comes first, then what stands in for a left-out exercise, then the
    gentlest or where decisions have led from it; `lower` goes so many levels down from there.
    """
    asked = [option for option in options if day.asked_for(option.exercise.id)]
    standing_in = [option for option in options if option.exercise.id in stand_ins]
    if asked or standing_in:
        return _rung(_by_turns(day, asked or standing_in), options, ())
    gentlest = _gentlest(options)
    chosen = _led_to(day, _by_turns(day, gentlest), options)
    if lower:
        chosen = _by_turns(day, _lower(options, _level(chosen), lower))
    return _rung(chosen, options, _why_this(day, chosen, gentlest))


def _why_this(day: Day, chosen: Candidate, gentlest: Sequence[Candidate]) -> tuple[Reason, ...]:
    """Said only where the ladder has more than one rung."""
    ladder = day.library.ladders.get(chosen.exercise.ladder.name)
    if ladder is None or len(ladder.rungs) == 1:
        return ()
    return (why("gentlest") if chosen in gentlest else why("reached"),)


def _rung(chosen: Candidate, options: Sequence[Candidate], reasons: tuple[Reason, ...]) -> Rung:
    others = tuple(option for option in options if option is not chosen)
    return Rung(candidate=chosen, reasons=reasons, others=others)


def _by_turns(day: Day, options: Sequence[Candidate]) -> Candidate:
    """A favourite, else each in its turn."""
    return min(
        options,
        key=lambda option: (
            option.exercise.id not in day.person.favourites,
            rotation(day, option.exercise),
        ),
    )


def _gentlest(options: Sequence[Candidate]) -> list[Candidate]:
    """The lowest level. A slider takes turns with the gentlest hold, for it leads no further."""
    sliders = [option for option in options if option.exercise.kind is Kind.SLIDER]
    rest = [option for option in options if option not in sliders]
    least = min(map(_level, rest), default=None)
    return [*sliders, *(option for option in rest if _level(option) == least)]


def _led_to(day: Day, start: Candidate, options: Sequence[Candidate]) -> Candidate:
    """Follow what goes on as what; where that leads round in a circle, the lowest of it."""
    by_id = {option.exercise.id: option for option in options}
    path = [start]
    while (after := by_id.get(day.learned(path[-1].exercise.id).goes_on_as or "")) is not None:
        if after in path:
            return min(path[path.index(after) :], key=_level)
        path.append(after)
    return path[-1]


def _lower(options: Sequence[Candidate], level: int, steps: int) -> list[Candidate]:
    levels = sorted({_level(option) for option in options})
    there = levels[max(0, levels.index(level) - steps)]
    return [option for option in options if _level(option) == there]


def _level(option: Candidate) -> int:
    return option.exercise.ladder.level
