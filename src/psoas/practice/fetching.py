"""Fetching the one page whose address a person gave, and nothing else.

A name is looked up once, every number that it leads to must be public, and the connection goes to
one of just these numbers; a redirect begins all that anew. No cookies, no scripts, no proxy.
"""

import socket
import ssl
import time
import zlib
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from http.client import HTTPException, HTTPResponse
from typing import TypeAlias, cast
from urllib.parse import unquote

from psoas.articles.formats import limits
from psoas.articles.formats.decoding import decoded, known
from psoas.practice.addresses import (
    PORTS,
    Address,
    Unfetchable,
    address_of,
    followed,
    is_public,
)
from psoas.practice.deadline import Clock, Deadline, TimedBytes, within

Fetch: TypeAlias = Callable[[str], tuple[bytes, str]]
"""Gets the one page whose address a person gives: its bytes and its name."""

SECONDS = 10
"""For everything together: looking up, connecting, redirects, every byte."""
REDIRECTS = 5
MOST_NUMBERS = 4
"""Of one name, that are tried in turn."""
CHUNK = 65_536
LONGEST_NAME = 120
LEADS_ON = frozenset({301, 302, 303, 307, 308})
NOT_LET_IN = frozenset({401, 402, 403, 407, 429, 451})
NOT_THERE = frozenset({404, 410})
OF_TEXT = frozenset({"text/html", "text/plain", "text/markdown", "application/xhtml+xml"})
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
TYPES = OF_TEXT | {"application/pdf", WORD}
PACKED = frozenset({"gzip", "x-gzip", "deflate"})
ANY_WRAPPING = zlib.MAX_WBITS | 32
USER_AGENT = "Psoas (reads one page for one person)"


def look_up(host: str, port: int) -> list[str]:
    """The numeric addresses of a name."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return [str(place[0]) for *_, place in found]


@dataclass(frozen=True, slots=True, kw_only=True)
class Web:
    """How the web is reached, and how much of it; tests hand in another."""

    look_up: Callable[[str, int], Sequence[str]] = look_up
    may_ask: Callable[[str], bool] = is_public
    """Whether a numeric address may be connected to."""
    ports: frozenset[int] = frozenset(PORTS.values())
    clock: Clock = time.monotonic
    seconds: float = SECONDS
    most_bytes: int = limits.BYTES_IN
    encryption: Callable[[], ssl.SSLContext] = field(default=ssl.create_default_context)


THE_WEB = Web()


def fetch(address: str, web: Web = THE_WEB) -> tuple[bytes, str]:
    """The bytes of the page at an address and its name, for `page_of`.

    Raises `Unfetchable` with one plain sentence, whatever goes wrong.
    """
    deadline = Deadline(web.seconds, web.clock)
    asked = address_of(address.strip(), web.ports)
    try:
        return _through_redirects(asked, web, deadline)
    except TimeoutError as late:
        raise Unfetchable(
            "The page took too long to come. Try again later, or paste its text."
        ) from late
    except ssl.SSLCertVerificationError as unsafe:
        raise Unfetchable(
            "The page can't be fetched safely: {host} doesn't prove who it is. Open it in your"
            " browser, and paste its text.",
            host=asked.host,
        ) from unsafe
    except (OSError, EOFError, HTTPException, ValueError, zlib.error) as broken:
        raise Unfetchable(
            "{host} can't be reached, or its answer broke off. Check the address and your"
            " connection, or paste the text of the page.",
            host=asked.host,
        ) from broken


def _through_redirects(address: Address, web: Web, deadline: Deadline) -> tuple[bytes, str]:
    for _ in range(REDIRECTS + 1):
        answer = _ask(address, web, deadline)
        if isinstance(answer, bytes):
            return answer, name_of(address)
        address = answer
    raise Unfetchable(
        "This address leads on and on to others. Open it in your browser, and paste its text."
    )


def _ask(address: Address, web: Web, deadline: Deadline) -> bytes | Address:
    """What one server says: the page, or where else it is."""
    with closing(_connected(address, web, deadline)) as connection:
        connection.settimeout(deadline.left())
        connection.sendall(_request(address))
        source = cast(socket.socket, TimedBytes(connection, deadline))
        with closing(HTTPResponse(source, method="GET")) as response:
            response.begin()
            location = response.getheader("Location")
            if response.status in LEADS_ON and location:
                return followed(address, location, web.ports)
            _check(response, address)
            return _in_utf8(_body(response, web.most_bytes), response)


def _connected(address: Address, web: Web, deadline: Deadline) -> socket.socket:
    """A connection to one of the numbers that were checked, and to no other."""
    numbers = within(deadline, lambda: web.look_up(address.host, address.port))
    if not numbers or not all(map(web.may_ask, numbers)):
        raise Unfetchable(
            "{host} isn't on the public internet, so Psoas doesn't ask it.", host=address.host
        )
    plain = _first_that_answers(numbers[:MOST_NUMBERS], address.port, deadline)
    if address.scheme == "http":
        return plain
    plain.settimeout(deadline.left())
    try:
        return web.encryption().wrap_socket(plain, server_hostname=address.host)
    except BaseException:
        plain.close()
        raise


def _first_that_answers(numbers: Sequence[str], port: int, deadline: Deadline) -> socket.socket:
    """Each number gets its share of the time, so that a silent one doesn't use up all of it."""
    *others, last = numbers
    for tried, number in enumerate(others):
        try:
            share = deadline.left() / (len(numbers) - tried)
            return socket.create_connection((number, port), timeout=share)
        except OSError:
            continue
    return socket.create_connection((last, port), timeout=deadline.left())


