"""The page of progress, with a young diary and with one of many years: its time and its bytes."""

from collections.abc import Iterator
from itertools import count
from pathlib import Path

from starlette.applications import Starlette
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route
from starlette.testclient import TestClient

from benchmarks.life import lived
from benchmarks.measuring import Size, median_seconds
from benchmarks.planning import NOW
from benchmarks.table import Row
from psoas.diary import Diary, open_diary
from psoas.library import Library
from psoas.practice import Practice
from psoas.web import create_app

LIMIT = 1.0
"""Seconds that the page should take in its usual six weeks."""
ADDRESS = "http://localhost"
YOUNG_WEEKS = 2


def rows(library: Library, diary: Diary, folder: Path, size: Size) -> Iterator[Row]:
    """The usual page of both diaries, and all of the long one at once."""
    young = open_diary(folder / "young")
    try:
        young.add(lived(library, YOUNG_WEEKS, 1))
        yield _row("two weeks", young, library, "/progress", size)
    finally:
        young.close()
    yield _row(size.diary, diary, library, "/progress", size)
    yield _row(f"{size.diary}, all of it shown", diary, library, "/progress?range=all", size, None)


def _row(
    what: str,
    diary: Diary,
    library: Library,
    path: str,
    size: Size,
    limit: float | None = LIMIT,
) -> Row:
    numbers = count()
    practice = Practice(diary, library, lambda: NOW, lambda: f"never-kept-{next(numbers)}")
    repeats = min(size.repeats, 9)
    with TestClient(create_app(practice), base_url=ADDRESS) as psoas:
        page = psoas.get(path)
        if page.status_code != 200:
            raise RuntimeError(f"{path} answered {page.status_code}.")
        seconds = median_seconds(lambda: psoas.get(path), repeats)
    with TestClient(_fixed(page.content), base_url=ADDRESS) as other:
        baseline = median_seconds(lambda: other.get("/"), size.repeats)
    return Row(
        what=f"the page Progress, diary of {what} ({len(page.content) / 1000:.0f} kB)",
        seconds=seconds,
        baseline="a fixed page of that size from bare Starlette",
        baseline_seconds=baseline,
        limit=limit,
    )


def _fixed(content: bytes) -> Starlette:
    def answer(_request: object) -> Response:
        return HTMLResponse(content)

    return Starlette(routes=[Route("/", answer)])
