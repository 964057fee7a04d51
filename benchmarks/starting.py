"""`psoas today` from cold: a process of its own that prints today's session and ends."""

import json
import os
import subprocess
import sys
from pathlib import Path

from benchmarks.life import LAST_DAY, PERSON
from benchmarks.measuring import Size, median_seconds
from benchmarks.table import Row
from psoas.safety.flags import load_flags

NOT_A_PERSONS = ("PYTHONDONTWRITEBYTECODE", "PSOAS_DATA", "PSOAS_DATABASE_URL")
"""Settings of a developer's machine that a person's own doesn't have."""


def row(folder: Path, size: Size) -> Row:
    """The time from typing the command to its end."""
    person = folder / "person.json"
    person.write_text(json.dumps(_person()), "utf-8")
    command = [sys.executable, "-m", "psoas", "today", "--person", str(person), "--json"]
    nothing = [sys.executable, "-c", "pass"]
    return Row(
        what="psoas today --person FILE --json, from cold",
        seconds=median_seconds(lambda: _run(command, folder), size.starts),
        baseline="python -c pass",
        baseline_seconds=median_seconds(lambda: _run(nothing, folder), size.starts),
    )


def _person() -> dict[str, object]:
    return {
        "on": LAST_DAY.isoformat(),
        "age": PERSON.age,
        "where": sorted(PERSON.where),
        "pain": PERSON.pain,
        "irritability": PERSON.irritability,
        "eases": PERSON.eases,
        "conditions": sorted(PERSON.conditions),
        "equipment": sorted(PERSON.equipment),
        "lie_on": sorted(PERSON.lie_on),
        "place": "home",
        "minutes": PERSON.minutes,
        "times_per_day": 1,
        "check": {"flags": dict.fromkeys(load_flags().by_id, "no")},
    }


def _run(command: list[str], folder: Path) -> None:
    subprocess.run(command, env=environment(folder), stdout=subprocess.DEVNULL, check=True)


def environment(folder: Path) -> dict[str, str]:
    """A person's environment: compiled code is kept after the first run, but not among ours."""
    kept = {name: value for name, value in os.environ.items() if name not in NOT_A_PERSONS}
    return {**kept, "PYTHONPYCACHEPREFIX": str(folder / "compiled")}
