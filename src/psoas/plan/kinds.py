"""What kind of day it is: full, calm, flare, rest or nothing; the most cautious that applies."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import TypeAlias

from psoas.knowledge import expression
from psoas.library import Exercise, Kind
from psoas.plan.amounts import ALL, Share
from psoas.plan.calm import against_calm, too_many_rest_days
from psoas.plan.candidates import never_offered, reason_against
from psoas.plan.choosing import PLAIN, Recipe
from psoas.plan.day import Day
from psoas.plan.exercise_words import LOAD_WORDS, exercise_words
from psoas.plan.flare import Stage, flare_day, flare_in_force, stage, suspects
from psoas.plan.memory import Flare
from psoas.plan.planned import Purpose, Reason
from psoas.plan.planning import planning
from psoas.plan.reasons import why
from psoas.plan.week import phase
from psoas.safety.clearance import Clearance, Sessions
from psoas.safety.conditions import load_conditions
from psoas.safety.flags import load_flags
from psoas.safety.gates import many_conditions

Objection: TypeAlias = Callable[[Day, Exercise], Reason | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class DayKind:
    """The kind of session, what it leaves out, and how it changes the dose."""

    purpose: Purpose
    title: str
    against: Objection
    recipe: Recipe = PLAIN
    advice: tuple[Reason, ...] = ()
    open_gates: tuple[str, ...] = ()
    """Conditions about which a question is still open, whatever else was chosen."""


def kind_of(day: Day, clearance: Clearance, advised_calm: bool = True) -> DayKind:
    """The most cautious kind that applies; with `advised_calm` an open gate makes it calm.

    A red flag decides first. A rest day is stricter than an open gate, and that than a flare.
    """
    kind = _kind(day, clearance, advised_calm)
    several = (why("see_clinician"),) if many_conditions(day.person) else ()
    return replace(kind, advice=(*kind.advice, *several), open_gates=clearance.open_gates)


def _kind(day: Day, clearance: Clearance, advised_calm: bool) -> DayKind:
    if clearance.sessions is Sessions.NONE:
        return _nothing()
    if clearance.sessions is Sessions.CALM or day.on in day.memory.calm_days:
        return _calm()
    if day.on in day.memory.rest_days:
        return _calm() if too_many_rest_days(day) else _rest(day)
    if clearance.open_gates and advised_calm:
        return _calm(why("gate_open", conditions=gate_names(clearance.open_gates)))
    flare = flare_in_force(day.memory, day.on)
    return _flare(day, flare) if flare else _full(day)


def gate_names(gates: tuple[str, ...]) -> str:
    """Conditions by their names, as a sentence takes them."""
    return "; ".join(load_conditions()[gate].label for gate in gates)


def _nothing() -> DayKind:
    def against(day: Day, exercise: Exercise) -> Reason:
        return never_offered(day.library, exercise) or why("locked")

    return DayKind(purpose=Purpose.NONE, title=planning().titles.none, against=against)


def _calm(*advice: Reason) -> DayKind:
    half = why("dose_halved", because=why("because_calm").text)
    return DayKind(
        purpose=Purpose.CALM,
        title=planning().titles.calm,
        against=against_calm,
        recipe=Recipe(
            share=Share(of=load_flags().calm.dose, reason=half), because=why("calm_list")
        ),
        advice=advice,
    )


def _rest(day: Day) -> DayKind:
    rules = planning().rest

    def against(day: Day, exercise: Exercise) -> Reason | None:
        reason = reason_against(day, exercise)
        return reason or (None if exercise.kind in rules.kinds else why("not_rest"))

    return DayKind(
        purpose=Purpose.REST,
        title=planning().titles.rest,
        against=against,
        recipe=Recipe(
            share=half_where_called_for(day),
            because=why("rest_list"),
            most_walking_minutes=rules.most_walking_minutes,
        ),
    )


def _full(day: Day) -> DayKind:
    now = phase(day.memory, day.on)
    return DayKind(
        purpose=Purpose.FULL,
        title=now.title,
        against=reason_against,
        recipe=Recipe(share=half_where_called_for(day)),
        advice=(why("maintenance"),) if now.maintenance else (),
    )


def half_where_called_for(day: Day) -> Share:
    """Half the dose at a high resting pain or with more than three conditions; else all."""
    if day.sore:
        because = why("because_sore", pain=planning().sore.pain_from)
    elif many_conditions(day.person):
        because = why("because_many")
    else:
        return ALL
    return Share(of=load_flags().calm.dose, reason=why("dose_halved", because=because.text))


def _flare(day: Day, flare: Flare) -> DayKind:
    """The flare plan of the clinical rules, by its day."""
    at = stage(day.memory, flare, day.on)
    if at is Stage.LONG:
        return _calm(why("flare_review"))
    title = planning().titles.flare.format(day=flare_day(flare, day.on) + 1)
    recipe = _flare_recipe(day, at)
    against = _against_early if at is Stage.EARLY else partial(_against_later, flare)
    return DayKind(purpose=Purpose.FLARE, title=title, against=against, recipe=recipe)


def _flare_recipe(day: Day, at: Stage) -> Recipe:
    rules, half = planning().flare, half_where_called_for(day)
    if at is Stage.LATE:
        return Recipe(share=half, levels_lower=1)
    if at is Stage.MIDDLE:
        return Recipe(share=_smaller(_flare_share(rules.middle_share), half))
    return Recipe(
        share=_flare_share(rules.early_share),
        because=why("flare_list"),
        most_walking_minutes=rules.early_walking_minutes,
    )


def _flare_share(share: float) -> Share:
    return Share(of=share, reason=why("dose_flare", percent=round(share * 100)))


def _smaller(one: Share, other: Share) -> Share:
    return one if one.of <= other.of else other


def _against_early(day: Day, exercise: Exercise) -> Reason | None:
    """The calm list, and movements that neither pull on the nerve nor bend or turn the back far."""
    if against_calm(day, exercise) is None:
        return None
    reason = reason_against(day, exercise)
    rule = expression(planning().flare.early_rule, LOAD_WORDS)
    return reason or (None if rule(exercise_words(exercise)) else why("not_in_flare"))


def _against_later(flare: Flare, day: Day, exercise: Exercise) -> Reason | None:
    if reason := reason_against(day, exercise):
        return reason
    if exercise.id in suspects(day.memory, flare):
        return why("trigger")
    return why("not_in_flare") if exercise.kind is Kind.STRENGTH else None
