"""Whether the person is in a call or doesn't want to be disturbed, as far as this computer tells.

Linux tells whether a microphone or a camera is in use, and GNOME whether notifications are off.
macOS and Windows tell a program no such thing.
"""

import sys
from collections.abc import Callable, Iterator, Sequence
from enum import Enum
from pathlib import Path

from psoas.messages import gettext as _

SECONDS = 5
ROOT = Path("/")

Answer = Callable[[Sequence[str]], str]


class Busy(Enum):
    """Why nobody is to be called away now."""

    MICROPHONE = "microphone"
    CAMERA = "camera"
    NOT_DISTURBED = "not_disturbed"

    @property
    def words(self) -> str:
        """A sentence for the person."""
        return {
            Busy.MICROPHONE: _("The microphone is in use, so the break waits."),
            Busy.CAMERA: _("The camera is in use, so the break waits."),
            Busy.NOT_DISTURBED: _("You don’t want to be disturbed, so the break waits."),
        }[self]


def answer_of(command: Sequence[str]) -> str:
    """What a program prints; empty where it isn't here or fails."""
    import shutil
    import subprocess

    if shutil.which(command[0]) is None:
        return ""
    try:
        done = subprocess.run(
            list(command), capture_output=True, text=True, timeout=SECONDS, check=False,
            stdin=subprocess.DEVNULL,
        )  # fmt: skip
    except (OSError, subprocess.SubprocessError, UnicodeDecodeError):
        return ""
    return done.stdout if done.returncode == 0 else ""


def busy(answer: Answer = answer_of, root: Path = ROOT) -> Busy | None:
    """Why the person is not to be called away now; None: nothing speaks against it."""
    if _listens(answer, root):
        return Busy.MICROPHONE
    if _films(root):
        return Busy.CAMERA
    return Busy.NOT_DISTURBED if _silenced(answer) else None


def _listens(answer: Answer, root: Path) -> bool:
    """Whether a program records sound, by the sound server or by the sound card itself."""
    return bool(answer(["pactl", "list", "short", "source-outputs"]).strip()) or any(
        "RUNNING" in _text(status) for status in root.glob("proc/asound/card*/pcm*c/sub*/status")
    )


def _films(root: Path) -> bool:
    """Whether one of the person's programs has a camera open."""
    return any(target.startswith("/dev/video") for target in _open_files(root))


def _open_files(root: Path) -> Iterator[str]:
    for folder in root.glob("proc/[0-9]*/fd"):
        try:
            yield from (str(link.readlink()) for link in folder.iterdir())
        except OSError:
            continue  # Another person's program, or one that has just ended.


def _silenced(answer: Answer) -> bool:
    shows = answer(["gsettings", "get", "org.gnome.desktop.notifications", "show-banners"])
    return shows.strip() == "false"


def _text(file: Path) -> str:
    try:
        return file.read_text("ascii", "replace")
    except OSError:
        return ""


def what_can_be_known() -> str:
    """A sentence about what this computer tells, so that nobody relies on more."""
    if sys.platform == "linux":
        return _(
            "A break waits while the microphone or camera is in use, and while GNOME shows no"
            " notifications. Other ways of not being disturbed can’t be known here."
        )
    return _(
        "Whether you are in a call or don’t want to be disturbed can’t be known on this computer;"
        " put the break off with one key."
    )
