"""What a report and a sheet need of one person's practice, gathered from the diary."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from psoas.charts.chart import Chart
from psoas.charts.pain import pain_chart
from psoas.drawing.gallery import Gallery
from psoas.plan.events import Event, EventKind
from psoas.practice import charting
from psoas.practice.history import decisions_of, flares_of
from psoas.practice.practice import Practice
from psoas.practice.standing import Standing
from psoas.progress.advice import advice
from psoas.progress.days import Day, days_of
from psoas.progress.exercises import exercise_rules
from psoas.progress.ranges import Range, Span, span_of
from psoas.progress.trend import is_it_helping, pain_told
from psoas.progress.wanted import (
    TOTAL_KINDS,
    WANTED_KINDS,
    GivenTotal,
    WantedBack,
    total_changes,
    totals_of,
    wanted_of,
)
from psoas.safety.schedule import CheckKind
from psoas.sharing.report_record import FLARE_KINDS, REPORT_KINDS, ClinicianReport
from psoas.sharing.sheet import Sheet, sheet_of

USUAL_RANGE = Range.SIX_WEEKS


def report_of(
    practice: Practice,
    chosen: Range = USUAL_RANGE,
    since: date | None = None,
    name: str = "",
) -> ClinicianReport:
    """The report as it stands now: of a range that ends today, or of all days since one.

    `name` is the person's own, where they want it in this report; it is not kept.
    """
    standing = practice.standing()
    span = _span(standing, chosen, since)
    events = [*_read(practice, span), *standing.decided]
    days = days_of(events)
    wanted = wanted_of(practice.happened(WANTED_KINDS))
    totals = totals_of(practice.happened(TOTAL_KINDS))
    trend = is_it_helping(pain_told(days), standing.on)
    return ClinicianReport(
        made_on=standing.on,
        span=span,
        since=standing.memory.first_session,
        person=standing.person,
        clearance=standing.clearance,
        checked_on=standing.memory.full_check_on,
        library=practice.library,
        events=events,
        pain=_pain(days, span, events),
        reach=charting.reach_over_time(days, span),
        function=_function(wanted, totals, standing.on),
        cleared=standing.memory.cleared,
        advice=advice(standing.memory, trend, standing.on, _rmdq_change(totals)),
        wanted=wanted,
        totals=totals,
        name=name,
    )


def _span(standing: Standing, chosen: Range, since: date | None) -> Span:
    """The days to tell; none before the first of which anything was told."""
    memory, today = standing.memory, standing.on
    told = [day for day in (memory.first_check_in, memory.first_session) if day]
    first = min(told, default=today)
    wished = span_of(chosen, first, today).first if since is None else since
    return Span(first=min(max(wished, first), today), last=today)


def _read(practice: Practice, span: Span) -> list[Event]:
    """What is told, and before it what is compared with: mornings, flares, pain at check-in."""
    compared = span.last - timedelta(days=exercise_rules().looking.latest_days + 1)
    since = min(compared, span.first)
    before = since - timedelta(days=1)
    earlier = practice.happened([EventKind.CHECKED_IN, *FLARE_KINDS], until=before)
    return [*earlier, *practice.happened(REPORT_KINDS, since)]


def _pain(days: Sequence[Day], span: Span, events: Sequence[Event]) -> Chart:
    """Back and leg apart, as clinicians look at them, and on waking."""
    lines = charting.pain_told_in(
        span,
        {
            "back": [(day.on, day.back) for day in days],
            "leg": [(day.on, day.leg) for day in days],
            "waking": [(day.on, day.waking) for day in days],
        },
    )
    decided = decisions_of(events)
    usual = (charting.UNCHANGED, charting.A_LITTLE_MORE)
    return pain_chart(
        charting.timeline(span),
        lines,
        flares_of([event for event in events if event.kind in FLARE_KINDS], span.last),
        eased=[one.on for one in decided if one.decision not in usual],
        more=[one.on for one in decided if one.decision == charting.A_LITTLE_MORE],
    )


def _function(wanted: WantedBack, totals: Sequence[GivenTotal], today: date) -> Mapping[str, Chart]:
    """What is wanted back, and the form with most totals, where there is more than one."""
    things = charting.things_over_time(wanted, today)
    forms = dict.fromkeys(total.measure for total in totals)
    courses = dict(zip(forms, charting.totals_over_time(totals, today), strict=True))
    most = sorted(courses.items(), key=lambda course: len(course[1].rows), reverse=True)
    shown = {**({"psfs": things} if things else {}), **dict(most[:1])}
    return {measure: chart for measure, chart in shown.items() if len(chart.rows) > 1}


def _rmdq_change(totals: Sequence[GivenTotal]) -> float | None:
    """How much higher, and so worse, the latest Roland-Morris total is than the first."""
    changes = {change.measure: change.now - change.before for change in total_changes(totals)}
    return changes.get("rmdq")


def todays_sheet(practice: Practice, gallery: Gallery, options: Mapping[str, Any]) -> Sheet:
    """The sheet of today's session, or of a routine as it becomes for the person today.

    `options` as `Practice.today` takes them. While the safety check is due, or nothing may be
    started, the sheet says so and lists no exercise.
    """
    standing = practice.standing()
    return sheet_of(
        practice.today(standing, **options),
        practice.library,
        gallery,
        practice.setting("country", ""),
        check_first=standing.check.kind is CheckKind.FULL,
    )
