"""What stands in the repository agrees with itself, and tells nothing of any workplace."""

import json
import re
import subprocess
import tomllib
from pathlib import Path

import pytest
from tests.packaging.building import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
BROWSER = json.loads((ROOT / "browser" / "package.json").read_text("utf-8"))
DECISIONS = sorted((ROOT / "docs" / "decisions").glob("*.md"))
PAGES = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").rglob("*.md"))]
A_MACHINES = re.compile(r"(?<![\w.}~-])/(home|Users|root|work|workspace|mnt|opt|srv)/\w")
A_REGISTRYS = re.compile(
    r"https?://[^\s/\"'`]*(registry|pypi|npmjs|artifactory|nexus|devpi|proxy|mirror)", re.I
)


def text(name):
    return (ROOT / name).read_text("utf-8")


@pytest.fixture(scope="module")
def tracked():
    """Every text that is in version control, by its path."""
    if not (ROOT / ".git").exists():
        pytest.skip("this tree is not in version control")
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, check=True, capture_output=True, text=True
    )
    files = (ROOT / name for name in listed.stdout.split("\0") if name)
    pictures = (".png", ".ico", ".jpg")
    return {
        file: file.read_text("utf-8")
        for file in files
        if file.is_file() and file.suffix not in pictures
    }


def lines_with(pattern, tracked):
    return [
        f"{file.relative_to(ROOT)}: {line}"
        for file, whole in tracked.items()
        for line in whole.splitlines()
        if re.search(pattern, line)
    ]


@pytest.mark.parametrize("pattern", [A_MACHINES, A_REGISTRYS], ids=["a path", "a registry"])
def test_no_file_names_a_place_of_the_machine_it_was_written_on(tracked, pattern):
    assert lines_with(pattern, tracked) == []


def test_no_file_names_where_this_tree_lies(tracked):
    assert lines_with(re.escape(f"{ROOT}/"), tracked) == []
    assert lines_with(re.escape(f"{Path.home()}/"), tracked) == []


def test_the_python_lock_pins_by_hash_and_names_no_host():
    lock = text("requirements.lock")
    assert not re.search(r"https?:|--index-url|--find-links|@ file", lock)
    pins = re.findall(r"^(?!#)\S+==\S+.*\\\n( +--hash=sha256:[0-9a-f]{64})", lock, re.M)
    assert len(pins) == len(re.findall(r"^\S+==", lock, re.M)) > 0


def test_the_browser_lock_pins_by_hash_and_names_no_host():
    packages = json.loads(text("browser/package-lock.json"))["packages"]
    assert packages
    for name, package in packages.items():
        assert "resolved" not in package
        inside_another = not name or package.get("inBundle")
        assert inside_another or package["integrity"].startswith("sha512-")


def test_the_newest_version_of_the_changelog_is_the_projects():
    (newest, *_) = re.findall(r"^## (\d+\.\d+\.\d+)", text("CHANGELOG.md"), re.M)
    assert newest == PROJECT["project"]["version"]


def test_make_help_lists_every_target_with_what_it_does():
    targets = dict(re.findall(r"^([\w-]+):.*## (.+)$", text("Makefile"), re.M))
    phony = re.search(r"^\.PHONY: (.+)$", text("Makefile"), re.M)[1].split()
    shown = subprocess.run(
        ["make", "-s", "help"], cwd=ROOT, check=True, capture_output=True, text=True
    )
    listed = dict(line.split(maxsplit=1) for line in shown.stdout.splitlines())
    assert listed == targets
    assert set(phony) == set(targets)


def test_the_readme_tells_both_commands_and_the_way_without_make():
    commands = {line.split("#")[0].strip() for line in text("README.md").splitlines()}
    assert {"make", "make test", "python3 -m venv .venv", ".venv/bin/pip install ."} <= commands
    assert ".venv/bin/psoas" in commands


def test_the_page_about_the_rooms_names_them_in_the_order_that_is_enforced():
    (contract,) = PROJECT["tool"]["importlinter"]["contracts"]
    beside = (name for layer in contract["layers"] for name in layer.split(" | "))
    layers = [name.removeprefix("psoas.") for name in beside]
    table = text("docs/rooms.md").split("| room | holds |")[1].split("\n\n")[0]
    assert re.findall(r"^\| `(\w+)` \|", table, re.M) == layers


def test_whatever_is_in_the_package_is_a_room_or_is_explained():
    insides = (ROOT / "src" / "psoas").iterdir()
    names = {inside.stem for inside in insides if not inside.name.startswith("_")}
    assert {name for name in names if f"`{name}`" not in text("docs/rooms.md")} == set()


def named(requirement):
    return re.match(r"[\w.-]+", requirement)[0]


def test_every_dependency_has_a_reason_and_every_reason_a_dependency():
    project = PROJECT["project"]
    wanted = [
        *PROJECT["build-system"]["requires"],
        *project["dependencies"],
        *(one for extra in project["optional-dependencies"].values() for one in extra),
        *(one for group in PROJECT["dependency-groups"].values() for one in group),
    ]
    of_browser = {*BROWSER["dependencies"], *BROWSER["devDependencies"]}
    reasons = re.findall(r"^\| `([^`]+)` \| \S", text("docs/dependencies.md"), re.M)
    assert len(reasons) == len(set(reasons))
    assert set(reasons) == {named(one) for one in wanted} | of_browser


def test_only_what_the_bundle_needs_is_installed_with_the_wheel():
    assert set(BROWSER["dependencies"]) == {"esbuild"}


def test_decisions_are_numbered_each_once():
    numbers = [page.name[:4] for page in DECISIONS]
    assert numbers and len(numbers) == len(set(numbers))


@pytest.mark.parametrize("page", DECISIONS, ids=lambda page: page.stem)
def test_a_decision_has_its_number_its_title_and_what_was_decided(page):
    whole = page.read_text("utf-8")
    assert re.fullmatch(r"\d{4}(-[a-z0-9]+)+", page.stem)
    assert re.match(rf"# {page.name[:4]} \S.+\n\n\S", whole)
    assert re.search(r"decide|decision", whole, re.I)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_and_every_file_that_a_page_names_is_there(page):
    whole = page.read_text("utf-8")
    links = re.findall(r"\]\((?!https?:|mailto:|#)([^)#\s]+)", whole)
    files = re.findall(r"`((?:src|tests|docs|browser|benchmarks|tools)/[\w./-]+)`", whole)
    missing = [link for link in links if not (page.parent / link).exists()]
    assert missing + [file for file in files if not (ROOT / file).exists()] == []
