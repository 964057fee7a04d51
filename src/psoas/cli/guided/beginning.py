"""What comes before a session in the terminal: what is still open, the check, how it is now."""

from collections.abc import Collection, Mapping
from typing import Any

import click

from psoas.body import Side
from psoas.cli.errors import Refused
from psoas.cli.guided import questions
from psoas.messages import gettext as _
from psoas.plan.memory import SessionRecord
from psoas.practice import Practice
from psoas.safety.cards import CardText, card_for
from psoas.safety.flags import load_flags
from psoas.safety.schedule import CheckKind

FULL, SHORT = "full", "short"
ROUNDS = 3
"""One question may open another; after so many something is wrong."""

NOBODY_THERE = _(
    "Psoas asks a safety question before every session, and nobody answered it. Run `psoas start`"
    " where you can type, or answer it on the page that `psoas` opens."
)
NONE_OPEN = _("No session is open just now. Run `psoas` to see why and what to do.")
GOING_ON = _("Going on where you were.")
A_WHILE_AGO = _("Your last session was a while ago. What you did counts. Here is a fresh one.")
NOT_ALL_SUITS = _("Not all of your last session suits you any more. What you did counts.")


def begin(practice: Practice, options: Mapping[str, Any]) -> str | None:
    """The id of the session to do now; None where none is open, after showing why."""
    try:
        return _gone_on_with(practice) or _begun(practice, options)
    except questions.NotAnswered:
        raise Refused(NOBODY_THERE) from None


def _gone_on_with(practice: Practice) -> str | None:
    """Today's session that was stopped half-way; what can't be gone on with was enough."""
    standing = practice.standing()
    record = standing.unfinished
    if record is None:
        return None
    if practice.goes_on(record):
        click.echo(GOING_ON)
        return record.id
    click.echo(NOT_ALL_SUITS if standing.resumable else A_WHILE_AGO)
    practice.enough(record)
    return None


def look_back(practice: Practice) -> None:
    """Ask what is still open about the last session and this morning.

    Where nothing is answered nothing is stored, and it is asked again.
    """
    standing = practice.standing()
    if standing.settling:
        _settled(practice, standing.settling)
    if standing.morning_wanted:
        usual = (int(standing.person.reach(Side.LEFT)), int(standing.person.reach(Side.RIGHT)))
        told = questions.morning(usual)
        if questions.any_known(told):
            practice.wake(told)


def _settled(practice: Practice, record: SessionRecord) -> None:
    tingled = (record.response or {}).get("neuro") not in ("none", None)
    told = questions.settled(tingled)
    if not questions.any_known(told):
        return
    opens = practice.settled(record, {"session": record.id, **told})
    if opens:
        ask(practice, SHORT, opens)


def _begun(practice: Practice, options: Mapping[str, Any]) -> str | None:
    look_back(practice)
    _checked(practice)
    standing = practice.standing()
    asks = standing.may_move and standing.asks_check_in
    told = questions.check_in() if asks else standing.described_check_in
    for _round in range(ROUNDS):
        begun = practice.begin(told, options)
        if begun.session:
            return begun.session
        if not begun.ask and not begun.full_check:
            break
        ask(practice, FULL if begun.full_check else SHORT, begun.ask)
    show_card(practice)
    click.echo(NONE_OPEN)
    return None


def _checked(practice: Practice) -> None:
    """The check that is due before this session."""
    kind = practice.standing().check.kind
    flags = load_flags()
    if kind is CheckKind.FULL:
        ask(practice, FULL)
    elif kind is CheckKind.SHORT:
        signs = [flags.by_id[identity].short for identity in flags.short]
        if questions.anything_new(flags.short_check, signs):
            ask(practice, FULL)
        else:
            practice.nothing_new()


def ask(practice: Practice, scope: str, asked: Collection[str] = ()) -> None:
    """Ask some red flags, or all of them, and store the answers."""
    flags = load_flags()
    answers = questions.check_answered(flags, flags.by_id if scope == FULL else asked)
    practice.answer(scope, answers)


def show_card(practice: Practice, named: str | None = None) -> None:
    """What to do now: the card that is named, else that of the most severe flag if there is one."""
    clearance = practice.standing().clearance
    card = named or next((flag.card for flag in clearance.flags if flag.card), None)
    if card:
        text = card_for(card, practice.setting("country", ""), clearance.sessions)
        click.echo("\n".join(card_lines(text)))


def card_lines(card: CardText) -> list[str]:
    """A card line by line."""
    calls = [f"  {line.name}: {line.number}" for line in card.call]
    does = [f"  - {text}" for text in card.do]
    return ["", card.heading, card.lead, *does, *calls, card.open]
