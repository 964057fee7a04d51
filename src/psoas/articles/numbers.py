"""Numbers in a text: digits and words, fractions, ranges, with the bound and unit beside them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import NamedTuple

from psoas.articles.dose_words import DOSES

LOOK_BACK = 48
"""Characters before a number in which words for its bound and its use are looked for."""
MOST_NUMBERS = 200
"""Numbers of one sentence that are looked at; the rest is passed over."""
_BETWEEN = re.compile(r"\bbetween\s+(?:about\s+|around\s+)?$")
_SECONDS_SIGN = re.compile(r"(?:^|\bhold\w*|\bfor|\bx|[:|-])\s?$")
"""Before a number with the sign for seconds, which is also the sign for inches."""
_NEXT_NUMBER = re.compile(r"(?<!x)[\s:=]*\d")


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """A number or a range with its unit; `start` and `end` are offsets into the sentence."""

    low: float | None
    high: float | None
    unit: str
    """second, breath, time, repetition, round, set, other; empty for a number by itself."""
    start: int
    end: int
    size: int = 1
    """60 for minutes, which are told in seconds."""
    by_x: bool = False
    """Whether an x stands for the word “times”."""
    grows: bool = False
    """Whether it is where a dose that grows ends."""


class _Number(NamedTuple):
    value: float
    start: int
    end: int
    unit: str
    unit_end: int
    by_x: bool


def amounts(said: str) -> Iterator[Amount]:
    """The amounts in a plain sentence, from left to right."""
    found = list(_numbers(said))
    at = 0
    while at < len(found):
        first = found[at]
        second = found[at + 1] if at + 1 < len(found) else None
        if second and _is_range(said, first, second):
            yield _bounded(said, first, second)
            at += 2
        else:
            yield _bounded(said, first, first)
            at += 1


def _is_range(said: str, first: _Number, second: _Number) -> bool:
    """Whether two numbers are the two ends of one range."""
    if DOSES.joins.fullmatch(said, first.unit_end, second.start):
        return True
    before = _words_before(said, first.start)
    if DOSES.joins_bounds.fullmatch(said, first.unit_end, second.start):
        return DOSES.before["at_least"].search(before) is not None
    joined = DOSES.joins_between.fullmatch(said, first.unit_end, second.start)
    return joined is not None and _BETWEEN.search(before) is not None


def _words_before(said: str, start: int) -> str:
    return said[max(0, start - LOOK_BACK) : start]


def _numbers(said: str) -> Iterator[_Number]:
    labelled = DOSES.labelled.match(said) is not None
    for found in islice(DOSES.number.finditer(said), MOST_NUMBERS):
        value, unit, end, by_x = _value(found), "", found.end(), False
        times = DOSES.times.get(found["word"] or "")
        measured = DOSES.unit.match(said, found.end())
        if times:
            unit = "time"
        elif measured and not (labelled and _NEXT_NUMBER.match(said, measured.end())):
            word = (measured["unit"] or measured["short"] or "").strip()
            unit, end, by_x = _unit(word or measured["cut"]), measured.end(), word == "x"
            if word == '"':
                unit = "second" if _SECONDS_SIGN.search(said[: found.start()]) else "other"
            if half := DOSES.half_more.match(said, end):
                value, end = value + 0.5, half.end()
        yield _Number(
            value=value, start=found.start(), end=found.end(), unit=unit, unit_end=end, by_x=by_x
        )


def _unit(word: str) -> str:
    """What a word measures; a word that the end of the page cut off is known by its beginning."""
    whole = (unit for known, unit in DOSES.unit_of.items() if known.startswith(word))
    return DOSES.unit_of.get(word) or next(whole, "")


def _value(found: re.Match[str]) -> float:
    """What a number is worth."""
    if found["mixed"]:
        return float(found["mixed"]) + 0.5
    if found["half"]:
        return 0.5
    if found["digits"]:
        return float(found["digits"])
    if found["tens"]:
        return float(DOSES.numbers[found["tens"]] + DOSES.numbers[found["ones"]])
    word = found["word"] or found["word_joined"] or "one"
    return float(DOSES.worth[word])


def _bounded(said: str, first: _Number, last: _Number) -> Amount:
    """One or two numbers as an amount, with what is said of its bounds."""
    unit = last.unit or first.unit
    low, high = _in_seconds(first.value, first.unit or unit), _in_seconds(last.value, unit)
    before = _words_before(said, first.start)
    end, grows = last.unit_end, DOSES.before["grows_to"].search(before) is not None
    least: float | None = min(low, high)
    most: float | None = max(low, high)
    if more := DOSES.after["or_more"].match(said, end):
        most, end = None, more.end()
    elif fewer := DOSES.after["or_less"].match(said, end):
        least, end = (None if first is last else least), fewer.end()
    elif first is last and not grows:
        least, most = _one_bound(before, least, most)
    return Amount(
        low=least,
        high=most,
        unit="second" if unit == "minute" else unit,
        start=first.start,
        end=end,
        size=60 if unit == "minute" else 1,
        by_x=last.by_x,
        grows=grows,
    )


def _one_bound(
    before: str, least: float | None, most: float | None
) -> tuple[float | None, float | None]:
    """The bounds of a single number by the words before it: “at least”, “no longer than”."""
    if DOSES.before["at_most"].search(before):
        return None, most
    return least, None if DOSES.before["at_least"].search(before) else most


def _in_seconds(value: float, unit: str) -> float:
    return value * 60 if unit == "minute" else value
