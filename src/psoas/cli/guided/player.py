"""Plays a script in the terminal: a clock and the verbs pause, skip, back, this hurts, stop."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from psoas.cli.guided.choices import HURTS, HURTS_OFFERED, REASONS, REASONS_OFFERED
from psoas.cli.guided.keyboard import Keys
from psoas.cli.guided.ledger import Ledger, finished
from psoas.cli.guided.screens import Screen, View
from psoas.coach import Moment, MomentKind, Playback, Script, position_at
from psoas.messages import gettext as _
from psoas.plan.events import EventKind
from psoas.practice import Act

TICK = 0.1
"""Seconds between two looks at the clock."""
ASLEEP = 5
"""Seconds without a tick after which the computer slept: that time was not spent in the session."""
WAIT_FOR_ANSWER = 3600
"""Seconds."""

WHEN_READY = _("Press space when you are ready.")


class Journal(Protocol):
    """Takes what happens, and knows what to do when something hurts."""

    def note(self, kind: EventKind, data: Mapping[str, Any]) -> None:
        """Store one thing that happened in this session."""

    def hurt(self, what: str, moment: Moment) -> Act:
        """Store that something hurts; what to do now."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """How a session ended."""

    why: str = "none"
    act: Act | None = None
    """What stopped it, where something hurt."""


@dataclass(slots=True, kw_only=True)
class Player:
    """One session under way."""

    script: Script
    journal: Journal
    ledger: Ledger
    keys: Keys
    screen: Screen
    clock: Callable[[], float]
    """A steady clock's seconds."""
    playback: Playback
    reached: float
    """Seconds into the script up to which everything is said and written down."""
    ticked: float

    def run(self) -> Stop:
        """Play to the end, or until the person stops."""
        stop: Stop | None = None
        while stop is None and self.reached < self.script.seconds:
            stop = self._press(self.keys.read(TICK))
            self._tick()
        return self._finish(stop or Stop())

    def _tick(self) -> None:
        now = self.clock()
        if now - self.ticked > ASLEEP and not self.playback.is_paused:
            self.playback = self.playback.seek(self.reached, now)
        self.ticked = now
        until = self.playback.position(now)
        since, self.reached = self.reached, max(self.reached, until)
        for at, text in said_between(self.script, since, until):
            self.screen.say(at, text)
        self.ledger.add(self.script, since, until)
        for moment in finished(self.script, since, until):
            self._report(moment)
        self._show()

    def _show(self) -> None:
        view = View(
            moment=self.moment,
            position=self.reached,
            seconds=self.script.seconds,
            paused=self.playback.is_paused,
        )
        self.screen.show(view)

    @property
    def moment(self) -> Moment:
        """The moment under way."""
        return position_at(self.script, self.reached)[0]

    def _press(self, key: str) -> Stop | None:
        verbs = {" ": self._toggle, "n": self._skip, "b": self._back}
        if key in verbs:
            verbs[key]()
        asking = {"h": self._hurts, "q": self._quit}
        return asking[key]() if key in asking else None

    def _toggle(self) -> None:
        now = self.clock()
        paused = self.playback.is_paused
        self.playback = self.playback.play(now) if paused else self.playback.pause(now)

    def _pause(self) -> None:
        if not self.playback.is_paused:
            self._toggle()
        self._show()

    def _skip(self) -> None:
        """Leave this exercise out."""
        moment = self.moment
        self._report(moment)
        if moment.kind is not MomentKind.END and _work_ahead(self.script, moment, self.reached):
            told = {"step": moment.step, "exercise": moment.exercise}
            self.journal.note(EventKind.EXERCISE_SKIPPED, told)
        self._moved(self.playback.seek(self.reached, self.clock()).skip(self.clock()))

    def _back(self) -> None:
        """To the beginning of this side, or of the one before."""
        self._report(self.moment)
        self._moved(self.playback.seek(self.reached, self.clock()).back(self.clock()))

    def _moved(self, playback: Playback) -> None:
        self.playback = playback
        self.reached = playback.position(self.clock())

    def _hurts(self) -> Stop | None:
        self._pause()
        chosen = self._ask(_("What is it like?"), HURTS_OFFERED)
        if chosen is None:
            self._say(WHEN_READY)
            return None
        what, _offered, why = HURTS[chosen]
        self._report(self.moment)
        act = self.journal.hurt(what, self.moment)
        self._say(act.say)
        if act.act in ("end", "card"):
            return Stop(why=why, act=act)
        self._follow(act)
        self._say(f"{act.say} {WHEN_READY}")
        return None

    def _follow(self, act: Act) -> None:
        """Go on with the script as it is changed, else without this exercise."""
        if act.script is not None:
            self.script = act.script
            self._moved(Playback(script=act.script, offset=act.resume_at or 0))
        else:
            self._skip()

    def _quit(self) -> Stop | None:
        self._pause()
        chosen = self._ask(_("Why are you stopping?"), REASONS_OFFERED)
        if chosen is None:
            self._say(WHEN_READY)
            return None
        return Stop(why=REASONS[chosen][0])

    def _ask(self, question: str, options: Mapping[str, str]) -> str | None:
        """One key of a few; any other key goes back."""
        offered = " · ".join(f"{key} {text}" for key, text in options.items())
        self._say(f"{question} {offered} · " + _("any other key: go back"))
        key = self.keys.read(WAIT_FOR_ANSWER)
        return key if key in options else None

    def _say(self, text: str) -> None:
        self.screen.say(self.reached, text)
        self._show()

    def _report(self, moment: Moment) -> None:
        found = self.ledger.report(self.script, moment)
        if found:
            told = {
                "step": moment.step,
                "exercise": moment.exercise,
                "side": moment.side.value,
                "seconds": found.seconds,
                "completed": found.completed,
            }
            self.journal.note(EventKind.EXERCISE_DONE, told)

    def _finish(self, stop: Stop) -> Stop:
        self._report(self.moment)
        told = {
            "completed": self.ledger.completed(self.script),
            "why": stop.why,
            "enough": stop.why == "none" and self.reached < self.script.seconds,
        }
        self.journal.note(EventKind.SESSION_ENDED, told)
        return stop


def player(
    script: Script,
    journal: Journal,
    keys: Keys,
    screen: Screen,
    clock: Callable[[], float],
    ledger: Ledger | None = None,
    start: float = 0,
) -> Player:
    """A player that begins now, so many seconds into the script."""
    now = clock()
    return Player(
        script=script,
        journal=journal,
        ledger=ledger or Ledger(),
        keys=keys,
        screen=screen,
        clock=clock,
        playback=Playback(script=script, offset=start).play(now),
        reached=start,
        ticked=now,
    )


def said_between(script: Script, since: float, until: float) -> list[tuple[float, str]]:
    """What is said from one second up to, not including, another, in order."""
    texts = [
        (at, say)
        for moment in script.moments
        for at, say in (
            (moment.start, moment.say),
            *((moment.start + cue.at, cue.say) for cue in moment.cues),
        )
    ]
    return [(at, say) for at, say in texts if say and since <= at < until]


def _work_ahead(script: Script, moment: Moment, reached: float) -> bool:
    """Whether any of this exercise is still to be done."""
    return any(
        later.kind.is_work and later.end > reached
        for later in script.moments
        if later.step == moment.step
    )
