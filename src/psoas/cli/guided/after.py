"""What comes after a session in the terminal: what it opens, or how it went."""

from psoas.cli.guided import questions
from psoas.cli.guided.beginning import SHORT, ask, show_card
from psoas.cli.guided.player import Stop
from psoas.knowledge import UNKNOWN
from psoas.plan.events import EventKind
from psoas.practice import Practice


def after(practice: Practice, identity: str, stop: Stop) -> None:
    """Ask what must be asked at once, else how it went; what nobody answers stays unknown."""
    opens = stop.act.ask if stop.act else _responded(practice, identity)
    named = stop.act.card if stop.act else None
    if opens and _answered(practice, opens):
        show_card(practice)
    elif opens or named:
        show_card(practice, named)


def _answered(practice: Practice, opens: tuple[str, ...]) -> bool:
    try:
        ask(practice, SHORT, opens)
    except questions.NotAnswered:
        return False
    return True


def _responded(practice: Practice, identity: str) -> tuple[str, ...]:
    """Store how it went; the red flags to ask about because of it."""
    told = questions.response()
    if all(value in (UNKNOWN, None) for value in told.values()):
        return ()
    practice.record(EventKind.RESPONDED, {"session": identity, **told})
    return tuple(practice.opened_by(identity))
