"""How much of an exercise: where it starts, one step up, one step back, and its limits.

Pure arithmetic on amounts; the numbers stand in data/doses.toml and in the library's caps.
An amount is counted in seconds of hold (static), in repetitions (slider, movement, strength) or in
minutes (walking, ease). For walking, `sets` counts the bouts of a day; a session holds one of them.
"""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from itertools import product
from typing import TypeAlias

from psoas.library import Cap, Exercise, Kind
from psoas.plan.doses import Measure, Start, doses
from psoas.plan.planned import Amount
from psoas.safety.person import Irritability, Person

Caps: TypeAlias = Mapping[Kind, Cap]

_NO_LIMIT = 10**6
_OLDER = 65


@dataclass(frozen=True, slots=True, kw_only=True)
class NerveAllowance:
    """How much load on the sciatic nerve may be planned for someone."""

    max_nerve: int
    """The highest nerve load, 0 to 3."""
    max_level: int
    """The highest level of the hamstring and nerve ladder to start on."""
    slider_repetitions: int
    """The most repetitions of a slider to start with; 0: no slider, there is nothing to slide."""


def start_of(person: Person) -> Start:
    """Where this person starts.

    Unknown irritability, and "no leg symptoms" of someone who has them, are read as high.
    """
    told = person.irritability
    contradicted = told is Irritability.NO_LEG_SYMPTOMS and person.leg_symptoms
    unclear = told is Irritability.UNKNOWN or contradicted
    return doses().start[Irritability.HIGH if unclear else told]


def nerve_allowance(person: Person) -> NerveAllowance:
    """How much nerve load may be planned: less the more easily leg symptoms are stirred."""
    start = start_of(person)
    return NerveAllowance(
        max_nerve=start.most_nerve,
        max_level=start.most_level,
        slider_repetitions=start.most_slider_repetitions,
    )


def start_amount(
    exercise: Exercise, person: Person, caps: Caps, *, resting_pain: int | None = None
) -> Amount:
    """The first dose: by irritability and pain at rest, never above the exercise's own start.

    `resting_pain` is today's, 0 to 10; without it the person's usual pain counts.
    """
    measure = doses().measure[exercise.kind]
    if measure == "minutes":
        amount = Amount(hold_seconds=60 * _start_minutes(exercise, caps))
    elif measure == "repetitions":
        amount = _start_repetitions(exercise, person)
    else:
        amount = _start_hold(exercise, person, resting_pain)
    return capped(amount, exercise, caps, person.age)


def _start_minutes(exercise: Exercise, caps: Caps) -> int:
    dose = exercise.dose
    least = dose.minutes[0] if dose.minutes else caps[exercise.kind].floor_minutes or 1
    return dose.start_minutes or least


def _start_repetitions(exercise: Exercise, person: Person) -> Amount:
    dose, default = exercise.dose, doses().repetition
    hold = dose.start_hold or (dose.hold or (default.hold[exercise.kind],))[0]
    own = dose.start_repetitions or (dose.repetitions or (default.count,))[0]
    if exercise.kind is Kind.SLIDER:
        own = min(own, start_of(person).slider_repetitions)
    return Amount(hold_seconds=hold, repetitions=own)


def _start_hold(exercise: Exercise, person: Person, resting_pain: int | None) -> Amount:
    dose, start = exercise.dose, start_of(person)
    pain = person.pain if resting_pain is None else resting_pain
    own = dose.start_hold or (dose.hold or (start.hold,))[0]
    repetitions = dose.start_repetitions or (dose.repetitions or (start.repetitions,))[0]
    return Amount(
        hold_seconds=min(start.hold, own, _hold_at(pain)),
        repetitions=min(start.repetitions, repetitions),
    )


def _hold_at(pain: int | None) -> int:
    limits = doses().resting_pain
    if pain is None:
        return limits.unknown
    if pain >= 6:
        return limits.from_6
    return limits.from_4 if pain >= 4 else _NO_LIMIT


def capped(amount: Amount, exercise: Exercise, caps: Caps, age: int | None) -> Amount:
    """The amount cut to the caps of its kind; an unknown age has the caps of the younger."""
    return _lesser(amount, _most(exercise, caps, age))


def _most(exercise: Exercise, caps: Caps, age: int | None) -> Amount:
    cap = caps[exercise.kind]
    sets = cap.times_per_day if exercise.kind is Kind.WALKING else cap.sets
    minutes = cap.minutes * 60 if cap.minutes else None
    return Amount(
        hold_seconds=_cap_hold(cap, age) or minutes or _NO_LIMIT,
        repetitions=cap.repetitions or (1 if minutes else _NO_LIMIT),
        sets=sets or 1,
    )


def _cap_hold(cap: Cap, age: int | None) -> int | None:
    older = age is not None and age >= _OLDER
    return cap.hold_from_65 if older and cap.hold_from_65 else cap.hold


def progressed(amount: Amount, exercise: Exercise, caps: Caps, age: int | None) -> Amount | None:
    """One step more of one thing, by kind. None: the next level of its ladder is due.

    At its most, a kind whose progression doesn't end in a ladder step stays as it is.
    """
    now = capped(amount, exercise, caps, age)
    most = _goal(exercise, caps, age)
    for step in doses().progression[exercise.kind]:
        if step == "ladder":
            return None
        more = _STEPS[step](now, most, exercise.kind)
        if more is not None:
            return more
    return now


