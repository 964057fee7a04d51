"""The words of both faces come from one catalogue."""

import runpy
from pathlib import Path

from psoas.messages import gettext, ngettext

TOOL = Path(__file__).parents[1] / "tools" / "messages.py"


def test_without_a_catalogue_a_text_stays_as_it_is_written():
    assert gettext("Good morning") == "Good morning"
    assert [ngettext("{n} minute", "{n} minutes", n) for n in (1, 2)] == [
        "{n} minute",
        "{n} minutes",
    ]


def test_the_texts_of_the_pages_and_of_the_terminal_are_collected():
    collected = runpy.run_path(str(TOOL))["collect"]()
    places = {Path(file).parts[2] for message in collected for file, _ in message.locations}
    assert places == {"web", "cli"}
    assert "Has it settled since last time?" in collected
