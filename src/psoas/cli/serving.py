"""Serving the pages to this person's own browser."""

import errno
import os
import socket
import sys
import threading
from collections.abc import Callable, Sequence
from importlib.resources import files
from typing import TYPE_CHECKING

import click

from psoas.cli.errors import Broken, Refused
from psoas.cli.folders import data_option
from psoas.cli.own_names import LOCAL, names_for
from psoas.cli.places import opened_practice
from psoas.messages import gettext as _

if TYPE_CHECKING:
    from fastapi import FastAPI

HOST, PORT = "127.0.0.1", 8765
TRIES = 20
"""How many ports are tried, counted up from the wished one."""
FRONT_END = files("psoas") / "web" / "static" / "dist" / "session.js"

OPEN_TO_OTHERS = _(
    "Warning: with this address anyone on your network can read and change your diary; use it only"
    " where you trust everyone."
)
NOT_BUILT = _(
    "The script and style of the pages are missing. Run `make setup`, or install Psoas again with"
    " `pip install .` in its folder."
)


@click.command()
@click.option("--host", default=HOST, show_default=True, help="The address to listen on.")
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=PORT,
    show_default=True,
    help="The port; if it is taken, the next free one.",
)
@click.option("--no-browser", is_flag=True, help="Don't open the browser.")
@data_option
def serve(host: str, port: int, no_browser: bool) -> None:
    """Serve Psoas and open it in your browser; Ctrl-C ends it."""
    serve_at(host, port, open_page=None if no_browser else open_in_browser)


def serve_at(
    host: str = HOST, port: int = PORT, open_page: Callable[[str], None] | None = None
) -> None:
    """Serve until Ctrl-C."""
    if not FRONT_END.is_file():
        raise Broken(NOT_BUILT)
    from psoas.web import create_app

    with opened_practice() as practice, listening(host, port) as server:
        practice.diary.check()
        taken = server.getsockname()[1]
        if host not in LOCAL:
            click.echo(OPEN_TO_OTHERS, err=True)
        if port not in (0, taken):
            other = _("Port {port} is taken, so Psoas uses {other}.").format(port=port, other=taken)
            click.echo(other, err=True)
        address = address_of(host, taken)
        click.echo(_("Psoas is at {address} (Ctrl-C ends it).").format(address=address))
        if open_page:
            threading.Thread(target=open_page, args=(address,), daemon=True).start()
        _run(create_app(practice, names_for(host)), server)


def listening(host: str, port: int) -> socket.socket:
    """A socket that already takes connections; the next free port where the wished one is taken.

    Raises `Refused` with what to do.
    """
    if not host.strip():
        raise Refused(_("No address was named. Try --host {host}.").format(host=HOST))
    ports = candidates(port)
    for candidate in ports:
        try:
            return _bound(host, candidate)
        except PermissionError as error:
            closed = _("You may not use port {port}. Try --port {usual}.")
            raise Refused(closed.format(port=candidate, usual=PORT)) from error
        except OSError as error:
            if error.errno != errno.EADDRINUSE:
                deaf = _("Psoas can't listen on {host}. Try --host {usual}.")
                raise Refused(deaf.format(host=host, usual=HOST)) from error
    taken = _("Ports {first} to {last} are all taken. Try another --port.")
    raise Refused(taken.format(first=ports[0], last=ports[-1]))


def candidates(port: int) -> Sequence[int]:
    """The ports to try; 0 lets the computer choose."""
    return [0] if port == 0 else range(port, min(port + TRIES, 65536))


def _bound(host: str, port: int) -> socket.socket:
    family, kind, protocol, _, address = socket.getaddrinfo(
        host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
    )[0]
    server = socket.socket(family, kind, protocol)
    try:
        if os.name == "posix":
            server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        server.bind(address)
        server.listen()
    except OSError:
        server.close()
        raise
    return server


def address_of(host: str, port: int) -> str:
    """The address for a browser."""
    return f"http://[{host}]:{port}/" if ":" in host else f"http://{host}:{port}/"


def _run(app: "FastAPI", server: socket.socket) -> None:
    import uvicorn

    config = uvicorn.Config(app, log_level="warning", access_log=False)
    try:
        uvicorn.Server(config).run(sockets=[server])
    except KeyboardInterrupt:
        # Ctrl-C is the ordinary way to end it.
        return


def open_in_browser(address: str) -> None:
    """Open the person's browser, where there is a screen to show one."""
    import webbrowser

    if has_screen():
        webbrowser.open(address)


def has_screen() -> bool:
    """Whether a window can be shown: without one a text browser would take over the terminal."""
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
