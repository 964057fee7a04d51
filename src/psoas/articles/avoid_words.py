"""The words of warnings against exercises, as patterns over plain text."""

from dataclasses import dataclass
from functools import cached_property

from psoas.articles.patterns import Among, Pattern
from psoas.articles.wordlists import any_of, compiled, one_of, read_words
from psoas.knowledge import STRICT_KEYS


@dataclass(frozen=True, kw_only=True)
class AvoidWords:
    """All of `data/avoiding.toml`, as patterns over plain text."""

    __pydantic_config__ = STRICT_KEYS

    sentences: tuple[str, ...]
    lists: tuple[str, ...]
    ends: tuple[str, ...]
    movements: tuple[str, ...]
    pronouns: tuple[str, ...]
    vague: tuple[str, ...]
    other: tuple[str, ...]
    quit_lists: tuple[str, ...]
    negations: tuple[str, ...]
    notices: tuple[str, ...]
    no_thing: tuple[str, ...]
    refusals: tuple[str, ...]
    questions: tuple[str, ...]
    speakers: str

    @cached_property
    def warning(self) -> Among[str]:
        """Sentences that warn, with the thing in the group “what”."""
        shape = r"(?P<what>[^.,;:!?()]{3,90})"
        lazy = r"(?P<what>[^.,;:!?()]{3,90}?)"
        return Among(
            (one, compiled(one.replace("{what_lazy}", lazy).replace("{what}", shape)))
            for one in self.sentences
        )

    @cached_property
    def list_follows(self) -> Pattern:
        """Words after which a list of things to avoid stands."""
        return one_of(self.lists)

    @cached_property
    def quit_list_follows(self) -> Pattern:
        """Words after which a list of what somebody has given up stands."""
        return one_of(self.quit_lists)

    @cached_property
    def negated(self) -> Pattern:
        """What turns a warning into its opposite, right before it: “don’t skip”."""
        return compiled(rf"\b(?:{'|'.join(self.negations)}) ?$")

    @cached_property
    def notice(self) -> Pattern:
        """How a line begins that speaks to the reader, of the page or of its maker."""
        return compiled(rf"\W*(?:{'|'.join(self.notices)})")

    @cached_property
    def other_clause(self) -> Pattern:
        """How words begin that are no thing."""
        return compiled(rf"(?:{'|'.join(self.no_thing)})\b")

    @cached_property
    def end(self) -> Pattern:
        """Where the name of a thing ends."""
        return any_of(self.ends)

    @cached_property
    def movement(self) -> Pattern:
        """A word for a movement."""
        return any_of(self.movements)

    @cached_property
    def refusal(self) -> Pattern:
        """An answer that says no."""
        return one_of(self.refusals)

    @cached_property
    def speaker(self) -> Pattern:
        """Who speaks, before what they say: “Ann (02:00):”."""
        return compiled(self.speakers)

    @cached_property
    def asks(self) -> Pattern:
        """What stands before the thing in a question."""
        return compiled(rf"(?:{'|'.join(self.questions)}) ")

    @cached_property
    def no_name(self) -> Pattern:
        """What is no name by itself: a pronoun, or something vague."""
        return any_of(self.vague)

    @cached_property
    def pronoun(self) -> Pattern:
        """What stands for something named before."""
        return any_of(self.pronouns)

    @cached_property
    def speaks_of_other(self) -> Pattern:
        """A sentence that recommends instead of warning."""
        return one_of(self.other)


WORDS = read_words(AvoidWords, "avoiding")
