"""The words of the pages and of the terminal, from gettext catalogues."""

import gettext as library
from functools import cache
from importlib.resources import files

DOMAIN = "psoas"


@cache
def catalogue(language: str = "en_GB") -> library.NullTranslations:
    """The catalogue of a language; British English where there is none."""
    folder = str(files("psoas") / "locale")
    return library.translation(DOMAIN, folder, [language], fallback=True)


def gettext(message: str) -> str:
    """A text in the person's language."""
    return catalogue().gettext(message)


def ngettext(one: str, many: str, count: int) -> str:
    """A text that depends on a number."""
    return catalogue().ngettext(one, many, count)
