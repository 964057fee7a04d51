"""docs/commands.md says what the commands say of themselves."""

from pathlib import Path

import click
import pytest

from psoas.cli import main

PAGE = (Path(__file__).parents[2] / "docs" / "commands.md").read_text("utf-8")


def commands(group, path):
    yield path, group
    for name, command in getattr(group, "commands", {}).items():
        yield from commands(command, f"{path} {name}")


ALL = dict(commands(main, "psoas"))


@pytest.mark.parametrize("path", ALL)
def test_every_command_is_documented_as_it_is(path):
    context = click.Context(ALL[path], info_name=path, terminal_width=88, max_content_width=88)
    assert f"```text\n{ALL[path].get_help(context)}\n```" in PAGE


@pytest.mark.parametrize("path", ALL)
def test_every_command_and_option_says_what_it_does(path):
    assert ALL[path].help
    for option in ALL[path].params:
        if isinstance(option, click.Option):
            assert option.help, option.name


def test_the_page_names_no_command_that_is_not_there():
    named = {line.removeprefix("## `").removesuffix("`") for line in PAGE.splitlines()
             if line.startswith("## `")}  # fmt: skip
    assert named == set(ALL)
