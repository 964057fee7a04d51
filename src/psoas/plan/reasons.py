"""The sentences with which a plan explains itself, read from data/reasons.toml."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from psoas.knowledge import STRICT_KEYS, parse, read_toml
from psoas.library import Exercise, Kind
from psoas.plan.planned import Amount, Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence with words to fill in, and what it rests on."""

    __pydantic_config__ = STRICT_KEYS

    text: str
    source: str = "our judgement"


@cache
def sentences() -> Mapping[str, Sentence]:
    """Every sentence by its id."""
    raw = read_toml(dict[str, dict[str, str]], files("psoas.plan") / "data" / "reasons.toml")
    return {key: parse(Sentence, entry, "reasons.toml") for key, entry in raw.items()}


def why(identity: str, **words: object) -> Reason:
    """The reason with that id; its rule is `plan.` and the id."""
    sentence = sentences()[identity]
    return Reason(
        text=sentence.text.format(**words), rule=f"plan.{identity}", source=sentence.source
    )


def times_in_words(count: int) -> str:
    """How often: `1 time`, `5 times`."""
    return f"{count} time{'s' * (count != 1)}"


def dose_in_words(exercise: Exercise, amount: Amount) -> str:
    """A dose as a person reads it: `2 × 15 seconds`, `5 times`, `3 minutes`."""
    if exercise.kind in (Kind.WALKING, Kind.EASE):
        minutes = amount.hold_seconds // 60
        return f"{minutes} minute{'s' * (minutes != 1)}"
    count = amount.repetitions
    times = times_in_words(count)
    said = f"{count} × {amount.hold_seconds} seconds" if exercise.kind is Kind.STATIC else times
    return said if amount.sets == 1 else f"{amount.sets} sets of {said}"
