"""The guided session: the page, the door for the player's events, and how it went."""

from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse, Response

from psoas.coach import as_data
from psoas.knowledge import UNKNOWN
from psoas.messages import gettext as _
from psoas.plan.events import EventKind
from psoas.plan.memory import SessionRecord
from psoas.practice import Act, Practice, Standing
from psoas.practice.desking import is_break
from psoas.practice.practice import UnknownSession
from psoas.safety.cards import card_for, most_severe
from psoas.web import player_words, reach, words
from psoas.web.fields import Fields, Refusal
from psoas.web.forms import BadForm, Form, form_of
from psoas.web.pages.check import comes_first, questions_about
from psoas.web.player_events import PlayerEvent, reported, unreadable
from psoas.web.render import go, page

router = APIRouter(prefix="/session/{identity}")

DONE_KEYS = ("step", "exercise", "side", "seconds")


@router.get("")
def play(request: Request, identity: str) -> Response:
    """The session, filling the screen; Today where it can't be gone on with any more."""
    practice: Practice = request.app.state.practice
    record = practice.session(identity)
    if record.ended is not None:
        return go(f"/session/{identity}/after")
    if not practice.goes_on(record):
        return go(comes_first(practice.standing()) or "/")
    session = practice.planned(record)
    script = practice.script(session)
    context = {
        "session_title": session.title,
        "emergency": card_for("emergency", practice.setting("country", "")),
        "opening": _("Put the screen where you can see it, and the sound on. Then begin."),
        "data": {
            "session": identity,
            "script": as_data(script),
            "resume_at": practice.resume_at(script, record),
            "done": [{key: done[key] for key in DONE_KEYS} for done in record.done],
            "urls": {
                "events": f"/session/{identity}/events",
                "hurt": f"/session/{identity}/hurt",
                "after": f"/session/{identity}/after",
                "today": "/",
                "card": "/card/emergency",
            },
            "settings": practice.player_settings(),
            "text": player_words.texts(),
        },
    }
    return page(request, "session.html", context)


@router.post("/events")
def events(request: Request, identity: str, sent: PlayerEvent) -> Response:
    """Store what the player saw happen; answered only when it is on disk."""
    practice: Practice = request.app.state.practice
    if not practice.began(identity):
        raise UnknownSession(identity)
    practice.report(reported(sent, identity, practice))
    return JSONResponse({"saved": sent.id})


@router.post("/hurt")
def hurt(request: Request, identity: str, sent: PlayerEvent) -> Response:
    """What to do now that something hurts, by the written rules."""
    practice: Practice = request.app.state.practice
    record = practice.session(identity)
    told = reported(sent, identity, practice)
    if told.kind is not EventKind.HURT:
        raise unreadable()
    act = _unless_closed(practice.hurt(record, told), practice.standing())
    return JSONResponse(
        {
            "act": act.act,
            "say": act.say,
            "url": _where_next(act),
            "script": act.script and as_data(act.script),
            "resume_at": act.resume_at,
        }
    )


def _unless_closed(act: Act, standing: Standing) -> Act:
    """Nothing goes on while a danger sign, told meanwhile on another page, closes everything."""
    if standing.may_move or act.act == "card":
        return act
    say = _("Stop here, please. What you told in the safety check comes first.")
    return Act(act="card", say=say, card=most_severe(standing.clearance) or "emergency")


def _where_next(act: Act) -> str | None:
    card = f"/card/{act.card}" if act.card else None
    return questions_about(act.ask) or card


@router.post("/enough")
def enough(request: Request, identity: str) -> Response:
    """That was enough for today: it counts as done."""
    practice: Practice = request.app.state.practice
    practice.enough(practice.session(identity))
    return go(f"/session/{identity}/after")


@router.get("/after")
def after(request: Request, identity: str) -> Response:
    """How did it go: three questions, asked once."""
    practice: Practice = request.app.state.practice
    record = practice.session(identity)
    if record.response is not None:
        return go("/")
    return page(request, "after.html", _after(practice, record))


@router.post("/after")
async def after_sent(request: Request, identity: str) -> Response:
    """Store how it went; what it opens is asked at once."""
    practice: Practice = request.app.state.practice
    record = practice.session(identity)
    form = await form_of(request)
    try:
        told = _response(form, record)
    except BadForm as error:
        shown = _after(practice, record, Refusal(form=form, error=error))
        return page(request, "after.html", shown, status=422)
    done = "/desk" if is_break(practice, identity) else "/?done=yes"
    return go(questions_about(practice.responded(record, told)) or done)


def _response(form: Form, record: SessionRecord) -> dict[str, Any]:
    before = {side: record.check_in.get(side, UNKNOWN) for side in ("left", "right")}
    during, now = _reaches(form, before)
    return {
        "session": record.id,
        "during": _known(form.number("during", 0, 10)),
        "pain": _known(form.number("pain", 0, 10)),
        "left_during": during[0],
        "right_during": during[1],
        "left": now[0],
        "right": now[1],
        "neuro": form.one_of("neuro", ("none", "transient", "weakness", "saddle"), UNKNOWN),
        "exercise": form.one_of("exercise", _exercises(record), "") or None,
    }


def _reaches(
    form: Form, before: dict[str, Any]
) -> tuple[tuple[reach.Zone, reach.Zone], tuple[reach.Zone, reach.Zone]]:
    """The furthest in the session and now, for left and right."""
    start = (before["left"], before["right"])
    unknown = (UNKNOWN, UNKNOWN)
    answer = form.one_of("reach", ("usual", "came_back", "further", "less"), "")
    if answer == "usual":
        return start, start
    given = reach.each(form)
    choices = {
        "": (unknown, unknown),
        "came_back": (given, start),
        "further": (given, given),
        "less": (start, given),
    }
    return choices[answer]


def _known(value: object) -> object:
    return UNKNOWN if value is None else value


def _exercises(record: SessionRecord) -> list[str]:
    return list(dict.fromkeys(str(done["exercise"]) for done in record.done))


def _after(
    practice: Practice, record: SessionRecord, refused: Refusal | None = None
) -> dict[str, Any]:
    names = practice.library.exercises
    return {
        "fields": Fields(refused=refused),
        "reach_options": reach.after_options(),
        "zone_options": words.zones(),
        "neuro_options": [
            ("none", _("No")),
            ("transient", _("Yes")),
            ("weakness", _("A leg feels weak")),
            ("saddle", _("Numb or tingling between the legs")),
        ],
        "exercises": [(e, names[e].name) for e in _exercises(record) if e in names],
    }
