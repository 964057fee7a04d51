"""Text as the patterns see it: small letters, plain quotes and dashes, nothing moved."""

_QUOTES, _DASHES = "\u2018\u2019\u02bc`", "\u2010\u2011\u2012\u2013\u2014\u2212"
_BLANKS = "\u00a0\u2009\u202f\t\n\r*_"
_SAME = {
    **str.maketrans(dict.fromkeys(_QUOTES, "'")),
    **str.maketrans(dict.fromkeys(_DASHES, "-")),
    **str.maketrans(dict.fromkeys(_BLANKS, " ")),
    **str.maketrans({"\u201c": '"', "\u201d": '"', "×": "x", "\u2715": "x"}),
}


_ASCII = bytes(range(128)).lower().translate(bytes.maketrans(b"`\t\n\r*_", b"'     ")).ljust(256)
"""The same for text of English letters only, as most is."""


def plain(text: str) -> str:
    """The text for matching: as long as it was, so that every offset stays true."""
    if text.isascii():
        return text.encode("ascii").translate(_ASCII).decode("ascii")
    said = text.translate(_SAME)
    small = said.lower()
    if len(small) == len(said):
        return small
    return "".join(low if len(low := letter.lower()) == 1 else letter for letter in said)
