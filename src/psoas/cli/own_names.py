"""The names by which other devices on the network may ask this computer for the pages."""

import socket
from collections.abc import Iterator
from contextlib import suppress

LOCAL = frozenset({"127.0.0.1", "localhost", "::1"})
EVERY = frozenset({"0.0.0.0", "::"})
"""Hosts that stand for every address of this computer."""
FAR = ((socket.AF_INET, "192.0.2.1"), (socket.AF_INET6, "2001:db8::1"))
"""Addresses for documentation, which lead nowhere (RFC 5737, RFC 3849)."""


def names_for(host: str) -> set[str]:
    """What a browser or a calendar may call this computer when it listens on that host.

    On every address these are its own addresses and names, and no other: a page elsewhere can
    then not pretend to be Psoas by a name of its own.
    """
    return {*LOCAL, host.lower(), *(_own() if host in EVERY else ())}


def _own() -> Iterator[str]:
    name = socket.gethostname().lower()
    yield name
    yield f"{name.partition('.')[0]}.local"
    with suppress(OSError):
        for *_rest, address in socket.getaddrinfo(name, None):
            yield _plain(address[0])
    for family, far in FAR:
        with suppress(OSError), socket.socket(family, socket.SOCK_DGRAM) as probe:
            probe.connect((far, 9))  # Nothing is sent: it only chooses the way out.
            yield _plain(probe.getsockname()[0])


def _plain(address: object) -> str:
    """Without the name of the network card, which a browser doesn't send."""
    return str(address).partition("%")[0].lower()
