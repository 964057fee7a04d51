"""Every input of the response rules, from what is remembered. What nobody said is unknown."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any, TypeAlias

from psoas.library import Library, load
from psoas.plan.blame import LEGS
from psoas.plan.dose import at_floor, start_amount
from psoas.plan.limits import caps_for
from psoas.plan.memory import Learned, Memory, SessionRecord
from psoas.plan.respond import Decision, respond
from psoas.plan.response_data import Act, hurt_values, responses, value_of
from psoas.plan.response_history import person_values, programme_values
from psoas.plan.response_rules import load_rules
from psoas.plan.session_response import session_values, values_before
from psoas.plan.usual_mornings import morning_values

Data: TypeAlias = Mapping[str, Any]


def inputs_for(
    record: SessionRecord,
    exercise: str | None,
    memory: Memory,
    on: date,
    library: Library | None = None,
) -> dict[str, Any]:
    """The inputs for one exercise of a session, or for the session as a whole (None).

    `on` is the day of judging; the morning that counts is the one after the session.
    """
    library = library or load()
    values = {
        **programme_values(memory, on),
        **morning_values(memory, record.on + timedelta(days=1)),
        **person_values(memory, record.on),
        **session_values(record, exercise, library),
        "at_floor_dose": False,
        "good_streak": 0,
    }
    if exercise is None:
        return values
    values["at_floor_dose"] = _at_floor(exercise, memory, library)
    before = memory.learned.get(exercise, Learned()).good_streak
    return values | {"good_streak": before + 1 if was_good(values) else 0}


def was_good(values: Data) -> bool:
    """Whether a session by itself meets what progress asks, whatever the mornings and weeks."""
    asked = respond({**values, **responses().good_session})
    return any(rule.action == "progress" for rule in asked.fired)


def _at_floor(exercise: str, memory: Memory, library: Library) -> bool:
    known_exercise = library.exercises.get(exercise)
    if known_exercise is None:
        return False
    amount = memory.learned.get(exercise, Learned()).amount
    caps = caps_for(known_exercise, memory.person, library)
    start = start_amount(known_exercise, memory.person, caps)
    return at_floor(amount or start, known_exercise, library.caps)


def inputs_now(record: SessionRecord, hurt: Data, memory: Memory | None = None) -> dict[str, Any]:
    """The inputs that can speak in the middle of a session, when something hurts."""
    person = person_values(memory, record.on) if memory else {}
    return {
        **person,
        **values_before(record),
        "pain_during": value_of(hurt, "pain"),
        **{f"distal_{leg}_during": value_of(hurt, leg) for leg in LEGS},
        **hurt_values(hurt),
    }


def at_once(record: SessionRecord, hurt: Data, memory: Memory | None = None) -> Decision:
    """Decide on "this hurts" by the rules that speak of an exercise; without any: hold.

    With `memory`, what is known of the person counts too; without it that is unknown, which is
    read cautiously.
    """
    elsewhere = {rule.id for rule in load_rules().rules if rule.scope != "exercise"}
    return respond(inputs_now(record, hurt, memory), silent=elsewhere)


def act_for(decision: Decision, *, again: bool = False) -> Act:
    """What the player does on a decision at once, and what it says.

    `again`: the same exercise hurts a second time; then easing off is not enough, and it is left.
    """
    act = responses().acts[decision.decision]
    return responses().again if again and act.act == "ease" else act
