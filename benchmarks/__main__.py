"""`python -m benchmarks` prints every figure; with `--quick` it only tries to take each."""

import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks import (
    articles,
    figure,
    frames,
    pages,
    paper,
    planning,
    progress,
    sharing,
    starting,
    verdicts,
)
from benchmarks.measuring import FULL, QUICK, Size
from benchmarks.table import Row, show
from psoas.library import load


def rows(folder: Path, size: Size) -> Iterator[Row]:
    """Every figure, with what is slow to make shared between them."""
    library = load()
    yield verdicts.row(library, size)
    yield from figure.rows(library, size)
    yield from articles.rows(library, size)
    diary = planning.filled(folder / "diary", library, size)
    try:
        yield from planning.rows(library, diary, size)
        yield from sharing.rows(library, diary, size)
        yield from progress.rows(library, diary, folder, size)
        yield from paper.rows(library, diary, folder, size)
    finally:
        diary.close()
    yield starting.row(folder, size)
    yield from pages.rows(folder / "diary", size)
    yield from frames.rows(folder / "diary", size)


def main() -> None:
    """Measure, then print."""
    size = QUICK if "--quick" in sys.argv[1:] else FULL
    with TemporaryDirectory() as folder:
        show(rows(Path(folder), size))
    if size.scored:
        print(*articles.scores(), sep="\n")


if __name__ == "__main__":
    main()
