"""Numbers in a text: digits and words, fractions, ranges, with the bound and unit beside them."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from psoas.articles.patterns import Pattern
from psoas.articles.wordlists import compiled, read_words
from psoas.knowledge import STRICT_KEYS

LOOK_BACK = 48
"""Characters before a number in which words for its bound and its use are looked for."""
MOST_NUMBERS = 200
"""Numbers of one sentence that are looked at; the rest is passed over."""


@dataclass(frozen=True, kw_only=True)
class NearWords:
    """Words near a number that say what it is; each entry is explained in `data/doses.toml`."""

    __pydantic_config__ = STRICT_KEYS

    between: tuple[str, ...]
    about: tuple[str, ...]
    to: tuple[str, ...]
    at_least: tuple[str, ...]
    at_most: tuple[str, ...]
    or_more: tuple[str, ...]
    or_less: tuple[str, ...]
    grows_to: tuple[str, ...]
    holds: tuple[str, ...]
    hold_after: tuple[str, ...]
    no_hold: tuple[str, ...]
    no_hold_after: tuple[str, ...]
    a_day: tuple[str, ...]
    day_before: tuple[str, ...]
    a_week: tuple[str, ...]
    no_count: tuple[str, ...]
    no_count_before: tuple[str, ...]
    count_before: tuple[str, ...]
    count_after: tuple[str, ...]
    of_these: tuple[str, ...]
    sets_before: tuple[str, ...]
    reps_before: tuple[str, ...]
    seconds_before: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class DoseWords:
    """Everything that the grammar of doses knows."""

    __pydantic_config__ = STRICT_KEYS

    numbers: Mapping[str, int]
    times: Mapping[str, int]
    """Words that are a number of times by themselves: twice."""
    units: Mapping[str, tuple[str, ...]]
    words: NearWords
    parts_of_day: Mapping[str, int]
    most: Mapping[str, int]
    """The most that is believed of each field; a number above it is something else."""

    @cached_property
    def unit_of(self) -> Mapping[str, str]:
        """What each word for a unit measures."""
        return {word: unit for unit, words in self.units.items() for word in words}

    @cached_property
    def worth(self) -> Mapping[str, int]:
        """What each word for a number is worth."""
        return {**self.numbers, **self.times}

    @cached_property
    def number(self) -> Pattern:
        """One number, digits or words."""
        words = "|".join(sorted((*self.numbers, *self.times), key=len, reverse=True))
        ones = "one|two|three|four|five|six|seven|eight|nine"
        return compiled(
            r"(?:(?<![\w.,/#$£€:])|(?<=\bx)|(?<=\dx))(?:"
            r"(?P<mixed>\d+) ?(?:1/2|½)|(?P<half>1/2|½|half an?)|"
            r"(?P<digits>\d{1,4}(?:\.\d+)?)(?![\d%€£$]|[.,:/]\d|st\b|nd\b|rd\b|th\b)|"
            rf"(?P<tens>twenty|thirty|forty|fifty)[ -](?P<ones>{ones})\b|"
            rf"(?P<word>{words})\b(?!-)|(?P<word_joined>{words})\b(?=-(?:to|second|minute|breath|rep|{words}))|"
            r"(?P<single>an?)(?= (?:full |whole )?minute\b))"
        )

    @cached_property
    def unit(self) -> Pattern:
        """A unit right after a number."""
        words = either(word for word in self.unit_of if len(word) > 1)
        return compiled(
            rf"[ -]?(?:(?:{either(self.words.between)}) ){{0,3}}(?P<unit>(?:{words}|x)(?![^\W\d]))"
            r"|(?P<short> ?s\b|[hm]\b|%)|[ -](?P<cut>[a-z]{3,})$"
        )

    @cached_property
    def joins(self) -> Pattern:
        """What stands between the two ends of a range."""
        return compiled(rf" ?(?:{either(self.words.to)}) ?(?:(?:{either(self.words.about)}) )?")

    @cached_property
    def half_more(self) -> Pattern:
        """Half a unit more, after the unit."""
        return compiled(r" and a half\b")

    @cached_property
    def before(self) -> Mapping[str, Pattern]:
        """Words right before a number, by what they say."""
        about = rf"(?:(?:{either(self.words.about)}) ?)*"
        return {
            name: compiled(rf"(?:^|(?<![^\W\d]))(?:{either(getattr(self.words, name))}) ?{about}$")
            for name in _BEFORE
        }

    @cached_property
    def after(self) -> Mapping[str, Pattern]:
        """Words right after an amount, by what they say."""
        return {
            name: compiled(rf"[ ,;)-]*(?:{either(getattr(self.words, name))})(?![^\W\d])")
            for name in _AFTER
        }


_BEFORE = (
    "at_least", "at_most", "grows_to", "no_hold", "day_before", "no_count_before", "count_before",
    "sets_before", "reps_before", "seconds_before",
)  # fmt: skip
_AFTER = (
    "or_more",
    "or_less",
    "hold_after",
    "no_hold_after",
    "a_day",
    "a_week",
    "no_count",
    "count_after",
    "of_these",
)


def either(words: Iterable[str]) -> str:
    """A pattern for any of these words, as they are written; longest first."""
    return "|".join(
        re.escape(word).replace(r"\ ", " ") for word in sorted(words, key=len, reverse=True)
    )


DOSES = read_words(DoseWords, "doses")


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """A number or a range with its unit; `start` and `end` are offsets into the sentence."""

    low: float | None
    high: float | None
    unit: str
    """second, breath, time, set, other; empty for a number by itself."""
    start: int
    end: int
    by_x: bool = False
    """Whether an x stands for the word “times”."""
    grows: bool = False
    """Whether it is where a dose that grows ends."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Number:
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
        if second and DOSES.joins.fullmatch(said, first.unit_end, second.start):
            yield _bounded(said, first, second)
            at += 2
        else:
            yield _bounded(said, first, first)
            at += 1


def _numbers(said: str) -> Iterator[_Number]:
    for found in islice(DOSES.number.finditer(said), MOST_NUMBERS):
        value, unit, end, by_x = _value(found), "", found.end(), False
        times = DOSES.times.get(found["word"] or "")
        measured = DOSES.unit.match(said, found.end())
        if times:
            unit = "time"
        elif measured:
            word = (measured["unit"] or measured["short"] or "").strip()
            unit, end, by_x = _unit(word or measured["cut"]), measured.end(), word == "x"
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
    before = said[max(0, first.start - LOOK_BACK) : first.start]
    end, grows = last.unit_end, DOSES.before["grows_to"].search(before) is not None
    least: float | None = min(low, high)
    most: float | None = max(low, high)
    if more := DOSES.after["or_more"].match(said, end):
        most, end = None, more.end()
    elif fewer := DOSES.after["or_less"].match(said, end):
        least, end = None, fewer.end()
    elif first is last and not grows:
        least, most = _one_bound(before, least, most)
    return Amount(
        low=least,
        high=most,
        unit="second" if unit == "minute" else unit,
        start=first.start,
        end=end,
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
