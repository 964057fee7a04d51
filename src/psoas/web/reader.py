"""Who reads a page, and what becomes of each exercise for them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from fastapi import Request

from psoas.library import Disagreement, Library
from psoas.library import Ruling as Reading
from psoas.library.disagreeing import decided
from psoas.practice import Practice, Standing
from psoas.safety.clearance import Sessions
from psoas.safety.person import Person
from psoas.safety.verdict import Verdict
from psoas.safety.verdicts import verdicts


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """The person in front of the page."""

    practice: Practice
    standing: Standing
    verdicts: Mapping[str, Verdict]

    @property
    def person(self) -> Person:
        """What is true of them."""
        return self.standing.person

    @property
    def library(self) -> Library:
        """What they read in."""
        return self.practice.library

    @property
    def limited(self) -> str:
        """What the safety check leaves open: empty for everything, calm or none."""
        sessions = self.standing.clearance.sessions
        if self.standing.new or sessions is Sessions.ALL:
            return ""
        return sessions.word

    def decided(self, disagreement: Disagreement) -> Reading:
        """How a disagreement between sources is settled for them."""
        return decided(disagreement, self._facts())

    def _facts(self) -> Mapping[str, Any]:
        """What rulings may ask; before anything is known, nothing."""
        if self.standing.new:
            return {}
        return {
            **dict.fromkeys(self.person.conditions, True),
            "leg_symptoms": self.person.leg_symptoms,
            "age": self.person.age,
            "irritability": self.person.irritability.value,
        }


def reader(request: Request) -> Reader:
    """The reader of this request."""
    practice: Practice = request.app.state.practice
    standing = practice.standing()
    return Reader(
        practice=practice,
        standing=standing,
        verdicts=verdicts(practice.library, standing.person, standing.on),
    )
