"""How a person likes a session told: how many words, how fast, and what they know already."""

from dataclasses import dataclass

from psoas.coach.words import Words, words_for
from psoas.plan.memory import Memory


@dataclass(frozen=True, slots=True, kw_only=True)
class Manner:
    """How a session is told."""

    words: Words = Words.FULL
    rate: float = 1.0
    """How fast it is spoken; 2 is twice as fast."""
    familiar: frozenset[str] | None = None
    """What has been done before; anything else is told in full. None: all of it."""

    def words_of(self, exercise: str) -> Words:
        """How much is said of one exercise."""
        known = self.familiar is None or exercise in self.familiar
        return self.words if known else Words.FULL


def manner_of(memory: Memory) -> Manner:
    """As the person chose, or else fewer words the more they have done."""
    chosen = memory.settings.get("words")
    return Manner(
        words=words_for(memory.sessions, Words(chosen) if chosen in set(Words) else None),
        rate=float(memory.settings.get("rate", 1.0)),
        familiar=frozenset(name for name, known in memory.learned.items() if known.times_done),
    )
