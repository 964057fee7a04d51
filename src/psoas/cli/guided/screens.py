"""What a person sees of a guided session: a picture that moves, or plain lines in time."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

import click

from psoas.body import Side
from psoas.cli.telling import clock, side_in_words
from psoas.coach import Moment
from psoas.messages import gettext as _

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.live import Live

KEYS = _("space pause · n skip · b back · h this hurts · q stop")
WIDTH = 60
"""Of the progress bar, in letters."""
PAUSED = _("Paused. Press space to go on.")


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """Where a session stands."""

    moment: Moment
    position: float
    """Seconds into the script."""
    seconds: float
    """Of the whole script."""
    paused: bool


class Screen(Protocol):
    """What a session is shown on."""

    def say(self, at: float, text: str) -> None:
        """What the coach says, so many seconds into the script."""

    def show(self, view: View) -> None:
        """Where the session stands; called several times a second."""


class Lines:
    """Plain lines, each when its time comes."""

    def say(self, at: float, text: str) -> None:
        """Print what is said with its time."""
        click.echo(f"{clock(at)}  {text}")
        sys.stdout.flush()

    def show(self, view: View) -> None:
        """Lines stand still."""


class Picture:
    """Caption, count and progress bar, drawn anew in place."""

    def __init__(self, live: "Live") -> None:
        self._live = live
        self._caption = ""

    def say(self, at: float, text: str) -> None:
        """Show what is said until the next words."""
        self._caption = text

    def show(self, view: View) -> None:
        """Draw."""
        self._live.update(drawn(view, self._caption), refresh=True)


def drawn(view: View, caption: str) -> "RenderableType":
    """The picture of one instant."""
    from rich.align import Align
    from rich.console import Group
    from rich.progress_bar import ProgressBar
    from rich.text import Text

    moment = view.moment
    times = {"now": clock(view.position), "whole": clock(view.seconds)}
    left = _("{now} of {whole}").format(**times)
    following = _("Next: {name}").format(name=moment.next)
    return Group(
        Text(heading(moment), style="bold"),
        Text(caption),
        Text(PAUSED if view.paused else count(view), style="bold"),
        Align.left(ProgressBar(total=view.seconds, completed=view.position, width=WIDTH)),
        Text(f"{left}   {following}" if moment.next else left, style="dim"),
        Text(KEYS, style="dim"),
    )


def heading(moment: Moment) -> str:
    """The exercise, the side, and how many of how many."""
    parts = [moment.name]
    if moment.side is not Side.BOTH:
        parts.append(_("{side} side").format(side=side_in_words(moment.side)))
    if moment.repetitions > 1:
        parts.append(_("{n} of {all}").format(n=moment.repetition, all=moment.repetitions))
    return ", ".join(parts)


def count(view: View) -> str:
    """The seconds that are left of a moment that counts down."""
    left = view.moment.end - view.position
    return f"{max(0, round(left))}" if view.moment.counts else ""


@contextmanager
def screen(moving: bool) -> Iterator[Screen]:
    """A picture where there is a terminal with someone at it, else lines."""
    if not moving or not sys.stdout.isatty():
        yield Lines()
        return
    from rich.live import Live

    with Live(auto_refresh=False, transient=True) as live:
        yield Picture(live)
