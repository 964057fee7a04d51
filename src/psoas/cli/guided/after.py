"""What comes after a session in the terminal: what it opens, or how it went."""

from psoas.cli.guided import questions
from psoas.cli.guided.beginning import SHORT, ask, show_card
from psoas.cli.guided.player import Stop
from psoas.practice import Practice
from psoas.safety.flags import load_flags


def after(practice: Practice, identity: str, stop: Stop) -> None:
    """Ask what must be asked at once, else how it went; what nobody answers stays unknown."""
    card = stop.act.card if stop.act else None
    opens = stop.act.ask if stop.act and card else _responded(practice, identity)
    if opens and _answered(practice, opens):
        show_card(practice)
    elif opens or card:
        show_card(practice, card or load_flags().by_id[opens[0]].card)


def _answered(practice: Practice, opens: tuple[str, ...]) -> bool:
    try:
        ask(practice, SHORT, opens)
    except questions.NotAnswered:
        return False
    return True


def _responded(practice: Practice, identity: str) -> tuple[str, ...]:
    """Store how it went; the red flags to ask about because of it."""
    told = questions.response()
    if not questions.any_known(told):
        return ()
    return practice.responded(practice.session(identity), {"session": identity, **told})
