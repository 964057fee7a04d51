"""When the red flags are asked: all of them, the one short question, or nothing just now."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from psoas.safety.screen import FULL_CHECK_DAYS

LONG_GAP_DAYS = 28
"""After so many days without a session the full list is asked again."""


class CheckKind(StrEnum):
    """Which check to ask."""

    NONE = "none"
    SHORT = "short"
    FULL = "full"


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckDue:
    """The check to ask before the next session, and why, in a sentence for the person."""

    kind: CheckKind
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckHistory:
    """What the diary knows of earlier checks; None: never."""

    last_full: date | None = None
    last_short: date | None = None
    last_session: date | None = None
    answered_since_session: bool = False
    """A check, short or full, was answered after the last session began."""
    changed_since_full: bool = False
    """A flare, a new leg symptom, or a pain very different from usual since the last full one."""


def due(history: CheckHistory, today: date) -> CheckDue:
    """Which check is due: full at the start, every 14 days, after a gap or a change; else short.

    A day in the future means that the clock was set back: the full list is asked, never skipped.
    """
    reason = _why_full(history, today)
    if reason:
        return CheckDue(kind=CheckKind.FULL, reason=reason)
    if _fresh(history, today):
        return CheckDue(kind=CheckKind.NONE, reason="You have answered today's safety question.")
    return CheckDue(kind=CheckKind.SHORT, reason="One short question before every session.")


def _why_full(history: CheckHistory, today: date) -> str:
    full, session = history.last_full, history.last_session
    if full is None:
        return "Before your first session, we ask what could make moving unwise."
    if any(day > today for day in (full, history.last_short, session) if day):
        return "The date on this device has changed, so we ask again to be safe."
    if history.changed_since_full:
        return "Something has changed since the last full check, so we ask everything once more."
    if session and _gap_unchecked(full, session, today):
        return "It has been four weeks or more since your last session."
    if (today - full).days >= FULL_CHECK_DAYS:
        return "It has been two weeks since the last full check."
    return ""


def _gap_unchecked(full: date, session: date, today: date) -> bool:
    """A full check answered once the gap was already long counts for it."""
    long = timedelta(days=LONG_GAP_DAYS)
    return today - session >= long and full - session < long


def _fresh(history: CheckHistory, today: date) -> bool:
    if today not in (history.last_full, history.last_short):
        return False
    return history.last_session != today or history.answered_since_session
