"""What tells a page's exercises from its other parts: all of `data/sections.toml`."""

from dataclasses import dataclass
from functools import cached_property

from psoas.articles.patterns import Pattern
from psoas.articles.plain import plain
from psoas.articles.wordlists import one_of, read_words
from psoas.knowledge import STRICT_KEYS


@dataclass(frozen=True, kw_only=True)
class SectionWords:
    """All of `data/sections.toml`, as patterns over plain text."""

    __pydantic_config__ = STRICT_KEYS

    labels: tuple[str, ...]
    avoid_headings: tuple[str, ...]
    avoid_intros: tuple[str, ...]
    recommend_headings: tuple[str, ...]
    other_headings: tuple[str, ...]
    closing_headings: tuple[str, ...]
    collections: tuple[str, ...]
    other_steps: tuple[str, ...]
    universal: tuple[str, ...]
    general: tuple[str, ...]

    @cached_property
    def label(self) -> Pattern:
        """A heading that is part of an exercise and not its name."""
        return one_of(rf"^(?:{label})$" for label in self.labels)

    @cached_property
    def avoid_heading(self) -> Pattern:
        """A heading over what the page warns against."""
        return one_of(self.avoid_headings)

    @cached_property
    def avoid_intro(self) -> Pattern:
        """A sentence that warns against what follows."""
        return one_of(self.avoid_intros)

    @cached_property
    def recommend_heading(self) -> Pattern:
        """A heading that ends such a part."""
        return one_of(self.recommend_headings)

    @cached_property
    def other_heading(self) -> Pattern:
        """A heading over what is no exercise."""
        return one_of(self.other_headings)

    @cached_property
    def closing_heading(self) -> Pattern:
        """A heading with which another part of the page begins."""
        return one_of(self.closing_headings)

    @cached_property
    def collection(self) -> Pattern:
        """A title over several exercises."""
        return one_of(self.collections)

    @cached_property
    def other_step(self) -> Pattern:
        """What a step speaks of that is a help and no exercise."""
        return one_of(self.other_steps)

    @cached_property
    def for_all(self) -> Pattern:
        """A sentence that is meant for every exercise, wherever it stands."""
        return one_of(self.universal)

    @cached_property
    def for_all_outside(self) -> Pattern:
        """The same where it stands outside of an exercise."""
        return one_of((*self.universal, *self.general))


WORDS = read_words(SectionWords, "sections")


def is_label(text: str) -> bool:
    """Whether a heading is part of an exercise (“How to do it”) and not its name."""
    return WORDS.label.fullmatch(plain(text).strip(" :.")) is not None
