"""What a clinician's system reads: one FHIR R4 bundle (HL7 FHIR 4.0.1)."""

from psoas.sharing.fhir.bundle import bundle
from psoas.sharing.fhir.observations import KINDS
from psoas.sharing.fhir.record import FormTotal, HealthRecord, Rating, Wanted

__all__ = ["KINDS", "FormTotal", "HealthRecord", "Rating", "Wanted", "bundle"]
