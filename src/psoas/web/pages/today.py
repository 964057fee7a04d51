"""Today: what is asked first, and today's session with its reasons."""

from collections.abc import Mapping
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import Response
from starlette.datastructures import FormData

from psoas.library import Exercise, Library
from psoas.messages import gettext as _
from psoas.messages import ngettext
from psoas.plan.events import EventKind
from psoas.plan.session import Session
from psoas.practice import Practice, Standing
from psoas.practice.standing import still_open
from psoas.practice.wanting import Wanting
from psoas.safety.cards import most_severe, safety_net
from psoas.safety.clearance import Sessions
from psoas.safety.conditions import load_conditions
from psoas.safety.flags import load_flags
from psoas.safety.person import Person
from psoas.safety.schedule import CheckKind
from psoas.web import reach, waiting, words
from psoas.web.chosen import Chosen
from psoas.web.fields import Fields, Refusal
from psoas.web.forms import Form
from psoas.web.render import go, page
from psoas.web.step_words import step_words

router = APIRouter()

FIVE_MINUTES = 5
START = "start"
"""The form that starts a session."""


@router.get("/")
def today(request: Request) -> Response:
    """Today's session, or what has to come before it."""
    practice: Practice = request.app.state.practice
    standing = practice.standing()
    if standing.new:
        return _first_steps(request, standing)
    return show(request, chosen=Chosen(Form(request.query_params), practice))


def show(
    request: Request, refused: Refusal | None = None, chosen: Chosen | None = None
) -> Response:
    """The page of a person who is known; with a form as it was typed, if one was refused."""
    practice: Practice = request.app.state.practice
    standing = practice.standing()
    if refused and standing.new:
        raise refused.error
    chosen = chosen or Chosen(Form(FormData()), practice)
    context = _context(practice, standing, chosen, refused)
    return page(request, "today.html", context, status=422 if refused else 200)


def _first_steps(request: Request, standing: Standing) -> Response:
    """Someone new begins at the check, then tells where it hurts."""
    if standing.memory.full_check_on is None:
        return page(request, "welcome.html")
    card = most_severe(standing.clearance)
    return go(f"/card/{card}" if card and not standing.may_move else "/about/body")


@router.post("/flare")
def flare(request: Request) -> Response:
    """The person says that it is flaring up: the full check, then the calm list."""
    practice: Practice = request.app.state.practice
    if not practice.standing().flare:
        practice.record(EventKind.FLARE_STARTED, {"because": "said"})
    return go("/check?scope=full")


@router.post("/flare/over")
def flare_over(request: Request) -> Response:
    """The person says that the flare is over."""
    practice: Practice = request.app.state.practice
    if practice.standing().flare:
        practice.record(EventKind.FLARE_ENDED, {"because": "said"})
    return go("/")


def _context(
    practice: Practice, standing: Standing, chosen: Chosen, refused: Refusal | None
) -> dict[str, Any]:
    session = practice.today(standing, **chosen.plan_options)
    person, library = standing.person, practice.library
    card = most_severe(standing.clearance)
    net = safety_net(practice.setting("country", "")) if person.leg_symptoms else None
    return {
        "greeting": _greeting(standing),
        "message": refused.message if refused else "",
        "fields": Fields(refused=refused if refused and refused.name == START else None),
        "session": session,
        "summary": _summary(session),
        "steps": [step_words(step, practice) for step in session.steps],
        "left_out": _left_out(session, library),
        "card": card,
        "locked": standing.clearance.sessions is Sessions.NONE,
        "check_first": standing.check.kind is CheckKind.FULL,
        "check_reason": standing.check.reason,
        "ask_short": standing.check.kind is CheckKind.SHORT,
        "short": load_flags().short_check,
        "short_signs": [load_flags().by_id[identity].short for identity in load_flags().short],
        "ask_check_in": standing.asks_check_in,
        "has_legs": person.leg_symptoms,
        "as_usual_options": [("yes", _("Yes, as usual")), ("no", _("Something is different"))],
        "reach_options": reach.options(),
        "zone_options": words.zones(),
        "waiting": waiting.cards(standing, refused),
        "unfinished": _unfinished(practice, standing),
        "gates": [
            {"id": gate, "ask": condition.gate.ask}
            for gate in standing.clearance.open_gates
            if (condition := load_conditions()[gate]).gate
        ],
        "can_open_full": bool(standing.clearance.open_gates)
        and standing.clearance.sessions is Sessions.ALL
        and not chosen.full,
        "places": _places(chosen, person),
        "chosen": chosen.as_fields,
        "printed": "" if standing.check.kind is CheckKind.FULL else chosen.sheet,
        "flare": standing.flare,
        "notes": [library.notes[note] for note in session.notes if note in library.notes],
        "rating_due": Wanting(practice).due(standing),
        "safety_net": net,
        "safety_net_open": standing.memory.first_session is None,
    }


def _greeting(standing: Standing) -> str:
    hour = standing.now.hour
    if hour < 5:
        return _("A quiet hour")
    if hour < 12:
        return _("Good morning")
    return _("Good afternoon") if hour < 18 else _("Good evening")


def _summary(session: Session) -> str:
    count = len(session.steps)
    return ngettext("{length}, {n} exercise", "{length}, {n} exercises", count).format(
        length=words.length(session.seconds), n=count
    )


def _left_out(session: Session, library: Library) -> list[tuple[str, list[Exercise]]]:
    """Each reason once, with the exercises that it leaves out."""
    reasons: dict[str, list[Exercise]] = {}
    for entry in session.left_out:
        reasons.setdefault(entry.reason.text, []).append(library.exercises[entry.exercise])
    return list(reasons.items())


def _places(chosen: Chosen, person: Person) -> list[dict[str, Any]]:
    usual = None if chosen.minutes or chosen.routine else person.setting
    places: list[dict[str, Any]] = [
        {"name": name, "href": f"/?setting={place}", "chosen": place == (chosen.setting or usual)}
        for place, name in words.settings()
    ]
    short = {
        "name": _("Five minutes"),
        "href": f"/?minutes={FIVE_MINUTES}",
        "chosen": chosen.minutes == FIVE_MINUTES,
    }
    return [*places, short]


def _unfinished(practice: Practice, standing: Standing) -> Mapping[str, Any] | None:
    record = standing.unfinished
    if record is None:
        return None
    if not standing.resumable:
        goes_on, text = False, _("That was a while ago. What you did counts.")
    elif not still_open(standing, practice.library, practice.planned(record)):
        goes_on, text = False, _("Not all of it suits you any more. What you did counts.")
    else:
        goes_on, text = True, _("You can go on where you were, or leave it there.")
    return {"id": record.id, "resumable": goes_on, "text": text}
