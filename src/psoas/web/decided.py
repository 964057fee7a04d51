"""What was decided, told once where several decisions have the same reasons."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from psoas.library import Library
from psoas.messages import gettext as _
from psoas.plan.response_rules import Rule, load_rules
from psoas.practice.history import PastDecision


def decided(library: Library, made: Sequence[PastDecision]) -> list[Mapping[str, Any]]:
    """The decisions of a day: what each group is about, what it changes, and by which rules."""
    return [_decision(library, alike) for alike in _alike(made)]


def named(library: Library, identity: str) -> tuple[str, str]:
    """An exercise by id and name; one that the library no longer has keeps its id as a name."""
    known = library.exercises.get(identity)
    return (identity, known.name) if known else ("", identity.replace("_", " "))


def _alike(made: Iterable[PastDecision]) -> Iterable[Sequence[PastDecision]]:
    """What was decided by the same rules is told once."""
    groups: dict[tuple[str, tuple[str, ...]], list[PastDecision]] = {}
    for decision in made:
        groups.setdefault((decision.decision, decision.rules), []).append(decision)
    return groups.values()


def _decision(library: Library, alike: Sequence[PastDecision]) -> Mapping[str, Any]:
    effects = {action.id: action.effect for action in load_rules().actions}
    made = alike[0]
    return {
        "about": list(dict.fromkeys(_about(library, one.exercise) for one in alike)),
        "effect": effects.get(made.decision, made.decision.replace("_", " ")),
        "rules": list(_rules({rule.id: rule for rule in load_rules().rules}, made.rules)),
    }


def _about(library: Library, exercise: str | None) -> tuple[str, str]:
    return named(library, exercise) if exercise else ("", _("The whole plan"))


def _rules(rules: Mapping[str, Rule], ids: Iterable[str]) -> Iterable[tuple[str, str, str]]:
    """Id, why and source; a rule of an earlier version has only its id."""
    for identity in ids:
        rule = rules.get(identity)
        yield (identity, rule.why, rule.source) if rule else (identity, "", "")
