"""The plan on the command line: today's session, what a response changes, and the script."""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from psoas.cli.errors import Refused
from psoas.cli.files import name_of, read_json
from psoas.cli.folders import data_option
from psoas.cli.places import known_practice, now
from psoas.cli.printing import json_option, print_json
from psoas.cli.telling import decision_in_words, script_in_words, session_in_words

if TYPE_CHECKING:
    from psoas.coach import Script
    from psoas.plan.session import Session
    from psoas.safety.clearance import Answers
    from psoas.safety.person import Person, Setting

SETTINGS = ("home", "desk", "bed", "travel")


@click.command()
@click.option(
    "--person",
    metavar="FILE",
    help="Plan for the person in this JSON file, with an empty diary; - is standard input.",
)
@click.option("--setting", type=click.Choice(SETTINGS), help="Where the session happens.")
@click.option("--minutes", type=click.IntRange(1, 120), help="How long it may take.")
@json_option
@data_option
def today(person: str | None, setting: str | None, minutes: int | None, as_json: bool) -> None:
    """Show today's session: what to do and why, and what was left out and why."""
    from psoas.plan.session_json import as_data
    from psoas.safety.person import Setting

    where = Setting(setting) if setting else None
    if person:
        session = _for_person(read_json(person), name_of(person), where, minutes)
    else:
        session = _from_diary(where, minutes)
    if as_json:
        print_json(as_data(session))
    else:
        click.echo(session_in_words(session))


def _from_diary(setting: "Setting | None", minutes: int | None) -> "Session":
    with known_practice() as practice:
        return practice.today(practice.standing(), setting=setting, minutes=minutes)


def _for_person(
    data: object, file: str, setting: "Setting | None", minutes: int | None
) -> "Session":
    from psoas.coach import Manner, pace_of
    from psoas.library import load
    from psoas.plan.memory import Memory
    from psoas.plan.today import today as plan_today
    from psoas.safety.gates import open_gates
    from psoas.safety.screen import screen
    from psoas.safety.standing import as_of, with_age

    person, answers, on = described(data, file)
    answers = with_age(as_of(answers, on), person.age)
    gates = open_gates(person, on, answers.cleared)
    clearance = screen(answers, open_gates=gates)
    library = load()
    pace = pace_of(library, Manner())
    known = (person, clearance, Memory(), on)
    return plan_today(library, *known, setting=setting, minutes=minutes, pace=pace)


def described(data: object, file: str) -> "tuple[Person, Answers, date]":
    """The person in a file, their answers to the check, and the day they are for.

    A condition counts whether it stands beside the person or in the check.
    """
    from dataclasses import replace

    from psoas.safety.check_json import from_json
    from psoas.safety.person_file import person_from_json

    said: Mapping[str, Any] = data if isinstance(data, Mapping) else {}
    on = _day(said.get("on"), file)
    beside = person_from_json(data, file)
    answers = from_json(said.get("check", {"flags": {}}), file=f"{file}: check", today=on)
    conditions = beside.conditions | answers.conditions
    person = person_from_json({**said, "conditions": sorted(conditions)}, file)
    return person, replace(answers, conditions=conditions), on


def _day(text: object, file: str) -> date:
    """The day in a file; today where none is named."""
    if text is None:
        return now().date()
    try:
        return date.fromisoformat(text if isinstance(text, str) else "")
    except ValueError:
        raise Refused(f"{file}: on: “{text}” is not a day. Write it like 2026-01-31.") from None


@click.command()
@click.option(
    "--input",
    "file",
    required=True,
    metavar="FILE",
    help="The response as JSON: input names and values; - is standard input.",
)
@json_option
def respond(file: str, as_json: bool) -> None:
    """Tell what one response changes: the decision, and every rule that spoke with its source."""
    from psoas.plan.respond import as_json as decision_as_json
    from psoas.plan.respond import parse_inputs
    from psoas.plan.respond import respond as decide

    decision = decide(parse_inputs(read_json(file), name_of(file)))
    if as_json:
        print_json(decision_as_json(decision))
    else:
        click.echo(decision_in_words(decision))


@click.command()
@click.option(
    "--session",
    "file",
    metavar="FILE",
    help="A session that `psoas today --json` printed, instead of today's; - is standard input.",
)
@json_option
@data_option
def script(file: str | None, as_json: bool) -> None:
    """Write a session out second by second: what to say, show and count."""
    from psoas.coach import as_data

    written = _script_of(read_json(file), name_of(file)) if file else _todays_script()
    if as_json:
        print_json(as_data(written))
    else:
        click.echo(script_in_words(written))


def _todays_script() -> "Script":
    with known_practice() as practice:
        return practice.script(practice.today(practice.standing()))


def _script_of(data: object, file: str) -> "Script":
    from psoas.coach import write
    from psoas.library import load
    from psoas.plan.session_reading import from_data

    library = load()
    return write(from_data(data, library, file), library)
