"""May this person start: red-flag answers into a clearance.

The rules are written down in docs/decisions/0001-red-flags.md. In short: contexts first, then the
most severe triage and the most closed sessions of all flags that count as yes; what nobody
answered never opens anything.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from psoas.safety.clearance import (
    Answer,
    Answers,
    Clearance,
    RaisedFlag,
    Reply,
    Sessions,
    Triage,
)
from psoas.safety.conditions import load_conditions
from psoas.safety.flags import EVERYWHERE, Context, Flags, RedFlag, Unsure, load_flags

FULL_CHECK_DAYS = 14
"""The full list is asked again after so many days (a full check is about what is new in them)."""

OPEN_UNDER: Mapping[Triage, Sessions] = {
    Triage.GO_AHEAD: Sessions.ALL,
    Triage.SEE_CLINICIAN_BEFORE_STARTING: Sessions.CALM,
    Triage.URGENT_24_48H: Sessions.NONE,
    Triage.EMERGENCY_NOW: Sessions.NONE,
}
"""What stays open under each level, unless a flag says otherwise for itself."""


def screen(
    answers: Answers, flags: Flags | None = None, *, open_gates: Iterable[str] | None = None
) -> Clearance:
    """What the answers mean: triage, what stays open, which flags, and when to ask again.

    `open_gates` are the conditions whose gate is open, where more is known of them than the
    check says; without it every gate that was not recorded as cleared counts as open.
    """
    check = _Check(answers, flags or load_flags())
    raised = check.raised()
    unanswered = check.unanswered()
    triage = max((flag.triage for flag in raised), default=Triage.GO_AHEAD)
    sessions = max((flag.sessions for flag in raised), default=Sessions.ALL)
    clearance = Clearance(
        triage=triage,
        sessions=Sessions.NONE if unanswered else sessions,
        flags=raised,
        unanswered=unanswered,
        open_gates=tuple(_open_gates(answers) if open_gates is None else open_gates),
        ask_again=answers.on,
    )
    return clearance if _ask_today(clearance, answers) else _ask_later(clearance, answers)


def clearly_no(flag: RedFlag, answers: Answers) -> bool:
    """Whether a flag is known not to be there: answered no, or assessed and cleared.

    "Not sure" is a no only where the flag says that it merely shows its card.
    """
    answer = answers.flags.get(flag.id)
    return answer is not None and (is_cleared(flag.id, answers) or not counts_as_yes(flag, answer))


def counts_as_yes(flag: RedFlag, answer: Answer) -> bool:
    """Whether an answer counts as yes, contexts and clearing aside.

    "Not sure" about the flag with a clear yes to a context that lowers nothing is a yes.
    """
    if answer.reply is Reply.UNSURE and flag.unsure is Unsure.SHOW_CARD:
        return any(
            context.id in answer.context and context.triage >= flag.triage
            for context in flag.contexts
        )
    return answer.reply is not Reply.NO


def is_cleared(identity: str, answers: Answers) -> bool:
    """Whether a flag or gate was assessed, on the day of the check or before."""
    cleared = answers.cleared.get(identity)
    return cleared is not None and cleared.on <= answers.on


@dataclass(frozen=True, slots=True)
class _Check:
    answers: Answers
    flags: Flags

    def unanswered(self) -> tuple[str, ...]:
        """Every check asks at least the short screen."""
        asked = self.answers.asked
        wanted = self.flags.by_id if asked is None else asked | set(self.flags.short)
        return tuple(
            identity
            for identity in self.flags.by_id
            if identity in wanted and identity not in self.answers.flags
        )

    def raised(self) -> tuple[RaisedFlag, ...]:
        """Flags that count as yes, or only show their card; the most severe first."""
        found = [
            raised
            for flag in self.flags.by_id.values()
            if flag.id in self.answers.flags and not is_cleared(flag.id, self.answers)
            for raised in self._raised(flag, self.answers.flags[flag.id])
        ]
        return tuple(sorted(found, key=lambda raised: -raised.triage))

    def _raised(self, flag: RedFlag, answer: Answer) -> list[RaisedFlag]:
        if counts_as_yes(flag, answer):
            context = self._deciding_context(flag, answer)
            raised = _under_context(flag, context) if context else _as_it_is(flag)
            return [raised] if raised.triage > Triage.GO_AHEAD else []
        return [_card_only(flag)] if answer.reply is Reply.UNSURE else []

    def _deciding_context(self, flag: RedFlag, answer: Answer) -> Context | None:
        """Of the contexts that count, the one with the highest triage."""
        counting = [c for c in flag.contexts if self._counts(c, flag, answer)]
        return max(counting, key=lambda context: context.triage, default=None)

    def _counts(self, context: Context, flag: RedFlag, answer: Answer) -> bool:
        """Not sure about a context counts as yes unless that would lower the flag."""
        if context.id in answer.unsure_context:
            return context.triage >= flag.triage
        return context.id in answer.context and self._alone(flag, context.only_if_alone_in)

    def _alone(self, flag: RedFlag, category: str) -> bool:
        """Whether every other flag there is known not to be positive."""
        others = (other for other in self.flags.by_id.values() if other.id != flag.id)
        return not category or all(
            clearly_no(other, self.answers)
            for other in others
            if category in (EVERYWHERE, other.category)
        )


def _as_it_is(flag: RedFlag) -> RaisedFlag:
    return RaisedFlag(
        id=flag.id,
        triage=flag.triage,
        sessions=flag.sessions,
        card=flag.card,
        why=flag.why,
        do=flag.do,
    )


def _under_context(flag: RedFlag, context: Context) -> RaisedFlag:
    """A changed level opens what that level opens; an unchanged one what the flag says."""
    same = context.triage == flag.triage
    return RaisedFlag(
        id=flag.id,
        triage=context.triage,
        sessions=flag.sessions if same else OPEN_UNDER[context.triage],
        card=context.card,
        why=context.why,
        do=context.do,
    )


def _card_only(flag: RedFlag) -> RaisedFlag:
    return RaisedFlag(
        id=flag.id,
        triage=Triage.GO_AHEAD,
        sessions=Sessions.ALL,
        card=flag.card,
        why=flag.why,
        do=flag.do,
        card_only=True,
    )


def _open_gates(answers: Answers) -> list[str]:
    return [
        identity
        for identity, condition in load_conditions().items()
        if identity in answers.conditions and condition.gate and not is_cleared(identity, answers)
    ]


def _ask_today(clearance: Clearance, answers: Answers) -> bool:
    """An unfinished or short check, or a locked person: there is more to answer on the same day."""
    locked = clearance.sessions is Sessions.NONE or clearance.triage >= Triage.URGENT_24_48H
    return locked or answers.asked is not None


def _ask_later(clearance: Clearance, answers: Answers) -> Clearance:
    last = answers.full_check_on or answers.on
    later = min(last.toordinal() + FULL_CHECK_DAYS, date.max.toordinal())
    return replace(clearance, ask_again=max(answers.on, date.fromordinal(later)))
