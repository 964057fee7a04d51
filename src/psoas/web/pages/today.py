"""Today: what is asked first, today's session with its reasons, and starting it."""

from collections.abc import Mapping
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import Response

from psoas.knowledge import UNKNOWN
from psoas.plan.events import EventKind
from psoas.plan.reasons import dose_in_words
from psoas.plan.session import PlannedStep, Session
from psoas.practice import Practice, Standing
from psoas.safety.cards import safety_net
from psoas.safety.clearance import Sessions
from psoas.safety.conditions import load_conditions
from psoas.safety.flags import load_flags
from psoas.safety.person import Person, Setting
from psoas.safety.schedule import CheckKind
from psoas.web import reach, words
from psoas.web.forms import BadForm, Form, form_of
from psoas.web.messages import gettext as _
from psoas.web.messages import ngettext
from psoas.web.pages.check import most_severe
from psoas.web.render import go, page

router = APIRouter()

FIVE_MINUTES = 5
SETTLED = (("0", 0), ("15", 15), ("60", 60), ("180", 180), ("9999", 9999))


@router.get("/")
def today(
    request: Request,
    setting: str = "",
    minutes: str = "",
    routine: str = "",
    full: str = "",
) -> Response:
    """Today's session, or what has to come before it."""
    practice: Practice = request.app.state.practice
    standing = practice.standing()
    if standing.new:
        return _first_steps(request, standing)
    chosen = Chosen(
        {"setting": setting, "minutes": minutes, "routine": routine, "full": full}, practice
    )
    return page(request, "today.html", _shown(practice, standing, chosen))


def _first_steps(request: Request, standing: Standing) -> Response:
    """Someone new begins at the check, then tells where it hurts."""
    if standing.memory.full_check_on is None:
        return page(request, "welcome.html")
    card = most_severe(standing.clearance)
    return go(f"/card/{card}" if card and not standing.may_move else "/about/body")


@router.post("/start")
async def start(request: Request) -> Response:
    """Take how the person is now, then open the guided session or what must come first."""
    practice: Practice = request.app.state.practice
    form = await form_of(request)
    standing = practice.standing()
    try:
        chosen = Chosen({name: form.text(name) for name in Chosen.NAMES}, practice)
        check_in = _check_in(form, standing)
        is_new = form.one_of("new", ("no", "yes"), "")
        if standing.check.kind is CheckKind.SHORT and not is_new:
            raise BadForm(_("Say first whether anything is new. Then you can start."))
    except BadForm as error:
        shown = _shown(practice, standing, Chosen({}, practice), message=str(error))
        return page(request, "today.html", shown, status=422)
    if is_new == "yes":
        return go("/check?scope=short")
    return _begin(practice, standing, chosen, check_in, told_no=is_new == "no")


def _begin(
    practice: Practice,
    standing: Standing,
    chosen: "Chosen",
    check_in: Mapping[str, Any],
    told_no: bool,
) -> Response:
    if told_no:
        practice.nothing_new()
    begun = practice.begin(check_in, chosen.plan_options)
    if begun.ask:
        return go(f"/check?scope=short&flags={','.join(begun.ask)}")
    if begun.full_check:
        return go("/check?scope=full")
    return go(f"/session/{begun.session}" if begun.session else "/")


def _check_in(form: Form, standing: Standing) -> Mapping[str, Any]:
    """How it is right now; what was described minutes ago is not asked twice."""
    if not standing.asks_check_in:
        return standing.described_check_in
    pains = {place: _known(form.number(place, 0, 10)) for place in ("back", "leg")}
    return {**pains, **_otherwise(form, standing.person)}


def _otherwise(form: Form, person: Person) -> Mapping[str, Any]:
    """How far it reaches and whether a painkiller hides it: one tap where it is as usual."""
    if form.yes_no("as_usual"):
        left, right = reach.on_the_map(person)
        return {"left": left, "right": right, "painkiller": False}
    left, right = reach.reported(form, person)
    return {"left": left, "right": right, "painkiller": _known(form.yes_no("painkiller"))}


def _known(value: object) -> object:
    return UNKNOWN if value is None else value


@router.post("/morning")
async def morning(request: Request) -> Response:
    """Store how it was on waking."""
    practice: Practice = request.app.state.practice
    form = await form_of(request)
    if form.text("skip"):
        practice.wake(dict.fromkeys(("pain", "left", "right", "up_under_1h"), UNKNOWN))
        return go("/")
    left, right = reach.reported(form, practice.standing().person)
    told = {
        "pain": _known(form.number("pain", 0, 10)),
        "left": left,
        "right": right,
        "up_under_1h": _known(form.yes_no("up_under_1h")),
    }
    practice.wake(told)
    return go("/")


