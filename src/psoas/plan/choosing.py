"""A greedy planner: one exercise a ladder, best points first, as long as time and muscles allow."""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from psoas.body import MUSCLES
from psoas.library import Kind
from psoas.plan.amounts import ALL, Share, dosed
from psoas.plan.budget import Budget, budget_of, cut_to, fullest_muscle, room_for
from psoas.plan.candidates import Candidate
from psoas.plan.day import Day
from psoas.plan.dose import floor_amount
from psoas.plan.ordering import Chosen, arranged, in_order
from psoas.plan.planned import LeftOut, PlannedStep, Reason
from psoas.plan.reasons import why
from psoas.plan.rungs import Rung, rung_of
from psoas.plan.scoring import rotation, scored
from psoas.plan.sides import sides_of
from psoas.safety.verdict import Ruling


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """What makes this day's plan different from a plain one."""

    share: Share = ALL
    levels_lower: int = 0
    """By how many levels each ladder steps down."""
    because: Reason | None = None
    """Said first with every step: why it is in this kind of session."""
    most_walking_minutes: int | None = None


PLAIN = Recipe()


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """The steps in order, and what is left out of them."""

    steps: tuple[PlannedStep, ...]
    left_out: tuple[LeftOut, ...]


def choose(day: Day, candidates: Sequence[Candidate], recipe: Recipe = PLAIN) -> Choice:
    """Fill the session from the candidates."""
    budget = budget_of(day.library, day.memory.days, day.on)
    stand_ins = stand_ins_of(day)
    rungs = [
        rung_of(day, options, stand_ins, recipe.levels_lower)
        for options in _by_ladder(candidates).values()
    ]
    ranked = sorted(
        ((rung, scored(day, rung.candidate, budget, stand_ins)) for rung in rungs),
        key=lambda pair: (
            day.asked_for(pair[0].candidate.exercise.id) is None,
            -round(pair[1].total, 6),
            rotation(day, pair[0].candidate.exercise),
        ),
    )
    wanted = [(rung, _wish(day, rung, points.reasons, recipe)) for rung, points in ranked]
    return _filled(day, wanted, budget)


def stand_ins_of(day: Day) -> dict[str, str]:
    """What stands in for which exercise that is left out for now, by its name."""
    return {
        learned.swapped_for: day.library.exercises[identity].name
        for identity, learned in day.memory.learned.items()
        if learned.swapped_for
        and learned.left_out_until
        and day.on < learned.left_out_until
        and identity in day.library.exercises
    }


def _by_ladder(candidates: Iterable[Candidate]) -> Mapping[str, list[Candidate]]:
    ladders: dict[str, list[Candidate]] = {}
    for candidate in candidates:
        ladders.setdefault(candidate.exercise.ladder.name, []).append(candidate)
    return ladders


def _wish(day: Day, rung: Rung, reasons: Iterable[Reason], recipe: Recipe) -> Chosen:
    """The exercise as it would be in the session, if there is room for it."""
    candidate = rung.candidate
    dose = dosed(day, candidate.exercise, recipe.share, recipe.most_walking_minutes)
    first = (recipe.because,) if recipe.because else ()
    return Chosen(
        exercise=candidate.exercise,
        sides=sides_of(candidate.exercise, day.person),
        amount=dose.amount,
        spots=candidate.spots,
        how=candidate.how,
        reasons=(
            *first,
            *asked_reasons(day, candidate.exercise.id),
            *reasons,
            *rung.reasons,
            *dose.reasons,
            *verdict_reasons(day, candidate.exercise.id),
        ),
    )


def asked_reasons(day: Day, exercise: str) -> tuple[Reason, ...]:
    """That a clinician asked for it, or opened it."""
    advice = day.asked_for(exercise)
    if advice is None:
        return ()
    who = advice.who or "Your clinician"
    if day.opened(exercise) and advice.given_on:
        when = f"{advice.given_on.day} {advice.given_on:%B %Y}"
        return (why("clinician_opened", who=who, when=when),)
    return (why("clinician", who=who),)


