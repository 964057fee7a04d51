"""What happens in the terminal's session, written into the diary through the practice."""

from collections.abc import Mapping
from typing import Any

from psoas.coach import Moment
from psoas.plan.events import EventKind
from psoas.practice import Act, Practice
from psoas.practice.practice import Reported


class PracticeJournal:
    """The journal of one session."""

    def __init__(self, practice: Practice, identity: str) -> None:
        self._practice = practice
        self._identity = identity

    def note(self, kind: EventKind, data: Mapping[str, Any]) -> None:
        """Store one thing that happened; a session ends only once."""
        ended = kind is EventKind.SESSION_ENDED
        told = {"session": self._identity, **data}
        self._practice.record(kind, told, f"{self._identity}-ended" if ended else None)

    def hurt(self, what: str, moment: Moment) -> Act:
        """Store that something hurts; what to do now by the written rules."""
        where = {"step": moment.step, "exercise": moment.exercise, "side": moment.side.value}
        told = Reported(
            id=self._practice.new_id(),
            kind=EventKind.HURT,
            at=self._practice.now(),
            data={"session": self._identity, **where, "what": what},
        )
        return self._practice.hurt(self._practice.session(self._identity), told)
