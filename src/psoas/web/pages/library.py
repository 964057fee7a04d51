"""The library: all exercises with their verdicts, and the page of each one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TypeVar

from fastapi import APIRouter, Request
from fastapi.responses import Response
from starlette.exceptions import HTTPException

from psoas.body import Position, Side, Surface
from psoas.coach.words import sided
from psoas.library import Exercise, Kind, Status
from psoas.library.queries import disagreements_about, exercises_by, replacement_of
from psoas.library.searching import matching, neighbours, notes_for
from psoas.messages import gettext as _
from psoas.plan.events import EventKind
from psoas.plan.sides import sides_of
from psoas.safety.verdict import Ruling
from psoas.web import names
from psoas.web.dose_words import dose_rows
from psoas.web.forms import form_of
from psoas.web.reader import Reader, reader
from psoas.web.render import go, page

router = APIRouter(prefix="/library")

NOTHING = "nothing"
"""Ticked among the things at hand: only exercises that need nothing."""
MOST_TEXT = 80

Choice = TypeVar("Choice", bound=StrEnum)


class Show(StrEnum):
    """Which exercises a person wants to see."""

    ALL = ""
    FOR_ME = "for_me"
    NOT_FOR_ME = "not_for_me"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What a person looks for."""

    position: Position | None
    place: Surface | None
    have: tuple[str, ...]
    ladder: str
    text: str
    show: Show

    @property
    def equipment(self) -> tuple[str, ...] | None:
        """What they have; None where they didn't say."""
        return tuple(thing for thing in self.have if thing != NOTHING) if self.have else None


@router.get("")
def library(request: Request) -> Response:
    """All exercises, or those that fit a wish."""
    who = reader(request)
    wish = _wish(request, who)
    found = [e for e in _found(who, wish) if _shown(who, e, wish.show)]
    cards = [_card(who, exercise) for exercise in found]
    context = {
        "wish": wish,
        "groups": _groups(cards),
        "count": len(found),
        "choices": _choices(who),
        "not_described": who.standing.new,
        "limited": who.limited,
    }
    return page(request, "library.html", context)


def _wish(request: Request, who: Reader) -> Wish:
    asked = request.query_params
    ladder = asked.get("ladder", "")
    have = asked.getlist("have")
    if (ladder and ladder not in who.library.ladders) or set(have) - {*names.THINGS, NOTHING}:
        raise _not_a_choice()
    return Wish(
        position=_one(Position, asked.get("position", "")),
        place=_one(Surface, asked.get("place", "")),
        have=tuple(have),
        ladder=ladder,
        text=asked.get("q", "").strip()[:MOST_TEXT],
        show=_one(Show, asked.get("show", "")) or Show.ALL,
    )


def _one(kind: type[Choice], value: str) -> Choice | None:
    if not value:
        return None
    try:
        return kind(value)
    except ValueError:
        raise _not_a_choice() from None


def _not_a_choice() -> HTTPException:
    return HTTPException(422, _("There is no such choice in the library. Open it anew."))


def _found(who: Reader, wish: Wish) -> tuple[Exercise, ...]:
    fitting = exercises_by(
        who.library,
        position=wish.position,
        place=wish.place,
        equipment=wish.equipment,
        ladder=wish.ladder or None,
    )
    return matching(fitting, wish.text)


def _shown(who: Reader, exercise: Exercise, show: Show) -> bool:
    avoided = who.verdicts[exercise.id].ruling is Ruling.AVOID
    return show is Show.ALL or avoided == (show is Show.NOT_FOR_ME)


def _card(who: Reader, exercise: Exercise) -> Mapping[str, Any]:
    verdict = who.verdicts[exercise.id]
    swap = next((who.library.exercises[identity] for identity in verdict.swap_to), None)
    return {
        "exercise": exercise,
        "tag": names.tag(exercise, verdict),
        "position": names.position_name(exercise.position),
        "ruling": verdict.ruling.word,
        "why": verdict.plain_why if verdict.ruling is not Ruling.OK else (),
        "swap": swap,
        "favourite": exercise.id in who.person.favourites,
    }


