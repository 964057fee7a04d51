"""Up to three things that a person finds hard and wants back, rated by the method of the PSFS.

The method is the Patient-Specific Functional Scale's (Stratford 1995): one's own activities, each
from 0 (can't do it) to 10 (as well as before), the total their mean. The words are ours.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import fmean

from psoas.progress.measures import (
    BadTotal,
    MeasureChange,
    checked,
    compare,
    measure,
    measure_rules,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rating:
    """What was said of the things on one day: how well each goes, 0 to 10."""

    on: date
    things: Mapping[str, int]

    @property
    def total(self) -> float:
        """The mean of the things."""
        return fmean(self.things.values())


def rated(on: date, things: Mapping[str, int]) -> Rating:
    """A rating that holds what the method asks for; raises `BadTotal` with what to do."""
    words = measure_rules().words
    if not things:
        raise BadTotal(words["none"])
    most = measure(_PSFS).most_things
    if len(things) > most:
        raise BadTotal(words["too_many"].format(most=most))
    for value in things.values():
        checked(_PSFS, value)
    return Rating(on=on, things=dict(things))


_PSFS = "psfs"


def next_rating_on(ratings: Sequence[Rating], today: date) -> date:
    """The first day on which the things may be asked (again): two weeks after the latest."""
    if not ratings:
        return today
    latest = max(rating.on for rating in ratings)
    return max(today, latest + timedelta(days=measure(_PSFS).every_days))


def things_change(ratings: Sequence[Rating]) -> MeasureChange | None:
    """The latest rating against the first, by the things that both have; None: none to compare."""
    if len(ratings) < 2:
        return None
    ordered = sorted(ratings, key=lambda rating: rating.on)
    first, latest = ordered[0].things, ordered[-1].things
    shared = [name for name in first if name in latest]
    if not shared:
        return None
    before, now = (fmean(one[name] for name in shared) for one in (first, latest))
    return compare(_PSFS, before, now)
