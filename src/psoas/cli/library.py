"""The library on the command line: what is in it, one entry, its proof and its schema."""

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from psoas.cli.errors import FAULT, unknown
from psoas.cli.printing import json_option, listed, print_json
from psoas.messages import gettext as _
from psoas.messages import ngettext

if TYPE_CHECKING:
    from psoas.knowledge import Problem
    from psoas.library import Dose, Exercise, Library, Routine


@click.group("library", no_args_is_help=False)
def library_group() -> None:
    """The exercises and routines, where they come from, and whether all is in order."""


@library_group.command("list")
@json_option
def list_(as_json: bool) -> None:
    """List every exercise and routine."""
    from psoas.library import load

    known = load()
    if as_json:
        print_json(
            {
                "exercises": [_summary(one) for one in known.exercises.values()],
                "routines": [_routine_summary(one) for one in known.routines.values()],
            }
        )
        return
    width = max(map(len, (*known.exercises, *known.routines)))
    entries: list[Exercise | Routine] = [*known.exercises.values(), *known.routines.values()]
    for one in entries:
        click.echo(f"{one.id:<{width}}  {one.name}{_never(one)}")


def _summary(exercise: "Exercise") -> dict[str, Any]:
    return {
        "id": exercise.id,
        "name": exercise.name,
        "summary": exercise.summary,
        "kind": exercise.kind,
        "status": exercise.status,
        "offered": exercise.plannable,
        "quality": exercise.quality,
        "position": exercise.position,
        "sides": exercise.sides,
        "equipment": list(exercise.equipment),
        "ladder": exercise.ladder.name,
        "level": exercise.ladder.level,
    }


def _routine_summary(routine: "Routine") -> dict[str, Any]:
    exercises = [item.exercise for item in routine.items]
    return {
        "id": routine.id,
        "name": routine.name,
        "summary": routine.summary,
        "source": routine.source,
        "exercises": exercises,
    }


def _never(entry: "Exercise | Routine") -> str:
    """What a list says of an exercise that is never offered itself."""
    words = {
        "excluded": _("never offered"),
        "replace": _("offered by its replacement"),
        "information": _("to read"),
    }
    said = words.get(getattr(entry, "status", ""))
    return f" ({said})" if said else ""


@library_group.command()
@click.argument("identity", metavar="ID")
@json_option
def show(identity: str, as_json: bool) -> None:
    """Show one exercise or routine: how it is done, how much, and who says so."""
    from psoas.library import load

    entry = _entry(load(), identity)
    if as_json:
        print_json(asdict(entry))
    else:
        click.echo(_in_words(entry))


def _entry(known: "Library", identity: str) -> "Exercise | Routine":
    entry = known.exercises.get(identity) or known.routines.get(identity)
    if entry is None:
        ids = {*known.exercises, *known.routines}
        shown = "`psoas library list` shows them all."
        raise unknown("exercise or routine", identity, ids, shown)
    return entry


def _in_words(entry: "Exercise | Routine") -> str:
    from psoas.library import Exercise

    parts = _exercise(entry) if isinstance(entry, Exercise) else _routine(entry)
    shown = [f"{title}:\n{listed(texts)}" for title, texts in parts.items() if any(texts)]
    return "\n\n".join([f"{entry.name}{_never(entry)}\n{entry.summary}", *shown])


def _exercise(exercise: "Exercise") -> dict[str, list[str]]:
    spoken = [*exercise.enter, *exercise.cycle, *exercise.out]
    texts = {
        _("Steps"): [_either_side(step.say) for step in spoken],
        _("How much"): _how_much(exercise.dose),
        _("What you should feel"): [exercise.feel] if exercise.feel else [],
        _("Watch for"): list(exercise.watch),
        _("Why"): [exercise.why] if exercise.why else [],
        _("Instead"): list(exercise.swaps),
        _("Who says so"): [f"{c.source} {c.where}".strip() for c in exercise.claims],
    }
    return {title: [_either_side(text) for text in lines] for title, lines in texts.items()}


def _how_much(dose: "Dose") -> list[str]:
    """The dose a person aims for, line by line; what the exercise has no measure of is left out."""
    parts = {
        _("seconds"): dose.hold,
        _("repetitions"): dose.repetitions,
        _("minutes"): dose.minutes,
        _("times a day"): dose.times_per_day,
        _("days a week"): dose.days_per_week,
    }
    return [f"{what}: {_span(span)}" for what, span in parts.items() if span]


def _span(span: tuple[int, int]) -> str:
    least, most = span
    return str(least) if least == most else _("{least} to {most}").format(least=least, most=most)


def _either_side(text: str) -> str:
    return text.replace("{this}", _("one")).replace("{other}", _("other"))


def _routine(routine: "Routine") -> dict[str, list[str]]:
    return {
        _("Exercises"): [f"{item.named} ({item.exercise})" for item in routine.items],
        _("Good to know"): list(routine.notes),
        _("Who says so"): [f"{routine.source} {routine.where}".strip()],
    }


@library_group.command()
@click.option(
    "--articles",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    metavar="FOLDER",
    help="A folder with the articles: claims are then checked against their lines.",
)
@json_option
@click.pass_context
def lint(context: click.Context, articles: Path | None, as_json: bool) -> None:
    """Prove that the library is whole; the exit code is 1 where something is wrong."""
    problems = _problems(articles)
    if as_json:
        print_json({"problems": [asdict(problem) for problem in problems]})
    else:
        for problem in problems:
            click.echo(problem)
        click.echo(_sum_of(problems))
    context.exit(FAULT if problems else 0)


def _problems(articles: Path | None) -> "tuple[Problem, ...]":
    from psoas.drawing.checking import poses_can_be_taken
    from psoas.knowledge import BadData
    from psoas.library import load
    from psoas.library.lint import lint as problems_in

    try:
        known = load()
        return (*problems_in(known, articles), *poses_can_be_taken(known))
    except BadData as bad:
        return bad.problems


def _sum_of(problems: "tuple[Problem, ...]") -> str:
    if not problems:
        return _("The library is in order.")
    count = len(problems)
    return ngettext("{n} problem to mend.", "{n} problems to mend.", count).format(n=count)


@library_group.command()
@json_option
def schema(as_json: bool) -> None:
    """Print a JSON Schema of the library's files; it is JSON with and without --json."""
    from psoas.library.schema import schema as schema_of_library

    print_json(schema_of_library())
