"""A report for a clinician: two pages of what was told, done and decided, as a PDF.

Pure: the values come in, the bytes go out. The person's name is in it only where they give it.
"""

from datetime import datetime
from typing import Any

from psoas.sharing import report_course, report_done, report_person
from psoas.sharing.pdf import pdf
from psoas.sharing.report_record import REPORT_KINDS, ClinicianReport

__all__ = ["REPORT_KINDS", "ClinicianReport", "report_pdf", "report_values"]


def report_pdf(report: ClinicianReport, made_at: datetime) -> bytes:
    """The report as a PDF of two pages. Raises `NotInstalled`."""
    return pdf("report", report_values(report), made_at)


def report_values(report: ClinicianReport) -> dict[str, Any]:
    """What the pages say, as plain texts and pictures."""
    return {
        **report_person.values(report),
        **report_course.values(report),
        **report_done.values(report),
    }
