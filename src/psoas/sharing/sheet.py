"""A session as a printed sheet with figures: for the fridge, to be read from a metre away."""

from dataclasses import asdict, dataclass
from datetime import date, datetime
from functools import cache
from importlib.resources import files
from typing import Any

from psoas.body import Side
from psoas.coach.scenes import exercise_of
from psoas.coach.words import sided
from psoas.drawing.figure import main_pose
from psoas.drawing.gallery import Gallery
from psoas.knowledge import STRICT_KEYS, read_toml
from psoas.library import Exercise, Library, Status
from psoas.plan.planned import PlannedStep, Purpose, Session
from psoas.plan.reasons import dose_in_words
from psoas.safety.cards import card_for, most_severe, safety_net
from psoas.sharing.letters import printable
from psoas.sharing.paper import in_words, needed, sides_in_words
from psoas.sharing.pdf import pdf
from psoas.sharing.wording import PAPER

LONGEST_TITLE = 90
LONGEST_NAME = 80
LONGEST_TEXT = 420


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetStep:
    """One exercise as the sheet shows it."""

    name: str
    dose: str
    sides: str = ""
    changed: tuple[str, ...] = ()
    """How it is changed for this person; always shown."""
    way_in: str = ""
    """How to come into it, shown where there is room."""
    feel: str = ""
    watch: tuple[str, ...] = ()
    svg: str = ""
    """Its figure; empty where there is none."""
    alt: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """What is said in place of exercises."""

    heading: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A sheet as it is printed; plain words, in which nothing is markup."""

    title: str
    lead: tuple[str, ...]
    steps: tuple[SheetStep, ...]
    notice: Notice | None
    country: str = ""
    """ISO 3166, for the number to call."""
    made: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Words:
    """sheet.toml."""

    __pydantic_config__ = STRICT_KEYS

    minutes: str
    minute: str
    made: str
    made_closed: str
    page: str
    stop: str
    stop_short: str
    not_today: str
    unnamed: str
    check_heading: str
    check_first: str


@cache
def _words() -> _Words:
    return read_toml(_Words, files("psoas.sharing") / "data" / "sheet.toml")


def sheet_of(
    session: Session,
    library: Library,
    gallery: Gallery,
    country: str = "",
    *,
    check_first: bool = False,
) -> Sheet:
    """What the sheet of a session says, with a figure for each exercise.

    A session in which nothing may be started gives what to do instead. `check_first`: the safety
    check is due, so nothing is listed until it is answered. Raises `UnknownExercise`.
    """
    closed = check_first or session.purpose is Purpose.NONE or not session.steps
    notice = _notice(session, country, check_first) if closed else None
    steps = () if closed else session.steps
    return Sheet(
        title=session.title or PAPER.nothing,
        lead=() if closed else tuple(_lead(session, library)),
        steps=tuple(_step(step, library, gallery) for step in steps),
        notice=notice,
        country=country,
        made=_made(session, closed),
    )


def sheet_pdf(sheet: Sheet, made_at: datetime) -> bytes:
    """The sheet as a PDF, on one page where it fits. Raises `NotInstalled`."""
    return pdf("sheet", _values(sheet), made_at)


def _made(session: Session, closed: bool) -> str:
    words = _words()
    again = session.clearance.ask_again
    text = words.made_closed if closed or again <= session.on else words.made
    return text.format(day=_short(session.on), again=_short(again))


def _short(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def _lead(session: Session, library: Library) -> list[str]:
    """How long it takes, what to fetch, and what to do besides."""
    minutes = max(1, round(session.seconds / 60))
    words = _words()
    length = words.minute if minutes == 1 else words.minutes.format(minutes=minutes)
    first = " ".join(filter(None, (f"{in_words(session.on)}.", length, needed(session, library))))
    return [first, *(reason.text for reason in session.advice)]


def _notice(session: Session, country: str, check_first: bool) -> Notice:
    """The card of the most severe danger sign; else why there is nothing."""
    card = most_severe(session.clearance)
    if card and session.purpose is Purpose.NONE:
        text = card_for(card, country, session.clearance.sessions)
        return Notice(heading=text.heading, lines=(text.lead, *text.do))
    words = _words()
    if check_first or session.purpose is Purpose.NONE:
        return Notice(heading=words.check_heading, lines=(words.check_first,))
    lines = tuple(one.text for one in session.advice)
    return Notice(heading=words.not_today, lines=lines or (PAPER.nothing,))


def _step(step: PlannedStep, library: Library, gallery: Gallery) -> SheetStep:
    exercise, side = exercise_of(step, library), step.sides[0]
    svg, alt = _figure(exercise, side, gallery)
    way_in = [sided(one.say, side) for one in (*exercise.enter, *exercise.cycle)]
    feel = PAPER.feel.format(feel=sided(exercise.feel, side)) if exercise.feel else ""
    return SheetStep(
        name=exercise.name,
        dose=dose_in_words(exercise, step.amount),
        sides=sides_in_words(step),
        changed=tuple(PAPER.changed.format(how=how) for how in step.how),
        way_in=" ".join(way_in),
        feel=feel,
        watch=tuple(sided(text, side) for text in exercise.watch),
        svg=svg,
        alt=alt,
    )


def _figure(exercise: Exercise, side: Side, gallery: Gallery) -> tuple[str, str]:
    """The picture and its words; none of an exercise that nobody has drawn."""
    if exercise.status is Status.UNCHECKED:
        return "", ""
    pose = main_pose(exercise)
    worked = Side.LEFT if side is Side.LEFT else Side.RIGHT
    return gallery.still(exercise.id, pose, worked, dark=False), exercise.poses[pose].shows


def _values(sheet: Sheet) -> dict[str, Any]:
    net = safety_net(sheet.country)
    words = _words()
    stop = {"heading": words.stop, "text": printable(PAPER.stop), "short": words.stop_short}
    return {
        "title": printable(sheet.title, LONGEST_TITLE) or words.unnamed,
        "lead": _printable(sheet.lead),
        "steps": [_printed(n, step) for n, step in enumerate(sheet.steps, start=1)],
        "notice": sheet.notice
        and {"heading": sheet.notice.heading, "lines": _printable(sheet.notice.lines)},
        "stop": stop if sheet.steps else None,
        "signs": {
            "heading": net.heading,
            "lead": net.lead,
            "signs": _printable(net.signs),
            "call": printable(net.do),
        },
        "made": sheet.made,
        "page": words.page,
    }


def _printed(number: int, step: SheetStep) -> dict[str, Any]:
    return {
        **asdict(step),
        "number": number,
        "name": printable(step.name, LONGEST_NAME),
        "dose": printable(step.dose),
        "changed": _printable(step.changed),
        "way_in": printable(step.way_in, LONGEST_TEXT),
        "feel": printable(step.feel, LONGEST_TEXT),
        "watch": _printable(step.watch),
        "alt": printable(f"{step.name}: {step.alt}"),
    }


def _printable(texts: tuple[str, ...]) -> list[str]:
    return [printable(text, LONGEST_TEXT) for text in texts]
