"""The parts of a Word file that are read, unpacked within limits."""

import io
import re
import zipfile
import zlib

from psoas.articles.formats import limits
from psoas.articles.formats.unreadable import UnreadablePage

DOCUMENT = re.compile(r"word/document\d{0,3}\.xml")
MEMBER = b"PK\x01\x02"
"""Before each entry of a zip file's list of contents."""
STYLES, NUMBERING = "word/styles.xml", "word/numbering.xml"


def broken_file() -> UnreadablePage:
    """The error for a Word file that can't be unpacked or isn't well-formed."""
    return UnreadablePage(
        "This Word file is broken, so it can't be read. Save it anew, or paste its text."
    )


def parts_of(data: bytes) -> dict[str, bytes]:
    """The document, its styles and its numbering, by name; those that are missing are left out.

    Raises `UnreadablePage` for what isn't a Word file, is broken, or unpacks to too much.
    """
    if data.count(MEMBER) > limits.ZIP_MEMBERS:
        raise _too_much()
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            members = packed.infolist()
            _check(members)
            wanted = [
                _document(members),
                *(m for m in members if m.filename in (STYLES, NUMBERING)),
            ]
            return {_role(member): _unpacked(packed, member) for member in wanted}
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError) as broken:
        raise broken_file() from broken


def _check(members: list[zipfile.ZipInfo]) -> None:
    """All sizes as they are announced, before anything is unpacked."""
    if sum(member.file_size for member in members) > limits.ZIP_BYTES_UNPACKED:
        raise _too_much()
    for member in members:
        if member.file_size > limits.ZIP_RATIO * max(1, member.compress_size):
            raise _too_much()


def _document(members: list[zipfile.ZipInfo]) -> zipfile.ZipInfo:
    for member in members:
        if DOCUMENT.fullmatch(member.filename):
            return member
    raise UnreadablePage(
        "This packed file isn't a Word document (.docx). Unpack it, or save what is in it as .docx"
        " or PDF."
    )


def _role(member: zipfile.ZipInfo) -> str:
    return member.filename if member.filename in (STYLES, NUMBERING) else "document"


def _unpacked(packed: zipfile.ZipFile, member: zipfile.ZipInfo) -> bytes:
    """A part; never more of it than may be, whatever was announced."""
    with packed.open(member) as part:
        found = part.read(limits.XML_BYTES + 1)
    if len(found) > limits.XML_BYTES:
        raise _too_much()
    return found


def _too_much() -> UnreadablePage:
    return UnreadablePage(
        "This Word file unpacks to far more than an article needs, so Psoas leaves it alone. Paste"
        " the text that you want."
    )
