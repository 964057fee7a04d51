"""Progress: is it helping, and what the days were like."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import Response
from starlette.exceptions import HTTPException

from psoas.library import Library
from psoas.messages import gettext as _
from psoas.plan.planning import planning
from psoas.practice import Practice
from psoas.practice.charting import exercise_name
from psoas.practice.looking import Function, Looked, Moment, looked
from psoas.progress.advice import Advice, report_ready
from psoas.progress.exercises import ExerciseFinding, GoesWith
from psoas.progress.ranges import Range
from psoas.progress.telling import day, exercise_told, measure_told, not_a_cause, trend_told
from psoas.web.charted import charted
from psoas.web.decided import decided
from psoas.web.render import page

router = APIRouter(prefix="/progress")


@router.get("")
def progress(request: Request) -> Response:
    """Everything of the time chosen; six weeks where none is."""
    practice: Practice = request.app.state.practice
    chosen = _range(request.query_params.get("range") or Range.SIX_WEEKS)
    seen = looked(practice, chosen)
    if seen.empty:
        return page(request, "progress.html", {"empty": True})
    return page(request, "progress.html", {"empty": False, **_shown(practice.library, seen)})


def _range(value: str) -> Range:
    try:
        return Range(value)
    except ValueError:
        sentence = _("Progress can’t show that time. Choose one of those it offers.")
        raise HTTPException(422, sentence) from None


def _range_name(chosen: Range) -> str:
    return {
        Range.TWO_WEEKS: _("2 weeks"),
        Range.SIX_WEEKS: _("6 weeks"),
        Range.ALL: _("All of it"),
    }[chosen]


def _shown(library: Library, seen: Looked) -> Mapping[str, Any]:
    verdict, sentence = trend_told(seen.trend)
    how_not_why, not_all_cause = not_a_cause()
    return {
        "ranges": [(one.value, _range_name(one), one is seen.range) for one in Range],
        "sign_first": seen.sign_first,
        "verdict": verdict,
        "look": seen.trend.verdict.value,
        "sentence": sentence,
        "how_not_why": how_not_why,
        "advice": _advice(seen.advice),
        "pain": charted(seen.pain),
        "reach": charted(seen.reach),
        "practised": charted(seen.practised),
        "minutes": charted(seen.minutes),
        "moments": [_moment(library, moment) for moment in seen.moments],
        "more_moments": seen.more_moments,
        "function": _function(seen.function, seen.on),
        "exercises": _exercises(library, seen, not_all_cause),
    }


def _advice(advice: Sequence[Advice]) -> Mapping[str, Any] | None:
    """The soonest of it names the time; a rule of the plan has its place on another page."""
    if not advice:
        return None
    return {
        "when": planning().referral.get(advice[0].when, advice[0].when),
        "report": report_ready(),
        "reasons": [
            {"text": one.text, "rule": "" if "." in one.rule else one.rule, "source": one.source}
            for one in advice
        ],
    }


def _moment(library: Library, moment: Moment) -> Mapping[str, Any]:
    return {
        "day": day(moment.on),
        "gist": list(_gist(moment)),
        "decisions": decided(library, moment.decisions),
        "notes": [note.words for note in moment.notes],
    }


def _gist(moment: Moment) -> Iterator[str]:
    """What happened, in a few words each."""
    if moment.flare_ended:
        yield _("a flare ended")
    if moment.flare_began:
        yield _("a flare began")
    if moment.eased:
        yield _("made easier")
    if moment.added:
        yield _("a little more")
    if moment.notes:
        yield _("you noted something")


def _function(function: Function, today: date) -> Mapping[str, Any]:
    wanted = function.wanted
    return {
        "things": [_thing(thing.words, wanted.of(thing.id)) for thing in wanted.things],
        "chart": charted(function.things) if function.things else None,
        "totals": [(chart.title, charted(chart)) for chart in function.totals],
        "changes": [measure_told(change) for change in function.changes],
        "due": function.next_on is not None and function.next_on <= today,
        "next": day(function.next_on) if function.next_on else "",
    }


def _thing(words: str, rated: Sequence[tuple[date, int]]) -> tuple[str, str]:
    """A thing in the person's words, and how well it goes."""
    if not rated:
        return words, _("not rated yet")
    first, now = rated[0][1], rated[-1][1]
    if len(rated) == 1:
        return words, _("{now} of 10").format(now=now)
    return words, _("{now} of 10, and {first} at first").format(now=now, first=first)


def _exercises(library: Library, seen: Looked, cause: str) -> Mapping[str, Any]:
    told = [one for one in seen.findings if one.verdict is not GoesWith.CANT_TELL]
    silent = [one for one in seen.findings if one.verdict is GoesWith.CANT_TELL]
    return {
        "told": [_finding(library, one) for one in told],
        "silent": [_finding(library, one) for one in silent],
        "chart": charted(seen.differences) if seen.differences.rows else None,
        "cause": cause,
    }


def _finding(library: Library, finding: ExerciseFinding) -> Mapping[str, str]:
    verdict, sentence = exercise_told(finding)
    return {
        "id": finding.exercise if finding.exercise in library.exercises else "",
        "name": exercise_name(library, finding.exercise),
        "verdict": verdict,
        "sentence": sentence,
    }
