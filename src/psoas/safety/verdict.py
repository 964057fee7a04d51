"""What becomes of an exercise for a person: ok, modify or avoid, each with its reason."""

from dataclasses import dataclass
from enum import IntEnum


class Ruling(IntEnum):
    """A higher value is more cautious."""

    OK = 0
    MODIFY = 1
    AVOID = 2

    @property
    def word(self) -> str:
        """The name used in files and in JSON."""
        return self.name.lower()


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """The verdict for one exercise under a set of conditions.

    `how` and `why` are short clinical notes, `plain_how` and `plain_why` the same for the person.
    """

    exercise: str
    ruling: Ruling
    how: tuple[str, ...] = ()
    """How to change it: one text for each condition that modifies it."""
    why: tuple[str, ...] = ()
    """The reason of each condition that is not ok; of all where all are ok."""
    plain_how: tuple[str, ...] = ()
    """The same as `how` in whole sentences that a voice can say: one text for each rule."""
    plain_why: tuple[str, ...] = ()
    """What decided, in whole sentences that a person understands: one text for each rule."""
    swap_to: tuple[str, ...] = ()
    """What to do instead, best first; empty where it is not avoided or nothing fits."""
    conditions: tuple[str, ...] = ()
    """The conditions that decided."""


def as_json(verdict: Verdict) -> dict[str, object]:
    """The verdict in the shape that `psoas verdict --json` prints."""
    return {
        "exercise": verdict.exercise,
        "verdict": verdict.ruling.word,
        "how": list(verdict.how),
        "why": list(verdict.why),
        "swap_to": list(verdict.swap_to),
    }
