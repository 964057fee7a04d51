"""What keeps the pages to this person and this machine.

Everything here works on the bare ASGI request, before any page sees it: who is asked for (Host),
who asks (Origin), how much they send, and what the browser may load.
"""

from collections.abc import Collection

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

MAX_BODY = 262_144
"""Bytes; a day's events are a few thousand."""
MAX_IMPORT = 64 * 1024 * 1024
"""Bytes; an exported diary of many years."""
SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
LOCAL_NAMES = frozenset({"127.0.0.1", "localhost", "::1"})

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
        " media-src 'self' blob:; connect-src 'self'; form-action 'self'; base-uri 'none';"
        " frame-ancestors 'none'; manifest-src 'self'"
    ),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), screen-wake-lock=(self)",
}


class TooLarge(Exception):
    """More was sent than this door takes."""


class Guard:
    """Refuses what doesn't come from this person's own pages, and sets the safe headers."""

    def __init__(self, app: ASGIApp, hosts: Collection[str] = LOCAL_NAMES) -> None:
        self._app = app
        self._hosts = frozenset(hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        refused = refusal(scope["method"], Headers(scope=scope), self._hosts)
        if refused:
            await refused(scope, receive, _with_headers(send, scope["path"]))
            return
        limit = MAX_IMPORT if scope["path"] == "/settings/import" else MAX_BODY
        try:
            await self._app(scope, _limited(receive, limit), _with_headers(send, scope["path"]))
        except TooLarge:
            answer = PlainTextResponse("That is too much at once. Send less, please.", 413)
            await answer(scope, receive, _with_headers(send, scope["path"]))


def refusal(method: str, headers: Headers, hosts: Collection[str]) -> PlainTextResponse | None:
    """The answer to a request that is not let in, or None."""
    if host_name(headers.get("host", "")) not in hosts:
        return PlainTextResponse(
            "This address is not known here. Open Psoas at the address it printed.", 421
        )
    if method not in SAFE_METHODS and not own_origin(headers):
        return PlainTextResponse(
            "This did not come from Psoas’s own pages, so nothing was changed."
            " Open Psoas and try again there.",
            403,
        )
    return None


def host_name(host: str) -> str:
    """The name in a Host header, without its port."""
    if host.startswith("["):
        return host[1:].partition("]")[0]
    return host.partition(":")[0].lower()


def own_origin(headers: Headers) -> bool:
    """Whether a browser says that the request comes from the page it is sent to."""
    origin = headers.get("origin")
    if origin is None:
        return headers.get("sec-fetch-site") == "same-origin"
    return origin.partition("://")[2] == headers.get("host")


def _limited(receive: Receive, limit: int) -> Receive:
    taken = 0

    async def counted() -> Message:
        nonlocal taken
        message = await receive()
        taken += len(message.get("body", b""))
        if taken > limit:
            raise TooLarge
        return message

    return counted


def _with_headers(send: Send, path: str) -> Send:
    keep = "public, max-age=3600" if path.startswith("/static/") else "no-store"

    async def sent(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            headers.update({**HEADERS, "Cache-Control": keep})
        await send(message)

    return sent
