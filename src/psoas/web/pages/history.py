"""History: what was done, the pain over time, and what was decided."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import Response
from starlette.exceptions import HTTPException

from psoas.library import Library
from psoas.messages import gettext as _
from psoas.messages import ngettext
from psoas.plan.events import EventKind
from psoas.practice import Practice, Standing
from psoas.practice import history as past
from psoas.practice.charting import UNCHANGED, pain_of_check_ins
from psoas.practice.history import PastDecision, PastSession
from psoas.progress.ranges import Span
from psoas.web.charted import charted
from psoas.web.decided import decided, named
from psoas.web.render import page

router = APIRouter(prefix="/history")

RANGES = ("28", "90", "365", "all")
YEARS = (1900, 9000)
"""A month outside of these is junk."""


@dataclass(frozen=True, slots=True)
class Month:
    """A calendar month."""

    first: date

    @property
    def last(self) -> date:
        """Its last day."""
        return self.next.first - timedelta(days=1)

    @property
    def next(self) -> "Month":
        """The month after."""
        return Month((self.first + timedelta(days=32)).replace(day=1))

    @property
    def before(self) -> "Month":
        """The month before."""
        return Month((self.first - timedelta(days=1)).replace(day=1))

    @property
    def id(self) -> str:
        """As it stands in an address: `2026-03`."""
        return f"{self.first:%Y-%m}"

    @property
    def name(self) -> str:
        """As people say it."""
        return f"{self.first:%B %Y}"


@router.get("")
def history(request: Request) -> Response:
    """The pain in the time asked for, and one month of what was done and decided."""
    practice: Practice = request.app.state.practice
    standing = practice.standing()
    shown = _range(request.query_params.get("days") or RANGES[0])
    month = _month(request.query_params.get("month", ""), standing.on)
    if not practice.diary.count():
        return page(request, "history.html", {"empty": True})
    context = {
        "empty": False,
        "ranges": [(days, _range_name(days), days == shown) for days in RANGES],
        "shown": shown,
        **_pain(practice, standing, shown),
        **_month_context(practice, standing, month),
    }
    return page(request, "history.html", context)


def _range(value: str) -> str:
    if value not in RANGES:
        raise HTTPException(422, _("History can’t show that time. Choose one of those it offers."))
    return value


def _range_name(days: str) -> str:
    if days == "all":
        return _("Everything")
    return _("{days} days").format(days=days)


def _month(value: str, today: date) -> Month:
    if not value:
        return Month(today.replace(day=1))
    try:
        first = date.fromisoformat(f"{value}-01")
    except ValueError:
        first = date.min
    if not YEARS[0] <= first.year <= YEARS[1]:
        sentence = _("That month can’t be read. Choose one of those that History offers.")
        raise HTTPException(422, sentence)
    return Month(first)


def _pain(practice: Practice, standing: Standing, shown: str) -> Mapping[str, Any]:
    """The chart and its table."""
    since = None if shown == "all" else standing.on - timedelta(days=int(shown) - 1)
    told = past.pains_of(practice.happened(past.PAIN_KINDS, since))
    until = max([standing.on, *(pain.on for pain in told)])
    first = since or (told[0].on if told else standing.on)
    span = Span(first=first, last=until)
    flares = past.flares_of(practice.happened(past.FLARE_KINDS), standing.on)
    return {
        "chart": charted(pain_of_check_ins(told, span, flares)) if told else None,
        "flares": [(_day(a), _day(b)) for a, b in flares if b >= first and a <= until],
    }


def _day(on: date) -> str:
    return f"{on.day} {on:%b %Y}"


def _long_day(on: date) -> str:
    return f"{on:%A}, {on.day} {on:%B}"


def _month_context(practice: Practice, standing: Standing, month: Month) -> Mapping[str, Any]:
    kinds = (*past.SESSION_KINDS, EventKind.DECIDED)
    events = practice.diary.events(kinds=kinds, since=month.first, until=month.last)
    new = [event for event in standing.decided if month.first <= event.on <= month.last]
    sessions = past.sessions_of(events)
    first = standing.memory.first_session or standing.on
    return {
        "month": month,
        "earlier": month.before if month.first > first else None,
        "later": month.next if month.next.first <= standing.on else None,
        "days": _by_day(practice.library, sessions),
        "count": len(sessions),
        "decisions": _decided(practice.library, past.decisions_of([*events, *new])),
    }


def _by_day(library: Library, sessions: Sequence[PastSession]) -> list[Mapping[str, Any]]:
    return [
        {"day": _long_day(on), "sessions": [_session(library, entry) for entry in group]}
        for on, group in groupby(sessions, key=lambda session: session.on)
    ]


def _session(library: Library, session: PastSession) -> Mapping[str, Any]:
    return {
        "title": session.title,
        "exercises": [named(library, identity) for identity in session.exercises],
        "facts": list(filter(None, (_moved(session), _share(session), _pains(session)))),
    }


def _moved(session: PastSession) -> str:
    minutes = round(session.seconds / 60)
    if not session.seconds:
        return ""
    if not minutes:
        return _("less than a minute of movement")
    said = ngettext("{count} minute of movement", "{count} minutes of movement", minutes)
    return said.format(count=minutes)


def _share(session: PastSession) -> str:
    if session.completed is None:
        return _("not finished")
    if session.completed >= 100:
        return _("all of it")
    return _("{percent}% of it").format(percent=session.completed)


def _pains(session: PastSession) -> str:
    if session.before is None or session.after is None:
        return ""
    said = _("pain {before} before, {after} after")
    return said.format(before=session.before, after=session.after)


def _decided(library: Library, made: Sequence[PastDecision]) -> list[Mapping[str, Any]]:
    return [
        _decided_day(library, on, list(group))
        for on, group in groupby(made, key=lambda decision: decision.on)
    ]


def _decided_day(library: Library, on: date, made: Sequence[PastDecision]) -> Mapping[str, Any]:
    return {
        "day": _long_day(on),
        "calm": all(decision.decision == UNCHANGED for decision in made),
        "decisions": decided(library, made),
    }
