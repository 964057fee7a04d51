"""Pages per second of the command as it is, over loopback, with a connection that is kept."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit

from benchmarks.measuring import Size, median_seconds
from benchmarks.starting import environment
from benchmarks.table import Row, per_second

PAGES = ("/", "/library")


def rows(folder: Path, size: Size) -> Iterator[Row]:
    """How fast the server answers for the diary in `folder`, page by page."""
    data = ["--no-browser", "--port", "0", "--data", str(folder)]
    for path in PAGES:
        with served([sys.executable, "-m", "psoas", "serve", *data], folder) as psoas:
            length, figure = _fetched(psoas, path, size)
        fixed = [sys.executable, "-m", "benchmarks.fixed_page", str(length)]
        with served(fixed, folder) as other:
            _length, baseline = _fetched(other, path, size)
        yield Row(
            what=f"pages per second of {path} ({length / 1024:.0f} kB)",
            seconds=figure,
            baseline="a fixed page of that size from bare Starlette",
            baseline_seconds=baseline,
            shown=per_second,
        )


@contextmanager
def served(command: list[str], folder: Path) -> Iterator[HTTPConnection]:
    """A connection to a server that prints its address on its first line."""
    server = subprocess.Popen(command, env=environment(folder), stdout=subprocess.PIPE, text=True)
    try:
        assert server.stdout
        address = next(word for word in server.stdout.readline().split() if "://" in word)
        with closing(HTTPConnection(urlsplit(address).netloc, timeout=30)) as connection:
            yield connection
    finally:
        server.terminate()
        server.communicate()


def _fetched(connection: HTTPConnection, path: str, size: Size) -> tuple[int, float]:
    """The length of a page, and the median seconds of one request."""
    length = len(_fetch(connection, path))
    return length, median_seconds(lambda: _fetch(connection, path), size.requests)


def _fetch(connection: HTTPConnection, path: str) -> bytes:
    connection.request("GET", path)
    answer = connection.getresponse()
    body = answer.read()
    if answer.status != 200:
        raise RuntimeError(f"{path} answered {answer.status}.")
    return body
