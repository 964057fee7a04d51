"""Tries `psoas.progress` on made-up people whose truth is known; writes the tables of a page.

Run it from the root when the method changes: `python -m tools.progress_simulations`. It takes some
minutes and renews what stands between the marks in docs/progress.md.
"""

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import partial
from pathlib import Path

import numpy as np
from tools.progress_people import FIRST, Life, expected, live, some_life

from psoas.progress.days import Day
from psoas.progress.exercises import ExerciseFinding, GoesWith, exercises_and_mornings
from psoas.progress.trend import Trend, Verdict, Window, is_it_helping, pain_told

PAGE = Path("docs/progress.md")
PEOPLE, WITH_EXERCISES, LOOKING_AT_EXERCISES = 1000, 500, 250
HARM = 1.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Tried:
    """Shares of 0 to 1: intervals that hold the truth, and people who were told something."""

    covered: float
    said: Mapping[str, float]


def last_day(life: Life) -> date:
    """The day on which such a diary is looked at."""
    return FIRST + timedelta(days=life.days - 1)


def trend_of(days: Sequence[Day], today: date) -> Trend:
    """What is said of the pain at check-in."""
    return is_it_helping(pain_told(days), today)


def try_trend(people: int, seed: int, **known: object) -> Tried:
    """So many lives, and what is said of each at its end."""
    covered: list[bool] = []
    said: Counter[str] = Counter()
    for number in range(people):
        rng = np.random.default_rng([seed, number])
        life = some_life(rng, **known)
        trend = trend_of(live(life, rng), last_day(life))
        said[trend.verdict] += 1
        if trend.change and trend.before and trend.now:
            truth = _mean(life, trend.now) - _mean(life, trend.before)
            covered.append(trend.change.low <= truth <= trend.change.high)
    return Tried(covered=float(np.mean(covered)), said=_shares(said, people))


def _mean(life: Life, window: Window) -> float:
    days = expected(life)[(window.first - FIRST).days : (window.last - FIRST).days + 1]
    return float(days.mean())


def _shares(said: Counter[str], people: int) -> dict[str, float]:
    return {verdict: count / people for verdict, count in said.items()}


def ever_told(people: int, seed: int, weeks: int) -> dict[str, float]:
    """The share of people in whom nothing changes who are told so in any week they look."""
    told: Counter[str] = Counter()
    for number in range(people):
        rng = np.random.default_rng([seed, number])
        days = live(some_life(rng, days=7 * weeks), rng)
        told.update({trend_of(days, today).verdict for today in _looks_at(4, weeks, 1)})
    return _shares(told, people)


def ever_told_of_exercises(people: int, seed: int, weeks: int) -> dict[str, float]:
    """The share of people for whom nothing works who are told it of any, looking fortnightly."""
    told: Counter[str] = Counter()
    for number in range(people):
        rng = np.random.default_rng([seed, number])
        days = live(some_life(rng, days=7 * weeks, told=0.9), rng)
        looks = [exercises_and_mornings(days, today) for today in _looks_at(6, weeks, 2)]
        told.update({found.verdict for look in looks for found in look})
    return _shares(told, people)


def _looks_at(first: int, last: int, every: int) -> list[date]:
    """The last days of so many weeks."""
    return [FIRST + timedelta(days=7 * week - 1) for week in range(first, last + 1, every)]


Effects = Callable[[Life, np.random.Generator], Mapping[str, float]]


def nothing_works(life: Life, rng: np.random.Generator) -> Mapping[str, float]:
    """No exercise does anything to the next morning."""
    return {}


def half_do_something(life: Life, rng: np.random.Generator) -> Mapping[str, float]:
    """Half of the exercises do something: three quarters of a point, one way or the other."""
    chosen = [number for number in range(life.exercises) if rng.random() < 0.5]
    return {f"exercise_{number}": float(rng.normal(0, 0.75)) for number in chosen}


def one_does(points: float, life: Life, rng: np.random.Generator) -> Mapping[str, float]:
    """One exercise adds so many points to the next morning."""
    return {"exercise_0": points}


def try_exercises(people: int, seed: int, effects: Effects, **known: object) -> Tried:
    """So many lives, and what is said of the exercises of each.

    `better` and `worse`: people who are told that of an exercise that isn't so; `noticed`: people
    who are rightly told of the one that does the most.
    """
    covered: list[bool] = []
    said: Counter[str] = Counter()
    for number in range(people):
        rng = np.random.default_rng([seed, number])
        life = some_life(rng, **known)
        life = replace(life, effects=effects(life, rng))
        found = exercises_and_mornings(live(life, rng), last_day(life))
        covered += [_holds(one, life) for one in found if one.change is not None]
        said.update({word for one in found if (word := _judged(one, life))})
    return Tried(covered=float(np.mean(covered)), said=_shares(said, people))


