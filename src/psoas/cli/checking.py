"""Safety on the command line: the check, and the verdict on an exercise."""

from collections.abc import Collection, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from psoas.cli.errors import unknown
from psoas.cli.files import name_of, read_json
from psoas.cli.places import now
from psoas.cli.printing import json_option, listed, print_json
from psoas.messages import gettext as _

if TYPE_CHECKING:
    from psoas.library import Library
    from psoas.safety.clearance import Clearance
    from psoas.safety.verdict import Verdict

LEG_SYMPTOMS = "leg_symptoms"
"""Not a condition of its own: symptoms at the thigh or below, which work like one."""

OPEN = {
    "all": _("Every exercise that suits you is open."),
    "calm": _("The calm list stays open: positions of ease, breathing, easy walking."),
    "none": _("No session for now."),
}
CALLS_FOR = {
    "go_ahead": _("You can go ahead."),
    "see_clinician_before_starting": _("See a clinician before you start the full programme."),
    "urgent_24_48h": _("Speak to a doctor today or tomorrow."),
    "emergency_now": _("Get help now: call your emergency number."),
}


@click.command()
@click.option(
    "--answers", required=True, metavar="FILE", help="The answers as JSON; - is standard input."
)
@json_option
def check(answers: str, as_json: bool) -> None:
    """Tell what the answers to the safety check mean.

    The file holds "flags" with an answer (yes, no or unsure) for each red flag, "conditions",
    "cleared" and the day "on".
    """
    from psoas.safety.check_json import as_json as clearance_as_json
    from psoas.safety.check_json import from_json
    from psoas.safety.screen import screen

    given = from_json(read_json(answers), file=name_of(answers), today=now().date())
    clearance = screen(given)
    if as_json:
        print_json(clearance_as_json(clearance))
    else:
        click.echo(clearance_in_words(clearance))


def clearance_in_words(clearance: "Clearance") -> str:
    """A clearance for people to read."""
    lines = [_heading(clearance), *map(_flag, clearance.flags)]
    if clearance.open_gates:
        open_gates = ", ".join(clearance.open_gates)
        lines.append(_("To talk over with a clinician: {gates}.").format(gates=open_gates))
    lines.append(_("Ask again on {day}.").format(day=day(clearance.ask_again)))
    return "\n".join(lines)


def _heading(clearance: "Clearance") -> str:
    if clearance.unanswered and not clearance.triage:
        unfinished = _(
            "The check is not finished, so no session is open yet. Not answered: {flags}."
        )
        return unfinished.format(flags=", ".join(clearance.unanswered))
    return f"{CALLS_FOR[clearance.triage.word]} {OPEN[clearance.sessions.word]}"


def _flag(flag: Any) -> str:
    return f"  - {flag.why}\n    {flag.do}"


def day(on: date) -> str:
    """A day as people write it."""
    return f"{on.day} {on:%B %Y}"


@click.command()
@click.argument("exercise", required=False)
@click.argument("more", nargs=-1, metavar="[CONDITION]...")
@click.option(
    "--condition",
    "conditions",
    multiple=True,
    metavar="ID",
    help="A condition of the person; give several one after the other.",
)
@click.option("--all", "every", is_flag=True, help="Every exercise under every single condition.")
@json_option
def verdict(
    exercise: str | None,
    more: tuple[str, ...],
    conditions: tuple[str, ...],
    every: bool,
    as_json: bool,
) -> None:
    """Tell what becomes of an exercise under some conditions: ok, modify or avoid, and why.

    EXERCISE is an id as `psoas library list` shows them. Besides the conditions there is
    leg_symptoms: symptoms at the thigh or below.
    """
    from psoas.library import load

    if every and (exercise or conditions):
        raise click.UsageError("--all takes neither an exercise nor a condition")
    if every:
        _print_all(load(), as_json)
    elif exercise is None:
        raise click.UsageError("Name an exercise, or use --all")
    else:
        _print_one(_verdict(load(), exercise, {*conditions, *more}), as_json)


def _verdict(library: "Library", exercise: str, conditions: Collection[str]) -> "Verdict":
    from psoas.safety.conditions import load_conditions
    from psoas.safety.verdicts import verdict as verdict_on

    if exercise not in library.exercises:
        shown = "`psoas library list` shows them all."
        raise unknown("exercise", exercise, library.exercises, shown)
    known = {*load_conditions(), LEG_SYMPTOMS}
    for condition in sorted(set(conditions) - known):
        use = f"Use any of {', '.join(sorted(known))}."
        raise unknown("condition", condition, known, use)
    said = set(conditions) - {LEG_SYMPTOMS}
    return verdict_on(library, exercise, said, leg_symptoms=LEG_SYMPTOMS in conditions)


def _print_one(found: "Verdict", as_json: bool) -> None:
    from psoas.safety.verdict import as_json as verdict_as_json

    if as_json:
        print_json(verdict_as_json(found))
    else:
        click.echo(_in_words(found))


def _in_words(found: "Verdict") -> str:
    parts = {_("How"): found.plain_how, _("Why"): found.plain_why, _("Instead"): found.swap_to}
    lines = [f"{found.exercise}: {found.ruling.word}"]
    lines += [f"{title}:\n{listed(texts)}" for title, texts in parts.items() if texts]
    return "\n".join(lines)


def _print_all(library: "Library", as_json: bool) -> None:
    from psoas.safety.verdict import as_json as verdict_as_json

    table = every_verdict(library)
    if as_json:
        print_json({e: {c: verdict_as_json(v) for c, v in row.items()} for e, row in table.items()})
        return
    for exercise, row in table.items():
        for condition, found in row.items():
            click.echo(f"{exercise}  {condition}  {found.ruling.word}")


def every_verdict(library: "Library") -> Mapping[str, Mapping[str, "Verdict"]]:
    """The verdict on every exercise under every single condition."""
    from psoas.safety.conditions import load_conditions
    from psoas.safety.verdicts import verdict as verdict_on

    return {
        exercise: {c: verdict_on(library, exercise, (c,)) for c in load_conditions()}
        for exercise in library.exercises
    }
