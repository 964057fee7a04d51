from collections.abc import Mapping
from dataclasses import dataclass

from psoas.knowledge import schema_of, schemas_of


@dataclass(frozen=True)
class Leaf:
    size: int
    """How big it is,
    in centimetres."""
    colour: str = "green"


@dataclass(frozen=True)
class Tree:
    """A tree."""

    leaves: tuple[Leaf, ...]
    """All of them."""
    by_name: Mapping[str, Leaf]
    best: Leaf | None = None

    height = 3
    "not a field"


def test_one_dataclass_has_a_schema():
    assert schema_of(Leaf)["required"] == ["size"]


def test_what_a_dataclass_is_made_of_is_described_too():
    assert set(schemas_of([Tree])) == {"Tree", "Leaf"}


def test_the_words_below_a_field_are_its_description():
    schemas = schemas_of([Tree])
    size = schemas["Leaf"]["properties"]["size"]
    assert size["description"] == "How big it is, in centimetres."
    assert schemas["Tree"]["properties"]["leaves"]["description"] == "All of them."
    assert "description" not in schemas["Leaf"]["properties"]["colour"]


def test_the_words_of_the_class_are_its_description():
    assert schemas_of([Tree])["Tree"]["description"] == "A tree."
