"""Bytes into characters: what the bytes themselves say, then UTF-8, then Windows."""

import codecs
import re

BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
WINDOWS = "cp1252"
KNOWN = re.compile(
    r"utf-?8|utf-16(le|be)?|windows-125[0-8]|iso-8859-\d{1,2}|koi8-[ru]|gb2312|gbk|gb18030|big5"
    r"|shift_jis|euc-(jp|kr)",
    re.IGNORECASE,
)
"""Encodings that pages of the web name; others that Python knows are no encodings of text."""
MEANS_WINDOWS = re.compile(r"iso-?8859-?1|latin-?1|(us-)?ascii", re.IGNORECASE)
"""What browsers read as Windows-1252, because pages that say so mostly are."""
META = re.compile(
    rb"<meta[^>]{0,200}?charset\s{0,5}=\s{0,5}[\"']?\s{0,5}([\w-]{1,30})", re.IGNORECASE
)
META_WITHIN = 4096
"""Bytes in which a page names its encoding."""
SAMPLE = 4096
MOST_BROKEN = 10
"""Of so many letters beyond ASCII one may be broken, and it is still taken for UTF-8."""


def decoded(data: bytes, told: str | None = None) -> str:
    """The characters of `data`; `told` is the encoding that was named outside or inside of it.

    A byte order mark comes first and is no part of the text; what fits no encoding becomes �.
    """
    for mark, encoding in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, errors="replace")
    named = known(told)
    if named:
        return data.decode(named, errors="replace")
    return _guessed(data)


def _guessed(data: bytes) -> str:
    unmarked = _two_bytes_each(data[:SAMPLE])
    if unmarked:
        return data.decode(unmarked, errors="replace")
    text = data.decode("utf-8", errors="replace")
    beyond = len(text) - len(text.encode("ascii", errors="ignore"))
    broken = text.count("\N{REPLACEMENT CHARACTER}") > beyond / MOST_BROKEN
    return data.decode(WINDOWS, errors="replace") if broken else text


def known(told: str | None) -> str | None:
    """The encoding that a name means to a browser; None where it means nothing we read."""
    name = (told or "").strip()
    if MEANS_WINDOWS.fullmatch(name):
        return WINDOWS
    if not KNOWN.fullmatch(name):
        return None
    try:
        return codecs.lookup(name).name
    except LookupError:
        return None


def charset_of(data: bytes) -> str | None:
    """The encoding that a page of the web names in its head."""
    found = META.search(data[:META_WITHIN])
    name = found[1].decode("ascii") if found else None
    # A page whose head can be read byte by byte isn't written in two bytes each, whatever it says.
    return "utf-8" if name and name.lower().startswith("utf-16") else name


def _two_bytes_each(sample: bytes) -> str | None:
    """UTF-16 without its mark: of Latin letters, every other byte is zero."""
    pairs = len(sample) // 2
    zeros = sample[: 2 * pairs : 2].count(0), sample[1 : 2 * pairs : 2].count(0)
    if pairs and zeros[0] == 0 and zeros[1] > 0.8 * pairs:
        return "utf-16-le"
    return "utf-16-be" if pairs and zeros[1] == 0 and zeros[0] > 0.8 * pairs else None
