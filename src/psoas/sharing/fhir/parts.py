"""The small pieces that FHIR resources are made of, and the code systems they come from."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any, TypeAlias
from uuid import NAMESPACE_URL, uuid5

from psoas.sharing.plain import one_line

Json: TypeAlias = dict[str, Any]

LOINC = "http://loinc.org"
UCUM = "http://unitsofmeasure.org"
YES_NO = "http://terminology.hl7.org/CodeSystem/v2-0136"
ABSENT = "http://terminology.hl7.org/CodeSystem/data-absent-reason"
OBSERVATION_CATEGORY = "http://terminology.hl7.org/CodeSystem/observation-category"
ACHIEVEMENT = "http://terminology.hl7.org/CodeSystem/goal-achievement"
ACTIVITY_CODES = "http://hl7.org/fhir/us/physical-activity/CodeSystem/pa-temporary-codes"
"""Of the Physical Activity Implementation Guide 1.0; proposed for LOINC, not yet in it."""
OURS = "urn:psoas:codes"
"""What no code system has a code for, under its own name; never passed off as LOINC."""


def coding(system: str, code: str, display: str) -> Json:
    """One code of a system, with its words."""
    return {"system": system, "code": code, "display": display}


def concept(text: str, *codings: Json) -> Json:
    """What is meant, in words and in codes; words alone where there is no code."""
    told = one_line(text)
    return {**({"coding": list(codings)} if codings else {}), "text": told or "not said"}


def quantity(value: float, unit: str, code: str) -> Json:
    """A number with its unit, also as UCUM writes it."""
    return {"value": value, "unit": unit, "system": UCUM, "code": code}


def score(value: float) -> Json:
    """A number on a scale."""
    return quantity(value, "score", "{score}")


def moment(at: datetime) -> str:
    """A moment in universal time, to the second."""
    return at.astimezone(UTC).replace(microsecond=0).isoformat().replace("+00:00", "Z")


def day(on: date) -> str:
    """A day without a time."""
    return on.isoformat()


def identity(whose: str, *parts: str) -> str:
    """The id of one thing of a record: the same each time, and telling nothing."""
    return str(uuid5(NAMESPACE_URL, ":".join(("psoas", whose, *parts))))


def link(resource: Mapping[str, Any]) -> Json:
    """A reference to a resource of the same bundle."""
    return {"reference": f"urn:uuid:{resource['id']}"}


ACTIVITY = coding(ACTIVITY_CODES, "PhysicalActivity", "Physical Activity")
"""The category of everything about moving, as the guide wants it."""
