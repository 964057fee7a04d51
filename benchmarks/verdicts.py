"""The verdicts on the whole library for one person with three conditions."""

from benchmarks.life import LAST_DAY, PERSON
from benchmarks.measuring import Size, median_seconds, yardstick
from benchmarks.table import Row
from psoas.library import Library
from psoas.safety.verdicts import verdicts


def row(library: Library, size: Size) -> Row:
    """The time for all exercises together."""
    number, conditions = len(library.exercises), len(PERSON.conditions)
    return Row(
        what=f"verdicts on all {number} exercises for a person with {conditions} conditions",
        seconds=median_seconds(lambda: verdicts(library, PERSON, LAST_DAY), size.repeats),
        baseline="a loop of 50,000 steps in plain Python",
        baseline_seconds=median_seconds(yardstick, size.repeats),
    )
