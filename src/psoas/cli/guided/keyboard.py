"""One key at a time, without Enter; nothing where there is no keyboard."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Protocol


class Keys(Protocol):
    """Where keys come from."""

    @property
    def any(self) -> bool:
        """Whether a person can press any."""

    def read(self, seconds: float) -> str:
        """The next key, small letters; empty where none came within so many seconds."""


class NoKeys:
    """Nobody can press a key: only time passes."""

    any = False

    def __init__(self, sleep: Callable[[float], None] = time.sleep) -> None:
        self._sleep = sleep

    def read(self, seconds: float) -> str:
        """Wait."""
        self._sleep(seconds)
        return ""


if sys.platform == "win32":
    import msvcrt

    class Keyboard:
        """The keyboard of the terminal."""

        any = True

        def read(self, seconds: float) -> str:
            """The next key within so many seconds."""
            end = time.monotonic() + seconds
            while not msvcrt.kbhit():
                if time.monotonic() >= end:
                    return ""
                time.sleep(0.02)
            return msvcrt.getwch().lower()

    @contextmanager
    def _raw() -> Iterator[None]:
        yield

else:
    import os
    import select
    import termios
    import tty

    class Keyboard:
        """The keyboard of the terminal."""

        any = True

        def read(self, seconds: float) -> str:
            """The next key within so many seconds; one that sends several letters is none."""
            descriptor = sys.stdin.fileno()
            ready, _, _ = select.select([descriptor], [], [], seconds)
            typed = os.read(descriptor, 32).decode(errors="ignore") if ready else ""
            return typed.lower() if len(typed) == 1 else ""

    @contextmanager
    def _raw() -> Iterator[None]:
        descriptor = sys.stdin.fileno()
        before = termios.tcgetattr(descriptor)
        try:
            tty.setcbreak(descriptor)
            yield
        finally:
            termios.tcsetattr(descriptor, termios.TCSADRAIN, before)


@contextmanager
def keyboard() -> Iterator[Keys]:
    """The keyboard, if a person sits at one; the terminal is as before afterwards."""
    if not sys.stdin.isatty():
        yield NoKeys()
        return
    with _raw():
        yield Keyboard()
