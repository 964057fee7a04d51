"""History: what was done, the pain over time, and what was decided."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import Response
from markupsafe import Markup
from starlette.exceptions import HTTPException

from psoas.library import Library
from psoas.messages import gettext as _
from psoas.messages import ngettext
from psoas.plan.events import EventKind
from psoas.plan.response_rules import Rule, load_rules
from psoas.practice import Practice, Standing
from psoas.practice import history as past
from psoas.practice.history import DAY, MONTH, WEEK, Pain, PastDecision, PastSession
from psoas.web.chart import number, pain_chart
from psoas.web.render import page

router = APIRouter(prefix="/history")

RANGES = ("28", "90", "365", "all")
YEARS = (1900, 9000)
"""A month outside of these is junk."""
UNCHANGED = "hold"
"""The decision that changes nothing."""


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
    """The chart and the table, from the same figures."""
    since = None if shown == "all" else standing.on - timedelta(days=int(shown) - 1)
    told = past.pains_of(practice.diary.events(kinds=past.PAIN_KINDS, since=since))
    until = max([standing.on, *(pain.on for pain in told)])
    first = since or (told[0].on if told else standing.on)
    step = past.resolution(first, until)
    pains = past.averaged(told, step)
    flares = past.flares_of(practice.diary.events(kinds=past.FLARE_KINDS), standing.on)
    start = min([first, *(pain.on for pain in pains)])
    inside = [(a, b) for a, b in flares if b >= start and a <= until]
    return {
        # The chart's own texts are escaped where it is made.
        "chart": Markup(pain_chart(pains, start, until, inside, step)) if pains else "",
        "rows": [_row(pain, step) for pain in pains],
        "per": {DAY: _("Day"), WEEK: _("Week from"), MONTH: _("Month")}[step],
        "mean": step != DAY,
        "flares": [(_day(start), _day(end)) for start, end in inside],
    }


def _row(pain: Pain, step: int) -> tuple[str, list[str]]:
    when = f"{pain.on:%B %Y}" if step == MONTH else _day(pain.on)
    values = (pain.back, pain.leg, pain.waking)
    return when, ["–" if value is None else number(value) for value in values]


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
        "exercises": [_named(library, identity) for identity in session.exercises],
        "facts": list(filter(None, (_moved(session), _share(session), _pains(session)))),
    }


def _named(library: Library, identity: str) -> tuple[str, str]:
    """An exercise that was done; one that the library no longer has keeps its id."""
    known = library.exercises.get(identity)
    return (identity, known.name) if known else ("", identity.replace("_", " "))


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
        "decisions": [_decision(library, alike) for alike in _alike(made)],
    }


def _alike(made: Iterable[PastDecision]) -> Iterable[Sequence[PastDecision]]:
    """What was decided by the same rules is told once."""
    groups: dict[tuple[str, tuple[str, ...]], list[PastDecision]] = {}
    for decision in made:
        groups.setdefault((decision.decision, decision.rules), []).append(decision)
    return groups.values()


def _decision(library: Library, alike: Sequence[PastDecision]) -> Mapping[str, Any]:
    effects = {action.id: action.effect for action in load_rules().actions}
    made = alike[0]
    return {
        "about": list(dict.fromkeys(_about(library, one.exercise) for one in alike)),
        "effect": effects.get(made.decision, made.decision.replace("_", " ")),
        "rules": list(_rules({rule.id: rule for rule in load_rules().rules}, made.rules)),
    }


def _about(library: Library, exercise: str | None) -> tuple[str, str]:
    return _named(library, exercise) if exercise else ("", _("The whole plan"))


def _rules(rules: Mapping[str, Rule], ids: Iterable[str]) -> Iterable[tuple[str, str, str]]:
    """Id, why and source; a rule of an earlier version has only its id."""
    for identity in ids:
        rule = rules.get(identity)
        yield (identity, rule.why, rule.source) if rule else (identity, "", "")
