"""How written knowledge is read: TOML into frozen dataclasses, and rules into answers.

The lowest room. It knows nothing of backs; it knows how to read a file that a physiotherapist
wrote and to say in one plain sentence where it is wrong and how to mend it.
"""

from psoas.knowledge.reading import (
    STRICT_KEYS,
    BadData,
    Problem,
    Reader,
    parse,
    read_folder,
    read_toml,
)
from psoas.knowledge.rules import UNKNOWN, BadRule, Expression, expression, known
from psoas.knowledge.schemas import schema_of, schemas_of

__all__ = [
    "STRICT_KEYS",
    "UNKNOWN",
    "BadData",
    "BadRule",
    "Expression",
    "Problem",
    "Reader",
    "expression",
    "known",
    "parse",
    "read_folder",
    "read_toml",
    "schema_of",
    "schemas_of",
]
