"""What happens, as the diary keeps it and as the plan remembers it.

One shape for every kind, so that a diary never needs to change to keep a new kind. `data` holds
plain JSON values; what each kind holds stands beside its name. "unknown" is what nobody answered.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Any


class EventKind(StrEnum):
    """The kinds of event, with what their `data` holds."""

    PERSON_DESCRIBED = "person_described"
    """Every field of `safety.person.Person` but advice and favourites; the latest counts."""
    CHECK_ANSWERED = "check_answered"
    """`scope` full | short; `flags` {id: {reply, context, unsure_context}}."""
    ASSESSED = "assessed"
    """`id` of a flag or gate; `by` who; `when` ISO date."""
    ADVICE_GIVEN = "advice_given"
    """The fields of `safety.person.Advice`."""
    ADVICE_WITHDRAWN = "advice_withdrawn"
    """`id` of the advice."""
    FAVOURITE = "favourite"
    """`exercise`; `on` true | false."""
    CHECKED_IN = "checked_in"
    """Before a session: `session`; `back`, `leg` pain 0-10; `left`, `right` zone 0-5;
    `painkiller` true | false | "unknown"."""
    SESSION_STARTED = "session_started"
    """`session` id; `plan` the session as `plan.session.as_data` writes it."""
    SESSION_CHANGED = "session_changed"
    """Something hurt and the rest is eased or swapped: `session`; `plan` as it goes on."""
    DECIDED = "decided"
    """`exercise` or null for the whole plan; `decision`; `rules` [ids]; `rules_version`;
    `about` the session or the morning it judges; `outcome` or null; `referral` or null."""
    EXERCISE_DONE = "exercise_done"
    """`session`, `step` index, `exercise`, `side`, `seconds` really held or moved,
    `completed` percent of that side's dose."""
    EXERCISE_SKIPPED = "exercise_skipped"
    """`session`, `step`, `exercise`."""
    HURT = "hurt"
    """`session`, `step`, `exercise`, `side`; `what` sharp | tingling | too_much | dizzy | weak
    | chest; and what was asked at once: `pain`, `left`, `right`, `dizzy`, `neuro`."""
    SESSION_ENDED = "session_ended"
    """`session`, `completed` percent; `why` none | pain | too_hard | time | interrupted
    | worried | unknown; `enough` true where the person said that was enough for today."""
    RESPONDED = "responded"
    """After: `session`; `during` the worst pain in the session and `pain` now, 0-10;
    `left_during`, `right_during` the furthest zone in the session and `left`, `right` now;
    `neuro`, `effort`, `sensation`; `exercise` the one the person puts it down to, or null."""
    SETTLED = "settled"
    """At the next opening: `session`, `minutes` 0-9999, `neuro`."""
    MORNING = "morning"
    """`pain` 0-10, `left`, `right` zone 0-5, `up_under_1h` true | false."""
    FLARE_STARTED = "flare_started"
    """`because` said | mornings."""
    FLARE_ENDED = "flare_ended"
    """`because` said | mornings | assessed."""
    PAGE_BROUGHT = "page_brought"
    """A page that the person brought: `id` of its routine; `page` its text, title, kind, cut;
    `origin` a file's name or an address, empty where it was pasted; `routine` as the page has
    it."""
    ROUTINE_MENDED = "routine_mended"
    """`id`; `routine` as the person has it now."""
    ROUTINE_FORGOTTEN = "routine_forgotten"
    """`id`: it is listed no more."""
    THINGS_CHOSEN = "things_chosen"
    """Up to three `things` that are hard and wanted back, each `id` and `words`; the latest
    counts."""
    THINGS_RATED = "things_rated"
    """`ratings` {id of a thing: 0-10}, all of those chosen."""
    FORM_TOTAL = "form_total"
    """The total of a form that a clinician gave: `measure` an id of `progress.measures`;
    `given_on` ISO date; `total`, null where it is taken away."""
    NOTED = "noted"
    """A note of the person's own: `id`; `words`, empty where it is taken away."""
    TIMES_CHOSEN = "times_chosen"
    """`timetable` as `sharing.timetable.timetable_as_data` writes it; `calendar` the random word
    that its ids and the address of its feed are made from."""
    DESK_BREAK = "desk_break"
    """A break at the desk: `exercise`; `what` done (begun, where it is a session: its id with
    `-desk` is then the id of this event) | later | not_today."""
    REMINDED = "reminded"
    """A reminder was shown: `time` the chosen time, like 2026-03-02T08:00; `by` a random word of
    whoever showed it. Its id is made of the time, so that each is reminded of once."""
    SETTINGS = "settings"
    """Any of `voice`, `rate`, `volume`, `words`, `tones`, `theme`, `country`, `language`;
    `remind` true | false, `quiet_from` and `quiet_until` HH:MM; `desk_minutes` 30-60; `whose`
    the random word of this diary, from which the ids of its health record are made."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One thing that happened. A repeat of an id changes nothing."""

    id: str
    """Made by who saw it happen (the player), so that sending it twice is harmless."""
    person: str
    at: datetime
    """When, in UTC."""
    on: date
    """The person's own calendar day."""
    kind: EventKind
    data: Mapping[str, Any] = field(default_factory=dict)
