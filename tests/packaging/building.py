"""Building Psoas, and lending an environment what it asks for."""

import os
import subprocess
import sys
from importlib.metadata import Distribution, distribution
from pathlib import Path

from packaging.requirements import Requirement

ROOT = Path(__file__).parents[2]


def build(folder, *targets, tree=ROOT):
    """Build from a tree into a folder."""
    chosen = [word for target in targets for word in ("-t", target)]
    command = [sys.executable, "-m", "hatchling", "build", "-d", str(folder), *chosen]
    subprocess.run(command, cwd=tree, check=True, capture_output=True)
    return folder


def needed_by(name: str) -> dict[str, Distribution]:
    """Everything that is installed because this distribution asks for it, without extras."""
    found: dict[str, Distribution] = {}
    waiting = [name]
    while waiting:
        for line in distribution(waiting.pop()).requires or ():
            wanted = Requirement(line)
            applies = not wanted.marker or wanted.marker.evaluate({"extra": ""})
            if applies and wanted.name not in found:
                found[wanted.name] = distribution(wanted.name)
                waiting.append(wanted.name)
    return found


def lend(site: Path) -> None:
    """Let an environment use what this one holds of the declared dependencies."""
    for dependency in needed_by("psoas").values():
        for name in {file.parts[0] for file in dependency.files or ()} - {"..", "__pycache__"}:
            if not (site / name).exists():
                os.symlink(dependency.locate_file(name), site / name)
