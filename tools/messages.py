"""Collects every text of the pages and of the terminal into src/psoas/locale/psoas.pot."""

from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import write_po

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "src" / "psoas"
METHODS = [("web/**.py", "python"), ("cli/**.py", "python"), ("web/templates/**.html", "jinja2")]
KEYWORDS = {"_": None, "gettext": None, "ngettext": (1, 2)}


def collect() -> Catalog:
    """Every text with the files it stands in, without dates, so that it changes only with them."""
    catalogue = Catalog(project="Psoas", charset="utf-8", header_comment="# The texts of Psoas.")
    found = extract_from_dir(PACKAGE, METHODS, keywords=KEYWORDS)
    for file, _line, message, comments, context in sorted(found, key=lambda each: each[:2]):
        place = [(f"src/psoas/{file}", None)]
        catalogue.add(message, locations=place, auto_comments=comments, context=context)
    return catalogue


def main() -> None:
    """Write the catalogue."""
    target = PACKAGE / "locale" / "psoas.pot"
    target.parent.mkdir(exist_ok=True)
    with target.open("wb") as file:
        write_po(file, collect(), width=100, omit_header=True)


if __name__ == "__main__":
    main()
