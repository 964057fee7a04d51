"""The articles' own programmes, as they give them and as they become for this person."""

from collections.abc import Mapping
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import Response
from starlette.exceptions import HTTPException

from psoas.articles.brought import BroughtRoutine
from psoas.library import Routine, RoutineItem
from psoas.library.queries import notes_about
from psoas.messages import gettext as _
from psoas.messages import ngettext
from psoas.plan.reasons import dose_in_words
from psoas.plan.session import PlannedStep, Session
from psoas.web import names
from psoas.web.reader import Reader, reader
from psoas.web.render import go, page

router = APIRouter(prefix="/routines")


@router.get("")
def routines(request: Request) -> Response:
    """All routines."""
    who = reader(request)
    brought = who.practice.brought()
    listed = [
        {"routine": entry, "source": who.library.sources[entry.source], "facts": _facts(entry)}
        for entry in who.library.routines.values()
        if entry.id not in brought
    ]
    context = {
        "routines": listed,
        "own": [{"routine": one, "facts": [_kept(one)]} for one in brought.values() if one.saved],
        "unsaved": [one for one in brought.values() if not one.saved],
        "limited": who.limited,
    }
    return page(request, "routines.html", context)


def _kept(one: BroughtRoutine) -> str:
    count = len(one.kept)
    return ngettext("{count} exercise", "{count} exercises", count).format(count=count)


@router.get("/{identity}")
def routine(request: Request, identity: str) -> Response:
    """One routine: as the article gives it, and what it becomes."""
    who = reader(request)
    full = request.query_params.get("full") == "yes"
    if identity in who.practice.brought():
        return go(f"/read/{identity}")
    chosen = who.library.routines.get(identity)
    if chosen is None:
        raise HTTPException(404, _("There is no such routine. Choose one from the list."))
    context = {
        "routine": chosen,
        "source": who.library.sources[chosen.source],
        "facts": _facts(chosen),
        "items": [_item(who, item) for item in chosen.items],
        "becomes": None if who.standing.new else _becomes(who, chosen, full),
        "notes": notes_about(who.library, "routines"),
        "sources": who.library.sources,
        "says": names.claim_says,
        "limited": who.limited,
    }
    return page(request, "routine.html", context)


def _facts(routine: Routine) -> list[str]:
    """How many, how often and for how long, as far as the article says."""
    facts = [_count(routine)]
    if routine.times_per_day:
        facts.append(_daily(routine.times_per_day))
    if routine.days:
        facts.append(_("for {days} days").format(days=routine.days))
    return facts


def _count(routine: Routine) -> str:
    listed = len(routine.items)
    if routine.promised and routine.promised != listed:
        text = _("promises {promised} exercises, tells {listed}")
        return text.format(promised=routine.promised, listed=listed)
    return ngettext("{count} exercise", "{count} exercises", listed).format(count=listed)


def _daily(times: names.Range) -> str:
    if times == (1, 1):
        return _("once a day")
    return _("{much} times a day").format(much=names.between(times))


def _item(who: Reader, item: RoutineItem) -> Mapping[str, Any]:
    exercise = who.library.exercises[item.exercise]
    return {
        "item": item,
        "exercise": exercise,
        "dose": _said(item),
        "tag": names.tag(exercise, who.verdicts[exercise.id]),
    }


def _said(item: RoutineItem) -> str:
    """What the article says of the dose; empty where it says nothing."""
    said = [
        (item.hold, _("hold {much} seconds")),
        (item.breaths, _("hold for {much} breaths")),
        (item.repetitions, _("{much} times")),
        (item.sets, _("{much} sets")),
    ]
    return ", ".join(text.format(much=names.between(span)) for span, text in said if span)


def _becomes(who: Reader, routine: Routine, full: bool) -> Mapping[str, Any]:
    """`full`: the person's own choice where an open question only advises the calm list."""
    session = who.practice.today(who.standing, routine=routine.id, full=full)
    return {
        "full": full,
        "can_open_full": bool(who.standing.clearance.open_gates) and not (who.limited or full),
        "changes": session.changes,
        "advice": session.advice,
        "steps": [_step(who, step) for step in session.steps],
        "left_out": _left_out(who, routine, session),
        "length": _length(session),
    }


def _step(who: Reader, step: PlannedStep) -> Mapping[str, Any]:
    exercise = who.library.exercises[step.exercise]
    return {
        "exercise": exercise,
        "dose": dose_in_words(exercise, step.amount),
        "each": len(step.sides) > 1,
        "how": step.how,
        "reasons": step.reasons,
    }


def _left_out(who: Reader, routine: Routine, session: Session) -> list[Mapping[str, Any]]:
    """What is left out of it, but for what the changes already name."""
    wanted = {item.exercise for item in routine.items}
    told = " ".join(change.text for change in session.changes)
    entries = [
        (who.library.exercises[entry.exercise], entry.reason)
        for entry in session.left_out
        if entry.exercise in wanted
    ]
    return [
        {"exercise": exercise, "reason": reason}
        for exercise, reason in entries
        if exercise.name not in told
    ]


def _length(session: Session) -> str:
    minutes = max(1, round(session.seconds / 60))
    return ngettext("About {count} minute", "About {count} minutes", minutes).format(count=minutes)
