from io import BytesIO

import pytest
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from tools import messages as tool

from psoas import messages


@pytest.fixture
def catalogue():
    return read_po(BytesIO(tool.TARGET.read_bytes()))


@pytest.fixture
def speaking(tmp_path, monkeypatch, catalogue):
    """Puts one text into another language, beside the package."""

    def translate(text, to):
        folder = tmp_path / "locale" / "xx" / "LC_MESSAGES"
        folder.mkdir(parents=True)
        catalogue[text].string = to
        with (folder / "psoas.mo").open("wb") as file:
            write_mo(file, catalogue)
        monkeypatch.setattr(messages, "files", lambda _package: tmp_path)
        messages.catalogue.cache_clear()
        return messages.catalogue("xx")

    yield translate
    messages.catalogue.cache_clear()


def test_the_catalogue_has_every_text_as_it_is_now():
    """If this fails: .venv/bin/python tools/messages.py"""
    assert tool.TARGET.read_bytes() == tool.written()


def test_the_same_texts_give_the_same_file():
    assert tool.written() == tool.written()


def test_it_holds_the_texts_of_templates_and_of_both_faces(catalogue):
    listed = {text: {file for file, _line in entry.locations} for text, entry in _texts(catalogue)}
    assert "src/psoas/web/templates/welcome.html" in listed["Begin the safety check"]
    assert "src/psoas/web/errors.py" in {file for files in listed.values() for file in files}
    assert any(file.startswith("src/psoas/cli/") for files in listed.values() for file in files)


def test_texts_that_depend_on_a_number_have_two_forms(catalogue):
    counted = [entry for _text, entry in _texts(catalogue) if isinstance(entry.id, tuple)]
    assert "{n} minute" in {entry.id[0] for entry in counted}
    assert all(len(entry.id) == 2 for entry in counted)


def _texts(catalogue):
    return [(e.id[0] if isinstance(e.id, tuple) else e.id, e) for e in catalogue if e.id]


def test_without_a_catalogue_the_texts_are_as_they_were_written():
    assert messages.gettext("Begin the safety check") == "Begin the safety check"
    assert messages.ngettext("{n} minute", "{n} minutes", 1) == "{n} minute"
    assert messages.ngettext("{n} minute", "{n} minutes", 2) == "{n} minutes"


def test_a_translation_beside_the_package_is_found(speaking):
    spoken = speaking("Begin the safety check", "Zuerst die Sicherheitsfragen")
    assert spoken.gettext("Begin the safety check") == "Zuerst die Sicherheitsfragen"
    assert spoken.gettext("Go on") == "Go on"
