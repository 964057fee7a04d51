"""Settings: voice and looks, and removing the diary."""

from collections.abc import Callable, Mapping
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import Response

from psoas.coach import Words
from psoas.messages import gettext as _
from psoas.plan.events import EventKind
from psoas.practice import Practice
from psoas.safety.cards import countries
from psoas.web.fields import Fields, Refusal
from psoas.web.forms import BadForm, Form, form_of
from psoas.web.names import country_options
from psoas.web.render import go, page

router = APIRouter(prefix="/settings")

RATES = {"0.8": 0.8, "1": 1.0, "1.2": 1.2}
VOLUMES = {"0.3": 0.3, "0.6": 0.6, "1": 1.0}
THEMES = ("auto", "light", "dark")
BY_ITSELF = "auto"
"""How much is said follows the sessions done."""
ERASE = "erase"
"""The word to type before the diary is removed."""
MOST_NAME = 120


@router.get("")
def settings(request: Request) -> Response:
    """All settings as they are."""
    return _settings(request)


def _settings(request: Request, refused: Refusal | None = None) -> Response:
    practice: Practice = request.app.state.practice
    done = _("Saved.") if "saved" in request.query_params else ""
    context = {
        "done": done,
        "fields": Fields(_now(practice), refused),
        "choices": _choices(),
        "path": practice.diary.path,
        "events": practice.diary.count(),
    }
    return page(request, "settings.html", context, 422 if refused else 200)


def _now(practice: Practice) -> Mapping[str, Any]:
    player = practice.player_settings()
    return {
        **{name: _yes_no(player[name]) for name in ("speak", "tones", "keys")},
        "voice": player["voice"] or "",
        "rate": _nearest(RATES, player["rate"]),
        "volume": _nearest(VOLUMES, player["volume"]),
        "words": practice.setting("words") or BY_ITSELF,
        "theme": practice.setting("theme", THEMES[0]),
        "country": practice.setting("country", ""),
    }


def _yes_no(value: object) -> str:
    return "yes" if value else "no"


def _nearest(choices: Mapping[str, float], value: object) -> str:
    """The choice closest to what is stored, which another program may have written."""
    if not isinstance(value, int | float):
        return "1"
    return min(choices, key=lambda text: abs(choices[text] - value))


def _choices() -> Mapping[str, Any]:
    on_off = [("yes", _("On")), ("no", _("Off"))]
    return {
        "speak": on_off,
        "tones": on_off,
        "keys": on_off,
        "rate": [("0.8", _("Slower")), ("1", _("As usual")), ("1.2", _("Faster"))],
        "volume": [("0.3", _("Soft")), ("0.6", _("Medium")), ("1", _("Full"))],
        "words": [
            (BY_ITSELF, _("Fewer words as I get to know it")),
            (Words.FULL.value, _("Every step")),
            (Words.SHORT.value, _("Short")),
            (Words.COUNTS.value, _("Names and counts only")),
        ],
        "theme": [
            ("auto", _("As the device has it")),
            ("light", _("Light")),
            ("dark", _("Dark")),
        ],
        "country": country_options(),
    }


@router.post("")
async def changed(request: Request) -> Response:
    """Store the settings."""
    practice: Practice = request.app.state.practice
    form = await form_of(request)
    try:
        told = _told(form)
    except BadForm as error:
        return _settings(request, refused=Refusal(form=form, error=error))
    practice.record(EventKind.SETTINGS, told)
    return go("/settings?saved")


def _told(form: Form) -> Mapping[str, Any]:
    """What the form says; a field that was not sent leaves its setting as it is."""
    read: Mapping[str, Callable[[], Any]] = {
        "speak": lambda: form.yes_no("speak"),
        "tones": lambda: form.yes_no("tones"),
        "keys": lambda: form.yes_no("keys"),
        "voice": lambda: form.text("voice", MOST_NAME) or None,
        "rate": lambda: RATES.get(form.one_of("rate", RATES, "")),
        "volume": lambda: VOLUMES.get(form.one_of("volume", VOLUMES, "")),
        "words": lambda: _words(form.one_of("words", (BY_ITSELF, *Words), BY_ITSELF)),
        "theme": lambda: form.one_of("theme", THEMES, THEMES[0]),
        "country": lambda: form.one_of("country", countries(), ""),
    }
    sent = set(form.names())
    return {name: value() for name, value in read.items() if name in sent}


def _words(chosen: str) -> str | None:
    return None if chosen == BY_ITSELF else str(chosen)


@router.get("/erase")
def ask_to_erase(request: Request) -> Response:
    """The question before everything is removed."""
    return _ask_to_erase(request)


def _ask_to_erase(request: Request, message: str = "", status: int = 200) -> Response:
    practice: Practice = request.app.state.practice
    context = {"message": message, "word": ERASE, "events": practice.diary.count()}
    return page(request, "erase.html", context, status)


@router.post("/erase")
async def erased(request: Request) -> Response:
    """Remove everything, if the word was typed."""
    practice: Practice = request.app.state.practice
    if (await form_of(request)).text("word").casefold() != ERASE:
        message = _("The word did not match, so nothing was removed.")
        return _ask_to_erase(request, message, status=422)
    practice.diary.erase()
    return go("/")
