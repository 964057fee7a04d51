"""The words of warnings against exercises, as patterns over plain text."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from psoas.articles.patterns import Among, Pattern
from psoas.articles.wordlists import any_of, compiled, expanded, one_of, read_words
from psoas.knowledge import STRICT_KEYS

THING = r"(?P<what>[^.,;:!?()]{3,90}?)"


@dataclass(frozen=True, kw_only=True)
class AvoidWords:
    """All of `data/avoiding.toml`, as patterns over plain text."""

    __pydantic_config__ = STRICT_KEYS

    before: tuple[str, ...]
    orders: tuple[str, ...]
    after: tuple[str, ...]
    more_follows: tuple[str, ...]
    more_before: tuple[str, ...]
    around: tuple[str, ...]
    backward: tuple[str, ...]
    heads: tuple[str, ...]
    lists: tuple[str, ...]
    collections: tuple[str, ...]
    labels: tuple[str, ...]
    quit_lists: tuple[str, ...]
    conditions: tuple[str, ...]
    sequels: tuple[str, ...]
    negations: tuple[str, ...]
    fillers: str
    declaring: tuple[str, ...]
    cautions: tuple[str, ...]
    still: frozenset[str]
    denials: tuple[str, ...]
    goods: tuple[str, ...]
    quits: tuple[str, ...]
    harms: tuple[str, ...]
    neutral: tuple[str, ...]
    while_doing: tuple[str, ...]
    finite: tuple[str, ...]
    narrative: tuple[str, ...]
    ends: tuple[str, ...]
    movements: tuple[str, ...]
    pronouns: tuple[str, ...]
    vague: tuple[str, ...]
    other: tuple[str, ...]
    notices: tuple[str, ...]
    no_thing: tuple[str, ...]
    refusals: tuple[str, ...]
    questions: tuple[str, ...]
    speakers: str
    shorthand: Mapping[str, str]

    def _any(self, patterns: Iterable[str]) -> Pattern:
        told = {**self.shorthand, "what": THING}
        return one_of(
            expanded(one, self.shorthand).replace("{what}", told["what"]) for one in patterns
        )

    @cached_property
    def thing_follows(self) -> Pattern:
        """Words after which a thing to avoid stands."""
        return self._any(self.before)

    @cached_property
    def order_follows(self) -> Pattern:
        """Words before a verb that is not to be done."""
        return self._any(self.orders)

    @cached_property
    def thing_before(self) -> Pattern:
        """Words before which a thing to avoid stands."""
        return self._any(self.after)

    @cached_property
    def one_more_follows(self) -> Pattern:
        """Words after which one more thing stands, where the sentence before warned."""
        return self._any(self.more_follows)

    @cached_property
    def one_more_before(self) -> Pattern:
        """Words before which one more thing stands, where the sentence before warned."""
        return self._any(self.more_before)

    @cached_property
    def thing_inside(self) -> Among[str]:
        """Words around a thing to avoid, with the thing in the group “what”."""
        return Among((one, self._any([one])) for one in self.around)

    @cached_property
    def refers_back(self) -> Pattern:
        """Words that refuse what was named before them."""
        return self._any(self.backward)

    @cached_property
    def warning_head(self) -> Pattern:
        """The head of a column of things to avoid."""
        return one_of(self.heads)

    @cached_property
    def condition(self) -> Pattern:
        """Under which condition something is refused that else is right: “skip it if …”."""
        return any_of(self.conditions)

    @cached_property
    def list_follows(self) -> Pattern:
        """Words after which a list of things to avoid stands."""
        return one_of(self.lists)

    @cached_property
    def collects(self) -> Pattern:
        """A word for what stands in a list."""
        return any_of(self.collections)

    @cached_property
    def label(self) -> Pattern:
        """A label after which stands what not to do, whatever it is."""
        return one_of(self.labels)

    @cached_property
    def quit_list_follows(self) -> Pattern:
        """Words after which a list of what somebody has given up stands."""
        return one_of(self.quit_lists)

    @cached_property
    def names_follow(self) -> Pattern:
        """A sentence that warns of what the next ones name."""
        return one_of(self.sequels)

    @cached_property
    def negated(self) -> Pattern:
        """What turns a warning into its opposite, right before it: “don’t skip”."""
        return compiled(rf"\b(?:{'|'.join(self.negations)}) ?$")

    @cached_property
    def filler(self) -> Pattern:
        """What may stand right before a thing and is no part of its name."""
        return compiled(self.fillers)

    @cached_property
    def declared(self) -> Pattern:
        """Whose “don’t” is no order, right before it: “they don’t”."""
        return compiled(rf"\b(?:{'|'.join(self.declaring)}) ?$")

    @cached_property
    def caution(self) -> Pattern:
        """What is to be done otherwise, and not left out: “lift your heels”."""
        return one_of(self.cautions)

    @cached_property
    def denies(self) -> Pattern:
        """A word that says no."""
        words = [one for one in self.denials if not one.startswith("n't")]
        return one_of(
            [
                any_of(words).pattern,
                *(f"(?<=[a-z]){one}" for one in self.denials if one.startswith("n't")),
            ]
        )

    @cached_property
    def leaves(self) -> Pattern:
        """Words that leave something off."""
        return any_of(self.quits)

    @cached_property
    def praises(self) -> Pattern:
        """Words of praise."""
        return any_of(self.goods)

    @cached_property
    def harming(self) -> Pattern:
        """Words that say that something does harm."""
        return any_of(self.harms)

    @cached_property
    def says_neither(self) -> Pattern:
        """Words with which a clause refuses nothing."""
        return any_of(self.neutral)

    @cached_property
    def belongs(self) -> Pattern:
        """What stands before a thing that is nothing to leave off: “it hurts when”."""
        return compiled(rf"\b(?:{'|'.join(self.while_doing)}) (?:\w+ ){{0,2}}$")

    @cached_property
    def subject_end(self) -> Pattern:
        """Where the subject of a sentence ends."""
        return any_of(self.finite)

    @cached_property
    def tells(self) -> Pattern:
        """Words after which somebody names what they did."""
        return one_of(self.narrative)

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