@router.post("/settled")
async def settled(request: Request) -> Response:
    """Store how long an increase took to settle."""
    practice: Practice = request.app.state.practice
    form = await form_of(request)
    record = practice.session(form.text("session", 64))
    minutes = form.one_of("minutes", [name for name, _value in SETTLED], "")
    neuro = form.one_of("neuro", ("none", "transient", "lingering", "persistent"), UNKNOWN)
    told = {
        "session": record.id,
        "minutes": dict(SETTLED)[minutes] if minutes else UNKNOWN,
        "neuro": neuro,
    }
    practice.record(EventKind.SETTLED, told)
    opens = practice.opened_by(record.id)
    return go(f"/check?scope=short&flags={','.join(opens)}" if opens else "/")


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


class Chosen:
    """What the person chose for this one session: where, how long, which routine."""

    NAMES = ("setting", "minutes", "routine", "full")

    def __init__(self, fields: Mapping[str, str], practice: Practice) -> None:
        given = fields.get("setting", "")
        self.setting = Setting(given) if given in set(Setting) else None
        minutes = fields.get("minutes", "")
        self.minutes = int(minutes) if minutes.isdecimal() and 5 <= int(minutes) <= 20 else None
        routine = fields.get("routine", "")
        self.routine = routine if routine in practice.library.routines else None
        self.full = fields.get("full") == "yes"

    @property
    def plan_options(self) -> dict[str, Any]:
        """As `Practice.today` takes them."""
        return {
            "setting": self.setting,
            "minutes": self.minutes,
            "routine": self.routine,
            "full": self.full,
        }

    @property
    def as_fields(self) -> dict[str, str]:
        """As the form carries them on."""
        return {
            "setting": self.setting or "",
            "minutes": str(self.minutes or ""),
            "routine": self.routine or "",
            "full": "yes" if self.full else "",
        }


def _shown(
    practice: Practice, standing: Standing, chosen: Chosen, message: str = ""
) -> dict[str, Any]:
    session = practice.today(standing, **chosen.plan_options)
    person, library = standing.person, practice.library
    card = most_severe(standing.clearance)
    net = safety_net(practice.setting("country", "")) if person.leg_symptoms else None
    return {
        "greeting": _greeting(standing),
        "message": message,
        "session": session,
        "summary": _summary(session),
        "steps": [_step(step, practice) for step in session.steps],
        "left_out": [
            {
                "id": entry.exercise,
                "name": library.exercises[entry.exercise].name,
                "reason": entry.reason.text,
            }
            for entry in session.left_out
        ],
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
        "waiting": _waiting(standing),
        "unfinished": _unfinished(standing),
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
        "flare": standing.flare,
        "notes": [library.notes[note] for note in session.notes if note in library.notes],
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


def _step(step: PlannedStep, practice: Practice) -> Mapping[str, Any]:
    exercise = practice.library.exercises[step.exercise]
    dose = dose_in_words(exercise, step.amount)
    sides = words.sides(step)
    return {
        "id": exercise.id,
        "name": exercise.name,
        "dose": f"{dose}, {sides}" if sides else dose,
        "how": step.how,
        "reasons": step.reasons,
    }


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


def _waiting(standing: Standing) -> list[dict[str, Any]]:
    """The questions about earlier days, oldest first."""
    cards: list[dict[str, Any]] = []
    record = standing.settling
    if record:
        tingling = (record.response or {}).get("neuro") not in ("none", None)
        cards.append(
            {
                "kind": "settled",
                "session": record.id,
                "options": _settle_options(),
                "tingling": tingling,
                "tingling_options": _tingling_options(),
            }
        )
    if standing.morning_wanted:
        cards.append(
            {"kind": "morning", "reach_options": reach.options(), "hint": _usual(standing)}
        )
    return cards


def _usual(standing: Standing) -> str:
    usual = standing.person.usual_morning
    return "" if usual is None else _("You said {n} is usual for you.").format(n=usual)


def _settle_options() -> words.Options:
    return [
        ("0", _("There was nothing to settle")),
        ("15", _("Yes, within half an hour")),
        ("60", _("Yes, within two hours")),
        ("180", _("Yes, but it took longer")),
        ("9999", _("No, not yet")),
    ]


def _tingling_options() -> words.Options:
    return [
        ("transient", _("Gone within ten minutes")),
        ("lingering", _("Gone within the hour")),
        ("persistent", _("Still there after an hour")),
    ]


def _unfinished(standing: Standing) -> Mapping[str, Any] | None:
    record = standing.unfinished
    if record is None:
        return None
    text = (
        _("You can go on where you were, or leave it there.")
        if standing.resumable
        else _("That was a while ago. What you did counts.")
    )
    return {"id": record.id, "resumable": standing.resumable, "text": text}
