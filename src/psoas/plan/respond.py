"""What a response changes: one decision by the written rules, with every rule that spoke.

Every rule is asked. The most severe action decides; the fallback counts only where no other rule
with an action spoke. Referrals stand beside the decision and never replace it.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from psoas.knowledge import BadData, Problem
from psoas.plan.response_rules import (
    Referral,
    ResponseRules,
    Rule,
    conditions,
    load_rules,
    names,
)
from psoas.plan.response_values import values_for


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What happens now, and why."""

    decision: str
    """progress, hold, regress, swap, calm_list, end_session, rest_day, stop_see_clinician or
    stop_emergency."""
    referral: Referral | None = None
    """The soonest of all."""
    fired: tuple[Rule, ...] = ()
    """Every rule that spoke, as the rule book lists them."""
    outcome: str | None = None
    """omit_72h_then_offer_again: a step back from the smallest dose. Looking back on sessions also
    says next_level or at_its_most, where progress isn't more of the same."""
    opens: tuple[str, ...] = ()
    """Red flags to ask about."""
    until: str | None = None
    """answered: the questions in `opens` decide what comes next."""
    swap_filter: str | None = None
    card: str | None = None
    """The card to show, where a rule names one."""
    rest_day_means: str | None = None
    next_time: str | None = None
    rules_version: str

    @property
    def rules(self) -> tuple[str, ...]:
        """The ids of the rules that spoke."""
        return tuple(rule.id for rule in self.fired)

    @property
    def deciding(self) -> tuple[Rule, ...]:
        """The rules that called for this decision; none where a rest day became the calm list."""
        return tuple(rule for rule in self.fired if rule.action == self.decision)


def respond(
    inputs: Mapping[str, Any],
    rules: ResponseRules | None = None,
    silent: Collection[str] = (),
) -> Decision:
    """Decide on one response; an input left out is unknown. Inputs as `parse_inputs` checks them.

    The selection of the clinical notes: the most severe action of all rules that spoke. `silent`
    are the ids of rules that may not speak now (said already this week, or not about this).
    """
    book = rules or load_rules()
    values = values_for(inputs, names(book))
    asked = [rule for rule in book.rules if rule.id not in silent]
    fired = tuple(rule for rule in asked if conditions(book)[rule.id](values))
    decision = _decision(fired, values, book)
    leading = [rule for rule in fired if rule.action == decision]
    floor = book.regress_at_floor
    at_floor = decision == "regress" and values[floor.input] is True
    return Decision(
        decision=decision,
        referral=_soonest(fired, book),
        fired=fired,
        outcome=floor.outcome if at_floor else None,
        opens=tuple(dict.fromkeys(flag for rule in fired for flag in rule.opens)),
        until=_shared([rule.until for rule in leading]),
        swap_filter=_first(rule.swap_filter for rule in fired),
        card=_first(rule.card for rule in leading),
        rest_day_means=_first(sorted(filter(None, (r.rest_day_means for r in leading)))[::-1]),
        next_time=_first(rule.next_time for rule in fired),
        rules_version=book.version,
    )


def _decision(fired: Iterable[Rule], values: Mapping[str, Any], book: ResponseRules) -> str:
    """The most severe action. Each rest day beyond the cap counts as what it becomes."""
    cap = book.rest_day_cap
    capped = values["at_least"](values[cap.input], cap.at_least)
    actions = [rule.action for rule in fired if rule.action and not rule.fallback] or ["hold"]
    becomes = [cap.becomes if capped and action == "rest_day" else action for action in actions]
    return max(becomes, key=book.severity)


def _soonest(fired: Iterable[Rule], book: ResponseRules) -> Referral | None:
    """The soonest referral; of two as soon, the one that locks."""
    referrals = [rule.referral for rule in fired if rule.referral]
    return min(
        referrals,
        key=lambda referral: (book.referral_when.index(referral.when), not referral.locks),
        default=None,
    )


def _first(texts: Iterable[str | None]) -> str | None:
    return next((text for text in texts if text), None)


def _shared(texts: list[str | None]) -> str | None:
    """What all of them say; None where one says nothing, for then nothing is waited for."""
    return texts[0] if texts and all(texts) else None


def parse_inputs(data: object, file: str) -> dict[str, Any]:
    """Check the inputs of one response; raises `BadData` naming `file`, the input and the mend."""
    if not isinstance(data, Mapping):
        raise BadData([Problem(file, "", "this must be an object of input names and values")])
    known = {each.name: each for each in load_rules().inputs}
    problems = [
        Problem(file, str(name), mend)
        for name, value in data.items()
        for mend in [known[name].mend(value) if name in known else _UNKNOWN_NAME]
        if mend is not None
    ]
    if problems:
        raise BadData(problems)
    return dict(data)


_UNKNOWN_NAME = "this input is not known; remove it or correct its spelling"


def as_json(decision: Decision) -> dict[str, Any]:
    """The decision as plain JSON values, in the shape that `psoas respond --json` prints."""
    referral = decision.referral
    return {
        "decision": decision.decision,
        "referral": {"when": referral.when, "locks": referral.locks} if referral else None,
        "rules": [{"id": r.id, "why": r.why, "source": r.source} for r in decision.fired],
        "outcome": decision.outcome,
        "opens": list(decision.opens),
        "until": decision.until,
        "swap_filter": decision.swap_filter,
        "card": decision.card,
        "rest_day_means": decision.rest_day_means,
        "rules_version": decision.rules_version,
    }
