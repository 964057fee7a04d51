"""The parts of a report that say how it went: at a glance, pain, legs, function."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from statistics import fmean
from typing import Any

from psoas.body import Zone
from psoas.charts.chart import Chart
from psoas.charts.paper import on_paper
from psoas.plan.planning import planning
from psoas.plan.response_rules import load_rules
from psoas.progress.advice import Advice
from psoas.progress.days import Day
from psoas.progress.measures import Direction, MeasureChange, compare, measure
from psoas.progress.practised import practised
from psoas.progress.trend import Trend, is_it_helping, pain_told
from psoas.sharing.letters import printable
from psoas.sharing.report_record import ClinicianReport
from psoas.sharing.report_words import number, said, sentences, short_day, signed, words

LETTER = 23
"""The height of a chart's letters where it is 600 wide; two stand side by side."""
FONT = "'Libertinus Serif'"
LONGEST_THING = 70
WEEK = timedelta(days=7)

Row = tuple[str, ...]


def values(report: ClinicianReport) -> dict[str, Any]:
    """At a glance, the charts, and the table of function."""
    return {
        "glance": [printable(text) for text in glance(report)],
        "pain": _shown(report.pain, said("no_pain_told")),
        "reach": _shown(report.reach, said("no_reach_told")),
        "function": {
            "headings": words().columns["function"],
            "rows": [list(map(printable, row)) for row in function_rows(report)],
            "none": said("no_function"),
            "charts": [
                {**_shown(chart), "title": words().measures[measure]}
                for measure, chart in report.function.items()
            ],
        },
    }


def _shown(chart: Chart | None, nothing: str = "") -> dict[str, str]:
    """A chart for paper; where there is nothing to see, the sentence that says so."""
    if chart is None or not chart.rows:
        return {"svg": "", "alt": "", "sentence": nothing}
    return {
        "svg": on_paper(chart, LETTER, FONT),
        "alt": printable(f"{chart.title}. {chart.sentence}"),
        "sentence": printable(chart.sentence),
    }


def glance(report: ClinicianReport) -> Iterator[str]:
    """What a clinician should read if they read nothing else."""
    yield from (_see(one) for one in report.advice)
    trend = is_it_helping(pain_told(report.days), report.made_on)
    yield sentences((words().verdicts[trend.verdict], _compared(trend)))
    if recent := _recent(report):
        yield recent
    yield _practised(report)


def _see(advice: Advice) -> str:
    rule = {rule.id: rule for rule in load_rules().rules}.get(advice.rule)
    why = f"{rule.plain} ({rule.id})." if rule else words().see.get(advice.rule, advice.text)
    return said("see", when=planning().referral[advice.when], why=why)


def _compared(trend: Trend) -> str:
    """The two times that are compared, with how sure one can be of it."""
    change, before, now = trend.change, trend.before, trend.now
    if change is None or before is None or now is None:
        return said("few")
    points = number(abs(change.points))
    shown = {
        "now": number(now.mean),
        "before": number(before.mean),
        "days": trend.days,
        "low": signed(change.low),
        "high": signed(change.high),
        "matters": number(change.matters),
        "points": points,
        "way": said("lower" if change.points < 0 else "higher"),
    }
    told = said("compared_same" if points == "0" else "compared", **shown)
    return sentences((told, said("cause")))


def _recent(report: ClinicianReport) -> str:
    """Pain in the last seven days of the time told, and how far down the legs it reached."""
    last = [day for day in report.days if report.span.last - WEEK < day.on <= report.span.last]
    told = {
        "back": [day.back for day in last],
        "leg": [day.leg for day in last],
        "waking": [day.waking for day in last],
    }
    parts = [part for name, some in told.items() if (part := _of_week(said(name), some))]
    pains = said("recent", parts=", ".join(parts)) if parts else ""
    return sentences((pains, _furthest(last)))


def _of_week(name: str, told: Iterable[int | None]) -> str:
    known = [value for value in told if value is not None]
    if not known:
        return ""
    each = "recent_one" if min(known) == max(known) else "recent_part"
    ends = {"least": min(known), "most": max(known)}
    return said(each, name=name, mean=number(fmean(known)), **ends)


def _furthest(days: Sequence[Day]) -> str:
    left, right = ([d.left for d in days], [d.right for d in days])
    ends = [max((v for v in side if v is not None), default=None) for side in (left, right)]
    if ends == [None, None]:
        return ""
    zones = [words().head["none"].lower() if v is None else _zone(Zone(v)) for v in ends]
    return said("legs", left=zones[0], right=zones[1])


def _zone(zone: Zone) -> str:
    return words().zones[str(int(zone))]


def _practised(report: ClinicianReport) -> str:
    done = practised(report.days, report.span)
    if not done.days:
        return said("none_practised")
    return said("practised", days=done.days, of=done.of, minutes=max(1, round(done.minutes)))


def _courses(report: ClinicianReport) -> Iterator[tuple[str, list[tuple[date, float]]]]:
    """The totals of each measure up to the last day, earliest first."""
    last = report.span.last
    ratings = report.wanted.ratings_now
    yield "psfs", [(one.on, one.total) for one in ratings if one.on <= last]
    for form in ("rmdq", "odi"):
        yield form, [(t.on, t.total) for t in report.totals if t.measure == form and t.on <= last]


def function_rows(report: ClinicianReport) -> Iterator[Row]:
    """Each thing that is wanted back, their mean, and each form."""
    for thing in report.wanted.things:
        told = [(on, float(v)) for on, v in report.wanted.of(thing.id) if on <= report.span.last]
        name = said("thing", words=printable(thing.words, LONGEST_THING))
        if told:
            yield (name, _on(told[0]), *_change_alone(told))
        else:
            yield (name, *([words().head["none"].lower()] * 2), "", "")
    for identity, course in _courses(report):
        if course:
            yield _measured(identity, course)


def _measured(identity: str, told: Sequence[tuple[date, float]]) -> Row:
    name, matters = words().measures[identity], measure(identity).matters(told[0][1])
    if len(told) == 1:
        return (name, _on(told[0]), said("one_rating"), "", number(matters))
    change = compare(identity, told[0][1], told[-1][1])
    return (name, _on(told[0]), _on(told[-1]), _way(change.improved_by), _reached(change))


def _change_alone(told: Sequence[tuple[date, float]]) -> tuple[str, str, str]:
    """Of one thing alone no change that matters is published."""
    if len(told) == 1:
        return said("one_rating"), "", ""
    return _on(told[-1]), _way(told[-1][1] - told[0][1]), ""


def _on(told: tuple[date, float]) -> str:
    return said("on_day", value=number(told[1]), day=short_day(told[0]))


def _way(improved: float) -> str:
    size = number(abs(improved))
    return said("same") if size == "0" else said("better" if improved > 0 else "worse", by=size)


def _reached(change: MeasureChange) -> str:
    each = {
        Direction.BETTER: "matters_reached",
        Direction.WORSE: "matters_worse",
        Direction.LITTLE: "matters_missed",
    }
    return said(each[change.direction], points=number(change.matters))
