"""What of an earlier check still stands when a new one is answered."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from psoas.safety.clearance import Answer, Answers, Cleared, Reply, Triage
from psoas.safety.flags import Flags, load_flags
from psoas.safety.screen import FULL_CHECK_DAYS, counts_as_yes, screen

ADULT = 18


def standing(previous: Answers, new: Answers, flags: Flags | None = None) -> Answers:
    """Everything that is known after a new check: give it to `screen`.

    `previous` is what this function gave before, with every assessment recorded since then in its
    `cleared`; for the first check it is an empty one. What the new check didn't ask keeps its
    answer. An answer that raised an emergency or an urgent flag is not undone by a milder one: it
    stands until somebody records that a clinician assessed it, as the card says. A flag that only
    asks to see a clinician first follows the latest answer.
    """
    flags = flags or load_flags()
    full = flags.by_id.keys() <= new.flags.keys()
    full_check_on = new.on if full else previous.full_check_on
    return Answers(
        on=new.on,
        flags=_merged(previous, new, flags),
        conditions=new.conditions,
        cleared=still_cleared(previous.flags, new, previous.cleared, flags),
        asked=None if full_check_on else frozenset(flags.by_id),
        full_check_on=full_check_on,
    )


def still_cleared(
    previous: Mapping[str, Answer],
    new: Answers,
    cleared: Mapping[str, Cleared],
    flags: Flags | None = None,
) -> Mapping[str, Cleared]:
    """The clearings that still hold after a new check; the others are to be assessed again.

    A clearing ends when the answer to its flag changes in any way (to no as well: a yes after
    that is a new one). A flag that asks only for what is new in two weeks is not covered by an
    assessment older than that. A flag that the new check didn't answer keeps its clearing, and
    so does a gate.
    """
    known = (flags or load_flags()).by_id

    def holds(identity: str, clearing: Cleared) -> bool:
        flag, answer = known.get(identity), new.flags.get(identity)
        if flag is None or answer is None:
            return True
        old = (new.on - clearing.on).days > FULL_CHECK_DAYS
        outdated = flag.new_only and old and counts_as_yes(flag, answer)
        return previous.get(identity) == answer and not outdated

    return {identity: entry for identity, entry in cleared.items() if holds(identity, entry)}


def _merged(previous: Answers, new: Answers, flags: Flags) -> Mapping[str, Answer]:
    before = replace(previous, on=new.on)
    latest = {**previous.flags, **new.flags}
    was, now = _levels(before, flags), _levels(replace(before, flags=latest), flags)
    kept = {
        identity: previous.flags[identity]
        for identity, triage in was.items()
        if triage >= Triage.URGENT_24_48H and now.get(identity, Triage.GO_AHEAD) < triage
    }
    return {**latest, **kept}


def _levels(answers: Answers, flags: Flags) -> dict[str, Triage]:
    return {raised.id: raised.triage for raised in screen(answers, flags).flags}


def as_of(answers: Answers, on: date, flags: Flags | None = None) -> Answers:
    """What of a check still counts on another day.

    For two weeks all of it does. After that, and where the clock was set back, only what counts
    as yes does; the rest is unknown until it is asked again.
    """
    days = (on - answers.on).days
    if 0 <= days < FULL_CHECK_DAYS:
        return answers
    known = (flags or load_flags()).by_id
    kept = {name: said for name, said in answers.flags.items() if counts_as_yes(known[name], said)}
    return replace(answers, flags=kept, full_check_on=None)


def with_age(answers: Answers, age: int | None) -> Answers:
    """An age under eighteen answers `under_18` with yes, whatever the check says."""
    if age is None or age >= ADULT:
        return answers
    return replace(answers, flags={**answers.flags, "under_18": Answer(reply=Reply.YES)})
