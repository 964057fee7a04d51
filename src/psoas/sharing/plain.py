"""Text that any other program can hold."""

import unicodedata


def plain(text: str) -> str:
    """The text without what no file format may carry: control signs and halves of letters.

    Line ends become the plain one, and tabs a blank.
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    return "".join(sign for sign in lines if sign == "\n" or _fits(sign))


def one_line(text: str) -> str:
    """The same on one line."""
    return " ".join(plain(text).split())


def _fits(sign: str) -> bool:
    """Neither a control sign, half a letter, nor a code point that is no letter at all."""
    return unicodedata.category(sign) not in ("Cc", "Cs") and ord(sign) & 0xFFFE != 0xFFFE