def _holds(found: ExerciseFinding, life: Life) -> bool:
    truth = life.effects.get(found.exercise, 0.0)
    return found.low is not None and found.high is not None and found.low <= truth <= found.high


def _judged(found: ExerciseFinding, life: Life) -> str | None:
    """What was said that isn't so, or that the exercise which does the most was noticed."""
    if found.verdict is GoesWith.CANT_TELL:
        return None
    truth = life.effects.get(found.exercise, 0.0)
    right = truth < 0 if found.verdict is GoesWith.BETTER else truth > 0
    if not right:
        return found.verdict.value
    most = max(life.effects, key=lambda name: abs(life.effects[name]))
    return "noticed" if found.exercise == most else None


def main() -> None:
    """Renew the tables of the page."""
    made = {"exercises": _exercises, "trend": _trends, "looks": _looks}
    with ProcessPoolExecutor(max_workers=2) as pool:
        waiting = {name: pool.submit(make) for name, make in made.items()}
        tables = {name: table.result() for name, table in waiting.items()}
    text = PAGE.read_text("utf-8")
    for name, table in tables.items():
        mark = rf"(<!-- {name} -->\n).*?(<!-- end -->)"
        text = re.sub(mark, rf"\g<1>{table}\g<2>", text, flags=re.DOTALL)
    PAGE.write_text(text, "utf-8")


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def _percent(share: float) -> str:
    return f"{100 * share:.0f} %" if share == 0 or share >= 0.1 else f"{100 * share:.1f} %"


def _trends() -> str:
    head = [
        "weeks",
        "true change",
        "90 % interval holds it",
        *(v.replace("_", " ") for v in Verdict),
    ]
    cases: list[tuple[int, int, dict[str, object], str]] = [
        (weeks, change, {}, "") for weeks in (6, 10, 26) for change in (0, -1, -2, -3, 2)
    ]
    cases += [
        (10, 0, {"told": 0.3}, ", told on 3 days of 10"),
        (10, 0, {"sticking": 0.9, "spread": 1.5}, ", slow and wide swings"),
        (10, 0, {"bad_start": 2.5, "bad_days": 14}, ", a bad start that lasts a month"),
    ]
    rows = [
        [str(weeks), (f"{change:+d} points" if change else "none") + words, *_row(tried)]
        for weeks, change, known, words in cases
        for tried in [try_trend(PEOPLE, 5100 + weeks, days=7 * weeks, change=change, **known)]
    ]
    return _table(head, rows)


def _row(tried: Tried) -> list[str]:
    return [_percent(tried.covered), *(_percent(tried.said.get(v, 0)) for v in Verdict)]


def _exercises() -> str:
    head = [
        "weeks", "truth", "90 % interval holds it", "wrongly told “better”",
        "wrongly told “worse”", "the strongest is noticed",
    ]  # fmt: skip
    truths: dict[str, Effects] = {
        "nothing works": nothing_works,
        "half do something": half_do_something,
        "one adds 1.5 points": partial(one_does, HARM),
        "one takes 1.5 points": partial(one_does, -HARM),
    }
    rows = [
        [str(weeks), words, *_exercise_row(try_exercises(
            WITH_EXERCISES, 5200 + weeks, truth, days=7 * weeks, told=0.9))]
        for weeks in (6, 10, 26)
        for words, truth in truths.items()
    ]  # fmt: skip
    return _table(head, rows)


def _exercise_row(tried: Tried) -> list[str]:
    return [
        _percent(tried.covered),
        *_better_and_worse(tried.said),
        _percent(tried.said["noticed"]) if "noticed" in tried.said else "–",
    ]


def _looks() -> str:
    trend = ever_told(PEOPLE // 2, 5300, weeks=26)
    exercises = ever_told_of_exercises(LOOKING_AT_EXERCISES, 5301, weeks=26)
    return _table(
        ["looked at", "ever read “better”", "ever read “worse”"],
        [
            ["the trend, every week from the 4th to the 26th", *_better_and_worse(trend)],
            ["the exercises, every other week from the 6th", *_better_and_worse(exercises)],
        ],
    )


def _better_and_worse(told: Mapping[str, float]) -> list[str]:
    return [_percent(told.get(word, 0)) for word in ("better", "worse")]


if __name__ == "__main__":
    main()
