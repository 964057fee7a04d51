"""What was told of one session, as inputs of the response rules. What nobody said is unknown."""

from collections.abc import Iterable, Mapping, Sequence
from statistics import fmean
from typing import Any, TypeAlias

from psoas.knowledge import UNKNOWN, known
from psoas.library import Library
from psoas.plan.blame import ASKED, LEGS, above, as_put_down, worse_in_legs
from psoas.plan.memory import SessionRecord
from psoas.plan.response_data import hurt_values, responses, value_of
from psoas.plan.response_history import red_flag_of
from psoas.plan.response_rules import load_rules

Data: TypeAlias = Mapping[str, Any]


def session_values(record: SessionRecord, exercise: str | None, library: Library) -> dict[str, Any]:
    """What was told of one exercise of a session, or of the session as a whole (None)."""
    hurts = [hurt for hurt in record.hurts if exercise in (None, hurt.get("exercise"))]
    values = {
        **values_before(record),
        **_during(record, hurts),
        **_after(record),
        "red_flag": red_flag_of(record.plan),
        "form_loss": _form_loss(record, exercise),
        "completed": _completed(record, exercise),
    }
    values |= _asked_if_wrong(record, hurts, values)
    return values if exercise is None else as_put_down(values, exercise, record, library)


def _worst(values: Iterable[Any]) -> Any:
    return max((value for value in values if known(value)), default=UNKNOWN)


def values_before(record: SessionRecord) -> dict[str, Any]:
    """What was told at the check-in; the worse of back and leg counts."""
    check = record.check_in
    return {
        "pain_before": _worst([value_of(check, "back"), value_of(check, "leg")]),
        "analgesic_4h": value_of(check, "painkiller"),
        **{f"distal_{leg}_before": value_of(check, leg) for leg in LEGS},
    }


def _during(record: SessionRecord, hurts: Sequence[Data]) -> dict[str, Any]:
    told, silence = record.response, UNKNOWN if _nothing_told(record) else None
    meant = [hurt_values(hurt) for hurt in hurts]
    dizzy = [each["dizzy"] for each in meant if "dizzy" in each]
    chest = any("chest_pain" in each for each in meant)
    return {
        "pain_during": _worst([value_of(told, "during"), *(value_of(h, "pain") for h in hurts)]),
        **{
            f"distal_{leg}_during": _worst(
                [value_of(told, f"{leg}_during"), *(value_of(hurt, leg) for hurt in hurts)]
            )
            for leg in LEGS
        },
        "neuro": _neuro(record, meant),
        "dizzy": _severest("dizzy", dizzy) if dizzy else silence or "none",
        "chest_pain": chest or silence or False,
    }


def _nothing_told(record: SessionRecord) -> bool:
    """Without an ending and without an answer, silence doesn't mean that all was well."""
    return record.ended is None and record.response is None


def _severest(name: str, words: list[str]) -> str:
    """The word that comes last in the rules' list of what may be said; the mildest first."""
    order = next(each.words for each in load_rules().inputs if each.name == name)
    return max(words, key=order.index)


def _neuro(record: SessionRecord, meant: Sequence[Data]) -> Any:
    """The worst numbness or weakness that was told; its kind, once told, counts."""
    told = [value_of(record.response, "neuro"), value_of(record.settled, "neuro")]
    order = responses().neuro
    felt = {word for word in [*told, *(each.get("neuro") for each in meant)] if word in order}
    if felt & {"weakness_minor", "weakness_major"}:
        felt.discard("weakness")
    return max(felt, key=order.index) if felt else told[0]


def _after(record: SessionRecord) -> dict[str, Any]:
    told = record.response
    return {
        "pain_after": value_of(told, "pain"),
        **{f"distal_{leg}_after": value_of(told, leg) for leg in LEGS},
        "settle_min": _settle_minutes(record),
    }


def _settle_minutes(record: SessionRecord) -> Any:
    """Minutes until it settled; 0 where nothing had risen."""
    minutes = value_of(record.settled, "minutes")
    if known(minutes):
        return minutes
    before = values_before(record)["pain_before"]
    told = [value_of(record.response, "during"), value_of(record.response, "pain"), before]
    pains = [*told, *(value_of(hurt, "pain") for hurt in record.hurts)]
    return 0 if all(map(known, pains)) and max(pains) <= before else UNKNOWN


def _done(record: SessionRecord, exercise: str | None) -> Sequence[Data]:
    return [entry for entry in record.done if exercise in (None, entry.get("exercise"))]


def _form_loss(record: SessionRecord, exercise: str | None) -> Any:
    """Per cent outside the position, where a camera watched; 0 where none did."""
    return max((entry.get("form_loss") or 0 for entry in _done(record, exercise)), default=0)


def _completed(record: SessionRecord, exercise: str | None) -> Any:
    """Per cent of the dose that was done, over all sides that were planned."""
    if exercise is None:
        return value_of(record.ended, "completed")
    best = dict.fromkeys(_planned_sides(record, exercise), 0)
    for entry in _done(record, exercise):
        side = str(entry.get("side"))
        best[side] = max(best.get(side, 0), entry.get("completed") or 0)
    return fmean(best.values()) if best else UNKNOWN


def _planned_sides(record: SessionRecord, exercise: str) -> list[str]:
    steps = [s for s in record.plan.get("steps", ()) if s.get("exercise") == exercise]
    return [side for step in steps for side in step.get("sides", ())]


def _asked_if_wrong(record: SessionRecord, hurts: Sequence[Data], values: Data) -> dict[str, Any]:
    """Effort, sensation and why it stopped: asked only where something was said to be wrong."""
    good = responses().nothing_wrong
    wrong = bool(hurts) or _said_to_be_wrong(record, values)
    meant = {name: value for hurt in hurts for name, value in hurt_values(hurt).items()}
    told = {
        name: _first_known([meant.get(name), value_of(record.response, name)], wrong, good[name])
        for name in ASKED
    }
    short = not known(values["completed"]) or values["completed"] < 90
    return {**told, "why_stopped": value_of(record.ended, "why") if short else "none"}


def _first_known(told: list[Any], wrong: bool, good: Any) -> Any:
    said = [value for value in told if value is not None and known(value)]
    return said[0] if said else UNKNOWN if wrong else good


def _said_to_be_wrong(record: SessionRecord, values: Data) -> bool:
    """Also where nobody answered: silence is not "all was well"."""
    if record.response is None or values["neuro"] != "none":
        return True
    worse_pain = above(values["pain_during"], max(2, _or_nought(values["pain_before"])))
    return worse_pain or bool(worse_in_legs(values))


def _or_nought(value: Any) -> Any:
    return value if known(value) else 0