def _request(address: Address) -> bytes:
    lines = (
        f"GET {address.target} HTTP/1.1",
        f"Host: {address.host_header}",
        f"User-Agent: {USER_AGENT}",
        f"Accept: {', '.join(sorted(TYPES))}",
        "Accept-Encoding: identity",
        "Connection: close",
    )
    return "".join(f"{line}\r\n" for line in (*lines, "")).encode("ascii")


def _check(response: HTTPResponse, address: Address) -> None:
    """Whether the answer is a page of a kind that is read."""
    if response.status in NOT_THERE:
        raise Unfetchable("There is no page at this address. Check it, please.")
    if response.status in NOT_LET_IN:
        raise Unfetchable(
            "{host} doesn't let Psoas in. Open the page in your browser, and paste its text.",
            host=address.host,
        )
    if response.status != 200:
        raise Unfetchable(
            "{host} couldn't give the page (it answered {status}). Try again later.",
            host=address.host,
            status=response.status,
        )
    if not response.getheader("Content-Type") or response.headers.get_content_type() not in TYPES:
        raise Unfetchable(
            "There is no article at this address: Psoas reads pages of the web, text, PDF and Word"
            " (.docx)."
        )


def _body(response: HTTPResponse, most: int) -> bytes:
    """All that was sent, unpacked where it was packed; raises when it is too much."""
    unpacking = _Unpacking(response.getheader("Content-Encoding", "identity"))
    body = bytearray()
    while chunk := response.read(CHUNK):
        body += unpacking.take(chunk, most + 1 - len(body))
        if len(body) > most:
            raise Unfetchable(
                "This page is larger than 5 MB, and Psoas doesn't fetch that much. Copy the part"
                " that you want and paste it."
            )
    if response.length or not unpacking.whole:
        raise EOFError
    return bytes(body)


class _Unpacking:
    """Turns what was sent into the page, never into more than is asked for."""

    def __init__(self, encoding: str) -> None:
        self._packed = zlib.decompressobj(ANY_WRAPPING) if encoding.lower() in PACKED else None
        if self._packed is None and encoding.lower() != "identity":
            raise ValueError(encoding)

    @property
    def whole(self) -> bool:
        """Whether the end has come."""
        return self._packed is None or self._packed.eof

    def take(self, chunk: bytes, room: int) -> bytes:
        """At most `room` bytes of what a piece unpacks to."""
        return self._packed.decompress(chunk, room) if self._packed else chunk


def _in_utf8(body: bytes, response: HTTPResponse) -> bytes:
    """Text as UTF-8 that says so, where only the answer told how it was written."""
    told = known(response.headers.get_content_charset())
    if response.headers.get_content_type() not in OF_TEXT or told in (None, "utf-8"):
        return body
    return decoded(body, told).encode("utf-8-sig")


def name_of(address: Address) -> str:
    """The last part of where a page is, or its host; never anything that a terminal would obey."""
    path = address.target.partition("?")[0]
    last = unquote(path.rpartition("/")[2]) or address.host
    return "".join(letter for letter in last if letter.isprintable())[:LONGEST_NAME]
