"""The charts of a person's days: for the page of progress, History and the report alike."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from psoas.charts.chart import Chart, Line, Step, Timeline
from psoas.charts.effects import Difference, effects_chart
from psoas.charts.function import Totals, totals_chart
from psoas.charts.minutes import minutes_chart
from psoas.charts.pain import Days, pain_chart, pain_line
from psoas.charts.practised import practised_chart
from psoas.charts.reach import reach_chart
from psoas.charts.words import words
from psoas.library import Library
from psoas.practice.history import Pain, PastDecision
from psoas.progress.days import Day
from psoas.progress.exercises import ExerciseFinding
from psoas.progress.measures import measure
from psoas.progress.practised import minutes_by_ladder
from psoas.progress.ranges import Span, series
from psoas.progress.reach import reach_change, reach_strip
from psoas.progress.wanted import GivenTotal, WantedBack

UNCHANGED = "hold"
"""The decision that changes nothing."""
A_LITTLE_MORE = "progress"
"""The decision that adds a little; all others but these two make something easier."""


def timeline(span: Span, since: date | None = None) -> Timeline:
    """The days of a span as columns: a day, a week or a month each; `since`: when it began."""
    step = Step(span.step.value)
    first = max(span.first, since or span.first)
    return Timeline(starts=span.starts(), last=span.last, step=step, since=first)


def pain_told_in(
    span: Span, kinds: Mapping[str, Iterable[tuple[date, float | None]]]
) -> tuple[Line, ...]:
    """Lines by what they are (see `charts.pain`), the mean of what each column holds."""
    return tuple(
        pain_line(kind, {point.on: point.mean for point in series(told, span)})
        for kind, told in kinds.items()
    )


def pain_over_time(
    days: Sequence[Day], span: Span, flares: Sequence[Days], decisions: Sequence[PastDecision]
) -> Chart:
    """Pain before and after sessions and on waking; flares, and where Psoas changed something."""
    lines = pain_told_in(
        span,
        {
            "before": [(day.on, day.pain) for day in days],
            "after": [(day.on, day.after) for day in days],
            "waking": [(day.on, day.waking) for day in days],
        },
    )
    more = [one.on for one in decisions if one.decision == A_LITTLE_MORE]
    eased = [one.on for one in decisions if one.decision not in (UNCHANGED, A_LITTLE_MORE)]
    return pain_chart(timeline(span), lines, flares, eased, more)


def pain_of_check_ins(told: Sequence[Pain], span: Span, flares: Sequence[Days]) -> Chart:
    """Pain in the back and in the leg at check-in, and on waking."""
    lines = pain_told_in(
        span,
        {
            "back": [(pain.on, pain.back) for pain in told],
            "leg": [(pain.on, pain.leg) for pain in told],
            "waking": [(pain.on, pain.waking) for pain in told],
        },
    )
    return pain_chart(timeline(span), lines, flares)


def reach_over_time(days: Sequence[Day], span: Span) -> Chart:
    """How far down each leg it reached."""
    strip = reach_strip(days, span)
    left = {one.on: int(one.left) for one in strip if one.left is not None}
    right = {one.on: int(one.right) for one in strip if one.right is not None}
    return reach_chart(timeline(span), left, right, reach_change(days, span).value)


def days_practised(days: Sequence[Day], span: Span) -> Chart:
    """On which days something was done."""
    began = min((day.on for day in days), default=None)
    return practised_chart(timeline(span, began), {day.on for day in days if day.seconds})


def minutes_practised(days: Sequence[Day], library: Library, span: Span) -> Chart:
    """Minutes by ladder, the one with most minutes first."""
    goals = [
        (_goal(library, one.ladder), one.minutes) for one in minutes_by_ladder(days, library, span)
    ]
    return minutes_chart([(name, minutes) for name, minutes in goals if minutes])


def _goal(library: Library, ladder: str) -> str:
    known = library.ladders.get(ladder)
    return known.name if known else words().headings["own"]


def things_over_time(wanted: WantedBack, today: date) -> Chart | None:
    """How well the things of now go, all together; None where they were never rated.

    Of earlier ratings only those of the same things: another mean says nothing of these.
    """
    ratings = wanted.ratings_now
    told = [
        (one.on, one.total) for one in ratings if one.things.keys() == ratings[-1].things.keys()
    ]
    return _totals("psfs", told, today) if told else None


def totals_over_time(totals: Sequence[GivenTotal], today: date) -> tuple[Chart, ...]:
    """A chart for each form of which a total was given."""
    by_form: dict[str, list[tuple[date, float]]] = {}
    for one in totals:
        by_form.setdefault(one.measure, []).append((one.on, one.total))
    return tuple(_totals(form, told, today) for form, told in by_form.items())


def _totals(identity: str, told: Sequence[tuple[date, float]], today: date) -> Chart:
    known = measure(identity)
    totals = Totals(
        name=known.name,
        least=known.least,
        most=known.most,
        more_is_better=known.more_is_better,
        matters=known.matters(told[0][1]),
        told=told,
    )
    first = min(told)[0]
    return totals_chart(totals, first, max(today, max(told)[0]), name=identity)


def differences(findings: Sequence[ExerciseFinding], library: Library) -> Chart:
    """The likely range of each exercise that could be compared; those that speak come first."""
    compared = [
        Difference(
            exercise=exercise_name(library, one.exercise),
            points=one.change,
            low=one.low,
            high=one.high,
            verdict=one.verdict.value,
        )
        for one in findings
        if one.change is not None and one.low is not None and one.high is not None
    ]
    return effects_chart(sorted(compared, key=lambda one: (one.verdict == "cant_tell", one.points)))


def exercise_name(library: Library, identity: str) -> str:
    """The name of an exercise; one that the library no longer has keeps its id."""
    known = library.exercises.get(identity)
    return known.name if known else identity.replace("_", " ")
