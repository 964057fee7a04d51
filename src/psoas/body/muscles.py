"""The muscles an exercise is felt in: the unit in which stretching time is counted."""

from dataclasses import dataclass
from importlib.resources import files

from psoas.knowledge import read_toml


@dataclass(frozen=True, slots=True)
class Muscle:
    """A muscle or muscle group: its id, its anatomical name and what people call it."""

    id: str
    name: str
    plain: str


@dataclass(frozen=True, slots=True)
class _MuscleFile:
    muscles: tuple[Muscle, ...]


MUSCLES: dict[str, Muscle] = {
    muscle.id: muscle
    for muscle in read_toml(_MuscleFile, files("psoas.body") / "muscles.toml").muscles
}
"""Every muscle by id."""
