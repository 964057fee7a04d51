from contextlib import contextmanager

from psoas.body import Position, Side
from psoas.coach import Cue, Moment, MomentKind, Script
from psoas.practice import Act


def moment(start, seconds, kind, say, step=0, side=Side.BOTH, **more):
    return Moment(
        start=start, seconds=seconds, kind=kind, say=say, step=step, exercise=f"exercise_{step}",
        name=f"Exercise {step}", position=Position.SUPINE, pose="ready", shows="", side=side,
        **more,
    )  # fmt: skip


SCRIPT = Script(
    title="A short session",
    moments=(
        moment(0, 10, MomentKind.READY, "First.", side=Side.LEFT),
        moment(10, 20, MomentKind.HOLD, "Hold.", side=Side.LEFT, cues=(Cue(at=10, say="Half."),)),
        moment(30, 10, MomentKind.SWITCH, "Now the right.", side=Side.RIGHT),
        moment(40, 20, MomentKind.HOLD, "Hold again.", side=Side.RIGHT, counts=True),
        moment(60, 60, MomentKind.WALK, "Walk.", step=1),
        moment(120, 5, MomentKind.END, "That was it.", step=1),
    ),
)


class FakeTime:
    """A clock that only the keyboard moves, and the keys that come at certain seconds of it."""

    any = True

    def __init__(self, presses=()):
        self.seconds = 0.0
        self._presses = sorted(presses, reverse=True)

    def clock(self):
        return self.seconds

    def read(self, seconds):
        if self._presses and self._presses[-1][0] <= self.seconds + seconds:
            at, key = self._presses.pop()
            self.seconds = max(at, self.seconds)
            return key
        self.seconds += seconds
        return ""

    @contextmanager
    def keyboard(self):
        yield self


class Shown:
    """A screen that remembers."""

    def __init__(self):
        self.said = []
        self.views = []

    def say(self, at, text):
        self.said.append((round(at), text))

    def show(self, view):
        self.views.append(view)


class Kept:
    """A journal that remembers, and answers what a test wants when something hurts."""

    def __init__(self):
        self.events = []
        self.act = Act(act="skip", say="Left out.")

    def note(self, kind, data):
        self.events.append((kind.value, dict(data)))

    def hurt(self, what, moment):
        self.events.append(("hurt", {"what": what, "exercise": moment.exercise}))
        return self.act
