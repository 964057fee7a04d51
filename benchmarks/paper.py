"""What is printed: the report and the sheet, of a young diary and of one of many years."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path

import typst

from benchmarks.life import lived
from benchmarks.measuring import Size, median_seconds
from benchmarks.planning import NOW
from benchmarks.table import Row
from psoas.diary import Diary, open_diary
from psoas.drawing.gallery import Gallery
from psoas.library import Library
from psoas.practice import Practice
from psoas.practice.reporting import USUAL_RANGE, report_of, todays_sheet
from psoas.progress.ranges import Range
from psoas.sharing.report import report_pdf
from psoas.sharing.sheet import sheet_pdf

YOUNG_WEEKS = 2
BEFORE_THE_CHECK = NOW - timedelta(days=1)
"""The next day the safety check is due, and a sheet lists no exercise."""
BLANK = b'#set document(title: "Blank")\n#set text(lang: "en")\n= Blank\n#lorem(400)'
LIMIT = 2.0
"""Seconds that somebody may wait for the usual report or a sheet."""


def rows(library: Library, diary: Diary, folder: Path, size: Size) -> Iterator[Row]:
    """Both papers of both diaries, and the report of all of the long one."""
    repeats = min(size.repeats, 9)
    blank = median_seconds(_blank, repeats)
    young = open_diary(folder / "young-on-paper")
    try:
        young.add(lived(library, YOUNG_WEEKS, 1))
        yield _report(library, young, USUAL_RANGE, "two weeks", repeats, blank, LIMIT)
        yield from _sheets(library, young, repeats, blank)
    finally:
        young.close()
    yield _report(library, diary, USUAL_RANGE, size.diary, repeats, blank, LIMIT)
    yield _report(library, diary, Range.ALL, f"{size.diary}, all of it told", 1, blank)


def _report(
    library: Library,
    diary: Diary,
    chosen: Range,
    what: str,
    repeats: int,
    blank: float,
    limit: float | None = None,
) -> Row:
    practice = _practice(library, diary)
    return _row(
        f"the report, diary of {what}",
        lambda: report_pdf(report_of(practice, chosen), NOW),
        repeats,
        blank,
        limit,
    )


def _sheets(library: Library, diary: Diary, repeats: int, blank: float) -> Iterator[Row]:
    """With its figures drawn for it, and once they are there."""
    practice, known = _practice(library, diary, BEFORE_THE_CHECK), Gallery(library)

    def sheet(gallery: Gallery) -> bytes:
        return sheet_pdf(todays_sheet(practice, gallery, {}), BEFORE_THE_CHECK)

    drawn = "a session as a sheet, its figures drawn for it"
    yield _row(drawn, lambda: sheet(Gallery(library)), 1, blank)
    yield _row("the same with figures that are there", lambda: sheet(known), repeats, blank, LIMIT)


def _practice(library: Library, diary: Diary, now: datetime = NOW) -> Practice:
    practice = Practice(diary, library, lambda: now, lambda: "never-kept")
    practice.standing()
    return practice


def _row(
    what: str,
    make: Callable[[], bytes],
    repeats: int,
    blank: float,
    limit: float | None = None,
) -> Row:
    return Row(
        what=f"{what} ({len(make()) / 1000:,.0f} kB)",
        seconds=median_seconds(make, repeats),
        baseline="a page of plain words from typst alone",
        baseline_seconds=blank,
        limit=limit,
    )


def _blank() -> object:
    compiler = typst.Compiler(ignore_system_fonts=True)
    return compiler.compile(BLANK, format="pdf", pdf_standards=["ua-1"], timestamp=0)
