"""The words of doses, and the patterns made of them: numbers, units, and what stands beside."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from psoas.articles.patterns import Among, Pattern
from psoas.articles.wordlists import compiled, one_of, read_words
from psoas.knowledge import STRICT_KEYS


@dataclass(frozen=True, kw_only=True)
class NearWords:
    """Words near a number that say what it is; each entry is explained in `data/doses.toml`."""

    __pydantic_config__ = STRICT_KEYS

    between: tuple[str, ...]
    about: tuple[str, ...]
    of: tuple[str, ...]
    to: tuple[str, ...]
    at_least: tuple[str, ...]
    at_most: tuple[str, ...]
    or_more: tuple[str, ...]
    or_less: tuple[str, ...]
    grows_to: tuple[str, ...]
    adds: tuple[str, ...]
    holds: tuple[str, ...]
    hold_after: tuple[str, ...]
    clause_end: tuple[str, ...]
    no_hold: tuple[str, ...]
    no_hold_after: tuple[str, ...]
    rests: tuple[str, ...]
    rest_after: tuple[str, ...]
    time_passes: tuple[str, ...]
    a_day: tuple[str, ...]
    day_before: tuple[str, ...]
    day_label: tuple[str, ...]
    a_week: tuple[str, ...]
    no_count: tuple[str, ...]
    no_count_before: tuple[str, ...]
    count_before: tuple[str, ...]
    count_after: tuple[str, ...]
    of_these: tuple[str, ...]
    in_all: tuple[str, ...]
    enough: tuple[str, ...]
    once_enough: tuple[str, ...]
    sets_before: tuple[str, ...]
    reps_before: tuple[str, ...]
    seconds_before: tuple[str, ...]
    sets_label: tuple[str, ...]
    reps_label: tuple[str, ...]
    seconds_label: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class DosePatterns:
    """Patterns of a whole sentence or of what stands beside a number."""

    __pydantic_config__ = STRICT_KEYS

    ends_hold: tuple[str, ...]
    labelled: tuple[str, ...]
    clause_start: tuple[str, ...]
    breathing: tuple[str, ...]
    tempo: tuple[str, ...]
    each_side: tuple[str, ...]
    moves: tuple[str, ...]
    twice_a_day: tuple[str, ...]
    three_times_a_day: tuple[str, ...]
    four_times_a_day: tuple[str, ...]
    never_held: tuple[str, ...]
    on_foot: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class DoseWords:
    """Everything that the grammar of doses knows."""

    __pydantic_config__ = STRICT_KEYS

    numbers: Mapping[str, int]
    times: Mapping[str, int]
    """Words that are a number of times by themselves: twice."""
    units: Mapping[str, tuple[str, ...]]
    words: NearWords
    patterns: DosePatterns
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
            r"(?:(?<![\w.,#$£€])(?<!\d[/:])|(?<=\bx)|(?<=\dx))(?:"
            r"(?P<mixed>\d+) ?(?:1/2|½)|(?P<half>1/2|½|half an?)|"
            r"(?P<digits>\d{1,4}(?:\.\d+)?)(?![\d%€£$]|[.,:/]\d|st\b|nd\b|rd\b|th\b)|"
            rf"(?P<tens>twenty|thirty|forty|fifty)[ -](?P<ones>{ones})\b|"
            rf"(?P<word>{words})\b(?!-)|(?P<word_joined>{words})\b(?=-(?:to|second|minute|breath|rep|{words}))|"
            r"(?P<single>an?)(?= (?:full |whole )?minute\b)|"
            r"(?<=for[ ])(?P<pause>an?)(?= (?:full |single |deep |slow )?(?:second|breath)\b))"
        )

    @cached_property
    def unit(self) -> Pattern:
        """A unit right after a number."""
        words = either(word for word in self.unit_of if len(word) > 1)
        return compiled(
            rf"(?: +|-)?(?:(?:{either(self.words.between)}) ){{0,3}}"
            rf"(?P<unit>(?:{words}|x)(?![^\W\d]))(?:\(s\))?"
            r'|(?P<short> ?s\b|[hm]\b|%|"(?= ?(?:x|hold|each|per|[.,;)|]|$)))'
            r"|[ -](?P<cut>[a-z]{3,})$"
        )

    @cached_property
    def joins(self) -> Pattern:
        """What stands between the two ends of a range."""
        return compiled(rf" ?(?:{either(self.words.to)}) ?{self._about}")

    @cached_property
    def joins_between(self) -> Pattern:
        """The same after “between”."""
        return compiled(rf" and {self._about}")

    @cached_property
    def joins_bounds(self) -> Pattern:
        """What stands between the least and the most."""
        return compiled(rf",? (?:and|but|to) (?:{either(self.words.at_most)}) {self._about}")

    @cached_property
    def _about(self) -> str:
        return rf"(?:(?:{either((*self.words.about, *self.words.of))}) ?)*"

    @cached_property
    def half_more(self) -> Pattern:
        """Half a unit more, after the unit."""
        return compiled(r" and a half\b")

    @cached_property
    def before(self) -> Mapping[str, Pattern]:
        """Words right before a number, by what they say."""
        return {name: self._before(name) for name in _BEFORE}

    @cached_property
    def leading(self) -> Among[str]:
        """The same patterns, to see with one look which of them may be there."""
        return Among(self.before.items())

    def _before(self, name: str) -> Pattern:
        strict = name in _STRICTLY_BEFORE
        about = rf"(?:(?:{either(self.words.about)}) ?)*" if strict else self._about
        words = either(getattr(self.words, name))
        return compiled(rf"(?:^|(?<![^\W\d]))(?:{words}) ?{about}$")

    @cached_property
    def after(self) -> Mapping[str, Pattern]:
        """Words right after an amount, by what they say."""
        return {
            name: compiled(rf"[ ,;)-]*(?:{either(getattr(self.words, name))})(?![^\W\d])")
            for name in _AFTER
        }

    @cached_property
    def ends_hold(self) -> Pattern:
        """What somebody does when the time of a hold is over."""
        return one_of(self.patterns.ends_hold)

    @cached_property
    def never_held(self) -> Pattern:
        """What says that nothing is held, so that a hold for all isn't meant for it."""
        return one_of(self.patterns.never_held)

    @cached_property
    def on_foot(self) -> Pattern:
        """Words for walking, or for what a routine takes, of which a time is no hold."""
        return one_of(self.patterns.on_foot)

    @cached_property
    def labelled(self) -> Pattern:
        """A sentence in which words stand before their numbers: “Sets 3 Reps 10”."""
        return one_of(self.patterns.labelled)

    @cached_property
    def clause_start(self) -> Pattern:
        """What stands before a number that begins a clause."""
        return compiled(rf"(?:{'|'.join(self.patterns.clause_start)}) ?{self._about}$")

    @cached_property
    def breathing(self) -> Pattern:
        """What makes a number of times one of breaths, right before it."""
        return compiled(rf"(?:{'|'.join(self.patterns.breathing)}) ?{self._about}$")

    @cached_property
    def tempo(self) -> Pattern:
        """What makes a time say how fast somebody moves, right before it."""
        return compiled(rf"(?:{'|'.join(self.patterns.tempo)}) ?{self._about}$")

    @cached_property
    def each_side(self) -> Pattern:
        """A word for each side, right after a number."""
        return compiled(rf"[ ,(-]*(?:{'|'.join(self.patterns.each_side)})")

    @cached_property
    def move(self) -> Pattern:
        """A word for what is done so many times, which is no unit that is known."""
        return compiled(rf" (?:{'|'.join(self.patterns.moves)})")

    @cached_property
    def parts_of_day(self) -> Mapping[int, Pattern]:
        """Words that together are so many times a day."""
        told = self.patterns
        return {
            2: one_of(told.twice_a_day),
            3: one_of(told.three_times_a_day),
            4: one_of(told.four_times_a_day),
        }


_BEFORE = (
    "at_least", "at_most", "grows_to", "adds", "no_hold", "rests", "time_passes", "day_before",
    "day_label", "no_count_before", "count_before", "sets_before", "reps_before",
    "seconds_before", "sets_label", "reps_label", "seconds_label",
)  # fmt: skip
_STRICTLY_BEFORE = (
    "no_hold", "adds", "no_count_before", "sets_label", "reps_label", "seconds_label",
)  # fmt: skip
"""Words that must stand right before the number, or “about”: “in 5 minutes”, not “in for 5”."""
_AFTER = (
    "or_more", "or_less", "hold_after", "clause_end", "no_hold_after", "rest_after", "a_day",
    "a_week", "no_count", "count_after", "of_these", "in_all", "enough", "once_enough",
)  # fmt: skip


def either(words: Iterable[str]) -> str:
    """A pattern for any of these words, as they are written; longest first."""
    return "|".join(
        re.escape(word).replace(r"\ ", " ") for word in sorted(words, key=len, reverse=True)
    )


DOSES = read_words(DoseWords, "doses")
