"""The exercises that articles are searched for: those of the library, and those that it lacks."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from psoas.articles.patterns import Among, Pattern
from psoas.articles.wordlists import compiled, expanded, read_words
from psoas.body import Position
from psoas.knowledge import STRICT_KEYS


@dataclass(frozen=True, kw_only=True)
class Known:
    """How articles name one exercise, and what its steps say."""

    __pydantic_config__ = STRICT_KEYS

    names: tuple[str, ...]
    says: tuple[str, ...]
    """Patterns over the steps; the share that is found is how well they fit."""
    never: str = ""
    """A pattern that rules it out."""
    starts: tuple[Position, ...] = ()
    """Starting positions in articles, beside those of the library."""


@dataclass(frozen=True, kw_only=True)
class KnownExercises:
    """Every exercise that articles are searched for."""

    __pydantic_config__ = STRICT_KEYS

    exercise: Mapping[str, Known]
    shorthand: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def patterns(self) -> Mapping[str, Among[str]]:
        """The patterns of the steps, by exercise."""
        return {
            identity: Among((say, compiled(expanded(say, self.shorthand))) for say in known.says)
            for identity, known in self.exercise.items()
        }

    @cached_property
    def ruled_out(self) -> Mapping[str, Pattern]:
        """What rules an exercise out, where anything does."""
        return {
            identity: compiled(expanded(known.never, self.shorthand))
            for identity, known in self.exercise.items()
            if known.never
        }


def _with_strangers(known: KnownExercises) -> KnownExercises:
    strangers = read_words(KnownExercises, "strangers").exercise
    return replace(known, exercise={**known.exercise, **strangers})


STRANGERS = frozenset(read_words(KnownExercises, "strangers").exercise)
"""Exercises that pages tell and the library lacks: they are known, and mean none of its own."""
CATCH_ALL = frozenset(one for one in STRANGERS if one.startswith("another_"))
"""Those of them that stand for many: two names for one of these mean two exercises."""
KNOWN = _with_strangers(read_words(KnownExercises, "exercises"))
