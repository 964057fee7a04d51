"""How much a page asks for: hold, breaths, repetitions, sets, times a day.

A small grammar over `numbers.amounts`: the unit says what an amount can be, the words beside it
whether it is. Weeks, days a week, degrees, distances, ages, shares and total minutes are no doses,
and “a few” is no number.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TypeAlias

from psoas.articles.dose_words import DOSES, either
from psoas.articles.numbers import LOOK_BACK, Amount, amounts
from psoas.articles.patterns import Among, Pattern
from psoas.articles.remembering import remembered
from psoas.articles.wordlists import compiled

Range: TypeAlias = tuple[int | None, int | None]
"""The least and the most; None on an open end."""

FIELDS = ("hold_seconds", "breaths", "repetitions", "sets", "times_per_day")

FRAGMENT = 34
"""A sentence no longer than this that holds seconds is a dose by itself: “15–30 seconds”."""

MINUTE = 60
LONG = 240
"""So many seconds of stretching are those of a whole routine."""

LONGEST_ALONE = 600
"""A longer time by itself may be one of anything."""

_HOLD = compiled(rf"(?<![^\W\d])(?:{either(DOSES.words.holds)})(?![^\W\d])")
_HOW_MUCH = Among(
    (("number", DOSES.number), *(("day", one) for one in DOSES.parts_of_day.values()))
)
_BARE = {
    "sets_before": "sets",
    "reps_before": "repetitions",
    "seconds_before": "hold_seconds",
    "day_label": "times_per_day",
}
_LABELS = {
    "sets_label": "sets",
    "reps_label": "repetitions",
    "seconds_label": "hold_seconds",
}
_TIMES = compiled(r" ?(?:reps?|repetitions?|times)? ?x ?")
_OF = compiled(r" of ")
_COUNTED = ("time", "repetition", "round")


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One value that a sentence states; offsets into that sentence."""

    field: str
    value: Range
    start: int
    end: int
    grows: bool = False
    """Whether it is where a dose that grows ends."""

    def moved(self, by: int) -> "Told":
        """The same in a sentence that lacks so many letters at its front."""
        return replace(self, start=max(0, self.start - by), end=max(0, self.end - by))


@dataclass(frozen=True, kw_only=True)
class _Place:
    """An amount in its sentence, with the amounts beside it."""

    said: str
    amount: Amount
    before: Amount | None = None
    field_before: str = ""
    following: Amount | None = None
    grows_later: bool = False
    """Whether a later amount is where this one grows to."""

    @cached_property
    def words(self) -> str:
        """What stands right before the amount."""
        return self.said[max(0, self.amount.start - LOOK_BACK) : self.amount.start]

    def after(self, name: str) -> bool:
        """Whether words of one kind stand right after the amount."""
        return DOSES.after[name].match(self.said, self.amount.end) is not None

    def preceded(self, name: str) -> bool:
        """Whether words of one kind stand right before the amount."""
        return any(one == name and pattern.search(self.words) for one, pattern in self._led_by)

    @cached_property
    def _led_by(self) -> tuple[tuple[str, Pattern], ...]:
        """The kinds of words that may stand right before the amount."""
        return DOSES.leading.likely(self.words)

    @property
    def begins(self) -> bool:
        """Whether the amount begins a clause."""
        return DOSES.clause_start.search(self.words) is not None


@remembered
def doses(said: str) -> tuple[Told, ...]:
    """The doses in a plain sentence, from left to right."""
    likely = {name for name, _ in _HOW_MUCH.likely(said)}
    counted = _from_amounts(said) if "number" in likely else ()
    daily = _parts_of_day(said) if "day" in likely else ()
    return tuple(sorted([*counted, *daily], key=lambda one: one.start))


def _parts_of_day(said: str) -> Iterator[Told]:
    for times, pattern in sorted(DOSES.parts_of_day.items(), reverse=True):
        if found := pattern.search(said):
            yield Told(
                field="times_per_day", value=(times, times), start=found.start(), end=found.end()
            )
            return


def _from_amounts(said: str) -> Iterator[Told]:
    before: Amount | None = None
    field_before = ""
    found = list(amounts(said))
    for index, one in enumerate(found):
        amount = _with_unit_of(one, before)
        later = found[index + 1 :]
        place = _Place(
            said=said,
            amount=amount,
            before=before,
            field_before=field_before,
            following=next(iter(later), None),
            grows_later=any(other.grows for other in later),
        )
        field = _field(place)
        value = (_whole(amount.low), _whole(amount.high))
        if field and _believable(field, value):
            yield Told(
                field=field, value=value, start=amount.start, end=amount.end, grows=amount.grows
            )
        if field or not place.preceded("adds"):
            before, field_before = amount, field


def _with_unit_of(amount: Amount, before: Amount | None) -> Amount:
    """Where a dose that grows ends, in the unit in which it began."""
    if not (amount.grows and before and not amount.unit):
        return amount
    low, high = (None if n is None else n * before.size for n in (amount.low, amount.high))
    return replace(amount, unit=before.unit, low=low, high=high, size=before.size)


def _whole(value: float | None) -> int | None:
    return None if value is None else int(value)


