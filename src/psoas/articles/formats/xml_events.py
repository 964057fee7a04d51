"""Going through XML from start to end, without a tree, entities or anything from outside."""

from typing import Protocol
from xml.parsers import expat

from psoas.articles.formats import limits


class BadXml(Exception):
    """The XML isn't well-formed, or has what no document of ours needs."""


class Taker(Protocol):
    """What is told of each element, by its name without a namespace."""

    def start(self, name: str, given: dict[str, str]) -> None:
        """An element begins."""

    def end(self, name: str) -> None:
        """An element ends."""

    def words(self, text: str) -> None:
        """Words within an element."""


class _Stop(Exception):
    """There was more than may be read."""


class _Counted:
    """Passes on each event, as long as there are not too many."""

    def __init__(self, taker: Taker) -> None:
        self._taker = taker
        self._elements = 0
        self._depth = 0

    def start(self, name: str, given: dict[str, str]) -> None:
        self._elements += 1
        self._depth += 1
        if self._depth > limits.XML_DEPTH:
            raise BadXml
        if self._elements > limits.XML_ELEMENTS:
            raise _Stop
        self._taker.start(_local(name), {_local(key): value for key, value in given.items()})

    def end(self, name: str) -> None:
        self._depth -= 1
        self._taker.end(_local(name))


def go_through(data: bytes, taker: Taker) -> bool:
    """Tell `taker` each event; whether the end was reached before there were too many.

    Raises `BadXml`. A document type, where entities are declared, is refused before it is read.
    """
    counted = _Counted(taker)
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse
    parser.StartElementHandler = counted.start
    parser.EndElementHandler = counted.end
    parser.CharacterDataHandler = taker.words
    try:
        parser.Parse(data, True)
    except _Stop:
        return False
    except (expat.ExpatError, ValueError, LookupError) as broken:
        raise BadXml from broken
    return True


def _refuse(*_declared: object) -> None:
    raise BadXml


def _local(name: str) -> str:
    return name.rpartition(":")[2]
