"""What keeps the pages to this person and this machine.

Everything here works on the bare ASGI request, before any page sees it: who is asked for (Host),
who asks (Origin), how much they send, and what the browser may load.
"""

from collections.abc import Collection

from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from psoas.diary.unpacking import MOST_BYTES
from psoas.messages import gettext
from psoas.web.errors import answer

MAX_BODY = 262_144
"""Bytes; a day's events are a few thousand."""
MAX_IMPORT = MOST_BYTES + 65_536
"""Bytes; the largest copy of a diary, and what a browser sends around it."""
MAX_PAGE = 6 * 1024 * 1024
"""Bytes; a page of 5 MB, and what a browser sends around it."""
LARGER = {"/take/import": MAX_IMPORT, "/read": MAX_PAGE}
"""The doors that take more."""
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


class TooLarge(HTTPException):
    """More was sent than this door takes."""

    def __init__(self) -> None:
        super().__init__(413, gettext("That is too much at once. Send less, please."))


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
        limit = LARGER.get(scope["path"], MAX_BODY)
        refused = refusal(Request(scope), self._hosts, limit)
        safely = _with_headers(send, scope["path"])
        if refused:
            await refused(scope, receive, safely)
        else:
            await self._app(scope, _limited(receive, limit), safely)


def refusal(request: Request, hosts: Collection[str], limit: int) -> Response | None:
    """The answer to a request that is not let in, or None."""
    headers = request.headers
    if host_name(headers.get("host", "")) not in hosts:
        message = gettext(
            "This address is not known here. Open Psoas at the address it printed when it started."
        )
        return answer(request, 421, message)
    if request.method not in SAFE_METHODS and not own_origin(headers):
        message = gettext(
            "This did not come from Psoas’s own pages, so nothing was changed. Open Psoas and try"
            " again there."
        )
        return answer(request, 403, message)
    if _announced(headers) > limit:
        return answer(request, 413, TooLarge().detail)
    return None


def host_name(host: str) -> str:
    """The name in a Host header, without its port."""
    if host.startswith("["):
        return host[1:].partition("]")[0]
    return host.partition(":")[0].lower()


def own_origin(headers: Headers) -> bool:
    """Whether a browser says that the request comes from the page it is sent to."""
    origin, site = headers.get("origin"), headers.get("sec-fetch-site")
    if origin is None:
        return site == "same-origin"
    return site != "cross-site" and origin.partition("://")[2] == headers.get("host")


def _announced(headers: Headers) -> int:
    """Bytes to come, as far as they are told beforehand."""
    told = headers.get("content-length", "")
    return int(told) if told.isdecimal() and len(told) < 20 else MAX_IMPORT + 1 if told else 0


def _limited(receive: Receive, limit: int) -> Receive:
    taken = 0

    async def counted() -> Message:
        nonlocal taken
        message = await receive()
        taken += len(message.get("body", b""))
        if taken > limit:
            raise TooLarge()
        return message

    return counted


def _with_headers(send: Send, path: str) -> Send:
    keep = "public, max-age=3600" if path.startswith("/static/") else "no-store"

    async def sent(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            headers.update(HEADERS)
            headers.setdefault("Cache-Control", keep)
        await send(message)

    return sent
