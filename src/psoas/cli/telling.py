"""A session, a decision and a script as lines for people to read."""

from typing import TYPE_CHECKING

from psoas.cli.checking import clearance_in_words
from psoas.cli.printing import listed

if TYPE_CHECKING:
    from psoas.coach import Script
    from psoas.library import Library
    from psoas.plan.respond import Decision
    from psoas.plan.session import LeftOut, PlannedStep, Session


def session_in_words(session: "Session") -> str:
    """A session: its steps with their reasons, then what was left out."""
    from psoas.library import load

    known = load()
    parts = [f"{session.title}, about {minutes(session.seconds)}"] if session.steps else []
    parts += [_step(number, step, known) for number, step in enumerate(session.steps, start=1)]
    if session.changes:
        parts.append("What changed:\n" + listed([reason.text for reason in session.changes]))
    if session.advice:
        parts.append("Besides:\n" + listed([reason.text for reason in session.advice]))
    if session.left_out:
        left_out = [_left_out(one, known) for one in session.left_out]
        parts.append("Left out:\n" + listed(left_out))
    return "\n\n".join([*parts, "Safety: " + clearance_in_words(session.clearance)])


def _step(number: int, step: "PlannedStep", known: "Library") -> str:
    from psoas.plan.reasons import dose_in_words

    exercise = known.exercises[step.exercise]
    sides = ", then ".join(side.value for side in step.sides)
    side = "" if sides == "both" else f", {sides}"
    heading = f"{number}. {exercise.name}: {dose_in_words(exercise, step.amount)}{side}"
    lines = [*step.how, *(reason.text for reason in step.reasons)]
    return "\n".join([heading, listed(lines)]) if lines else heading


def _left_out(one: "LeftOut", known: "Library") -> str:
    return f"{known.exercises[one.exercise].name}: {one.reason.text}"


def minutes(seconds: float) -> str:
    """A length of time in whole minutes, one at least."""
    count = max(1, round(seconds / 60))
    return f"{count} minute{'s' * (count != 1)}"


def decision_in_words(decision: "Decision") -> str:
    """A decision, and each rule that spoke with its source."""
    lines = [f"Decision: {decision.decision.replace('_', ' ')}"]
    if decision.referral:
        locked = ", and no session until then" if decision.referral.locks else ""
        lines.append(f"See a clinician: {decision.referral.when}{locked}")
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
