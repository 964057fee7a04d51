"""The figures as lines for the terminal."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

WIDTH = 76
HEADING = "Medians. Times over: how many times its baseline each figure takes."


def milliseconds(seconds: float) -> str:
    """A duration as people read it."""
    return f"{seconds * 1000:,.2f} ms"


def per_second(seconds: float) -> str:
    """The duration of one as how many fit into a second."""
    return f"{1 / seconds:,.0f} a second"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One figure, in seconds, beside its baseline."""

    what: str
    seconds: float
    baseline: str
    baseline_seconds: float
    limit: float | None = None
    """Seconds that it may take; None: no limit is set."""
    shown: Callable[[float], str] = milliseconds

    @property
    def ratio(self) -> float:
        """How many times its baseline it takes."""
        return self.seconds / self.baseline_seconds

    def lines(self) -> Iterator[str]:
        """The figure, its baseline, and the limit where there is one."""
        yield _line(self.what, self.shown(self.seconds))
        yield _line(f"    beside {self.baseline}", self.shown(self.baseline_seconds))
        yield _line("    times over", f"{self.ratio:,.2f}")
        if self.limit:
            kept = "kept" if self.seconds <= self.limit else "NOT kept"
            yield _line("    limit", f"{self.shown(self.limit)}, {kept}")


def _line(what: str, figure: str) -> str:
    return f"{what:{WIDTH}} {figure:>14}"


def show(rows: Iterable[Row]) -> None:
    """Print each row as soon as it is known."""
    print(HEADING)
    for row in rows:
        print("", *row.lines(), sep="\n", flush=True)
