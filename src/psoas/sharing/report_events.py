"""What a report reads out of events: flares, decisions, what hurt."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from psoas.plan.events import Event, EventKind
from psoas.plan.response_rules import load_rules
from psoas.sharing.report_record import ClinicianReport

UNCHANGED = "hold"
"""The decision that changes nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """The same decision by the same rules, however often."""

    decision: str
    rules: tuple[str, ...]
    times: int
    latest: date
    exercises: tuple[str, ...]
    """Ids, the latest first; empty where it was about the whole plan."""


def flares(report: ClinicianReport) -> tuple[tuple[date, date], ...]:
    """First and last day of each flare that touches the time told; one that is on lasts on."""
    spans: list[tuple[date, date]] = []
    started: date | None = None
    for event in report.events:
        if event.kind is EventKind.FLARE_STARTED and started is None:
            started = event.on
        elif event.kind is EventKind.FLARE_ENDED and started is not None:
            spans.append((started, event.on))
            started = None
    if started is not None:
        spans.append((started, report.span.last))
    return tuple(one for one in spans if one[1] >= report.span.first and one[0] <= report.span.last)


def going_on(report: ClinicianReport) -> bool:
    """Whether a flare is on."""
    kinds = (EventKind.FLARE_STARTED, EventKind.FLARE_ENDED)
    last = [event.kind for event in report.events if event.kind in kinds][-1:]
    return last == [EventKind.FLARE_STARTED]


def decisions(report: ClinicianReport) -> tuple[Decided, ...]:
    """What was decided and by which rules, the latest first; also what only kept the dose."""
    groups: dict[tuple[str, tuple[str, ...]], list[Event]] = {}
    for event in report.inside:
        if event.kind is EventKind.DECIDED:
            groups.setdefault(_alike(event), []).append(event)
    found = [_decided(decision, rules, alike) for (decision, rules), alike in groups.items()]
    return tuple(sorted(found, key=lambda one: one.latest, reverse=True))


def _alike(event: Event) -> tuple[str, tuple[str, ...]]:
    """The decision and the rules that led to it; others may have spoken for something milder."""
    decision, spoken = str(event.data.get("decision")), event.data.get("rules") or ()
    rules = tuple(map(str, spoken))
    leading = tuple(rule for rule in rules if _actions().get(rule) == decision)
    return decision, leading or rules


@cache
def _actions() -> Mapping[str, str | None]:
    """What each rule decides."""
    return {rule.id: rule.action for rule in load_rules().rules}


def _decided(decision: str, rules: tuple[str, ...], alike: Sequence[Event]) -> Decided:
    latest_first = sorted(alike, key=lambda event: event.on, reverse=True)
    about = (event.data.get("exercise") for event in latest_first)
    return Decided(
        decision=decision,
        rules=rules,
        times=len({(event.on, event.data.get("about")) for event in alike}),
        latest=latest_first[0].on,
        exercises=tuple(dict.fromkeys(str(one) for one in about if one)),
    )


def of_kind(report: ClinicianReport, kind: EventKind) -> Iterator[Event]:
    """The events of one kind in the time that is told."""
    return (event for event in report.inside if event.kind is kind)
