"""How much of an exercise today, and why so much."""

from dataclasses import dataclass, replace

from psoas.library import Exercise, Kind
from psoas.plan.day import Day
from psoas.plan.dose import capped, floor_amount, scaled, start_amount
from psoas.plan.planned import Amount, Reason
from psoas.plan.planning import planning
from psoas.plan.reasons import dose_in_words, why
from psoas.safety.person import Advice


@dataclass(frozen=True, slots=True, kw_only=True)
class Dosed:
    """An amount and the reasons for it."""

    amount: Amount
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """A share of the usual dose, and why; 1 is all of it."""

    of: float = 1.0
    reason: Reason | None = None


ALL = Share()


def dosed(
    day: Day, exercise: Exercise, share: Share = ALL, most_walking_minutes: int | None = None
) -> Dosed:
    """The dose for today: a clinician's, the one come to, or the start; then its share."""
    usual = _usual(day, exercise)
    amount = scaled(usual.amount, share.of, exercise, day.library.caps)
    smaller = (share.reason,) if share.reason and amount != usual.amount else ()
    part = Dosed(amount=amount, reasons=(*usual.reasons, *smaller))
    return _shortened(day, exercise, part, most_walking_minutes)


def _usual(day: Day, exercise: Exercise) -> Dosed:
    advice = day.asked_for(exercise.id)
    asked = _asked_amount(day, exercise, advice) if advice else None
    if advice and asked and not _stepped_back_since(day, exercise, advice):
        return _clinicians(day, exercise, advice, asked)
    amount = day.learned(exercise.id).amount
    start = start_amount(exercise, day.person, day.caps(exercise), resting_pain=day.pain)
    if amount is None or (day.sore and amount.seconds > start.seconds):
        return Dosed(amount=start, reasons=(_said("dose_start", exercise, start),))
    now = capped(amount, exercise, day.caps(exercise), day.person.age)
    return Dosed(amount=now, reasons=(_said("dose_learned", exercise, now),))


def _said(identity: str, exercise: Exercise, amount: Amount) -> Reason:
    return why(identity, dose=dose_in_words(exercise, amount))


def _asked_amount(day: Day, exercise: Exercise, advice: Advice) -> Amount | None:
    """What a clinician asked for; what they left open is the start dose's."""
    given = (advice.hold, advice.repetitions, advice.sets, advice.minutes)
    if all(value is None for value in given):
        return None
    start = start_amount(exercise, day.person, day.caps(exercise), resting_pain=day.pain)
    minutes = advice.minutes * 60 if advice.minutes else None
    timed = exercise.kind in (Kind.WALKING, Kind.EASE)
    return Amount(
        hold_seconds=(minutes if timed else advice.hold) or start.hold_seconds,
        repetitions=advice.repetitions or start.repetitions,
        sets=advice.sets or start.sets,
    )


def _stepped_back_since(day: Day, exercise: Exercise, advice: Advice) -> bool:
    """After a step back the smaller dose holds, until the clinician says so again."""
    back = day.learned(exercise.id).regressed_on
    return back is not None and (advice.given_on is None or back >= advice.given_on)


def _clinicians(day: Day, exercise: Exercise, advice: Advice, asked: Amount) -> Dosed:
    amount = capped(asked, exercise, day.caps(exercise), day.person.age)
    reasons = [
        why(
            "dose_clinician",
            who=advice.who or "Your clinician",
            dose=dose_in_words(exercise, amount),
        )
    ]
    if amount != asked:
        reasons.append(
            why(
                "dose_capped",
                asked=dose_in_words(exercise, asked),
                dose=dose_in_words(exercise, amount),
            )
        )
    return Dosed(amount=amount, reasons=tuple(reasons))


def _shortened(day: Day, exercise: Exercise, usual: Dosed, most_walking: int | None) -> Dosed:
    """Walking and rest take only their part of a short session, one bout of it."""
    share = _share_of_session(exercise)
    if share is None:
        return usual
    minutes = int(day.minutes * share)
    if exercise.kind is Kind.WALKING and most_walking is not None:
        minutes = min(minutes, most_walking)
    most = max(minutes * 60, floor_amount(exercise, day.library.caps).hold_seconds)
    one = replace(usual.amount, sets=1)
    if one.hold_seconds <= most:
        return replace(usual, amount=one)
    shortened = why("dose_shortened", minutes=day.minutes)
    return Dosed(amount=replace(one, hold_seconds=most), reasons=(*usual.reasons, shortened))


def _share_of_session(exercise: Exercise) -> float | None:
    fit = planning().fit
    return {Kind.WALKING: fit.walking_share, Kind.EASE: fit.ease_share}.get(exercise.kind)
