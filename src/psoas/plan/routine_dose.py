"""The dose of a routine's item: the article's own, within the caps and what the person can take."""

from collections.abc import Iterator
from dataclasses import replace

from psoas.library import Exercise, Kind, RoutineItem
from psoas.plan.amounts import Dosed, dosed
from psoas.plan.choosing import Recipe
from psoas.plan.day import Day
from psoas.plan.dose import capped, scaled, start_amount, start_of
from psoas.plan.planned import Amount, Reason
from psoas.plan.planning import planning
from psoas.plan.reasons import dose_in_words, times_in_words, why


def routine_dose(
    day: Day,
    exercise: Exercise,
    item: RoutineItem | None,
    recipe: Recipe,
    most_repetitions: int | None = None,
) -> Dosed:
    """What the source gives, where it gives a range the least of it; else our default.

    Without an item (the exercise stands in for another) it is our default. `most_repetitions` is
    the most of a hold where the routine's exercises must share a muscle's time.
    """
    usual = dosed(day, exercise, recipe.share, recipe.most_walking_minutes)
    asked = _asked(exercise, item, usual.amount) if item else None
    if asked is None:
        said = why("dose_default", dose=dose_in_words(exercise, usual.amount))
        return replace(usual, reasons=(said, *usual.reasons[1:]))
    amount, reasons = asked, [_said_by_source(exercise, item, asked)]
    for less, reason in _limits(day, exercise, asked, most_repetitions):
        if less != amount:
            amount, reasons = less, [*reasons, reason]
    part = scaled(amount, recipe.share.of, exercise, day.library.caps)
    if part != amount and recipe.share.reason:
        reasons.append(recipe.share.reason)
    return Dosed(amount=part, reasons=tuple(reasons))


def _asked(exercise: Exercise, item: RoutineItem, usual: Amount) -> Amount | None:
    """The source's dose, what it leaves open as we would give it; None: it says nothing."""
    breath = planning().routine.seconds_a_breath
    hold = item.hold[0] if item.hold else item.breaths and item.breaths[0] * breath
    repetitions = item.repetitions and item.repetitions[0]
    if not hold and not repetitions:
        return None
    return Amount(
        hold_seconds=hold or usual.hold_seconds,
        repetitions=repetitions or usual.repetitions,
        sets=item.sets[0] if item.sets else 1,
    )


def _said_by_source(exercise: Exercise, item: RoutineItem | None, asked: Amount) -> Reason:
    """What of the dose is the source's own, and what of it is our default."""
    dose = dose_in_words(exercise, asked)
    counted = item is not None and item.repetitions is not None
    held = item is not None and bool(item.hold or item.breaths)
    if exercise.kind is Kind.STATIC and held and not counted:
        return why("dose_source_hold", hold=asked.hold_seconds, dose=dose)
    if exercise.kind is Kind.STATIC and counted and not held:
        return why("dose_source_times", times=times_in_words(asked.repetitions), dose=dose)
    return why("dose_source", dose=dose)


def _limits(
    day: Day, exercise: Exercise, asked: Amount, most_repetitions: int | None
) -> Iterator[tuple[Amount, Reason]]:
    """Each limit in turn: the amount under it, and what to say if it is less than before."""
    amount = capped(asked, exercise, day.caps(exercise), day.person.age)
    yield amount, why("dose_capped", **_both_in_words(exercise, asked, amount))
    for most, reason in _longest_holds(day, exercise):
        amount = replace(amount, hold_seconds=min(amount.hold_seconds, most))
        yield amount, reason
    if exercise.kind is Kind.STATIC and most_repetitions:
        amount = replace(amount, repetitions=min(amount.repetitions, most_repetitions))
        yield amount, why("dose_shared", dose=dose_in_words(exercise, amount))
    learned = day.learned(exercise.id)
    if learned.regressed_on and learned.amount and learned.amount.seconds < amount.seconds:
        amount = learned.amount
        yield amount, why("dose_stepped_back", dose=dose_in_words(exercise, amount))


def _both_in_words(exercise: Exercise, asked: Amount, dose: Amount) -> dict[str, str]:
    """What was asked for and what is given; with the seconds of each where only they differ."""
    both = {"asked": asked, "dose": dose}
    words = {key: dose_in_words(exercise, amount) for key, amount in both.items()}
    if words["asked"] != words["dose"]:
        return words
    return {key: f"{both[key].hold_seconds} seconds each time" for key in both}


def _longest_holds(day: Day, exercise: Exercise) -> Iterator[tuple[int, Reason]]:
    if exercise.kind is not Kind.STATIC:
        return
    most = planning().routine.most_hold_if_stirred
    if start_of(day.person).hold <= most:
        yield most, why("dose_stirred", dose=f"{most} seconds")
    if day.sore:
        start = start_amount(exercise, day.person, day.caps(exercise), resting_pain=day.pain)
        yield start.hold_seconds, why("dose_sore", dose=f"{start.hold_seconds} seconds")
