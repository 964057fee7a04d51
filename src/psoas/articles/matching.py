"""Which exercise of the library a page means: by its name, else by the words of its steps."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from psoas.articles.fitting import fitting
from psoas.articles.known import KNOWN, STRANGERS
from psoas.articles.naming import LONGEST_NAME, NAMES, simple_name, tells, variants
from psoas.articles.plain import plain
from psoas.body import Position
from psoas.library import Library, Sides

MOST_NAMES_KEPT = 4096
"""How many names are remembered with what they mean."""
LONGEST_STEPS = 3000
"""Characters of steps that are looked at."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """An exercise of the library, and from 0 to 1 how sure that is."""

    exercise: str | None = None
    match: float = 0.0


SAME = 85
"""How alike, of 100, two simple names are that mean the same."""
CONTAINED = 0.9
"""How sure a name is that holds a known name and says more."""
BY_STEPS = 0.75
"""The share of an exercise's patterns that its steps must hold where the name says nothing."""
BY_STEPS_AGAINST_NAME = 0.8
"""The same where the page gives a name that nobody knows."""
ELSEWHERE = 0.5
"""What steps count that start in a position in which the exercise isn't done."""
DOUBTED = 0.6
"""How sure a name is whose steps speak against it."""
WRONG_SIDES = 0.3
STRANGER = 0.01
"""What is taken off an exercise that the library lacks: of two that fit as well it is the other."""
FULL_STEPS = 0.88
"""How much steps that fit count beside a name that is equal."""


