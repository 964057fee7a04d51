"""What was noticed: pain, function, and the sessions that were done.

Sessions follow the Physical Activity Implementation Guide 1.0: a panel for each, with what was done
and for how long as its members.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any

from psoas.plan.events import Event, EventKind
from psoas.plan.told import number_told
from psoas.sharing.fhir.parts import (
    ACTIVITY,
    ACTIVITY_CODES,
    LOINC,
    OBSERVATION_CATEGORY,
    OURS,
    Json,
    coding,
    concept,
    day,
    link,
    moment,
    quantity,
    score,
)
from psoas.sharing.fhir.record import FormTotal, Wanted

PAIN = coding(LOINC, "72514-3", "Pain severity - 0-10 verbal numeric rating [Score] - Reported")
DURATION = coding(LOINC, "55411-3", "Exercise duration")
ACTIVITY_KIND = coding(LOINC, "73985-4", "Exercise activity")
PANEL = coding(ACTIVITY_CODES, "PAPanel", "Physical Activity Panel")
FUNCTION = coding(OURS, "patient-specific-function", "Patient-specific function, 0 to 10")
TOTAL = coding(OURS, "form-total", "Total of a clinician's form")
MOST_PAIN = 10
SURVEY = coding(OBSERVATION_CATEGORY, "survey", "Survey")
MOVING = coding(OBSERVATION_CATEGORY, "activity", "Activity")

Told = tuple[str, str, str]
"""The key in the event's data, when it was, and where it hurts (empty: not asked apart)."""

PAINS: Mapping[EventKind, tuple[Told, ...]] = {
    EventKind.CHECKED_IN: (
        ("back", "Back pain before a session", "Back"),
        ("leg", "Leg pain before a session", "Leg"),
    ),
    EventKind.RESPONDED: (
        ("during", "Worst pain in a session", ""),
        ("pain", "Pain after a session", ""),
    ),
    EventKind.MORNING: (("pain", "Pain on waking", ""),),
}

SESSION_KINDS = (EventKind.CHECKED_IN, EventKind.EXERCISE_DONE, EventKind.SESSION_ENDED)
"""A session begins with its check-in; the event of its start holds the whole plan."""
KINDS = tuple(dict.fromkeys((*PAINS, *SESSION_KINDS)))
"""The events of which observations are made."""

NewId = Callable[..., str]
"""Makes the id of a resource from what it is about."""


def pains(events: Iterable[Event], patient: Json, new_id: NewId) -> Iterator[Json]:
    """Every pain from 0 to 10 that was told; what nobody said is not there."""
    for event in events:
        for key, when, where in PAINS.get(event.kind, ()):
            told = number_told(event.data.get(key))
            if told is not None and told in range(MOST_PAIN + 1):
                yield {
                    **_observation(new_id("pain", event.id, key), patient, SURVEY),
                    "code": concept(when, PAIN),
                    "effectiveDateTime": moment(event.at),
                    **({"bodySite": concept(where)} if where else {}),
                    "valueQuantity": score(told),
                }


def function(wanted: Iterable[Wanted], patient: Json, new_id: NewId) -> Iterator[Json]:
    """How well each wanted thing went, each day it was rated; the last word of a day counts."""
    for one in wanted:
        for rating in {rating.on: rating for rating in one.ratings}.values():
            yield {
                **_observation(new_id("function", one.id, day(rating.on)), patient, SURVEY),
                "code": concept(one.activity, FUNCTION),
                "effectiveDateTime": day(rating.on),
                "valueQuantity": score(rating.score),
            }


def totals(given: Iterable[FormTotal], patient: Json, new_id: NewId) -> Iterator[Json]:
    """Totals of a clinician's own forms, by the name that was given."""
    for one in given:
        yield {
            **_observation(new_id("total", one.id), patient, SURVEY),
            "code": concept(one.form, TOTAL),
            "effectiveDateTime": day(one.on),
            "valueQuantity": score(one.total),
        }


def sessions(events: Iterable[Event], patient: Json, new_id: NewId) -> Iterator[Json]:
    """Each session in which anything was done: its panel and the members of it."""
    for session, told in _by_session(events).items():
        seconds = sum(_seconds(event) for event in told if event.kind is EventKind.EXERCISE_DONE)
        if seconds:
            yield from _panel(session, told, round(seconds / 60, 1), patient, new_id)


def _by_session(events: Iterable[Event]) -> dict[str, list[Event]]:
    found: dict[str, list[Event]] = {}
    for event in events:
        if event.kind in SESSION_KINDS:
            found.setdefault(str(event.data.get("session")), []).append(event)
    return found


def _seconds(event: Event) -> float:
    return float(event.data.get("seconds") or 0)


def _panel(
    session: str, told: list[Event], minutes: float, patient: Json, new_id: NewId
) -> Iterator[Json]:
    times = [event.at for event in told]
    when = {"effectivePeriod": {"start": moment(min(times)), "end": moment(max(times))}}
    duration = {
        **_moved(new_id("duration", session), patient, when),
        "code": concept("Minutes held or moved", DURATION),
        "valueQuantity": quantity(minutes, "min", "min"),
    }
    kind = {
        **_moved(new_id("activity", session), patient, when),
        "code": concept("What was done", ACTIVITY_KIND),
        "valueCodeableConcept": concept("Stretching and gentle movement"),
    }
    panel = {
        **_moved(new_id("session", session), patient, when),
        "code": concept("A session with Psoas", PANEL),
        "hasMember": [link(duration), link(kind)],
    }
    yield from (panel, duration, kind)


def _observation(identity: str, patient: Json, *categories: Json) -> Json:
    return {
        "resourceType": "Observation",
        "id": identity,
        "status": "final",
        "category": [{"coding": [category]} for category in categories],
        "subject": link(patient),
        "performer": [link(patient)],
    }


def _moved(identity: str, patient: Json, when: Mapping[str, Any]) -> Json:
    return {**_observation(identity, patient, MOVING, ACTIVITY), **when}


def earliest(events: Iterable[Event]) -> datetime | None:
    """When the first exercise of the record was done; None: there was none."""
    done = [event.at for event in events if event.kind is EventKind.EXERCISE_DONE]
    return min(done, default=None)
