"""What happens at once when something hurts in the middle of a session."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from psoas.coach import Script
from psoas.plan.memory import SessionRecord
from psoas.plan.respond import Decision
from psoas.plan.response_data import responses
from psoas.plan.response_inputs import act_for
from psoas.safety.flags import load_flags


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """What the player does now, and what it says."""

    act: str
    """ease | skip | swap | end | card"""
    say: str
    card: str | None = None
    """The card to show; with `card` only."""
    ask: tuple[str, ...] = ()
    """Red flags to ask about at once, where the answer decides what comes next."""
    script: Script | None = None
    """The whole session as it goes on from here; with `ease` and `swap`."""
    resume_at: float | None = None
    """Where in that script to go on, in seconds."""


def act_on(decision: Decision, record: SessionRecord, hurt: Mapping[str, Any]) -> Act:
    """What the player does on it, before the rest of the session is written anew.

    `record` holds this hurt and those before it.
    """
    told = [before for before in record.hurts if before["exercise"] == hurt["exercise"]]
    again = len(told) > 1
    act = act_for(decision, again=again)
    stops = act.act == "card"
    return Act(
        act=act.act,
        say=act.say,
        card=_card(decision) if stops else None,
        ask=decision.opens if stops and decision.until else (),
    )


def left_out(act: Act) -> Act:
    """The same hurt where nothing gentler fits: the exercise is left out, and that is said."""
    again = responses().again
    return replace(act, act=again.act, say=again.say)


def _card(decision: Decision) -> str:
    """The card that the decision names, else that of the flag it opens, else by its severity."""
    opened = [load_flags().by_id[flag].card for flag in decision.opens]
    by_severity = "emergency" if decision.decision == "stop_emergency" else "urgent"
    return decision.card or next(iter(opened), by_severity)
