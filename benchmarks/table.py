"""The figures as a table for the terminal."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from rich.console import Console
from rich.table import Table

HEADINGS = ("what", "figure", "baseline of the same run", "figure", "ratio", "limit")


def milliseconds(seconds: float) -> str:
    """A duration as people read it."""
    return f"{seconds * 1000:.2f} ms"


def per_second(seconds: float) -> str:
    """A duration of one as how many fit into a second."""
    return f"{1 / seconds:.0f} /s"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One figure, in seconds, beside its baseline."""

    what: str
    seconds: float
    baseline: str
    baseline_seconds: float
    limit: float | None = None
    """Seconds that the issue allows; None: none is set."""
    shown: Callable[[float], str] = milliseconds

    @property
    def ratio(self) -> float:
        """How many times its baseline it takes."""
        return self.seconds / self.baseline_seconds

    @property
    def verdict(self) -> str:
        """The limit, and whether it is kept."""
        if self.limit is None:
            return ""
        kept = "kept" if self.seconds < self.limit else "PASSED"
        return f"{self.limit * 1000:.0f} ms: {kept}"

    def cells(self) -> tuple[str, ...]:
        """As the table shows it."""
        figure, baseline = self.shown(self.seconds), self.shown(self.baseline_seconds)
        return (self.what, figure, self.baseline, baseline, f"{self.ratio:.2f} x", self.verdict)


def show(rows: Iterable[Row]) -> None:
    """Print the rows, as wide as they need."""
    table = Table(title="Medians; the ratio is in time taken, so less is faster")
    for number, heading in enumerate(HEADINGS):
        table.add_column(heading, justify="left" if number in (0, 2, 5) else "right", no_wrap=True)
    for row in rows:
        table.add_row(*row.cells())
    console = Console()
    wanted = console.measure(table).maximum
    Console(width=max(wanted, console.width)).print(table)