def _goal(exercise: Exercise, caps: Caps, age: int | None) -> Amount:
    """The most to grow to: the cap, or the exercise's own longest hold where that is shorter."""
    most = _most(exercise, caps, age)
    own = exercise.dose.hold[1] if exercise.dose.hold else None
    usual = caps[exercise.kind].hold or _NO_LIMIT
    return most if own is None or own >= usual else replace(most, hold_seconds=own)


def _longer_hold(now: Amount, most: Amount, _: Kind) -> Amount | None:
    hold = min(now.hold_seconds + doses().unit.hold, most.hold_seconds)
    return replace(now, hold_seconds=hold) if hold > now.hold_seconds else None


def _more_repetitions(now: Amount, most: Amount, kind: Kind) -> Amount | None:
    unit = doses().unit
    step = unit.slider_repetitions if kind is Kind.SLIDER else unit.repetitions
    repetitions = min(now.repetitions + step, most.repetitions)
    return replace(now, repetitions=repetitions) if repetitions > now.repetitions else None


def _another_set(now: Amount, most: Amount, _: Kind) -> Amount | None:
    """One set more, each with so few repetitions that the total grows by as little as it can.

    Fifteen repetitions become two sets of eight.
    """
    sets = now.sets + 1
    repetitions = now.repetitions * now.sets // sets + 1
    return replace(now, repetitions=repetitions, sets=sets) if sets <= most.sets else None


def _more_minutes(now: Amount, most: Amount, _: Kind) -> Amount | None:
    minutes = now.hold_seconds // 60
    step = max(doses().unit.minutes, math.floor(minutes * doses().walking_rise))
    seconds = min((minutes + step) * 60, most.hold_seconds)
    return replace(now, hold_seconds=seconds) if seconds > now.hold_seconds else None


def _another_bout(now: Amount, most: Amount, _: Kind) -> Amount | None:
    bouts = now.sets + 1
    minutes = now.hold_seconds * now.sets // 60 // bouts + 1
    return replace(now, hold_seconds=minutes * 60, sets=bouts) if bouts <= most.sets else None


_STEPS: Mapping[str, Callable[[Amount, Amount, Kind], Amount | None]] = {
    "hold": _longer_hold,
    "repetitions": _more_repetitions,
    "sets": _another_set,
    "minutes": _more_minutes,
    "bouts": _another_bout,
}


def regressed(amount: Amount, exercise: Exercise, caps: Caps) -> Amount:
    """One step back: seven tenths of the total, rounded down, never below the kind's floor."""
    return scaled(amount, doses().regress_share, exercise, caps)


def halved(amount: Amount, exercise: Exercise, caps: Caps) -> Amount:
    """Half of it, as on the calm list."""
    return scaled(amount, 0.5, exercise, caps)


def scaled(amount: Amount, share: float, exercise: Exercise, caps: Caps) -> Amount:
    """A share (0 to 1) of the total, rounded down to 5 s, 1 repetition or 1 minute.

    Never below the floor of its kind, and never more of anything than it was.
    """
    if share >= 1 or at_floor(amount, exercise, caps):
        return amount
    floor, measure = floor_amount(exercise, caps), doses().measure[exercise.kind]
    if measure == "repetitions":
        floor = replace(floor, hold_seconds=amount.hold_seconds)
    limit = math.floor(_size(amount, measure) * share + 1e-9)
    choices = [c for c in _smaller(amount, floor, measure) if _size(c, measure) <= limit]
    return max(
        choices,
        key=lambda choice: (_size(choice, measure), choice.sets, choice.repetitions),
        default=_lesser(amount, floor),
    )


def floor_amount(exercise: Exercise, caps: Caps) -> Amount:
    """The smallest dose of its kind."""
    cap = caps[exercise.kind]
    minutes = (cap.floor_minutes or 0) * 60
    return Amount(
        hold_seconds=cap.floor_hold or minutes or 1, repetitions=cap.floor_repetitions or 1
    )


def at_floor(amount: Amount, exercise: Exercise, caps: Caps) -> bool:
    """Whether it can't go back further."""
    measure = doses().measure[exercise.kind]
    return _size(amount, measure) <= _size(floor_amount(exercise, caps), measure)


def _size(amount: Amount, measure: Measure) -> int:
    return amount.repetitions * amount.sets if measure == "repetitions" else amount.seconds


def _smaller(amount: Amount, floor: Amount, measure: Measure) -> list[Amount]:
    """Every amount between the floor and this one, in whole units."""
    unit = doses().unit.hold if measure == "hold" else 60
    ways = product(
        range(floor.hold_seconds, amount.hold_seconds + 1, unit),
        range(floor.repetitions, amount.repetitions + 1),
        range(1, amount.sets + 1),
    )
    return [Amount(hold_seconds=hold, repetitions=count, sets=sets) for hold, count, sets in ways]


def _lesser(one: Amount, other: Amount) -> Amount:
    return Amount(
        hold_seconds=min(one.hold_seconds, other.hold_seconds),
        repetitions=min(one.repetitions, other.repetitions),
        sets=min(one.sets, other.sets),
    )


def weekly_limit(
    best_week_seconds: int, start_week_seconds: int, smallest_step_seconds: int = 0
) -> int:
    """The most seconds of one exercise or muscle for this week.

    A fifth above the best of the last four weeks. The start dose, and what the smallest step
    (+5 s or +1 repetition) adds in a week, are always allowed.
    """
    risen = math.floor(best_week_seconds * (1 + doses().weekly_rise) + 1e-9)
    return max(risen, best_week_seconds + smallest_step_seconds, start_week_seconds)
