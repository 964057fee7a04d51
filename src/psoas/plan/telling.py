"""Decisions told to the person: what changed, and what to do besides."""

from collections.abc import Iterable, Mapping
from typing import Any

from psoas.library import Library
from psoas.plan.doses import doses
from psoas.plan.planned import Reason
from psoas.plan.planning import planning
from psoas.plan.reasons import why
from psoas.plan.review import read_back, what_changed


def changes_of(library: Library, decisions: Iterable[Mapping[str, Any]]) -> tuple[Reason, ...]:
    """A sentence for each decision that changed something, each once."""
    changed = [data for data in decisions if _changed(library, data)]
    return tuple({reason.text: reason for reason in what_changed(library, changed)}.values())


def _changed(library: Library, data: Mapping[str, Any]) -> bool:
    """Not a hold, and not progress of a kind that doesn't grow (rest stays as it is)."""
    exercise = library.exercises.get(str(data.get("exercise")))
    grows = exercise is None or bool(doses().progression[exercise.kind])
    return data.get("decision") != "hold" and (data.get("decision") != "progress" or grows)


def referrals_of(decisions: Iterable[Mapping[str, Any]]) -> tuple[Reason, ...]:
    """Whom to see, and how soon: each rule's advice once, the soonest first."""
    order = list(planning().referral)
    rules = [
        (order.index(rule.referral.when), rule, rule.referral)
        for data in decisions
        for rule in read_back(data).fired
        if rule.referral
    ]
    rules.sort(key=lambda entry: entry[0])
    told = {
        rule.id: Reason(
            text=why("referral", why=rule.why, when=planning().referral[referral.when]).text,
            rule=rule.id,
            source=rule.source,
        )
        for _, rule, referral in rules
    }
    return tuple(told.values())
