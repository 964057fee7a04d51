"""Which addresses of the web may be asked: public ones only, and written without tricks."""

import ipaddress
import re
from dataclasses import dataclass
from urllib.parse import quote, urljoin, urlsplit

from psoas.articles.formats.unreadable import UnreadablePage

Ip = ipaddress.IPv4Address | ipaddress.IPv6Address

LONGEST_ADDRESS = 2048
LONGEST_NAME = 253
PORTS = {"http": 80, "https": 443}
HOST_NAME = re.compile(r"[a-z0-9_]([a-z0-9_.-]*[a-z0-9_])?\.?|[0-9a-f:.]*:[0-9a-f:.]*")
"""A name, or numbers with colons."""
SPACES = re.compile(r"[\s\x00-\x1f\x7f\\]")
SAFE = "/%:@!$&'()*+,;=~-._?"

NOT_PUBLIC = tuple(
    map(
        ipaddress.ip_network,
        (
            "0.0.0.0/8",
            "100.64.0.0/10",
            "192.0.0.0/24",
            "192.88.99.0/24",
            "198.18.0.0/15",
            "240.0.0.0/4",
            "64:ff9b:1::/48",
            "100::/64",
            "2001::/23",
            "3fff::/20",
            "5f00::/16",
            "fec0::/10",
        ),
    )
)
"""What the registries of special addresses (RFC 6890) list, where Pythons differ about it."""
CARRIES_AT_ITS_END = tuple(
    map(ipaddress.IPv6Network, ("::/96", "::ffff:0:0/96", "::ffff:0:0:0/96", "64:ff9b::/96"))
)
"""IPv6 addresses that lead to the IPv4 address in their last four bytes."""
SIX_TO_FOUR = ipaddress.IPv6Network("2002::/16")


class Unfetchable(UnreadablePage):
    """A page can't be fetched; its message is one plain sentence for people."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """Where a page is."""

    scheme: str
    host: str
    """In letters that every server knows, without brackets."""
    port: int
    target: str
    """What the server is asked for."""

    @property
    def url(self) -> str:
        """As a person writes it."""
        return f"{self.scheme}://{self.host_header}{self.target}"

    @property
    def host_header(self) -> str:
        """The host as it is told to the server, with its port where that is unusual."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == PORTS[self.scheme] else f"{host}:{self.port}"


def address_of(url: str, ports: frozenset[int] = frozenset(PORTS.values())) -> Address:
    """The parts of an address; raises `Unfetchable` for one that is not asked."""
    if len(url) > LONGEST_ADDRESS or SPACES.search(url):
        raise _not_understood()
    try:
        parts = urlsplit(url)
        port, host = parts.port, _host(parts.hostname or "")
    except ValueError as wrong:
        raise _not_understood() from wrong
    if parts.scheme not in PORTS:
        raise Unfetchable("Psoas only fetches addresses that begin with http:// or https://.")
    if parts.username is not None or parts.password is not None:
        raise Unfetchable("This address has a name or password in it. Leave that out, please.")
    port = PORTS[parts.scheme] if port is None else port
    if port not in ports:
        raise Unfetchable("Psoas only fetches pages from the usual ports of the web, 80 and 443.")
    query = f"?{parts.query}" if parts.query else ""
    target = quote((parts.path or "/") + query, safe=SAFE)
    return Address(scheme=parts.scheme, host=host, port=port, target=target)


def followed(before: Address, location: str, ports: frozenset[int]) -> Address:
    """Where a redirect leads; it is checked like any other address."""
    try:
        url = urljoin(before.url, location)
    except ValueError as wrong:
        raise _not_understood() from wrong
    return address_of(url, ports)


def _host(written: str) -> str:
    host = written if written.isascii() else written.encode("idna").decode("ascii")
    if len(host) > LONGEST_NAME or not HOST_NAME.fullmatch(host.lower()):
        raise ValueError(written)
    return host.lower()


def _not_understood() -> Unfetchable:
    return Unfetchable("This isn't an address of the web. Copy it from your browser and try again.")


def is_public(ip: str) -> bool:
    """Whether a numeric address belongs to the public internet, whatever it is wrapped in."""
    try:
        address = ipaddress.ip_address(ip)
    except ValueError:
        return False
    return _is_open(_carried(address) or address)


def _is_open(address: Ip) -> bool:
    listed = any(address in network for network in NOT_PUBLIC)
    return address.is_global and not (listed or address.is_multicast or address.is_reserved)


def _carried(address: Ip) -> ipaddress.IPv4Address | None:
    """The IPv4 address to which an IPv6 address leads in the end."""
    if isinstance(address, ipaddress.IPv4Address):
        return None
    if address in SIX_TO_FOUR:
        return ipaddress.IPv4Address(address.packed[2:6])
    ends = any(address in network for network in CARRIES_AT_ITS_END)
    return ipaddress.IPv4Address(address.packed[-4:]) if ends else None
