"""The findings as plain sentences, from the room's data files."""

from datetime import date

from psoas.progress.exercises import ExerciseFinding, exercise_rules
from psoas.progress.measures import MeasureChange, measure, measure_rules
from psoas.progress.trend import Trend
from psoas.progress.trend_rules import trend_rules


def number(value: float) -> str:
    """To a tenth, without a needless nought or a minus before nought: `3`, `-0.4`."""
    text = f"{round(value, 1) + 0.0:.1f}"
    return text.removesuffix(".0")


def day(on: date) -> str:
    """A day as it is said: `3 March 2026`."""
    return f"{on.day} {on:%B %Y}"


def trend_told(trend: Trend) -> tuple[str, str]:
    """The verdict in a word or two, and the sentence that says what it rests on."""
    rules = trend_rules()
    words = {
        "days": trend.days,
        **_interval(trend),
    }
    said = rules.sentences[trend.because].format(**words)
    return rules.verdicts[trend.verdict], f"{said}{_later(trend)}"


def _later(trend: Trend) -> str:
    """When it may be possible to say; nothing where it is possible now."""
    if trend.possible_on is None:
        return ""
    return " " + trend_rules().sentences["later"].format(date=day(trend.possible_on))


def _interval(trend: Trend) -> dict[str, str]:
    change = trend.change
    if change is None:
        return {}
    return {**_bounds(change.points, change.low, change.high), "matters": number(change.matters)}


def _bounds(points: float, low: float, high: float) -> dict[str, str]:
    """A change and its interval: once as higher or lower, once by size, the smaller end first."""
    least, most = sorted((abs(low), abs(high)))
    return {
        "change": number(abs(points)),
        "low": _side(low),
        "high": _side(high),
        "least": number(least),
        "most": number(most),
    }


def _side(value: float) -> str:
    """A change as it is said: `0.4 lower`."""
    size = number(abs(value))
    side = "lower" if value < 0 else "higher"
    return trend_rules().sides["same" if size == "0" else side].format(points=size)


def exercise_told(finding: ExerciseFinding) -> tuple[str, str]:
    """The verdict in a word or two, and the sentence that says what it rests on."""
    rules = exercise_rules()
    words = {
        "done": finding.done,
        "left_out": finding.left_out,
        "needed": rules.looking.least_done,
        **_exercise_interval(finding),
    }
    return rules.verdicts[finding.verdict], rules.sentences[finding.because].format(**words)


def _exercise_interval(finding: ExerciseFinding) -> dict[str, str]:
    if finding.change is None or finding.low is None or finding.high is None:
        return {}
    return _bounds(finding.change, finding.low, finding.high)


def measure_told(change: MeasureChange) -> str:
    """A sentence or two on how a measure stands."""
    sentences = measure_rules().sentences
    words = {
        "name": measure(change.measure).name,
        "before": number(change.before),
        "now": number(change.now),
        "matters": number(change.matters),
    }
    said = sentences[change.direction].format(**words)
    return f"{said} {sentences['unsure']}" if change.unsure else said


def not_a_cause() -> tuple[str, str]:
    """What to say beside the trend, and beside the exercises: how it went, not why."""
    return trend_rules().sentences["cause"], exercise_rules().sentences["cause"]
