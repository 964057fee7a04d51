"""How much a page asks for: hold, breaths, repetitions, sets, times a day.

A small grammar over `numbers.amounts`: the unit says what an amount can be, the words beside it
whether it is. Weeks, days a week, degrees, distances, ages, shares and total minutes are no doses,
and “a few” is no number.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from psoas.articles.numbers import DOSES, LOOK_BACK, Amount, amounts, either
from psoas.articles.patterns import Among
from psoas.articles.remembering import remembered
from psoas.articles.wordlists import compiled

Range: TypeAlias = tuple[int | None, int | None]
"""The least and the most; None on an open end."""

FIELDS = ("hold_seconds", "breaths", "repetitions", "sets", "times_per_day")

FRAGMENT = 34
"""A sentence no longer than this that holds seconds is a dose by itself: “15–30 seconds”."""

_HOLD = compiled(rf"(?<![^\W\d])(?:{either(DOSES.words.holds)})(?![^\W\d])")
_PARTS_OF_DAY = compiled(rf"(?<![^\W\d])(?:{either(DOSES.parts_of_day)})(?![^\W\d])")
_HOW_MUCH = Among((("number", DOSES.number), ("parts", _PARTS_OF_DAY)))
_BARE = {"sets_before": "sets", "reps_before": "repetitions", "seconds_before": "hold_seconds"}
_TIMES = compiled(r" ?(?:reps?|repetitions?|times)? ?x ?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One value that a sentence states; offsets into that sentence."""

    field: str
    value: Range
    start: int
    end: int
    grows: bool = False
    """Whether it is where a dose that grows ends."""


@remembered
def doses(said: str) -> tuple[Told, ...]:
    """The doses in a plain sentence, from left to right."""
    if not _HOW_MUCH.likely(said):
        return ()
    told = [*_from_amounts(said), *_parts_of_day(said)]
    return tuple(sorted(told, key=lambda one: one.start))


def _parts_of_day(said: str) -> Iterator[Told]:
    for found in _PARTS_OF_DAY.finditer(said):
        count = DOSES.parts_of_day[" ".join(found[0].split())]
        yield Told(
            field="times_per_day", value=(count, count), start=found.start(), end=found.end()
        )


def _from_amounts(said: str) -> Iterator[Told]:
    before: Amount | None = None
    field_before = ""
    found = list(amounts(said))
    for amount, following in zip(found, [*found[1:], None], strict=False):
        field = _field(said, amount, before, field_before, following)
        value = (_whole(amount.low), _whole(amount.high))
        if field and _believable(field, value):
            yield Told(
                field=field, value=value, start=amount.start, end=amount.end, grows=amount.grows
            )
        before, field_before = amount, field


def _whole(value: float | None) -> int | None:
    return None if value is None else int(value)


def _believable(field: str, value: Range) -> bool:
    return all(bound is None or 0 < bound <= DOSES.most[field] for bound in value)


def _field(
    said: str, amount: Amount, before: Amount | None, field_before: str, following: Amount | None
) -> str:
    """What an amount is a dose of; empty where it is none."""
    if amount.unit == "second":
        return "hold_seconds" if _is_hold(said, amount) else ""
    if amount.unit == "breath":
        return "breaths"
    if amount.unit == "set":
        return "sets"
    if amount.unit == "time":
        return _counted(said, amount, following)
    return "" if amount.unit else _bare(said, amount, before, field_before)


def _is_hold(said: str, amount: Amount) -> bool:
    """Whether seconds or minutes are a hold."""
    before, after = said[max(0, amount.start - LOOK_BACK) : amount.start], DOSES.after
    if amount.grows:
        return True
    if DOSES.before["no_hold"].search(before) or after["no_hold_after"].match(said, amount.end):
        return False
    return (
        len(said.strip()) <= FRAGMENT
        or after["hold_after"].match(said, amount.end) is not None
        or _HOLD.search(said, 0, amount.start) is not None
        or before.rstrip().endswith(("for", "during", "for about", "for around", "for up to"))
    )


def _counted(said: str, amount: Amount, following: Amount | None) -> str:
    """Whether a number of times counts repetitions, sets or a day; empty where none of them."""
    if following and amount.by_x and _TIMES.fullmatch(said[amount.end - 1 : following.start]):
        return "repetitions" if following.unit in ("second", "breath") else "sets"
    before, after = said[max(0, amount.start - LOOK_BACK) : amount.start], DOSES.after
    if after["a_day"].match(said, amount.end) or DOSES.before["day_before"].search(before):
        return "times_per_day"
    uncounted = after["a_week"].match(said, amount.end) or after["no_count"].match(said, amount.end)
    only_once = said.startswith("once", amount.start) and amount.high == 1
    if uncounted or only_once or DOSES.before["no_count_before"].search(before):
        return ""
    return "repetitions"


def _bare(said: str, amount: Amount, before: Amount | None, field_before: str) -> str:
    """What a number without a unit counts; empty where nothing says it."""
    if amount.grows:
        return field_before
    if before and _TIMES.fullmatch(said[before.end - before.by_x : amount.start]):
        return "sets" if field_before == "repetitions" and not before.by_x else "repetitions"
    words = said[max(0, amount.start - LOOK_BACK) : amount.start]
    for name, field in _BARE.items():
        if DOSES.before[name].search(words):
            return field
    return "repetitions" if _counts(said, amount, words) else ""


def _counts(said: str, amount: Amount, words: str) -> bool:
    """Whether a number by itself counts repetitions: “do 10”, “8 on each side”."""
    if DOSES.after["of_these"].match(said, amount.end):
        return True
    if not DOSES.before["count_before"].search(words):
        return False
    rest = said[amount.end :].strip()
    return (
        not rest
        or rest[0] in ".,;)(!"
        or DOSES.after["count_after"].match(said, amount.end) is not None
    )
