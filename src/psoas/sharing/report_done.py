"""The parts of a report that say what was done, how it responded, and what was decided."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from statistics import fmean
from typing import Any

from psoas.library import Library
from psoas.plan.events import Event, EventKind
from psoas.plan.response_rules import Rule, load_rules
from psoas.plan.told import worse_told
from psoas.progress.exercises import ExerciseFinding, GoesWith, exercises_and_mornings
from psoas.sharing.letters import printable
from psoas.sharing.report_events import UNCHANGED, Decided, decisions, flares, going_on, of_kind
from psoas.sharing.report_record import ClinicianReport
from psoas.sharing.report_words import counted, number, said, short_day, some, words

MOST_ROWS = 30
LONGEST_NAME = 60
LONGEST_CELL = 320
MOST_NAMES = 3
MOST_FLARES = 3
MOST_RULES = 2


def values(report: ClinicianReport) -> dict[str, Any]:
    """What was done, responses, decisions."""
    done, decided = done_rows(report), decisions(report)
    changed = [one for one in decided if one.decision != UNCHANGED]
    rows = [_decision_row(one, report.library) for one in changed]
    return {
        "done": {
            "lead": _sessions(report),
            "headings": words().columns["done"],
            "rows": _printed(done[:MOST_ROWS]),
            "count": len(done),
        },
        "responses": [printable(text, LONGEST_CELL) for text in responses(report)],
        "decisions": {
            "lead": _held(decided, bool(changed)),
            "headings": words().columns["decisions"],
            "rows": _printed(rows[:MOST_ROWS]),
            "count": len(rows),
        },
    }


def _printed(rows: Sequence[Sequence[str]]) -> list[list[str]]:
    return [[printable(cell, LONGEST_CELL) for cell in row] for row in rows]


def named(library: Library, identity: str) -> str:
    """An exercise by its name; one of a page of the person's own that is gone has none."""
    known = library.exercises.get(identity)
    return printable(known.name if known else said("page_of_own"), LONGEST_NAME)


def _sessions(report: ClinicianReport) -> str:
    practised = {_session(event) for event in of_kind(report, EventKind.EXERCISE_DONE)}
    ended = of_kind(report, EventKind.SESSION_ENDED)
    finished = {_session(event) for event in ended if event.data.get("completed") == 100}
    if not practised:
        return said("none_practised")
    count, whole = len(practised), len(practised & finished)
    return counted("one_session", "sessions", count, completed=whole)


def done_rows(report: ClinicianReport) -> list[tuple[str, ...]]:
    """Each exercise with its days, minutes, how often skipped, how often it hurt; most first."""
    days: dict[str, set[object]] = {}
    seconds: dict[str, float] = {}
    for event in of_kind(report, EventKind.EXERCISE_DONE):
        exercise = str(event.data.get("exercise"))
        days.setdefault(exercise, set()).add(event.on)
        held = float(event.data.get("seconds") or 0)
        seconds[exercise] = seconds.get(exercise, 0.0) + held
    skipped = _by_exercise(report, EventKind.EXERCISE_SKIPPED)
    hurt = _by_exercise(report, EventKind.HURT)
    told = dict.fromkeys((*days, *skipped, *hurt))
    ordered = sorted(told, key=lambda one: (-len(days.get(one, ())), -seconds.get(one, 0.0), one))
    return [
        (
            named(report.library, one),
            str(len(days.get(one, ()))),
            number(round(seconds.get(one, 0.0) / 60)),
            str(skipped[one] or ""),
            str(hurt[one] or ""),
        )
        for one in ordered
    ]


def _by_exercise(report: ClinicianReport, kind: EventKind) -> Counter[str]:
    return Counter(str(event.data.get("exercise")) for event in of_kind(report, kind))


def responses(report: ClinicianReport) -> Iterator[str]:
    """Pain in sessions, what hurt, flares, new signs of nerves, painkillers, and mornings after."""
    if course := _course(report):
        yield course
    yield _hurts(report)
    yield _flares(report)
    yield from _nerves(report)
    yield _painkillers(report)
    yield from _mornings(report)


