"""A person as a JSON file gives one: what `psoas today --person FILE` reads."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import Field

from psoas.body import Place, Side, Surface, leg_places
from psoas.knowledge import STRICT_KEYS, BadData, Problem, parse
from psoas.safety.conditions import load_conditions
from psoas.safety.person import Eases, Irritability, Person, Setting

_Age = Annotated[int, Field(strict=True, ge=0, le=120)]
_Pain = Annotated[int, Field(strict=True, ge=0, le=10)]
_Minutes = Annotated[int, Field(strict=True, ge=1, le=120)]
_TimesPerDay = Annotated[int, Field(strict=True, ge=1, le=10)]
_Lying = Literal[Surface.FLOOR, Surface.BED]


@dataclass(frozen=True, slots=True, kw_only=True)
class _PersonFile:
    """The keys of the file; `on` and `check` belong to whoever reads it."""

    __pydantic_config__ = STRICT_KEYS

    age: _Age | None = None
    where: frozenset[Place] = frozenset()
    pain: _Pain | None = None
    irritability: Irritability = Irritability.UNKNOWN
    eases: Eases = Eases.UNKNOWN
    conditions: frozenset[str] = frozenset()
    equipment: frozenset[str] = frozenset()
    lie_on: frozenset[_Lying] = frozenset()
    place: Setting = Setting.HOME
    minutes: _Minutes = 10
    times_per_day: _TimesPerDay = 1
    on: object = None
    check: object = None


def person_from_json(data: object, file: str) -> Person:
    """The person in a JSON file's data; raises `BadData` naming the key and what it may be.

    `pain` is the resting pain of the back, and of the leg too where a leg is named.
    """
    if not isinstance(data, Mapping):
        raise BadData([Problem(file, "", "this should be a JSON object that describes a person")])
    said = parse(_PersonFile, dict(data), file)
    _check_conditions(said.conditions, file)
    return Person(
        age=said.age,
        where=said.where,
        back_pain=said.pain,
        leg_pain=said.pain if _names_a_leg(said.where) else None,
        irritability=said.irritability,
        eases=said.eases,
        conditions=said.conditions,
        pregnant=_pregnant(said.conditions),
        equipment=said.equipment,
        lie_on=frozenset[Surface](said.lie_on),
        setting=said.place,
        minutes=said.minutes,
        times_per_day=said.times_per_day,
    )


def _check_conditions(conditions: frozenset[str], file: str) -> None:
    unknown = sorted(conditions - load_conditions().keys())
    if unknown:
        allowed = ", ".join(load_conditions())
        mend = f"“{unknown[0]}” is not a condition that Psoas knows; use any of {allowed}"
        raise BadData([Problem(file, "conditions", mend)])


def _names_a_leg(where: frozenset[Place]) -> bool:
    return any(leg_places(where, side) for side in (Side.LEFT, Side.RIGHT))


def _pregnant(conditions: frozenset[str]) -> bool | None:
    """True where a condition says so; a file that names none has not answered."""
    return any(load_conditions()[identity].pregnancy for identity in conditions) or None
