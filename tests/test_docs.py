"""What the pages for readers point to is there, and they promise nothing."""

import re
from pathlib import Path

import pytest

from psoas.library.wording import forbidden_words

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").glob("**/*.md"))]
LINK = re.compile(r"\]\((?!https?:|#)([^)#]+)")
WHAT_IT_IS_NOT = re.compile(r"It is not intended to .*?health professional\.", re.DOTALL)
"""The one sentence that has to name what Psoas doesn't do."""
QUOTED = re.compile(r"“[^”]*”|`[^`]*`")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_leads_somewhere(page):
    assert [link for link in LINK.findall(page.read_text("utf-8"))
            if not (page.parent / link).exists()] == []  # fmt: skip


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_no_page_promises_anything(page):
    text = WHAT_IT_IS_NOT.sub("", page.read_text("utf-8"))
    assert not forbidden_words(QUOTED.sub("", text))


def test_the_readme_names_every_page():
    linked = {(ROOT / link).resolve() for link in LINK.findall(PAGES[0].read_text("utf-8"))}
    assert linked >= set((ROOT / "docs").glob("*.md"))