def verdict_reasons(day: Day, exercise: str) -> tuple[Reason, ...]:
    """Why it is changed for this person."""
    verdict = day.verdicts[exercise]
    if verdict.ruling is not Ruling.MODIFY:
        return ()
    rule = "verdict " + " ".join(verdict.conditions)
    return tuple(Reason(text=text, rule=rule.strip()) for text in verdict.plain_why)


def _filled(day: Day, wanted: Sequence[tuple[Rung, Chosen]], budget: Budget) -> Choice:
    picked: list[Chosen] = []
    left_out: list[LeftOut] = []
    for rung, wish in wanted:
        fitting = within_budget(day, wish, budget)
        if not isinstance(fitting, Reason):
            fitting = _in_time(day, picked, fitting)
        if isinstance(fitting, Reason):
            left_out += _left(rung, fitting)
        else:
            picked.append(fitting)
            budget = spent(day, budget, fitting)
            left_out += _others(rung)
    return Choice(steps=arranged(picked, day.pace), left_out=tuple(left_out))


def _in_time(day: Day, picked: Sequence[Chosen], wish: Chosen) -> Chosen | Reason:
    """The wish as it fits the time that is left; walking and rest by whole minutes less."""
    over = _seconds_over(day, picked, wish)
    if over <= 0:
        return wish
    shorter = _shorter(day, wish, over)
    if shorter and _seconds_over(day, picked, shorter) <= 0:
        return _said_shorter(day, shorter)
    return why("no_time", minutes=day.minutes)


def _seconds_over(day: Day, picked: Sequence[Chosen], wish: Chosen) -> int:
    return sum(day.pace(in_order([*picked, wish]))) - day.limit


def _shorter(day: Day, wish: Chosen, over: int) -> Chosen | None:
    if wish.exercise.kind not in (Kind.WALKING, Kind.EASE):
        return None
    seconds = wish.amount.hold_seconds - 60 * math.ceil(over / 60)
    if seconds < floor_amount(wish.exercise, day.library.caps).hold_seconds:
        return None
    return replace(wish, amount=replace(wish.amount, hold_seconds=seconds))


def _said_shorter(day: Day, wish: Chosen) -> Chosen:
    shortened = why("dose_shortened", minutes=day.minutes)
    said = (*wish.reasons, *(() if shortened in wish.reasons else (shortened,)))
    return replace(wish, reasons=said)


def _left(rung: Rung, reason: Reason) -> list[LeftOut]:
    everyone = (rung.candidate, *rung.others)
    return [LeftOut(exercise=one.exercise.id, reason=reason) for one in everyone]


def _others(rung: Rung) -> list[LeftOut]:
    reason = why("other_rung", name=rung.candidate.exercise.name)
    return [LeftOut(exercise=one.exercise.id, reason=reason) for one in rung.others]


def within_budget(day: Day, wish: Chosen, budget: Budget) -> Chosen | Reason:
    """The wish cut to what its muscles may still take, or why nothing of it fits."""
    room = room_for(day.library, budget, wish.exercise, wish.sides)
    floor = floor_amount(wish.exercise, day.library.caps)
    amount = cut_to(wish.amount, room, floor)
    if amount == wish.amount:
        return wish
    muscle = MUSCLES[fullest_muscle(budget, wish.exercise, wish.sides)].plain
    if amount is None:
        return why("muscle_full", muscle=muscle)
    cut = why("dose_muscle", muscle=muscle)
    return replace(wish, amount=amount, reasons=(*wish.reasons, cut))


def spent(day: Day, budget: Budget, chosen: Chosen) -> Budget:
    """The budget after this exercise; only what is capped by muscle counts."""
    if room_for(day.library, budget, chosen.exercise, chosen.sides) is None:
        return budget
    return budget.spend(chosen.exercise, chosen.sides, chosen.amount)
