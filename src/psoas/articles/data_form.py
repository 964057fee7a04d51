"""A reading as the data that `psoas read --json` prints."""

from typing import Any

from psoas.articles.claims import Claim
from psoas.articles.found import FoundExercise, Reading


def as_data(reading: Reading) -> dict[str, Any]:
    """A reading as one JSON object; every `quote_span` is an offset into its "text"."""
    return {
        "title": reading.title,
        "exercises": [_exercise(one) for one in reading.exercises],
        "avoid": [
            {"name": one.name, "exercise": one.exercise, "why": one.why, **_span(one)}
            for one in reading.avoid
        ],
        "rules": [{"kind": one.kind, "value": one.value, **_span(one)} for one in reading.rules],
        "warnings": [
            {"kind": one.kind, "value": one.value, "why": one.why, **_span(one)}
            for one in reading.warnings
        ],
        "conflicts": [
            {
                "kind": one.kind,
                "exercises": list(one.exercises),
                "why": one.why,
                "quote_spans": [list(span) for span in one.spans],
            }
            for one in reading.conflicts
        ],
        "left_out": [{"text": one.text, "why": one.why, **_span(one)} for one in reading.left_out],
        "text": reading.text,
    }


def _span(one: Any) -> dict[str, list[int]]:
    return {"quote_span": [one.start, one.end]}


def _exercise(one: FoundExercise) -> dict[str, Any]:
    return {
        "name": one.name,
        "exercise": one.exercise,
        "match": one.match,
        "position": one.position,
        "sides": one.sides,
        "equipment": list(one.equipment),
        "hold_seconds": _range(one.hold_seconds),
        "breaths": _range(one.breaths),
        "repetitions": _range(one.repetitions),
        "sets": _range(one.sets),
        "times_per_day": _range(one.times_per_day),
        "steps": [{"say": step.say, "lines": step.lines} for step in one.steps],
        "claims": [_claim(claim) for claim in one.claims],
    }


def _range(value: tuple[int | None, int | None] | None) -> list[int | None] | None:
    return None if value is None else list(value)


def _claim(claim: Claim) -> dict[str, Any]:
    value = claim.value if isinstance(claim.value, str) else list(claim.value)
    return {"field": claim.field, "value": value, **_span(claim)}
