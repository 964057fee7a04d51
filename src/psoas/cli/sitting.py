"""`psoas desk`: a break now and then, in the terminal."""

import time
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any

import click

from psoas.cli.busy import Busy, busy, what_can_be_known
from psoas.cli.errors import Refused
from psoas.cli.folders import data_option
from psoas.cli.noticing import notify
from psoas.cli.places import known_practice
from psoas.messages import gettext as _

if TYPE_CHECKING:
    from psoas.practice import Practice
    from psoas.practice.desking import Desk

LOOK_AGAIN = 60.0
"""Seconds, while something else comes first."""
LONGEST = 300.0
"""Seconds; a computer that slept meanwhile is noticed after so long."""
KEYS = {"l": "later", "n": "not_today"}

INTRODUCTION = _(
    "A short break every {minutes} minutes. Leave this open and go on with your work; Ctrl-C ends"
    " it."
)
NOT_TODAY = _("No more breaks today. They start again tomorrow.")
CLOSED = _("Your safety check comes first, so there are no breaks to offer. Run `psoas` to see it.")
NOTHING = _("Nothing for the desk suits you today. Run `psoas today` to see what does.")
NOBODY = _("Nobody is here to answer. Run `psoas desk` where you can type, or open the page /desk.")


@click.command()
@click.option(
    "--minutes", type=click.IntRange(30, 60), help="Between two breaks; it is kept for next time."
)
@data_option
def desk(minutes: int | None) -> None:
    """Offer a short break every now and then while you sit; Ctrl-C ends it.

    It offers one of three seated exercises or a few steps, only what suits you, never the same
    twice in a row. In quiet hours, during a call or while you don't want to be disturbed it waits,
    as far as this computer tells.
    """
    from psoas.plan.events import EventKind

    with known_practice() as practice:
        if minutes:
            practice.record(EventKind.SETTINGS, {"desk_minutes": minutes})
        sit(practice, time.sleep, busy, _start)


def sit(
    practice: "Practice",
    sleep: Callable[[float], None],
    busy: Callable[[], Busy | None],
    start: "Callable[[Practice, Mapping[str, Any]], str | None]",
) -> None:
    """Wait and offer breaks until there are no more today; `start` guides through one."""
    from psoas.practice.desking import Now, desk, desk_minutes

    ends = {Now.NOT_TODAY: NOT_TODAY, Now.CLOSED: CLOSED, Now.NOTHING: NOTHING}
    since = practice.now()
    told = INTRODUCTION.format(minutes=desk_minutes(practice.memory().settings))
    click.echo(f"{told}\n{what_can_be_known()}")
    waits = False
    while (found := desk(practice, since)).now not in ends:
        reason = busy() if found.now is Now.BREAK else None
        if found.now is Now.BREAK and reason is None:
            _offer(practice, found, start)
        elif reason and not waits:
            click.echo(reason.words)
        waits = reason is not None
        if waits or found.now is not Now.BREAK:
            sleep(_seconds(found, practice.now()))
    click.echo(ends[found.now])


def _seconds(found: "Desk", now: datetime) -> float:
    """How long to sleep before looking again."""
    left = (found.at - now).total_seconds() if found.at else 0.0
    return min(left, LONGEST) if left > 0 else LOOK_AGAIN


def _offer(
    practice: "Practice",
    found: "Desk",
    start: "Callable[[Practice, Mapping[str, Any]], str | None]",
) -> None:
    from psoas.plan.breaks import Answered
    from psoas.practice.desking import answer, break_options

    name, lines = _in_words(practice, found)
    notify(_("Time for a break"), name)
    click.echo("\n".join(["", _("Time for a break: {name}").format(name=name), *lines]))
    key = _asked(_("b begin") if found.session else _("d done"), "b" if found.session else "d")
    if key in KEYS:
        answer(practice, found.exercise, Answered(KEYS[key]))
    elif found.session:
        if start(practice, break_options(found.exercise)) is None:
            answer(practice, found.exercise, Answered.LATER)  # It was not open after all.
    else:
        answer(practice, found.exercise, Answered.DONE)


def _in_words(practice: "Practice", found: "Desk") -> tuple[str, list[str]]:
    """The name of what is offered, and how much of it and how."""
    from psoas.plan.breaks import break_rules
    from psoas.plan.reasons import dose_in_words

    if found.session is None:
        least, most = break_rules().walk_minutes
        dose = _("{least} to {most} minutes, at an easy pace").format(least=least, most=most)
        return _("Stand up and walk a little"), [f"  {line}" for line in (dose, *found.how)]
    step = found.session.steps[0]
    exercise = practice.library.exercises[step.exercise]
    lines = (dose_in_words(exercise, step.amount), *step.how)
    return exercise.name, [f"  {line}" for line in lines]


def _asked(go: str, key: str) -> str:
    """The key that was chosen; raises `Refused` where nobody can type one."""
    others = _("l later, I am in a call · n not today")
    while True:
        try:
            typed = input(f"{go} · {others}: ").strip().lower()
        except EOFError:
            raise Refused(NOBODY) from None
        if typed in (key, *KEYS):
            return typed


def _start(practice: "Practice", options: Mapping[str, Any]) -> str | None:
    """The guided session, as `psoas start` does it."""
    from psoas.cli.guided.keyboard import keyboard
    from psoas.cli.starting import guide

    return guide(practice, options, keyboard, time.monotonic)
