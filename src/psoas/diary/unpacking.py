"""A file that is said to be a copy of a diary: nothing in it is believed before it was looked at.

How large it is, what kind of file, whether it is whole; each refused in one plain sentence.
"""

import json
import math
from collections.abc import Iterable
from typing import Any, NoReturn

FORMAT = "psoas-diary/1"
FAMILY = FORMAT.partition("/")[0]
MOST_BYTES = 200 * 1024 * 1024
"""Ten years of five sessions a week are 68 MB; nobody has brought thirty yet."""
MOST_PARTS = 10_000_000
"""Values in a file, which take memory however short they are; ten years have 3 million."""

OTHER_FILES = (
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a ZIP file"),
    (b"\x1f\x8b", "a compressed file"),
    (b"SQLite format 3\0", "a database"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
)
"""How files begin that are easily taken for a copy."""


class BadExport(ValueError):
    """A file that is no export of Psoas; the message says what is wrong with it."""


def too_large() -> BadExport:
    """The error for a file that is larger than any diary."""
    return BadExport(
        f"This file is larger than any diary ({MOST_BYTES // 1024**2} MB at most), so nothing was"
        " added. Choose another file."
    )


def unpacked(content: bytes) -> object:
    """The JSON values of a file; raises `BadExport` where it can't be a copy of a diary."""
    if len(content) > MOST_BYTES or _parts(content) > MOST_PARTS:
        raise too_large()
    for begins, kind in OTHER_FILES:
        if content.startswith(begins):
            raise BadExport(
                f"This is {kind}, not a copy that Psoas saved, so nothing was added. Choose another"
                " file."
            )
    try:
        return json.loads(
            content.decode("utf-8-sig"),
            object_pairs_hook=_once,
            parse_constant=_no_number,
            parse_float=_number,
        )
    except (ValueError, RecursionError):
        raise _broken(content) from None


def _parts(content: bytes) -> int:
    """At least how many values there are, without reading them."""
    return sum(map(content.count, (b"{", b"[", b",")))


def _broken(content: bytes) -> BadExport:
    """What to say of a file that isn't JSON: one of ours that was damaged, or another's."""
    if FAMILY.encode() in content[:200]:
        return damaged("it is cut off, or was changed on the way")
    return BadExport(
        "This is not a copy that Psoas saved, so nothing was added. Choose another file."
    )


def damaged(how: str) -> BadExport:
    """The error for a copy that isn't what it was."""
    return BadExport(f"This copy is damaged: {how}. Nothing was added; choose another copy.")


def foreign(document: object) -> BadExport:
    """The error for JSON values that are no diary of this version."""
    told = document if isinstance(document, dict) else {}
    if "resourceType" in told:
        said = (
            "This is a health record (FHIR), which Psoas can write but not read. Choose the copy"
            " that it saved of your diary."
        )
    elif str(told.get("format", "")).startswith(f"{FAMILY}/"):
        said = (
            "This copy was saved by another version of Psoas, so nothing was added. Update Psoas,"
            " then try again."
        )
    else:
        said = "This is not a copy that Psoas saved, so nothing was added. Choose another file."
    return BadExport(said)


def _once(pairs: Iterable[tuple[str, Any]]) -> dict[str, Any]:
    """An object; of a key that comes twice nobody knows which one was meant."""
    listed = list(pairs)
    found = dict(listed)
    if len(found) != len(listed):
        raise ValueError("a key is there twice")
    return found


def _no_number(word: str) -> NoReturn:
    raise ValueError(f"“{word}” is not a number")


def _number(text: str) -> float:
    """A number that is one: JSON has none without end, but may write one too large."""
    value = float(text)
    if math.isinf(value):
        raise ValueError(f"“{text}” is too large a number")
    return value
