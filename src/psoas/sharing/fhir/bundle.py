"""One bundle with all of it, each reference pointing to a resource inside."""

from collections.abc import Iterator
from datetime import datetime
from functools import partial

from psoas import __version__
from psoas.sharing.fhir import check, observations
from psoas.sharing.fhir.parts import Json, identity, moment
from psoas.sharing.fhir.planning import care_plan, goals
from psoas.sharing.fhir.record import HealthRecord
from psoas.sharing.plain import one_line


def bundle(record: HealthRecord, made_at: datetime) -> Json:
    """The record as a FHIR R4 Bundle of type collection, as plain JSON values.

    `made_at` is the present time with its zone. The same record gives the same ids each time, so
    that a system which reads it twice can tell; they hold nothing of the person.
    """
    return {
        "resourceType": "Bundle",
        "id": identity(record.whose, "bundle", moment(made_at)),
        "type": "collection",
        "timestamp": moment(made_at),
        "entry": [
            {"fullUrl": f"urn:uuid:{resource['id']}", "resource": resource}
            for resource in _resources(record)
        ],
    }


def _resources(record: HealthRecord) -> Iterator[Json]:
    new_id = partial(identity, record.whose)
    patient = _patient(record, new_id("patient"))
    device = _psoas(new_id("psoas"))
    yield from (patient, device)
    if record.answers is not None:
        asked = check.questionnaire(new_id("questionnaire"))
        yield asked
        yield check.response(new_id("response"), asked, record.answers, record.clearance, patient)
    yield from observations.pains(record.events, patient, new_id)
    yield from observations.function(record.wanted, patient, new_id)
    yield from observations.totals(record.totals, patient, new_id)
    yield from observations.sessions(record.events, patient, new_id)
    aims = list(goals(record, patient, new_id))
    yield from aims
    since = observations.earliest(record.events)
    yield care_plan(record, patient, device, aims, since, new_id)


def _psoas(own: str) -> Json:
    """The program that made the plan."""
    return {
        "resourceType": "Device",
        "id": own,
        "deviceName": [{"name": "Psoas", "type": "user-friendly-name"}],
        "version": [{"value": __version__}],
        "type": {"text": "Companion for gentle movement (software)"},
    }


def _patient(record: HealthRecord, own: str) -> Json:
    """Whose record it is: without a name, a birthday or an address unless a name was given."""
    name = one_line(record.name)
    return {"resourceType": "Patient", "id": own, **({"name": [{"text": name}]} if name else {})}