def _groups(cards: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """What may be done first, what is never offered last."""
    never = [card for card in cards if card["exercise"].status is Status.EXCLUDED]
    rest = [card for card in cards if card["exercise"].status is not Status.EXCLUDED]
    avoided = [card for card in rest if card["ruling"] == Ruling.AVOID.word]
    offered = [card for card in rest if card["ruling"] != Ruling.AVOID.word]
    listed = [
        {"id": "offered", "title": _("Exercises"), "cards": offered, "why": False},
        {"id": "not-for-me", "title": _("Not for me, and why"), "cards": avoided, "why": True},
        {"id": "never", "title": _("Never offered, and why"), "cards": never, "why": True},
    ]
    return [group for group in listed if group["cards"]]


def _choices(who: Reader) -> Mapping[str, Any]:
    return {
        "positions": [(position.value, names.position_name(position)) for position in Position],
        "places": [(place.value, names.place_name(place)) for place in Surface],
        "things": [*((t, names.thing_name(t)) for t in names.THINGS), (NOTHING, _("nothing"))],
        "ladders": [(ladder.id, ladder.name) for ladder in who.library.ladders.values()],
        "shows": [
            (Show.ALL.value, _("All")),
            (Show.FOR_ME.value, _("For me")),
            (Show.NOT_FOR_ME.value, _("Not for me, and why")),
        ],
    }


@router.get("/{identity}")
def exercise(request: Request, identity: str) -> Response:
    """One exercise."""
    who = reader(request)
    shown = _known(who, identity)
    if shown.status is Status.UNCHECKED:
        routine, _dash, place = identity.rpartition("-")
        return go(f"/read/{routine}#item-{place}")
    return page(request, "exercise.html", {**_told(who, shown), **_around(who, shown)})


@router.post("/{identity}/favourite")
async def favourite(request: Request, identity: str) -> Response:
    """Make an exercise a favourite, or one no more."""
    who = reader(request)
    chosen = _known(who, identity)
    form = await form_of(request)
    on = form.yes_no("on")
    if on is None or not chosen.plannable:
        raise HTTPException(422, _("This can’t be a favourite, so nothing was changed."))
    who.practice.record(EventKind.FAVOURITE, {"exercise": identity, "on": on})
    return go(f"/library/{identity}")


def _known(who: Reader, identity: str) -> Exercise:
    found = who.library.exercises.get(identity)
    if found is None:
        raise HTTPException(404, _("There is no such exercise. Look for it in the library."))
    return found


def _told(who: Reader, exercise: Exercise) -> Mapping[str, Any]:
    """What the exercise is, how it is done and what becomes of it for this person."""
    sides = sides_of(exercise, who.person)
    verdict = who.verdicts[exercise.id]
    return {
        "exercise": exercise,
        "verdict": verdict,
        "tag": names.tag(exercise, verdict),
        "swaps": [who.library.exercises[identity] for identity in verdict.swap_to],
        "instead": replacement_of(who.library, exercise.id),
        "facts": _facts(exercise),
        "dose": dose_rows(exercise, who.person, who.library.caps) if exercise.plannable else [],
        "sides": names.sides_words(exercise, sides),
        "steps": _steps(exercise, sides[0]),
        "first_side": sides[0].value,
        "favourite": exercise.id in who.person.favourites,
        "quality": names.quality_words(exercise.quality),
        "not_described": who.standing.new,
        "limited": who.limited,
    }


def _steps(exercise: Exercise, side: Side) -> list[tuple[str, list[str]]]:
    """The way in, what is held or repeated, and the way out, each with its heading."""
    held = exercise.kind in (Kind.STATIC, Kind.EASE)
    middle = [*(step.say for step in exercise.cycle), *([exercise.hold] if exercise.hold else [])]
    parts = [
        (_("The way in"), [step.say for step in exercise.enter]),
        (_("Stay there") if held else _("Then, again and again"), middle),
        (_("The way out"), [step.say for step in exercise.out]),
    ]
    return [(name, [sided(say, side) for say in says]) for name, says in parts if says]


def _facts(exercise: Exercise) -> list[tuple[str, str]]:
    positions = (exercise.position, *exercise.other_positions)
    needed = names.joined(names.thing_name(thing) for thing in exercise.equipment)
    helpful = names.joined(names.thing_name(thing) for thing in exercise.helpful)
    listed = [
        (_("Kind"), names.kind_name(exercise.kind)),
        (_("Position"), "; ".join(names.position_name(position) for position in positions)),
        (_("Where"), "; ".join(names.place_name(place) for place in exercise.surfaces)),
        (_("You need"), needed or _("nothing")),
        (_("Handy to have"), helpful),
        (_("Where you feel it"), names.muscle_names(exercise)),
    ]
    return [(name, text) for name, text in listed if text]


def _around(who: Reader, exercise: Exercise) -> Mapping[str, Any]:
    """What lies around it: ladder, sources, disagreements, notes."""
    about = disagreements_about(who.library, exercise.id)
    return {
        "ladder": who.library.ladders.get(exercise.ladder.name),
        "neighbours": neighbours(who.library, exercise),
        "mark": lambda other: names.tag(other, who.verdicts[other.id]),
        "disagreements": [(entry, who.decided(entry)) for entry in about],
        "notes": notes_for(who.library, exercise),
        "sources": who.library.sources,
        "says": names.claim_says,
    }
