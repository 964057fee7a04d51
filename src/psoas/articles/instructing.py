"""Steps and other sentences: which of them tells somebody to move, and how."""

import re
from dataclasses import dataclass
from functools import cached_property

from psoas.articles.patterns import Pattern
from psoas.articles.remembering import remembered
from psoas.articles.wordlists import any_of, compiled, one_of, read_words
from psoas.knowledge import STRICT_KEYS

MOST_LEAD_INS = 4
"""How many lead-ins are taken off a sentence: “now, with both hands, slowly pull”."""
LONGEST_LOOK = 400
"""Characters of a sentence that are looked at."""

_OF_OTHERS = re.compile(
    r"(?:[^.;:,]{0,60}, )?(?:the|each|your|a) (?:patient|client|person|subject|student|trainee)"
    r" (?:then |now |slowly |gently )?(?P<verb>"
    r"(?!is\b|has\b|was\b|does\b|feels\b|needs\b)[a-z]{2,}s)\b"
)


@dataclass(frozen=True, kw_only=True)
class InstructionWords:
    """How steps begin; every entry is a pattern for whole words in plain text."""

    __pydantic_config__ = STRICT_KEYS

    verbs: tuple[str, ...]
    beginnings: tuple[str, ...]
    not_steps: tuple[str, ...]
    lead_ins: tuple[str, ...]
    gerunds: tuple[str, ...]
    body: tuple[str, ...]
    follow_ups: tuple[str, ...]
    fresh: tuple[str, ...]
    measures: tuple[str, ...]
    turns: tuple[str, ...]
    weak_turns: tuple[str, ...]
    spoken_turns: tuple[str, ...]
    walks: tuple[str, ...]
    conditions: str
    turns_in_speech: str
    next_ones: str
    interjections: str
    leads: str
    no_verbs: tuple[str, ...]
    objects: tuple[str, ...]
    verbless: str

    @cached_property
    def opening(self) -> Pattern:
        """A verb that begins a step, or a posture that does."""
        return compiled(
            rf"(?:{any_of(self.verbs).pattern}|(?:{'|'.join((*self.beginnings, *self.gerunds))}))"
        )

    @cached_property
    def no_step(self) -> Pattern:
        """What begins like a step and is none."""
        return compiled(rf"(?:{'|'.join(self.not_steps)})")

    @cached_property
    def lead_in(self) -> Pattern:
        """What may stand before the verb, with the blanks after it."""
        return compiled(rf"(?:{'|'.join(self.lead_ins)})\s*")

    @cached_property
    def measure(self) -> Pattern:
        """A beginning that tells how long or how often."""
        return one_of(self.measures)

    @cached_property
    def turn(self) -> Pattern:
        """A beginning that says that another exercise follows."""
        return one_of(self.turns)

    @cached_property
    def weak_turn(self) -> Pattern:
        """A beginning after which another exercise may follow."""
        return one_of(self.weak_turns)

    @cached_property
    def interjection(self) -> re.Pattern[str]:
        """What is said before a sentence and says nothing: “okay, great, so”."""
        return re.compile(rf"(?:(?:{self.interjections})\b[,.!]? ?)*")

    @cached_property
    def turn_in_speech(self) -> re.Pattern[str]:
        """A beginning with which speech goes over to something else."""
        return re.compile(rf"(?:{self.turns_in_speech})\b")

    @cached_property
    def condition(self) -> re.Pattern[str]:
        """A beginning that says when another exercise may follow: “once that is easy”."""
        return re.compile(rf"(?:{self.conditions})\b")

    @cached_property
    def walk(self) -> Pattern:
        """A word for going somewhere, which moves the body without naming a part of it."""
        return one_of(self.walks)

    @cached_property
    def next_one(self) -> re.Pattern[str]:
        """A beginning that counts exercises: “okay, last one”."""
        return re.compile(rf"(?:(?:{self.interjections})\b[,.!]? ?)*(?:{self.next_ones})\b")

    @cached_property
    def only_leads(self) -> re.Pattern[str]:
        """Words that only lead to a clause: “and then we'll do the”."""
        return re.compile(rf"(?: *(?:{self.interjections}|{self.leads})\b[,.!]?)* *")

    @cached_property
    def spoken_turn(self) -> re.Pattern[str]:
        """Where a clause of its own begins in speech without ends: at “okay”, “and bring”."""
        order = rf"(?:and|so|then) (?:(?:just|now|then|slowly|gently) )*(?:{'|'.join(self.verbs)})"
        return re.compile(rf"(?:{order}|{'|'.join(self.spoken_turns)})\b")

    @cached_property
    def built_like_order(self) -> re.Pattern[str]:
        """A sentence built like an order, whatever its verb: “paddle them”, “then to the left”."""
        order = rf"(?!(?:{'|'.join(self.no_verbs)})\b)[a-z]{{3,}}\s+(?:{'|'.join(self.objects)})"
        return re.compile(rf"(?:{order}|{self.verbless})\b")

    @cached_property
    def part(self) -> Pattern:
        """A part of the body."""
        return any_of(self.body)

    @cached_property
    def follow_up(self) -> Pattern:
        """A beginning that goes on with an exercise already begun."""
        return one_of(self.follow_ups)

    @cached_property
    def fresh_start(self) -> Pattern:
        """A beginning that takes up a position."""
        return one_of(self.fresh)


WORDS = read_words(InstructionWords, "instructions")


@remembered
def is_instruction(said: str) -> bool:
    """Whether a plain sentence begins as a step does."""
    beginnings = {said[:LONGEST_LOOK].lstrip(" -\"'(>"), core(said)}
    return not any(map(WORDS.no_step.match, beginnings)) and any(
        map(WORDS.opening.match, beginnings)
    )


def moves_the_body(said: str) -> bool:
    """Whether a plain sentence is a step that names a part of the body."""
    return is_instruction(said) and names_the_body(said)


def names_the_body(said: str) -> bool:
    """Whether a plain sentence names a part of the body."""
    return WORDS.part.search(said, 0, LONGEST_LOOK) is not None


def _as_order(found: re.Match[str]) -> str:
    """What a manual says that a patient does, as an order: “the patient lies” is “lie”."""
    verb = found["verb"]
    return verb[:-2] if verb.endswith(("shes", "ches", "sses")) else verb[:-1]


@remembered
def core(said: str) -> str:
    """A sentence without what stands before its verb."""
    rest = said[:LONGEST_LOOK].lstrip(" -\"'(>")
    rest = _OF_OTHERS.sub(_as_order, WORDS.interjection.sub("", rest, 1), 1)
    for _ in range(MOST_LEAD_INS):
        found = WORDS.lead_in.match(rest)
        if found is None or (WORDS.opening.match(rest) and not rest[found.end() :].strip()):
            break
        rest = rest[found.end() :]
    return rest
