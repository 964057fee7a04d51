"""JSON Schemas of dataclasses, with what their docstrings say, for other projects."""

import ast
import dataclasses
import inspect
import textwrap
from collections.abc import Iterable, Mapping
from itertools import pairwise
from typing import Any

from pydantic import TypeAdapter

from psoas.knowledge.reading import adapter


def schema_of(kind: Any) -> dict[str, Any]:
    """The JSON Schema of one dataclass."""
    return adapter(kind).json_schema()


def schemas_of(kinds: Iterable[type]) -> dict[str, Any]:
    """The JSON Schemas of dataclasses and all they are made of, by class name.

    Each field carries the words written below it in the class. References read `#/$defs/Name`.
    """
    _, shared = TypeAdapter.json_schemas(
        [(kind.__name__, "validation", adapter(kind)) for kind in kinds]
    )
    schemas: dict[str, Any] = shared["$defs"]
    for kind in _made_of(kinds):
        _describe(schemas[kind.__name__], field_docstrings(kind))
    return schemas


def field_docstrings(kind: type) -> Mapping[str, str]:
    """What is written below each field of a dataclass, on one line."""
    body = ast.parse(textwrap.dedent(inspect.getsource(kind))).body[0]
    assert isinstance(body, ast.ClassDef)
    return {
        field.target.id: " ".join(text.value.value.split())
        for field, text in pairwise(body.body)
        if isinstance(field, ast.AnnAssign)
        and isinstance(field.target, ast.Name)
        and isinstance(text, ast.Expr)
        and isinstance(text.value, ast.Constant)
        and isinstance(text.value.value, str)
    }


def _describe(schema: dict[str, Any], words: Mapping[str, str]) -> None:
    for name, text in words.items():
        schema["properties"][name]["description"] = text


def _made_of(kinds: Iterable[type]) -> set[type]:
    """The dataclasses, and those in their fields, and those in theirs."""
    found: set[type] = set()
    waiting = list(kinds)
    while waiting:
        kind = waiting.pop()
        if dataclasses.is_dataclass(kind) and kind not in found:
            found.add(kind)
            waiting += [part for field in dataclasses.fields(kind) for part in _parts(field.type)]
    return found


def _parts(annotation: Any) -> list[Any]:
    """The classes that an annotation speaks of: `tuple[Claim, ...]` speaks of `Claim`."""
    inner = getattr(annotation, "__args__", ())
    return [annotation] if not inner else [part for each in inner for part in _parts(each)]
