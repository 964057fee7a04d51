"""What holds for a page as a whole: when to stop, how often, how much it may hurt."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from psoas.articles.blocks import Block
from psoas.articles.found import PageRule, PageWarning
from psoas.articles.headings import WORDS as SECTION_WORDS
from psoas.articles.patterns import Among, Pattern
from psoas.articles.plain import plain
from psoas.articles.section import Part, Section, is_for_all
from psoas.articles.sentences import Sentence
from psoas.articles.wordlists import one_of, read_words
from psoas.knowledge import STRICT_KEYS

LONGEST = 500
"""Characters of a sentence that are looked at."""
MOST = 60
"""Rules that are told of one page."""

DOSE_KINDS = {
    "hold_seconds": "hold",
    "breaths": "hold",
    "repetitions": "repetitions",
    "sets": "repetitions",
    "times_per_day": "frequency",
}


@dataclass(frozen=True, kw_only=True)
class RuleKind:
    """One kind of rule and the patterns of its sentences."""

    __pydantic_config__ = STRICT_KEYS

    kind: str
    patterns: tuple[str, ...]

    @cached_property
    def pattern(self) -> Pattern:
        """Any of the patterns."""
        return one_of(self.patterns)


@dataclass(frozen=True, kw_only=True)
class RuleWords:
    """All of `data/rules.toml`."""

    __pydantic_config__ = STRICT_KEYS

    rule: tuple[RuleKind, ...]

    @cached_property
    def by_kind(self) -> Among[str]:
        """The pattern of every kind, in their order."""
        return Among((rule.kind, rule.pattern) for rule in self.rule)


WORDS = read_words(RuleWords, "rules")


def rules(sections: tuple[Section, ...], warned: tuple[PageWarning, ...]) -> tuple[PageRule, ...]:
    """The rules of a page in its order; what it is warned of states none."""
    bad = {(one.start, one.end): one.kind for one in warned}
    told = [rule for section in sections for rule in _in_section(section)]
    found = [rule for rule in told if _is_sound(rule, bad.get((rule.start, rule.end)))]
    return tuple(found[:MOST])


def _is_sound(rule: PageRule, warned: str | None) -> bool:
    """Whether a rule holds: how often stands beside a promise as well."""
    return warned is None or (warned == "promise" and rule.kind == "frequency")


def _in_section(section: Section) -> Iterator[PageRule]:
    below = list(_below(section))
    heading = section.heading
    kind = _kind_of_heading(heading) if heading else ""
    if heading and kind and kind not in [rule.kind for rule in below]:
        yield PageRule(kind=kind, value=heading.text, start=heading.start, end=heading.end)
    yield from below


def _kind_of_heading(heading: Block) -> str:
    """The kind of rule that stands below a heading: what to do first, or when to get help."""
    kinds = _kinds_by_words(plain(heading.text))
    return next((kind for kind in kinds if kind in ("stop", "warm_up")), "")


def _below(section: Section) -> Iterator[PageRule]:
    steps = set(section.steps) if section.part is Part.EXERCISE else set[Sentence]()
    outside = section.part is not Part.EXERCISE
    for sentence in section.sentences:
        if sentence not in steps:
            yield from _in_sentence(sentence, outside=outside)


def _in_sentence(sentence: Sentence, *, outside: bool) -> Iterator[PageRule]:
    said = sentence.said[:LONGEST]
    kinds = _dose_kinds(sentence, outside=outside)
    for kind in dict.fromkeys([*kinds, *_kinds_by_words(said)]):
        yield PageRule(kind=kind, value=sentence.text, start=sentence.start, end=sentence.end)


def _kinds_by_words(said: str) -> list[str]:
    """The kinds whose words a sentence has; a question and who asks it state no rule."""
    if said.endswith("?") or said.startswith(("q. ", "q: ")):
        return []
    found = [kind for kind, one in WORDS.by_kind.likely(said) if one.search(said)]
    kept = [kind for kind in found if not (kind == "pain" and "stop" in found)]
    return [kind for kind in kept if kind != "other" or len(kept) == 1]


def _dose_kinds(sentence: Sentence, *, outside: bool) -> list[str]:
    """The kinds of the doses that a sentence states for every exercise."""
    if not is_for_all(sentence, outside=outside) and not SECTION_WORDS.for_all.search(
        sentence.said
    ):
        return []
    return [DOSE_KINDS[told.field] for told in sentence.doses]
