"""A session, a decision and a script as lines for people to read."""

from typing import TYPE_CHECKING

from psoas.cli.checking import clearance_in_words
from psoas.cli.printing import listed
from psoas.messages import gettext as _
from psoas.messages import ngettext

if TYPE_CHECKING:
    from psoas.body import Side
    from psoas.coach import Script
    from psoas.library import Library
    from psoas.plan.respond import Decision
    from psoas.plan.session import LeftOut, PlannedStep, Session


def session_in_words(session: "Session") -> str:
    """A session: its steps with their reasons, then what was left out."""
    from psoas.library import load

    known = load()
    parts = [_title(session)] if session.steps else []
    parts += [_step(number, step, known) for number, step in enumerate(session.steps, start=1)]
    lists = {
        _("What changed:"): [reason.text for reason in session.changes],
        _("Besides:"): [reason.text for reason in session.advice],
        _("Left out:"): [_left_out(one, known) for one in session.left_out],
    }
    parts += [f"{title}\n{listed(texts)}" for title, texts in lists.items() if texts]
    safety = clearance_in_words(session.clearance)
    return "\n\n".join([*parts, _("Safety: {words}").format(words=safety)])


def _title(session: "Session") -> str:
    about = minutes(session.seconds)
    return _("{title}, about {length}").format(title=session.title, length=about)


def _step(number: int, step: "PlannedStep", known: "Library") -> str:
    from psoas.plan.reasons import dose_in_words

    exercise = known.exercises[step.exercise]
    sides = _(", then ").join(side_in_words(side) for side in step.sides)
    side = "" if [side.value for side in step.sides] == ["both"] else f", {sides}"
    heading = f"{number}. {exercise.name}: {dose_in_words(exercise, step.amount)}{side}"
    lines = [*step.how, *(reason.text for reason in step.reasons)]
    return "\n".join([heading, listed(lines)]) if lines else heading


def _left_out(one: "LeftOut", known: "Library") -> str:
    return f"{known.exercises[one.exercise].name}: {one.reason.text}"


def minutes(seconds: float) -> str:
    """A length of time in whole minutes, one at least."""
    count = max(1, round(seconds / 60))
    return ngettext("{n} minute", "{n} minutes", count).format(n=count)


def side_in_words(side: "Side") -> str:
    """Left, right or both."""
    return {"left": _("left"), "right": _("right"), "both": _("both")}[side.value]


def decision_in_words(decision: "Decision") -> str:
    """A decision, and each rule that spoke with its source."""
    lines = [_("Decision: {what}").format(what=decision.decision.replace("_", " "))]
    if decision.referral:
        lines.append(_("See a clinician: {when}").format(when=decision.referral.when))
        lines += [_("No session until then.")] if decision.referral.locks else []
    lines += [f"  - {rule.why} ({rule.id}; {rule.source})" for rule in decision.fired]
    return "\n".join(lines)


def script_in_words(script: "Script") -> str:
    """A script as a list of times and what is said then."""
    said = [f"{clock(m.start)}  {m.say or m.kind.value.replace('_', ' ')}" for m in script.moments]
    return "\n".join([f"{script.title}, {clock(script.seconds)}", *said])


def clock(seconds: float) -> str:
    """Seconds as minutes and seconds, like 3:05."""
    whole = int(seconds)
    return f"{whole // 60}:{whole % 60:02}"
