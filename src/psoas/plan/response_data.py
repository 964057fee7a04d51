"""What a person's answers mean to the rules, and what is said then: data/responses.toml."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal

from psoas.knowledge import STRICT_KEYS, UNKNOWN, known, read_toml

Value = str | int | float | bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """What the player does at once when something hurts, and what it says."""

    __pydantic_config__ = STRICT_KEYS

    act: Literal["ease", "skip", "swap", "end", "card"]
    say: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Responses:
    """data/responses.toml as it is read."""

    __pydantic_config__ = STRICT_KEYS

    acts: Mapping[str, Act]
    """By decision."""
    again: Act
    """Where easing off was not enough the first time."""
    hurts: Mapping[str, Mapping[str, Value]]
    """Response inputs by what was said to hurt."""
    neuro: tuple[str, ...]
    """Numbness and weakness, the mildest first."""
    neuro_of_one_exercise: tuple[str, ...]
    """Those that are put down to one exercise; the others concern the whole session."""
    suspect: str
    """A rule over an exercise's loads: whether it may have stirred a leg where nobody says which
    exercise did."""
    nothing_wrong: Mapping[str, Value]
    """What counts as known good where nothing was said to be wrong."""
    good_session: Mapping[str, Value]
    """What is set aside in asking whether a session by itself was good."""
    sentences: Mapping[str, str]
    plan_sentences: Mapping[str, str]


@cache
def responses() -> Responses:
    """The response data that comes with Psoas, read once."""
    return read_toml(Responses, files("psoas.plan") / "data" / "responses.toml")


def value_of(data: Mapping[str, Any] | None, key: str) -> Any:
    """What an event holds; unknown where it, or the event, is missing."""
    value = data.get(key) if data else None
    return UNKNOWN if value is None else value


def hurt_values(hurt: Mapping[str, Any]) -> dict[str, Any]:
    """What "this hurts" means to the rules, made more exact by what was asked at once."""
    meant = dict(responses().hurts.get(str(hurt.get("what")), {}))
    exact = {name: hurt[name] for name in ("dizzy", "neuro") if known(value_of(hurt, name))}
    felt = {name: value for name, value in exact.items() if value != "none"}
    return {**meant, **felt}
