"""Printing: one JSON object, or lines to read."""

import json

import click

from psoas.messages import ngettext

json_option = click.option(
    "--json", "as_json", is_flag=True, help="Print one JSON object and nothing else."
)


def print_json(value: object) -> None:
    """Print a value as JSON. Only ASCII: it reads the same in every terminal and pipe."""
    click.echo(json.dumps(value, indent=2))


def listed(texts: tuple[str, ...] | list[str], bullet: str = "-") -> str:
    """Texts as a list, one a line; empty for none."""
    return "\n".join(f"  {bullet} {text}" for text in texts)


def entries_in_words(count: int) -> str:
    """How many entries a diary has."""
    return ngettext("{n} entry", "{n} entries", count).format(n=count)
