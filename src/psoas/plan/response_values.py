"""The values that the response rules speak of, worked out from the inputs.

The definitions are those of the clinical notes on adaptation. Whatever nobody answered is
"unknown": it makes no comparison true, and where a starting value is missing the cautious reading
is used.
"""

from collections.abc import Callable, Mapping
from typing import Any

from psoas.body import Zone
from psoas.knowledge import UNKNOWN, known

_LEGS = ("left", "right")
_TIMES = ("before", "during", "after")


def _at_least(value: Any, bound: Any) -> bool:
    return known(value) and bool(value >= bound)


def _above(value: Any, bound: Any) -> bool:
    return known(value) and bool(value > bound)


def _at_most(value: Any, bound: Any) -> bool:
    return known(value) and bool(value <= bound)


def _below(value: Any, bound: Any) -> bool:
    return known(value) and bool(value < bound)


def _difference(one: Any, other: Any) -> Any:
    return one - other if known(one) and known(other) else UNKNOWN


_FUNCTIONS: Mapping[str, Callable[..., Any]] = {
    "known": known,
    "at_least": _at_least,
    "above": _above,
    "at_most": _at_most,
    "below": _below,
    "diff": _difference,
}


def _counted(value: Any) -> Any:
    """A starting value; unknown counts as nought, the cautious side of a rise."""
    return value if known(value) else 0


def _worse(values: Mapping[str, Any], time: str) -> Any:
    """The place furthest down of both legs; unknown if one leg is and nothing else was said."""
    legs = [values[f"distal_{leg}_{time}"] for leg in _LEGS]
    told = values[f"distal_{time}"]
    if known(told):
        return max([told, *filter(known, legs)])
    return max(legs) if all(map(known, legs)) else UNKNOWN


def _spread(values: Mapping[str, Any], time: str) -> bool:
    """Whether either leg, or the worse of what is known of both, reaches further down than before.

    An unknown leg takes nothing away from the other: else not knowing would count as good.
    """
    told = [values[f"distal{leg}_{time}"] for leg in ("_left", "_right", "")]
    worst = max(filter(known, told), default=UNKNOWN)
    pairs = [*zip(("_left", "_right"), told[:2], strict=True), ("", worst)]
    return any(_above(now, _counted(values[f"distal{leg}_before"])) for leg, now in pairs)


def _has_leg_symptoms(values: Mapping[str, Any], leg: str, *times: str) -> bool:
    return any(_at_least(values[f"distal_{leg}_{time}"], Zone.THIGH) for time in times)


def _new_in(values: Mapping[str, Any], leg: str) -> bool:
    """Symptoms at the thigh or below in a leg that had none, or wasn't asked, at check-in."""
    before = _has_leg_symptoms(values, leg, "before")
    return not before and _has_leg_symptoms(values, leg, "during", "after")


def _other_has_too(values: Mapping[str, Any]) -> bool:
    left, right = _LEGS
    return any(
        _new_in(values, leg) and _has_leg_symptoms(values, other, *_TIMES)
        for leg, other in ((left, right), (right, left))
    )


def _ceiling(pain_before: Any, irritable: bool) -> Any:
    """The highest pain that is still acceptable during an exercise, 0 to 10."""
    if not known(pain_before):
        return 2 if irritable else 5
    if irritable:
        return max(min(pain_before + 2, 5), min(pain_before + 1, 7))
    return 5 if pain_before <= 3 else min(pain_before + 2, 7)


def _computed(values: Mapping[str, Any]) -> dict[str, Any]:
    before, during = values["pain_before"], values["pain_during"]
    irritable = values["irritability"] in ("high", UNKNOWN) and values["leg_symptoms"] is not False
    spread_after, spread_during = _spread(values, "after"), _spread(values, "during")
    nearer = _below(_difference(values["distal_after"], values["distal_before"]), 0)
    return {
        "rise": _difference(during, _counted(before)),
        "ceiling": _ceiling(before, irritable),
        "usual_line": max(2, _counted(before)),
        "irritable": irritable,
        "spread_after": spread_after,
        "spread_during": spread_during,
        "after_known": all(known(values[f"distal_{leg}_after"]) for leg in _LEGS),
        "centralised": nearer and not spread_after and not spread_during,
        "new_leg": any(_new_in(values, leg) for leg in _LEGS),
        "new_leg_other_has": _other_has_too(values),
    }


HELPERS = frozenset(_FUNCTIONS) | {
    "rise", "ceiling", "usual_line", "irritable", "spread_after", "spread_during", "after_known",
    "centralised", "new_leg", "new_leg_other_has",
}  # fmt: skip
"""The words that rules may use beside the inputs."""


def values_for(inputs: Mapping[str, Any], names: frozenset[str]) -> Mapping[str, Any]:
    """Everything the rules may speak of; an input of `names` that is left out is unknown."""
    said = {name: inputs.get(name, UNKNOWN) for name in names}
    values = {**said, **{f"distal_{time}": _worse(said, time) for time in _TIMES}}
    return {**values, **_computed(values), **_FUNCTIONS}
