"""Reading articles: pages a second, the worst of many broken pages, and the score where it is."""

import json
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from html import escape
from pathlib import Path

from nupunkt import sent_tokenize
from trafilatura import extract

from benchmarks.measuring import Size, median_seconds
from benchmarks.table import Row, per_second
from psoas.articles.pages import page_of
from psoas.articles.reading import read
from psoas.library import Library

ROOT = Path(__file__).parent.parent
PAGES = ROOT / "tests/articles/pages"
SCORE = ROOT.parent / "shared/articles/dev/score.py"
WORST_SECONDS = 2.0
WORST_MEGABYTES = 500


def rows(library: Library, size: Size) -> Iterator[Row]:
    """Every figure of the reader."""
    texts = [path.read_text("utf-8") for path in sorted(PAGES.glob("*.txt"))]
    yield _beside(texts, "text", "sentences alone (nupunkt)", sent_tokenize, library, size)
    pages = [as_html(text) for text in texts]
    yield _beside(pages, "HTML", "main text alone (trafilatura)", _main_text, library, size)
    yield from mutated(size)


def _beside(
    pages: Sequence[str],
    kind: str,
    baseline: str,
    work: Callable[[str], object],
    library: Library,
    size: Size,
) -> Row:
    """How fast pages are read to the end, beside a part of it."""
    files = [page.encode() for page in pages]
    repeats = min(size.repeats, 5)
    reading = median_seconds(lambda: [read(page_of(file), library) for file in files], repeats)
    alone = median_seconds(lambda: [work(page) for page in pages], repeats)
    return Row(
        what=f"articles read from {kind} ({sum(map(len, pages)) // len(pages):,} characters)",
        seconds=reading / len(pages),
        baseline=baseline,
        baseline_seconds=alone / len(pages),
        shown=per_second,
    )


def _main_text(page: str) -> object:
    return extract(page, output_format="txt", include_formatting=True, include_comments=False)


def as_html(text: str) -> str:
    """An article as a page of the web has it: between a menu and advice on what else to read."""
    links = "".join(f'<li><a href="/{number}">Topic {number}</a></li>' for number in range(20))
    lines = "".join(f"<p>{escape(line)}</p>\n" for line in text.splitlines() if line.strip())
    menu = f'<nav><ul>{links}</ul></nav><div class="menu"><ul>{links}</ul></div>'
    more = f'<div class="related"><h3>Read more</h3><ul>{links}</ul></div>'
    head = "<head><title>An article</title><style>p { margin: 0 }</style></head>"
    return f"<html>{head}<body>{menu}<article>{lines}</article>{more}</body></html>"


def mutated(size: Size) -> Iterator[Row]:
    """Time and memory of the worst of many broken pages, in a process of its own."""
    command = [sys.executable, "-m", "benchmarks.mutated_pages", str(size.broken_pages)]
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True)
    told = json.loads(done.stdout)
    yield Row(
        what=f"the worst of {size.broken_pages:,} broken pages (number {told['worst']})",
        seconds=told["worst_seconds"],
        baseline="the median of them",
        baseline_seconds=told["median_seconds"],
        limit=WORST_SECONDS,
    )
    yield Row(
        what="the most memory that they took",
        seconds=told["most_megabytes"],
        baseline="before the first of them",
        baseline_seconds=told["megabytes_before"],
        limit=WORST_MEGABYTES,
        shown=lambda amount: f"{amount:,.0f} MB",
    )


def scores() -> Iterator[str]:
    """What the annotated pages beside the project say; nothing where they aren't."""
    if SCORE.exists():
        psoas = f"{sys.executable} -m psoas read {{file}} --json"
        command = [sys.executable, str(SCORE), str(SCORE.parent), psoas]
        yield subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True).stdout
