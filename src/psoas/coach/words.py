"""How much is said, how long saying it takes, and how numbers and times are spoken."""

from enum import StrEnum
from functools import lru_cache

from psoas.body import Side
from psoas.coach.knowing import PHRASES, TIMING


class Words(StrEnum):
    """How much the coach says."""

    FULL = "full"
    """Every step, reminders, breathing: the first sessions."""
    SHORT = "short"
    """The steps once, then names and counts."""
    COUNTS = "counts"
    """Names, sides and counts, and always what is changed for this person."""


SESSIONS_WITH_FULL_WORDS = 5
SESSIONS_BEFORE_COUNTS = 21


def words_for(sessions_done: int, chosen: Words | None = None) -> Words:
    """What the person chose, or else fewer words the more sessions they have done."""
    if chosen is not None:
        return chosen
    if sessions_done < SESSIONS_WITH_FULL_WORDS:
        return Words.FULL
    return Words.SHORT if sessions_done < SESSIONS_BEFORE_COUNTS else Words.COUNTS


@lru_cache(maxsize=4096)
def speech_seconds(text: str, rate: float = 1.0) -> float:
    """About how long a calm voice needs for a text, in seconds; `rate` 2 speaks twice as fast."""
    return round(len(text.split()) / (TIMING.words_per_second * rate), 1)


@lru_cache(maxsize=4096)
def sided(text: str, side: Side) -> str:
    """Fill {this} and {other} with the side that is worked and the other one."""
    both = side is Side.BOTH
    this = PHRASES.this_both if both else side.value
    other = PHRASES.other_both if both else side.other.value
    return text.replace("{this}", this).replace("{other}", other)


def times(count: int) -> str:
    """How many times, as it is spoken."""
    return {1: "once", 2: "twice"}.get(count, f"{count} times")


def duration(seconds: float) -> str:
    """A span of time as it is spoken: whole minutes where it has them."""
    minutes, rest = divmod(round(seconds), 60)
    spoken = [f"{minutes} minute{'s' * (minutes != 1)}"] * (minutes > 0)
    spoken += [f"{rest} second{'s' * (rest != 1)}"] * (rest > 0)
    return " ".join(spoken)


def count_word(count: int) -> str:
    """A count as one spoken word, with a capital."""
    return _NUMBERS[count] if count < len(_NUMBERS) else str(count)


_NUMBERS = (
    "Zero", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten",
    "Eleven", "Twelve", "Thirteen", "Fourteen", "Fifteen",
)  # fmt: skip
