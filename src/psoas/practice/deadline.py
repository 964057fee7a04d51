"""One deadline over everything: looking up, connecting, every byte that comes in."""

import io
import socket
import time
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, field
from threading import Thread
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

Clock = Callable[[], float]
"""Seconds that only ever go up."""
Found = TypeVar("Found")


@dataclass(frozen=True, slots=True)
class Deadline:
    """A moment after which everything stops with `TimeoutError`."""

    seconds: float
    clock: Clock = time.monotonic
    _ends: float = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_ends", self.clock() + self.seconds)

    def left(self) -> float:
        """Seconds left; raises `TimeoutError` when there are none."""
        left = self._ends - self.clock()
        if left <= 0:
            raise TimeoutError
        return left


def within(deadline: Deadline, work: Callable[[], Found]) -> Found:
    """What `work` returns or raises, in time; work that can't be stopped is left to itself."""
    future: Future[Found] = Future()

    def run() -> None:
        try:
            future.set_result(work())
        except Exception as error:
            future.set_exception(error)

    Thread(target=run, daemon=True).start()
    return future.result(timeout=deadline.left())


class TimedBytes(io.RawIOBase):
    """The bytes that a connection brings; each read has only the time that is left."""

    def __init__(self, connection: socket.socket, deadline: Deadline) -> None:
        self._connection = connection
        self._deadline = deadline

    def readable(self) -> bool:
        """It is."""
        return True

    def readinto(self, buffer: "WriteableBuffer") -> int:
        """Some bytes."""
        self._connection.settimeout(self._deadline.left())
        return self._connection.recv_into(buffer)

    def makefile(self, _mode: str) -> io.BufferedReader:
        """As `http.client` asks a connection for what it reads from."""
        return io.BufferedReader(self)
