"""Times: when the person would like to move, in their calendar and as reminders."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import Response

from psoas.messages import gettext as _
from psoas.plan.quiet import Quiet
from psoas.practice import Practice
from psoas.practice.reminding import stop_reminding
from psoas.practice.timing import Times, choose, quiet_of, times_of
from psoas.practice.zones import zone_here, zones
from psoas.sharing.timetable import TITLE, Slot, Timetable
from psoas.sharing.timezones import zone_named
from psoas.web import times_words
from psoas.web.fields import Fields, Refusal
from psoas.web.forms import BadForm, Form, form_of
from psoas.web.render import go, page
from psoas.web.security import LOCAL_NAMES, host_name

router = APIRouter(prefix="/times")

TIMES_A_DAY = 4
WEEK = range(7)
LEAST_MINUTES, MOST_MINUTES = 1, 180
MOST_TITLE = 80


@router.get("")
def times(request: Request) -> Response:
    """The times as they are chosen, and how they get into a calendar."""
    return _times(request)


def _times(request: Request, refused: Refusal | None = None) -> Response:
    practice: Practice = request.app.state.practice
    known, settings = times_of(practice), practice.memory().settings
    stored = {**_now(known.now, practice), **_reminders(settings)}
    context = {
        "fields": Fields(stored, refused),
        "done": _done(request),
        "rows": _rows(known.now),
        "weekdays": times_words.weekdays(),
        "zones": times_words.by_region(zones(), stored["zone"]),
        "zone_chosen": known.now is not None,
        "lead_options": times_words.leads(stored["remind"]),
        "here_options": [("yes", _("On")), ("no", _("Off"))],
        "least": LEAST_MINUTES,
        "most": MOST_MINUTES,
        "most_title": MOST_TITLE,
        "silent": _silent(known.now, quiet_of(settings)) if settings.get("remind") else [],
        "calendar": _calendar(request, known),
    }
    return page(request, "times.html", context, 422 if refused else 200)


def _done(request: Request) -> str:
    said = {
        "saved": _("Saved."),
        "stopped": _("Reminders are off. Your times and your calendar stay as they are."),
    }
    return next((text for name, text in said.items() if name in request.query_params), "")


def _now(chosen: Timetable | None, practice: Practice) -> dict[str, Any]:
    """What the fields show: the choice that holds, or what is likely."""
    if chosen is None:
        minutes = practice.memory().person.minutes
        return {"zone": zone_here(), "minutes": minutes, "title": TITLE, "remind": 10}
    told: dict[str, Any] = {
        name: getattr(chosen, name) for name in ("zone", "minutes", "title", "remind")
    }
    for row, (at, days) in enumerate(_by_time(chosen)):
        told |= {f"at-{row}": f"{at:%H:%M}", f"days-{row}": frozenset(map(str, days))}
    return told


def _by_time(chosen: Timetable) -> list[tuple[time, list[int]]]:
    """The weekdays of each time of the day."""
    days: dict[time, list[int]] = {}
    for slot in sorted(chosen.slots, key=lambda slot: (slot.at, slot.weekday)):
        days.setdefault(slot.at, []).append(slot.weekday)
    return list(days.items())


def _rows(chosen: Timetable | None) -> int:
    """How many times of the day are shown unfolded."""
    return max(1, len(_by_time(chosen))) if chosen else 1


def _reminders(settings: Mapping[str, Any]) -> dict[str, str]:
    quiet = quiet_of(settings)
    return {
        "here": "no" if settings.get("remind") is False else "yes",
        "quiet_from": f"{quiet.start:%H:%M}",
        "quiet_until": f"{quiet.until:%H:%M}",
    }


def _silent(chosen: Timetable | None, quiet: Quiet) -> list[str]:
    """The chosen times of which nobody is reminded, for they lie in quiet hours."""
    times = sorted({slot.at for slot in chosen.slots}) if chosen else []
    return [f"{at:%H:%M}" for at in times if quiet.covers(datetime.combine(datetime.min, at))]


@dataclass(frozen=True, slots=True, kw_only=True)
class Subscribing:
    """How the calendar is reached from the address at which the person has this page."""

    feed: str
    here_only: bool
    """Whether only programs on this computer reach that address."""

    @property
    def opens(self) -> str:
        """The address that opens the calendar program of this computer."""
        return self.feed.replace("https:", "webcal:").replace("http:", "webcal:")


def _calendar(request: Request, known: Times) -> Subscribing | None:
    if known.now is None:
        return None
    return Subscribing(
        feed=f"{request.base_url}calendar/{known.calendar}.ics",
        here_only=host_name(request.headers.get("host", "")) in LOCAL_NAMES,
    )


@router.post("")
async def chosen(request: Request) -> Response:
    """Store the times and what is set about reminders."""
    practice: Practice = request.app.state.practice
    form = await form_of(request)
    try:
        timetable, settings = _timetable(form, practice), _settings(form)
    except BadForm as error:
        return _times(request, Refusal(form=form, error=error))
    choose(practice, timetable, settings)
    return go("/times?saved")


@router.post("/stop")
def stop(request: Request) -> Response:
    """No reminder any more: one tap."""
    stop_reminding(request.app.state.practice)
    return go("/times?stopped")


def _timetable(form: Form, practice: Practice) -> Timetable:
    now = practice.now()
    zone = form.one_of("zone", dict.fromkeys((*zones(), _stored_zone(practice))), zone_here())
    slots = tuple(dict.fromkeys(_slots(form)))
    if not slots and times_of(practice).now is None:
        raise BadForm(_("Choose a time and at least one day for it."), "at-0")
    return Timetable(
        slots=slots,
        zone=zone,
        starts=now.astimezone(zone_named(zone)).date(),
        chosen_at=now,
        minutes=form.number("minutes", LEAST_MINUTES, MOST_MINUTES) or 10,
        title=form.text("title", MOST_TITLE) or TITLE,
        remind=form.one_of("remind", times_words.LEADS, None),
    )


def _stored_zone(practice: Practice) -> str:
    """A zone that was chosen before may always be chosen again."""
    now = times_of(practice).now
    return now.zone if now else zone_here()


def _slots(form: Form) -> Iterator[Slot]:
    for row in range(TIMES_A_DAY):
        at, days = form.clock(f"at-{row}"), form.some_of(f"days-{row}", WEEK)
        if at is None and days:
            raise BadForm(_("Choose the time for these days, or untick them."), f"at-{row}")
        if at is not None and not days:
            empty = _("Choose at least one day for {at}, or clear the time.")
            raise BadForm(empty.format(at=f"{at:%H:%M}"), f"at-{row}")
        if at is not None:
            yield from _on(at, sorted(days))


def _on(at: time, days: Sequence[int]) -> Iterator[Slot]:
    return (Slot(weekday=day, at=at) for day in days)


def _settings(form: Form) -> dict[str, Any]:
    start, until = form.clock("quiet_from"), form.clock("quiet_until")
    quiet = {"quiet_from": start, "quiet_until": until}
    told = {name: f"{at:%H:%M}" for name, at in quiet.items() if at is not None}
    return {"remind": form.yes_no("here") is not False, **told}