class Matcher:
    """Finds exercises of one library by name and by steps."""

    _latest: "tuple[Library, Matcher] | None" = None

    @classmethod
    def of(cls, library: Library) -> "Matcher":
        """The matcher of a library; that of the latest one is kept, since making one takes long."""
        if cls._latest is None or cls._latest[0] is not library:
            cls._latest = (library, cls(library))
        return cls._latest[1]

    def __init__(self, library: Library) -> None:
        self.known = [
            identity
            for identity in KNOWN.exercise
            if identity in library.exercises or identity in STRANGERS
        ]
        self.positions = {identity: _positions(library, identity) for identity in self.known}
        self.both_limbs = {i for i, one in library.exercises.items() if one.sides is Sides.BOTH}
        self.meant: dict[str, list[str]] = {}
        self.library = library
        for identity in {**library.exercises, **KNOWN.exercise}:
            for name in self._names(identity):
                if simple_name(name):
                    self.meant.setdefault(simple_name(name), []).append(identity)

        self.spelt = list(self.meant)
        self.by_first_word: dict[str, list[tuple[str, frozenset[str]]]] = {}
        for known in filter(tells, self.spelt):
            parts = known.split()
            self.by_first_word.setdefault(parts[0], []).append((known, frozenset(parts)))
        self._by_name: dict[str, dict[str, float]] = {}

    def _names(self, identity: str) -> tuple[str, ...]:
        """What articles call an exercise, and what the library calls it where it has it."""
        written = KNOWN.exercise[identity].names if identity in KNOWN.exercise else ()
        exercise = self.library.exercises.get(identity)
        own = (exercise.name, *exercise.also_called) if exercise else ()
        return (*written, *own)

    def match(
        self, name: str | None, steps: str, position: Position | None, sides: str | None = None
    ) -> Match:
        """The likeliest exercise for a name and the text of its steps; none where nothing fits."""
        named = self.by_name(name or "")
        by_name = {known: sure for known, sure in named.items() if self._may_be_meant(known)}
        said = plain(steps)[:LONGEST_STEPS]
        asked = BY_STEPS_AGAINST_NAME if simple_name(name or "") else BY_STEPS
        alone = len(named) == 1 and max(named.values()) > CONTAINED and _says_enough(name or "")
        ranked = [
            self._judged(identity, by_name.get(identity, 0.0), alone, said, position, asked)
            for identity in self._worth_judging(by_name, said, position, asked)
        ]
        likely = [(rank - self._doubt(one, sides), sure, one) for rank, sure, one in ranked if rank]
        best = max(likely, default=(0.0, 0.0, ""))
        if not best[0] or best[2] in STRANGERS:
            return Match()
        return Match(exercise=best[2], match=round(best[1], 2))

    def _may_be_meant(self, identity: str) -> bool:
        return identity in self.library.exercises or identity in STRANGERS

    def _doubt(self, identity: str, sides: str | None) -> float:
        """A little taken off where a page tells two sides of what both limbs do together."""
        if identity in STRANGERS:
            return STRANGER
        return WRONG_SIDES if sides == "each" and identity in self.both_limbs else 0.0

    def candidates(self, position: Position | None) -> list[str]:
        """The exercises that are done in the position told; all where none is told."""
        return [i for i in self.known if position is None or position in self.positions[i]]

    def _worth_judging(
        self, by_name: Mapping[str, float], said: str, position: Position | None, asked: float
    ) -> Iterator[str]:
        """The exercises that the name may mean, and those whose patterns may be in the steps."""
        yield from by_name
        if said:
            likely = fitting(said).may_fit(asked) - by_name.keys()
            yield from (one for one in self.candidates(position) if one in likely)

    def _judged(
        self,
        identity: str,
        name: float,
        alone: bool,
        said: str,
        position: Position | None,
        asked: float,
    ) -> tuple[float, float, str]:
        """Rank, certainty and id of one exercise; a rank of 0 means that it isn't this one.

        `name` is how sure its name is, `alone` whether that name means no other exercise.
        """
        steps = self.by_steps(identity, said, position)
        elsewhere = position is not None and position not in self.positions.get(identity, ())
        if steps is None:
            doubted = 0.0 if elsewhere else name * DOUBTED
            return (name if alone else doubted), name * DOUBTED, identity
        stranger = name == 0.0 and steps < asked
        if stranger or (elsewhere and not alone and steps < ELSEWHERE):
            return 0.0, 0.0, identity
        return name + FULL_STEPS * steps, min(1.0, max(name, steps)), identity

    def sure_of(self, name: str) -> float:
        """How sure it is, from 0 to 1, that this is the name of an exercise."""
        return max(self.by_name(name).values(), default=0.0)

    def by_name(self, name: str) -> dict[str, float]:
        """The exercises that a name may mean, from 0 to 1 how surely; the library may lack some."""
        cut = name[:LONGEST_NAME]
        if cut not in self._by_name:
            if len(self._by_name) == MOST_NAMES_KEPT:
                self._by_name.clear()
            self._by_name[cut] = self._meant_by(cut)
        return self._by_name[cut]

    def _meant_by(self, name: str) -> dict[str, float]:
        found: dict[str, float] = {}
        named = NAMES.exercise_word.search(plain(name)) is not None
        for variant in variants(name):
            alone = named or len(name.split()) == 1
            if not (alone or " " in variant or variant in NAMES.telling):
                continue  # “on the side” is no side stretch
            for known, score in self._alike(variant):
                for identity in self.meant[known]:
                    if not self._fits_posture(identity, variant, known):
                        continue
                    found[identity] = max(found.get(identity, 0.0), score)
        return found

    def _fits_posture(self, identity: str, variant: str, known: str) -> bool:
        """Whether no word of a name beside the known one says another position."""
        more = set(variant.split()) - set(known.split())
        positions = set(self.positions.get(identity, ()))
        told = [NAMES.postures[word] for word in more if word in NAMES.postures]
        return not positions or all(positions & posture for posture in told)

    def _alike(self, variant: str) -> list[tuple[str, float]]:
        if variant in self.meant:
            return [(variant, 1.0)]
        close = process.extract(variant, self.spelt, scorer=fuzz.ratio, score_cutoff=SAME, limit=4)
        alike = [(known, score) for known, score, _ in close if _each_word_alike(variant, known)]
        if alike:
            return [(known, score / 100) for known, score in alike if score >= alike[0][1] - 1]
        return [(known, CONTAINED) for known in self._contained(variant)]

    def _contained(self, variant: str) -> list[str]:
        """The longest known names that stand whole inside a name."""
        words = set(variant.split())
        inside = {
            known
            for word in words
            for known, parts in self.by_first_word.get(word, ())
            if parts <= words
        }
        longest = max((len(known.split()) for known in inside), default=0)
        return sorted(known for known in inside if len(known.split()) == longest)

    def by_steps(self, identity: str, said: str, position: Position | None) -> float | None:
        """How well steps fit an exercise, 0 to 1; None where they rule it out."""
        if identity not in self.positions or not said:
            return 0.0
        share = fitting(said).share(identity)
        fits = position is None or position in self.positions[identity]
        return share if fits or share is None else share * ELSEWHERE


def _each_word_alike(one: str, other: str) -> bool:
    """Whether each word has its like in the other name: “lifting” is no slip for “shifting”."""
    return all(
        max(fuzz.ratio(word, like) for like in other.split()) >= SAME for word in one.split()
    )


def _positions(library: Library, identity: str) -> Collection[Position]:
    if identity in STRANGERS:
        return KNOWN.exercise[identity].starts
    exercise = library.exercises[identity]
    return {exercise.position, *exercise.other_positions, *KNOWN.exercise[identity].starts}


def _says_enough(name: str) -> bool:
    """Whether a name is more than a part of the body: not “Hips”."""
    return any(map(tells, variants(name)))
