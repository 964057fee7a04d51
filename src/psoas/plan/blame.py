"""Which exercise a worse time is put down to; what may be of another one is unknown of this one.

Pain, spread and settling are told once for a session. They are put down to the exercise that the
person names, and to those on which "this hurts" was pressed; else to the only one that was done.
Symptoms in a leg that nobody can put down to an exercise are put down to each that may have stirred
them, for not knowing which must not be milder than knowing.
"""

from collections.abc import Mapping
from typing import Any, TypeAlias

from psoas.knowledge import UNKNOWN, expression, known
from psoas.library import Exercise, Library
from psoas.plan.exercise_words import LOAD_WORDS, exercise_words
from psoas.plan.memory import SessionRecord
from psoas.plan.response_data import hurt_values, responses, value_of

LEGS = ("left", "right")
ASKED = ("effort", "sensation")
"""Asked only where something was said to be wrong."""
Data: TypeAlias = Mapping[str, Any]


def as_put_down(
    values: Data, exercise: str, record: SessionRecord, library: Library
) -> dict[str, Any]:
    """The values of a session as they count for one exercise of it."""
    named = named_for(record)
    elsewhere: set[str] = set()
    if exercise not in named | suspects_of(record, library):
        elsewhere |= worse_in_legs(values) | _passing_tingling(values)
    if named and exercise not in named:
        elsewhere |= _more_pain(values)
    return {name: UNKNOWN if name in elsewhere else value for name, value in values.items()}


def named_for(record: SessionRecord) -> frozenset[str]:
    """The exercise that the person names and those that hurt; else the only one that was done."""
    told = [(data or {}).get("exercise") for data in (record.response, *record.hurts)]
    named = frozenset(exercise for exercise in told if exercise)
    done = _done(record)
    return named or (done if len(done) == 1 else frozenset())


def suspects_of(record: SessionRecord, library: Library) -> frozenset[str]:
    """What may have stirred a leg where nobody says which exercise did; else none.

    The exercises of the session that the written rule calls suspect; without any, all of them.
    """
    told = any(_of_a_leg(hurt, record.check_in) for hurt in record.hurts)
    if told or known(value_of(record.response, "exercise")):
        return frozenset()
    done = _done(record)
    exercises = [library.exercises[one] for one in done if one in library.exercises]
    return frozenset(one.id for one in exercises if _may_stir(one)) or done


def _done(record: SessionRecord) -> frozenset[str]:
    return frozenset(str(entry.get("exercise")) for entry in record.done)


def _of_a_leg(hurt: Data, before: Data) -> bool:
    """Whether "this hurts" told of tingling, numbness, weakness, or of reaching further down."""
    further = any(above(value_of(hurt, leg), value_of(before, leg)) for leg in LEGS)
    return further or "neuro" in hurt_values(hurt)


def _may_stir(exercise: Exercise) -> bool:
    return expression(responses().suspect, LOAD_WORDS)(exercise_words(exercise))


def worse_in_legs(values: Data) -> set[str]:
    """The inputs that say that symptoms reached further down a leg than before."""
    return {
        f"distal_{leg}_{time}"
        for leg in LEGS
        for time in ("during", "after")
        if above(values[f"distal_{leg}_{time}"], values[f"distal_{leg}_before"])
    }


def above(now: Any, before: Any) -> bool:
    """Whether it is known to be more than before; an unknown before counts as nought."""
    return known(now) and bool(now > (before if known(before) else 0))


def _passing_tingling(values: Data) -> set[str]:
    return {"neuro"} if values["neuro"] in responses().neuro_of_one_exercise else set()


def _more_pain(values: Data) -> set[str]:
    names = ("pain_during", "pain_after")
    more = {name for name in names if above(values[name], values["pain_before"])}
    asked = {name for name in ASKED if values[name] != responses().nothing_wrong[name]}
    return more | asked | ({"settle_min"} if above(values["settle_min"], 0) else set())
