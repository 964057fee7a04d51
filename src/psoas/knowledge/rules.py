"""The small language of written rules: plain boolean expressions over named values.

A rule file says `lumbar_flexion >= 3 and nerve >= 2`; the names are whatever the room that owns
the rule offers (loads, answers, responses). Python's syntax without calls to anything but the
offered helpers, without attributes, and without building anything but comparisons.
"""

import ast
from collections.abc import Callable, Collection, Mapping
from functools import cache
from types import CodeType
from typing import Any, TypeAlias

Expression: TypeAlias = Callable[[Mapping[str, Any]], bool]
"""A rule ready to ask: give it the values by name."""

UNKNOWN = "unknown"
"""What nobody answered. It is never counted as nothing, none or no."""

_ALLOWED = (
    ast.Expression, ast.BoolOp, ast.And, ast.Or, ast.UnaryOp, ast.Not, ast.USub,
    ast.Compare, ast.Eq, ast.NotEq, ast.Lt, ast.LtE, ast.Gt, ast.GtE, ast.In, ast.NotIn,
    ast.Call, ast.Name, ast.Load, ast.Constant, ast.Tuple,
)  # fmt: skip


class BadRule(ValueError):
    """A rule that can't be read; the message says which word is wrong."""


def known(value: object) -> bool:
    """Whether somebody answered."""
    return value != UNKNOWN


def expression(text: str, names: Collection[str]) -> Expression:
    """Compile a rule that may speak of `names`; raise `BadRule` for any other word or form."""
    code = _compiled(text, frozenset(names))

    def holds(values: Mapping[str, Any]) -> bool:
        return bool(eval(code, {"__builtins__": {}}, values))

    return holds


@cache
def _compiled(text: str, names: frozenset[str]) -> CodeType:
    tree = _tree(text)
    for node in ast.walk(tree):
        _check(node, text, names)
    return compile(tree, "<rule>", "eval")


def _tree(text: str) -> ast.Expression:
    try:
        return ast.parse(text.strip(), mode="eval")
    except (SyntaxError, ValueError, MemoryError, RecursionError):
        raise BadRule(f"the rule “{text}” can't be read; write it like `nerve >= 2`") from None


def _check(node: ast.AST, text: str, names: frozenset[str]) -> None:
    if not isinstance(node, _ALLOWED) or not _calls_a_name(node):
        raise BadRule(f"the rule “{text}” may only compare values and join them by and, or, not")
    if isinstance(node, ast.Name) and node.id not in names:
        raise BadRule(f"the rule “{text}” speaks of “{node.id}”, which is not known here")


def _calls_a_name(node: ast.AST) -> bool:
    return not isinstance(node, ast.Call) or isinstance(node.func, ast.Name)
