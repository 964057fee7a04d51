"""What happens at once when something hurts in the middle of a session."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """What the player does now, and what it says."""

    act: str
    """ease | skip | swap | end | card"""
    say: str
    card: str | None = None
    """The card to show; with `card` only."""
    ask: tuple[str, ...] = ()
    """Red flags to ask about at once."""
    script: dict[str, Any] | None = None
    """The session from the beginning with the exercise swapped; with `swap` only."""
    resume_at: float = 0
    """Where in the new script to go on."""
