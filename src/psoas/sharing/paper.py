"""A session as plain text: for the fridge, for a mail, for any program that reads letters."""

from collections.abc import Iterator
from datetime import date
from textwrap import wrap

from psoas.body import Side
from psoas.coach.knowing import PHRASES
from psoas.coach.scenes import exercise_of
from psoas.coach.words import sided
from psoas.library import Exercise, Kind, Library
from psoas.plan.reasons import dose_in_words
from psoas.plan.session import PlannedStep, Session
from psoas.safety.cards import safety_net
from psoas.sharing.plain import one_line
from psoas.sharing.wording import PAPER

WIDTH = 72
INDENT = 4


def session_as_text(
    session: Session, library: Library, country: str = "", width: int = WIDTH
) -> str:
    """The session as lines no longer than `width` (40 or more), ending with the signs to know.

    `country` (ISO 3166) is for the number to call. Raises `UnknownExercise`.
    """
    parts = [*_head(session, library, width)]
    for number, step in enumerate(session.steps, start=1):
        parts.append("\n".join(_step(number, step, library, width)))
    parts += ["\n".join(_wrapped(PAPER.stop, width)), "\n".join(_signs(country, width))]
    return "\n\n".join(parts) + "\n"


def _head(session: Session, library: Library, width: int) -> Iterator[str]:
    title = one_line(session.title) or PAPER.nothing
    when = PAPER.when.format(day=in_words(session.on), minutes=max(1, round(session.seconds / 60)))
    yield "\n".join([*_wrapped(title.upper(), width), *([when] if session.steps else [])])
    if not session.steps:
        told = [flag.do for flag in session.clearance.flags] or [PAPER.nothing]
        yield "\n".join(line for text in dict.fromkeys(told) for line in _wrapped(text, width))
    if things := needed(session, library):
        yield "\n".join(_wrapped(things, width))
    for reason in session.advice:
        yield "\n".join(_wrapped(reason.text, width))


def in_words(day: date) -> str:
    """A day as it is written in British English: Monday 2 March 2026."""
    return f"{day:%A} {day.day} {day:%B %Y}"


def needed(session: Session, library: Library) -> str:
    """What to have within reach, as a sentence; empty where nothing is needed."""
    wanted = {thing for step in session.steps for thing in exercise_of(step, library).equipment}
    things = [words for thing, words in PHRASES.fetch.items() if thing in wanted]
    return PAPER.needed.format(things=" and ".join(things)) if things else ""


def _step(number: int, step: PlannedStep, library: Library, width: int) -> Iterator[str]:
    exercise = exercise_of(step, library)
    yield from _wrapped(one_line(exercise.name), width, f"{number:2}. ")
    told = [_dose(exercise, step), *_how(step), *_way_in(exercise, step)]
    if exercise.feel:
        told.append(PAPER.feel.format(feel=sided(exercise.feel, step.sides[0])))
    for text in (*told, *exercise.watch):
        yield from _wrapped(one_line(sided(text, step.sides[0])), width - INDENT, "- ", INDENT)


def _dose(exercise: Exercise, step: PlannedStep) -> str:
    dose, sides = dose_in_words(exercise, step.amount), sides_in_words(step)
    told = PAPER.dose.format(dose=dose, sides=sides) if sides else dose
    return f"{told}. {_way(exercise)}"


def sides_in_words(step: PlannedStep) -> str:
    """Which side comes first, or which one alone; empty where both work together."""
    if step.sides == (Side.BOTH,):
        return ""
    first, *others = (side.value for side in step.sides)
    if others:
        return PAPER.each.format(first=first, second=others[0])
    return PAPER.one.format(side=first)


def _way(exercise: Exercise) -> str:
    if exercise.kind is Kind.STATIC:
        return PAPER.ways.static
    long = exercise.kind in (Kind.EASE, Kind.WALKING, Kind.INFORMATION)
    return PAPER.ways.long if long else PAPER.ways.move


def _how(step: PlannedStep) -> list[str]:
    return [PAPER.changed.format(how=how) for how in step.how]


def _way_in(exercise: Exercise, step: PlannedStep) -> list[str]:
    """How to come into it, and what one repetition is."""
    steps = [sided(one.say, step.sides[0]) for one in (*exercise.enter, *exercise.cycle)]
    return [" ".join(steps)] if steps else []


def _signs(country: str, width: int) -> Iterator[str]:
    net = safety_net(country)
    yield from _wrapped(net.heading.upper(), width)
    yield from _wrapped(net.lead, width)
    for sign in net.signs:
        yield from _wrapped(sign, width, "- ")
    yield from _wrapped(net.do, width)


def _wrapped(text: str, width: int, bullet: str = "", indent: int = 0) -> list[str]:
    """The text in lines, the first behind a bullet, the others below its first letter."""
    lines = wrap(text, max(20, width - len(bullet)), break_on_hyphens=False)
    margin = " " * indent
    first, later = margin + bullet, margin + " " * len(bullet)
    return [(first if index == 0 else later) + line for index, line in enumerate(lines)]