def _course(report: ClinicianReport) -> str:
    """Means of the sessions that tell of all three: before, the worst in it, and after."""
    before = {
        _session(event): worse_told(event.data.get("back"), event.data.get("leg"))
        for event in of_kind(report, EventKind.CHECKED_IN)
    }
    told = [
        (before.get(_session(event)), _pain(event, "during"), _pain(event, "pain"))
        for event in of_kind(report, EventKind.RESPONDED)
    ]
    whole = [(a, b, c) for a, b, c in told if a is not None and b is not None and c is not None]
    if not whole:
        return ""
    start, during, after = (number(fmean(each)) for each in zip(*whole, strict=True))
    return said("after", before=start, during=during, after=after, count=len(whole))


def _pain(event: Event, name: str) -> int | None:
    return worse_told(event.data.get(name))


def _session(event: Event) -> str:
    return str(event.data.get("session"))


def _hurts(report: ClinicianReport) -> str:
    hurts = [str(event.data.get("what") or "other") for event in of_kind(report, EventKind.HURT)]
    if not hurts:
        return said("no_hurts")
    kinds = [
        words().what.get(what, words().what["other"]) for what, _n in Counter(hurts).most_common()
    ]
    return counted("hurt_once", "hurts", len(hurts), what=", ".join(dict.fromkeys(kinds)))


def _flares(report: ClinicianReport) -> str:
    spans = flares(report)
    if not spans:
        return said("no_flares")
    days = [said("span", first=short_day(a), last=short_day(b)) for a, b in spans]
    if going_on(report):
        days[-1] = said("going_on", first=short_day(spans[-1][0]))
    return counted("one_flare", "flares", len(spans), days=some(days[::-1], MOST_FLARES))


def _nerves(report: ClinicianReport) -> Iterator[str]:
    told = [event.data.get("neuro") for event in of_kind(report, EventKind.RESPONDED)]
    new = sum(1 for one in told if one not in (None, "none", "unknown"))
    if new:
        yield counted("neuro_once", "neuro", new)


def _painkillers(report: ClinicianReport) -> str:
    told = [event.data.get("painkiller") for event in of_kind(report, EventKind.CHECKED_IN)]
    known = [one for one in told if isinstance(one, bool)]
    if not known:
        return said("no_painkillers")
    taken = sum(known)
    return said("painkillers" if taken else "painkillers_none", taken=taken, said=len(known))


def _mornings(report: ClinicianReport) -> Iterator[str]:
    """Only exercises of which something can be said."""
    for finding in exercises_and_mornings(report.days, report.made_on):
        if finding.verdict is not GoesWith.CANT_TELL:
            yield _morning(finding, named(report.library, finding.exercise))


def _morning(finding: ExerciseFinding, name: str) -> str:
    ends = sorted(abs(value or 0) for value in (finding.low, finding.high))
    better = finding.verdict is GoesWith.BETTER
    return said(
        "goes_better" if better else "goes_worse",
        name=name,
        points=number(abs(finding.change or 0)),
        least=number(ends[0]),
        most=number(ends[1]),
    )


def _held(decided: Sequence[Decided], changed: bool) -> str:
    held = sum(one.times for one in decided if one.decision == UNCHANGED)
    if not changed:
        return said("only_held", count=held) if held else said("no_decisions")
    return counted("held_once", "held", held) if held else ""


def _decision_row(one: Decided, library: Library) -> tuple[str, ...]:
    names = some((named(library, exercise) for exercise in one.exercises), MOST_NAMES)
    decision = words().decisions.get(one.decision, one.decision.replace("_", " "))
    what = said("about", decision=decision, exercises=names or said("whole"))
    rules = {rule.id: rule for rule in load_rules().rules}
    told = [_rule(identity, rules) for identity in one.rules[:MOST_RULES]]
    return short_day(one.latest), str(one.times), what, " ".join(told)


def _rule(identity: str, rules: Mapping[str, Rule]) -> str:
    rule = rules.get(identity)
    if rule is None:
        return said("old_rule", id=identity)
    return said("rule", id=identity, plain=rule.plain, source=rule.source)