def _believable(field: str, value: Range) -> bool:
    return all(bound is None or 0 < bound <= DOSES.most[field] for bound in value)


def _field(place: _Place) -> str:
    """What an amount is a dose of; empty where it is none."""
    unit = place.amount.unit
    if place.preceded("adds"):
        return ""
    if unit == "second":
        return "hold_seconds" if _is_hold(place) else ""
    if unit == "breath":
        return "breaths"
    if unit == "set":
        return "sets"
    if unit in _COUNTED:
        return _counted(place)
    return "" if unit else _bare(place)


def _is_hold(place: _Place) -> bool:
    """Whether seconds or minutes are a hold."""
    said, amount = place.said, place.amount
    if amount.grows:
        return not _grew_from_no_hold(place)
    if place.preceded("time_passes") and DOSES.ends_hold.search(said):
        return True
    if place.preceded("no_hold") or place.after("no_hold_after"):
        return False
    if amount.size == MINUTE and (amount.low or 0) >= LONG and place.after("hold_after"):
        return False  # “a ten minute stretch for the hips” is all of it
    if DOSES.tempo.search(place.words) or (place.preceded("rests") and place.after("rest_after")):
        return False
    return (
        place.grows_later
        or _is_clause(place)
        or len(said.strip()) <= FRAGMENT
        or place.after("hold_after")
        or _HOLD.search(said, 0, amount.start) is not None
        or place.words.rstrip().endswith(("for", "during", "for about", "for around", "for up to"))
    )


def _is_clause(place: _Place) -> bool:
    """Whether a short time is a clause of its own: “leg straight up, 30 secs each side”."""
    short = (place.amount.high or place.amount.low or 0) <= LONGEST_ALONE
    if not (short and place.begins) or DOSES.on_foot.search(place.said):
        return False
    return place.after("clause_end") or place.said[place.amount.end :].strip()[:1] in ("", *".,;)")


def _grew_from_no_hold(place: _Place) -> bool:
    """Whether a time grows from another that is no hold: of a walk that gets longer."""
    before = place.before
    return before is not None and before.unit == "second" and not place.field_before


def _counted(place: _Place) -> str:
    """Whether a number of times counts repetitions, sets or a day; empty where none of them."""
    said, amount, following = place.said, place.amount, place.following
    if following and amount.by_x and _TIMES.fullmatch(said[amount.end - 1 : following.start]):
        return "repetitions" if following.unit in ("second", "breath") else "sets"
    if following and amount.unit == "round" and _OF.fullmatch(said, amount.end, following.start):
        return "sets" if following.unit in ("", *_COUNTED) else "repetitions"
    if _is_daily(place):
        return "times_per_day"
    if amount.unit == "time" and DOSES.breathing.search(place.words):
        return "breaths"
    if said.startswith("once", amount.start) and amount.high == 1:
        return "repetitions" if _once_is_all(place) else ""
    compared = not amount.grows and place.after("no_count") and not place.preceded("count_before")
    if place.after("a_week") or compared or place.preceded("no_count_before"):
        return ""
    return "repetitions"


def _is_daily(place: _Place) -> bool:
    """Whether a number of times is one of times a day: “twice daily”, not “ten times, daily”."""
    if place.preceded("day_before"):
        return True
    apart = place.said[place.amount.end : place.amount.end + 1] in (",", ";")
    return place.amount.unit == "time" and not apart and place.after("a_day")


def _once_is_all(place: _Place) -> bool:
    """Whether “once” is all that is asked for: “once on each side”, not “repeat once”."""
    once = DOSES.each_side.match(place.said, place.amount.end) or place.after("once_enough")
    return once is not None and once is not False and not place.words.rstrip().endswith("repeat")


def _bare(place: _Place) -> str:
    """What a number without a unit counts; empty where nothing says it."""
    said, amount, before = place.said, place.amount, place.before
    if amount.grows and place.field_before:
        return place.field_before
    if before and _TIMES.fullmatch(said[before.end - before.by_x : amount.start]):
        counted = place.field_before == "repetitions" and not before.by_x
        return "sets" if counted else "repetitions"
    labels = {**_BARE, **_LABELS} if DOSES.labelled.match(said) else _BARE
    for name, field in labels.items():
        if place.preceded(name):
            return field
    return "repetitions" if _counts(place) else ""


def _counts(place: _Place) -> bool:
    """Whether a number by itself counts repetitions: “do 10”, “8 on each side”, “ten nods”."""
    if place.after("of_these"):
        return True
    asked = place.amount.grows or place.grows_later or place.preceded("count_before")
    if not (asked or place.begins):
        return False
    moved = DOSES.move.match(place.said, place.amount.end)
    end = moved.end() if moved else place.amount.end
    told = DOSES.each_side.match(place.said, end) or DOSES.after["enough"].match(place.said, end)
    if told or place.after("in_all"):
        return True
    return asked and _goes_no_further(place.said, end, place)


def _goes_no_further(said: str, end: int, place: _Place) -> bool:
    """Whether nothing comes after a number that would say what it is a number of."""
    rest = said[end:].strip()
    return not rest or rest[0] in ".,;)(!" or place.after("count_after")
