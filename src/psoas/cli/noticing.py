"""A notification of the desktop, where there is one to show it."""

import os
import sys
from collections.abc import Callable, Mapping, Sequence

SECONDS = 10
"""A desktop that takes longer shows nothing."""
SCRIPT = "on run argv\ndisplay notification (item 2 of argv) with title (item 1 of argv)\nend run"
"""The words are arguments and not part of the script, so that none of them can be a command."""

Run = Callable[[Sequence[str]], bool]


def run(command: Sequence[str]) -> bool:
    """Run a program of the desktop; whether it did what it was asked."""
    import subprocess

    try:
        done = subprocess.run(
            list(command),
            capture_output=True,
            timeout=SECONDS,
            check=False,
            stdin=subprocess.DEVNULL,
        )
    except (OSError, subprocess.SubprocessError):
        return False
    return done.returncode == 0


def notify(
    title: str, words: str, run: Run = run, environment: Mapping[str, str] = os.environ
) -> bool:
    """Show a notification; False where this computer has no way to."""
    command = _command(title, words, environment)
    return bool(command) and run(command)


def _command(title: str, words: str, environment: Mapping[str, str]) -> list[str]:
    import shutil

    if sys.platform == "darwin" and shutil.which("osascript"):
        return ["osascript", "-e", SCRIPT, title, words]
    desktop = environment.get("DBUS_SESSION_BUS_ADDRESS") or environment.get("DISPLAY")
    if desktop and shutil.which("notify-send"):
        return ["notify-send", "--app-name=Psoas", "--", title, words]
    return []
