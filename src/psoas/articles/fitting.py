"""How well steps fit each exercise by its patterns, looked up once for all exercises."""

from collections import defaultdict
from functools import cache, cached_property, lru_cache

from psoas.articles.known import KNOWN
from psoas.articles.patterns import Among, Pattern

STEPS_KEPT = 64
"""Steps that are remembered with what fits them: they are asked about several times."""


@cache
def _all_patterns() -> Among[str]:
    """Every pattern of every exercise, beside the exercise."""
    return Among(
        (identity, pattern)
        for identity, patterns in KNOWN.patterns.items()
        for _, pattern in patterns.pairs
    )


class Fitting:
    """Plain steps, and how well they fit exercises."""

    def __init__(self, said: str) -> None:
        self._said = said
        self._shares: dict[str, float | None] = {}

    @cached_property
    def _likely(self) -> dict[str, list[Pattern]]:
        """The patterns that may be in the steps, by exercise."""
        found = defaultdict[str, list[Pattern]](list)
        for identity, pattern in _all_patterns().likely(self._said):
            found[identity].append(pattern)
        return found

    def may_fit(self, asked: float) -> frozenset[str]:
        """The exercises of whose patterns such a share may be in the steps, by their words."""
        return frozenset(
            identity
            for identity, patterns in self._likely.items()
            if len(patterns) / _size(identity) >= asked
        )

    def share(self, identity: str) -> float | None:
        """The share of an exercise's patterns that is in the steps; None where they rule it out."""
        if identity not in self._shares:
            self._shares[identity] = self._share(identity)
        return self._shares[identity]

    def _share(self, identity: str) -> float | None:
        never = KNOWN.ruled_out.get(identity)
        if never and never.search(self._said):
            return None
        likely = self._likely.get(identity, ())
        found = sum(pattern.search(self._said) is not None for pattern in likely)
        return found / _size(identity)


def _size(identity: str) -> int:
    return max(1, len(KNOWN.patterns[identity].pairs))


@lru_cache(maxsize=STEPS_KEPT)
def fitting(said: str) -> Fitting:
    """How well plain steps fit exercises."""
    return Fitting(said)
