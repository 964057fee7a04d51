"""Made-up people whose truth is known, to test what `psoas.progress` says of them.

Their pain has a level, wanders from day to day, flares, and is told in whole numbers with gaps,
more of them on bad days. They begin in a bad time. What they practise depends on how they feel.
All sizes are our own estimates of people with back pain that comes and goes.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from math import erf, sqrt

import numpy as np
import numpy.typing as npt

from psoas.progress.days import Day

Array = npt.NDArray[np.float64]
FIRST = date(2026, 1, 5)


@dataclass(frozen=True, slots=True, kw_only=True)
class Life:
    """How one made-up person's weeks go. Pain in points of 0 to 10."""

    days: int = 70
    level: float = 5.0
    """Usual pain at the start."""
    change: float = 0.0
    """How much higher the usual pain is at the end."""
    sticking: float = 0.5
    """How much of a day's deviation is left the next day, 0 to 1."""
    spread: float = 1.1
    """Standard deviation of the deviations."""
    passing: float = 0.25
    """The share of their variance that is of that day alone."""
    bad_start: float = 2.0
    """How much worse than usual the first day is."""
    bad_days: float = 4.0
    """After so many days a third of that is left."""
    flares: float = 0.02
    """The chance of a flare on a day."""
    told: float = 0.85
    """The share of days that are told."""
    practised: float = 0.75
    """The share of days with a session."""
    exercises: int = 8
    picky: float = 0.5
    """How much less is done on bad days, 0: not at all."""
    lasting: bool = False
    """Whether what an exercise does to a morning wanders on with the days after it."""
    effects: Mapping[str, float] = field(default_factory=dict)
    """What an exercise adds to the next morning."""


def some_life(rng: np.random.Generator, **known: object) -> Life:
    """A life of the kinds that we expect, with what is `known` set."""
    drawn: dict[str, object] = {
        "level": rng.uniform(3, 7),
        "sticking": rng.uniform(0.1, 0.85),
        "spread": rng.uniform(0.6, 1.6),
        "passing": rng.uniform(0, 0.5),
        "bad_start": rng.uniform(0, 3),
        "bad_days": rng.uniform(1, 6),
        "flares": rng.uniform(0, 0.03),
        "told": rng.uniform(0.5, 1),
        "practised": rng.uniform(0.5, 0.95),
        "exercises": int(rng.integers(4, 13)),
        "picky": rng.uniform(0, 1),
        "lasting": bool(rng.random() < 0.5),
    }
    return Life(**{**drawn, **known})


def usual(life: Life) -> Array:
    """The usual pain of each day."""
    return life.level + life.change * np.arange(life.days) / max(life.days - 1, 1)


def expected(life: Life) -> Array:
    """What is told on average of each day at its usual pain, in whole numbers from 0 to 10."""
    steps = (np.arange(10) + 0.5 - usual(life)[:, None]) / (life.spread * sqrt(2))
    return np.asarray(np.sum(0.5 * (1 - np.vectorize(erf)(steps)), axis=1))


def live(life: Life, rng: np.random.Generator) -> tuple[Day, ...]:
    """The days of such a person's diary."""
    habits = _habits(life, rng)
    state, after, days = _first_state(life, rng), 0.0, []
    flares = _flares(life, rng)
    for number, level in enumerate(usual(life)):
        start = life.bad_start * np.exp(-number / life.bad_days)
        day = _day(life, number, float(level), state + flares[number] + start, after, habits, rng)
        days.append(day)
        after = sum(life.effects.get(name, 0.0) for name in day.seconds)
        state, after = _next_state(life, state, after, rng)
    return tuple(days)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Habits:
    """How often each exercise is done in a session, and how much less on bad days."""

    liking: Mapping[str, float]
    wariness: Mapping[str, float]


def _habits(life: Life, rng: np.random.Generator) -> _Habits:
    names = [f"exercise_{number}" for number in range(life.exercises)]
    liking = dict(zip(names, rng.uniform(0.25, 0.85, life.exercises).tolist(), strict=True))
    wariness = dict(zip(names, rng.uniform(0, life.picky, life.exercises).tolist(), strict=True))
    return _Habits(liking=liking, wariness=wariness)


def _flares(life: Life, rng: np.random.Generator) -> Array:
    """Flares of 1.5 to 3 points that settle by a third a day."""
    found = np.zeros(life.days)
    for number in np.flatnonzero(rng.random(life.days) < life.flares):
        later = np.arange(life.days - number)
        found[number:] = np.maximum(found[number:], rng.uniform(1.5, 3) * 0.7**later)
    return found


def _day(
    life: Life,
    number: int,
    level: float,
    off: float,
    after: float,
    habits: _Habits,
    rng: np.random.Generator,
) -> Day:
    alone = life.spread * sqrt(life.passing) * rng.standard_normal(2)
    waking = _told(level + off + after + alone[0])
    check_in = _told(level + off + alone[1])
    bad = min(max(0.0, (check_in - level) / 4), 1.0)
    tells = rng.random(2) < life.told * (1 - 0.15 * bad)
    comes = rng.random() < life.practised * (1 - 0.5 * life.picky * bad)
    draws = zip(habits.liking, rng.random(life.exercises).tolist(), strict=True)
    done = [n for n, x in draws if comes and x < habits.liking[n] * (1 - habits.wariness[n] * bad)]
    return Day(
        on=FIRST + timedelta(days=number),
        back=check_in if tells[0] else None,
        waking=waking if tells[1] else None,
        seconds=dict.fromkeys(done, 60),
    )


def _first_state(life: Life, rng: np.random.Generator) -> float:
    return float(life.spread * sqrt(1 - life.passing) * rng.normal())


def _next_state(
    life: Life, state: float, after: float, rng: np.random.Generator
) -> tuple[float, float]:
    """The deviation of the next day; what an exercise did lasts in it, or is for one morning."""
    wandering = life.spread * sqrt((1 - life.passing) * (1 - life.sticking**2))
    moved = life.sticking * state + wandering * float(rng.normal())
    return (moved + after, 0.0) if life.lasting else (moved, after)


def _told(pain: float) -> int:
    return min(max(round(pain), 0), 10)
