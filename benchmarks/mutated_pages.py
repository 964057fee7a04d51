"""Reads so many broken pages, one after another: `python -m benchmarks.mutated_pages COUNT`."""

import json
import resource
import sys
import time
from contextlib import suppress
from statistics import median

from tests.articles.mutating import FILES, mutated

from psoas.articles.formats.unreadable import UnreadablePage
from psoas.articles.pages import page_of
from psoas.articles.reading import read
from psoas.library import Library, load

KILOBYTES_IN_A_MEGABYTE = 1024


def seconds(data: bytes, library: Library) -> float:
    """How long a page takes until it is read or refused."""
    start = time.perf_counter()
    with suppress(UnreadablePage):
        read(page_of(data), library)
    return time.perf_counter() - start


def megabytes() -> float:
    """The most memory that this process ever had."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / KILOBYTES_IN_A_MEGABYTE


def main(count: int) -> None:
    """Print the worst and the usual, as JSON."""
    library = load()
    for file in FILES:
        seconds(file, library)
    before = megabytes()
    taken = [seconds(mutated(number), library) for number in range(count)]
    told = {
        "worst": taken.index(max(taken)),
        "worst_seconds": max(taken),
        "median_seconds": median(taken),
        "megabytes_before": before,
        "most_megabytes": megabytes(),
    }
    print(json.dumps(told))


if __name__ == "__main__":
    main(int(sys.argv[1]))
