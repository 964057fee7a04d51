"""A small server on this machine that says exactly what a test wants, byte by byte."""

import socket
import ssl
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from threading import Thread

CERTIFICATE = Path(__file__).parent / "example_test.pem"
"""Made for these tests: the name example.test, proven by nobody but itself."""


class Server:
    """Answers each path with its bytes; keeps what it was asked and which names it was told."""

    def __init__(self, encrypted=False):
        self.answers = {}
        self.asked = []
        self.names = []
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.port = self._socket.getsockname()[1]
        self._encryption = self._context() if encrypted else None
        Thread(target=self._serve, daemon=True).start()

    def _context(self):
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(CERTIFICATE)
        context.sni_callback = lambda _socket, name, _context: self.names.append(name)
        return context

    def close(self):
        self._socket.close()

    def _serve(self):
        with suppress(OSError):
            while True:
                connection, _place = self._socket.accept()
                Thread(target=self._answer, args=(connection,), daemon=True).start()

    def _answer(self, connection):
        with suppress(OSError):
            if self._encryption:
                connection = self._encryption.wrap_socket(connection, server_side=True)
            with connection:
                self._say(connection)

    def _say(self, connection):
        request = b""
        while b"\r\n\r\n" not in request:
            request += connection.recv(4096)
        self.asked.append(request.decode())
        answer = self.answers[request.split()[1].decode()]
        for piece in [answer] if isinstance(answer, bytes) else answer:
            connection.sendall(piece)
        connection.recv(1)


def page(body=b"", kind="text/html", status="200 OK", **headers) -> bytes:
    """An answer as a server sends it."""
    given = {name.replace("_", "-"): value for name, value in headers.items()}
    told = {"Content-Type": kind, "Content-Length": len(body), **given}
    lines = [f"{name}: {value}" for name, value in told.items() if value != ""]
    return "\r\n".join([f"HTTP/1.1 {status}", *lines, "", ""]).encode() + body


def moved(to, status="302 Found"):
    """An answer that leads on."""
    return page(status=status, Location=to)


def endless(beginning: bytes, piece: bytes) -> Iterable[bytes]:
    """Bytes that never end."""
    yield beginning
    while True:
        yield piece
