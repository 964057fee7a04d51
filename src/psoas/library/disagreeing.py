"""Where sources disagree: which of our rulings applies to a person."""

from collections.abc import Mapping
from typing import Any

from psoas.knowledge import UNKNOWN, Expression, expression, known
from psoas.library.entries import Disagreement, Ruling

CONDITION_NAMES = frozenset(
    {
        "acute_irritable_nerve_root",
        "disc_flexion_intolerant",
        "glaucoma",
        "hip_replacement_anterior",
        "hip_replacement_posterior",
        "hypermobility",
        "knee_oa",
        "knee_replacement",
        "osteoporosis",
        "pregnancy_t1",
        "pregnancy_t2",
        "pregnancy_t3",
        "recent_spine_surgery",
        "spinal_stenosis",
        "spondylolisthesis",
    }
)
"""The condition ids that rulings may speak of; each is true or false of a person."""

RULING_NAMES = CONDITION_NAMES | {"leg_symptoms", "age", "irritability", "known"}
"""Every word a ruling may use. `age` is in years; `irritability` is high, moderate, low,
no_leg_symptoms or unknown; `known(…)` asks whether somebody answered."""

_NOT_SAID: Mapping[str, Any] = {
    **dict.fromkeys(CONDITION_NAMES, False),
    "leg_symptoms": UNKNOWN,
    "age": UNKNOWN,
    "irritability": UNKNOWN,
}


def ruling_rule(ruling: Ruling) -> Expression:
    """The ruling's `when`, ready to ask; raises `BadRule` where it can't be read."""
    return expression(ruling.when, RULING_NAMES)


def decided(disagreement: Disagreement, facts: Mapping[str, Any]) -> Ruling:
    """The first ruling that applies to a person.

    `facts` says what is known by the names in `RULING_NAMES`. What it leaves out, or gives as
    None, is unknown; unknown leg symptoms count as leg symptoms, the cautious reading.
    """
    said = {name: value for name, value in facts.items() if value is not None}
    values = {**_NOT_SAID, **said, "known": known}
    return next(
        (ruling for ruling in disagreement.rulings if ruling_rule(ruling)(values)),
        disagreement.rulings[-1],
    )
