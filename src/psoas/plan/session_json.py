"""A session as plain JSON values: what `psoas today --json` prints and the diary keeps."""

from dataclasses import asdict
from typing import Any

from psoas.body import Side
from psoas.plan.planned import LeftOut, PlannedStep, Reason, Session
from psoas.safety.check_json import as_json as clearance_as_json
from psoas.safety.clearance import Clearance

EACH = "each"
"""In `side`: one side after the other; `sides` says in which order."""


def as_data(session: Session) -> dict[str, Any]:
    """The session as JSON values; `session_reading.from_data` reads it back."""
    return {
        "on": session.on.isoformat(),
        "purpose": session.purpose.value,
        "title": session.title,
        "steps": [_step(step) for step in session.steps],
        "left_out": [_left_out(out) for out in session.left_out],
        "seconds": session.seconds,
        "clearance": _clearance(session.clearance),
        "changes": [_reason(reason) for reason in session.changes],
        "notes": list(session.notes),
        "advice": [_reason(reason) for reason in session.advice],
    }


def _step(step: PlannedStep) -> dict[str, Any]:
    return {
        "exercise": step.exercise,
        "side": side_word(step.sides),
        "sides": [side.value for side in step.sides],
        "hold_seconds": step.amount.hold_seconds,
        "repetitions": step.amount.repetitions,
        "sets": step.amount.sets,
        "position": step.position.value,
        "surface": step.surface.value,
        "how": list(step.how),
        "reasons": [reason.text for reason in step.reasons],
        "because": [_reason(reason) for reason in step.reasons],
        "seconds": step.seconds,
    }


def side_word(sides: tuple[Side, ...]) -> str:
    """each, both, left or right."""
    return EACH if len(sides) > 1 else sides[0].value


def _left_out(out: LeftOut) -> dict[str, Any]:
    reason = _reason(out.reason)
    return {"exercise": out.exercise, "reason": reason.pop("text"), **reason}


def _reason(reason: Reason) -> dict[str, Any]:
    return {
        "text": reason.text,
        "rule": reason.rule,
        "source": reason.source,
        "claims": [_claim(asdict(claim)) for claim in reason.claims],
    }


def _claim(entry: dict[str, Any]) -> dict[str, Any]:
    says = {
        key: list(value) if isinstance(value, tuple) else value
        for key, value in entry["says"].items()
    }
    return {**entry, "says": says}


def _clearance(clearance: Clearance) -> dict[str, Any]:
    """As `psoas check --json`, with all of each flag, so that it can be read back."""
    plain = clearance_as_json(clearance)
    flags = [
        {**entry, "sessions": flag.sessions.word, "card_only": flag.card_only}
        for entry, flag in zip(plain["flags"], clearance.flags, strict=True)
    ]
    return {**plain, "flags": flags}
