"""Collects every text of the pages and of the terminal into src/psoas/locale/psoas.pot."""

from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import write_po

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "src" / "psoas"
TARGET = PACKAGE / "locale" / "psoas.pot"
HEADER = """# The texts of Psoas.
msgid ""
msgstr ""
"Project-Id-Version: Psoas\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"

"""
METHODS = [
    ("web/**.py", "python"),
    ("cli/**.py", "python"),
    ("articles/formats/**.py", "python"),
    ("articles/pages.py", "python"),
    ("practice/**.py", "python"),
    ("web/templates/**.html", "jinja2"),
]
KEYWORDS = {
    "_": None,
    "gettext": None,
    "ngettext": (1, 2),
    "UnreadablePage": None,
    "Unfetchable": None,
    "CantKeep": None,
}


def collect() -> Catalog:
    """Every text with the files it stands in, without dates, so that it changes only with them."""
    catalogue = Catalog(charset="utf-8")
    found = extract_from_dir(PACKAGE, METHODS, keywords=KEYWORDS)
    for file, _line, message, comments, context in sorted(found, key=lambda each: each[:2]):
        place = [(f"src/psoas/{file}", None)]
        catalogue.add(message, locations=place, auto_comments=comments, context=context)
    return catalogue


def written() -> bytes:
    """The catalogue as a file."""
    file = BytesIO()
    write_po(file, collect(), width=100, omit_header=True)
    return HEADER.encode() + file.getvalue()


def main() -> None:
    """Write the catalogue."""
    TARGET.parent.mkdir(exist_ok=True)
    TARGET.write_bytes(written())


if __name__ == "__main__":
    main()
