"""What the page of progress shows: whether it helps, and what the days were like.

It reads no more of the diary than the time shown needs, and what the answers look back on.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from psoas.charts.chart import Chart
from psoas.plan.events import EventKind
from psoas.practice import charting
from psoas.practice.history import (
    FLARE_KINDS,
    PastDecision,
    decisions_of,
    flares_of,
)
from psoas.practice.history import Span as Flare
from psoas.practice.practice import Practice
from psoas.practice.standing import Standing
from psoas.progress.advice import Advice, advice
from psoas.progress.days import DAY_KINDS, Day, days_of
from psoas.progress.exercises import ExerciseFinding, exercise_rules, exercises_and_mornings
from psoas.progress.measures import MeasureChange
from psoas.progress.ranges import Range, Span, span_of
from psoas.progress.trend import Trend, is_it_helping, pain_told
from psoas.progress.wanted import (
    NOTE_KINDS,
    TOTAL_KINDS,
    WANTED_KINDS,
    GivenTotal,
    WantedBack,
    WrittenNote,
    notes_of,
    total_changes,
    totals_of,
    wanted_of,
)

MOST_MOMENTS = 30
"""Days on the time line; what was before stands in History."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """What happened on one day, besides practice."""

    on: date
    decisions: tuple[PastDecision, ...] = ()
    """Those that changed something."""
    flare_began: bool = False
    flare_ended: bool = False
    notes: tuple[WrittenNote, ...] = ()

    @property
    def added(self) -> bool:
        """Whether Psoas added a little to something."""
        return any(one.decision == charting.A_LITTLE_MORE for one in self.decisions)

    @property
    def eased(self) -> bool:
        """Whether it made something easier, or left it out."""
        return any(one.decision != charting.A_LITTLE_MORE for one in self.decisions)


@dataclass(frozen=True, slots=True, kw_only=True)
class Function:
    """How well the things go that are wanted back, and totals of forms."""

    wanted: WantedBack
    things: Chart | None
    totals: tuple[Chart, ...]
    changes: tuple[MeasureChange, ...]
    """Each measure's latest total against its first, where there are two."""
    next_on: date | None
    """When the things may be rated; None where nothing is wanted back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """Everything that the page shows."""

    on: date
    range: Range
    span: Span
    empty: bool
    """Nothing was told yet."""
    sign_first: bool
    """A danger sign closes everything until someone has looked."""
    trend: Trend
    advice: tuple[Advice, ...]
    pain: Chart
    reach: Chart
    practised: Chart
    minutes: Chart
    moments: tuple[Moment, ...]
    """The latest first."""
    more_moments: bool
    """There were more than are listed."""
    function: Function
    findings: tuple[ExerciseFinding, ...]
    differences: Chart


def looked(practice: Practice, chosen: Range = Range.SIX_WEEKS) -> Looked:
    """What there is to see at this moment, in the time chosen."""
    standing = practice.standing()
    today = standing.on
    days = _days(practice, chosen, today)
    span = _span(chosen, days, today)
    flares = flares_of(practice.happened(FLARE_KINDS), today)
    decisions = _decisions(practice, standing, span)
    notes = notes_of(practice.happened(NOTE_KINDS))
    totals = totals_of(practice.happened(TOTAL_KINDS))
    function = _function(wanted_of(practice.happened(WANTED_KINDS)), totals, today)
    moments = _moments(span, decisions, flares, notes, standing)
    trend = is_it_helping(pain_told(days), today)
    findings = exercises_and_mornings(days, today)
    return Looked(
        on=today,
        range=chosen,
        span=span,
        empty=not (days or notes or totals or function.wanted.things),
        sign_first=not (standing.new or standing.may_move),
        trend=trend,
        advice=advice(standing.memory, trend, today, _rmdq_change(totals)),
        pain=charting.pain_over_time(days, span, flares, decisions),
        reach=charting.reach_over_time(days, span),
        practised=charting.days_practised(days, span),
        minutes=charting.minutes_practised(days, practice.library, span),
        moments=moments[:MOST_MOMENTS],
        more_moments=len(moments) > MOST_MOMENTS,
        function=function,
        findings=findings,
        differences=charting.differences(findings, practice.library),
    )


def _days(practice: Practice, chosen: Range, today: date) -> tuple[Day, ...]:
    """The days shown and compared; of earlier ones only the pain that the trend looks back on."""
    if chosen is Range.ALL:
        return days_of(practice.happened(DAY_KINDS))
    compared = today - timedelta(days=exercise_rules().looking.latest_days + 1)
    since = min(compared, span_of(chosen, None, today).first)
    earlier = practice.happened([EventKind.CHECKED_IN], until=since - timedelta(days=1))
    return days_of([*earlier, *practice.happened(DAY_KINDS, since)])


def _span(chosen: Range, days: Sequence[Day], today: date) -> Span:
    """The time chosen; of a young diary no more than there is of it, but two weeks at least."""
    first = days[0].on if days else today
    begun = min(first, span_of(Range.TWO_WEEKS, None, today).first)
    span = span_of(chosen, begun, today)
    return Span(first=max(begun, span.first), last=today)


def _decisions(practice: Practice, standing: Standing, span: Span) -> tuple[PastDecision, ...]:
    """What changed something in a span, the latest first; not yet stored decisions too."""
    stored = practice.happened(
        [EventKind.DECIDED], since=span.first, unless={"decision": charting.UNCHANGED}
    )
    found = decisions_of([*stored, *standing.decided])
    return tuple(one for one in found if one.decision != charting.UNCHANGED and span.holds(one.on))


def _moments(
    span: Span,
    decisions: Iterable[PastDecision],
    flares: Sequence[Flare],
    notes: Iterable[WrittenNote],
    standing: Standing,
) -> tuple[Moment, ...]:
    """Everything of a span by day, the latest first."""
    decided: dict[date, list[PastDecision]] = {}
    for decision in decisions:
        decided.setdefault(decision.on, []).append(decision)
    noted: dict[date, list[WrittenNote]] = {}
    for note in notes:
        noted.setdefault(note.on, []).append(note)
    began = {first for first, _last in flares}
    over = flares[:-1] if standing.flare else flares
    ended = {last for _first, last in over}
    days = sorted({*decided, *noted, *began, *ended}, reverse=True)
    return tuple(
        Moment(
            on=on,
            decisions=tuple(decided.get(on, ())),
            flare_began=on in began,
            flare_ended=on in ended,
            notes=tuple(noted.get(on, ())),
        )
        for on in days
        if span.holds(on)
    )


def _function(wanted: WantedBack, totals: Sequence[GivenTotal], today: date) -> Function:
    things = wanted.change
    return Function(
        wanted=wanted,
        things=charting.things_over_time(wanted, today),
        totals=charting.totals_over_time(totals, today),
        changes=(*([things] if things else []), *total_changes(totals)),
        next_on=wanted.next_on(today),
    )


def _rmdq_change(totals: Iterable[GivenTotal]) -> float | None:
    """How much higher, and so worse, the latest Roland-Morris total is than the first."""
    told = [one.total for one in totals if one.measure == "rmdq"]
    return told[-1] - told[0] if len(told) > 1 else None
