"""The one error of reading a page."""

from collections.abc import Callable


class UnreadablePage(Exception):
    """A page can't be read; its message is one plain sentence for people.

    The message may have names in braces, which `values` fill, so that it can be translated.
    """

    def __init__(self, message: str, **values: object) -> None:
        super().__init__(message.format(**values))
        self.message = message
        self.values = values

    def said(self, translate: Callable[[str], str]) -> str:
        """The sentence in another language."""
        return translate(self.message).format(**self.values)
