"""A session written out second by second: what to say, show and count.

One script, many players. What to say and when is decided here, once; a player only plays.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from psoas.body import Position
from psoas.coach.arriving import ending, get_ready, switch, way_in, way_out
from psoas.coach.knowing import PHRASES
from psoas.coach.moments import Beat, Cue, Moment, MomentKind, Script
from psoas.coach.scene import Scene
from psoas.coach.words import Words, words_for
from psoas.coach.work import work
from psoas.library import Exercise, Library
from psoas.plan.session import PlannedStep, Session

__all__ = ["Beat", "Cue", "Moment", "MomentKind", "Script", "Words", "words_for", "write"]


class UnknownExercise(ValueError):
    """A session names an exercise that the library doesn't have; the message says which."""


def write(
    session: Session,
    library: Library,
    *,
    words: Words = Words.FULL,
    voice_rate: float = 1.0,
    familiar: Iterable[str] | None = None,
) -> Script:
    """The script of a session. Moments follow each other without gaps.

    `voice_rate` 2 speaks twice as fast. An exercise that is not among the `familiar` ones is told
    in full whatever `words` says; None: all are familiar. Raises `UnknownExercise`.
    """
    known = None if familiar is None else frozenset(familiar)
    drafts: list[Moment] = []
    before: Position | None = None
    for index, planned in enumerate(session.steps):
        is_new = known is not None and planned.exercise not in known
        scenes = _scenes(session, library, index, Words.FULL if is_new else words, voice_rate)
        cap = library.caps[scenes[0].exercise.kind].hold
        drafts += _exercise(scenes, before, cap)
        before = planned.position
    if drafts:
        drafts.append(ending(scenes[-1]))
    return Script(title=session.title, moments=_laid_out(drafts))


def exercise_of(planned: PlannedStep, library: Library) -> Exercise:
    """The exercise of a planned step; raises `UnknownExercise`."""
    exercise = library.exercises.get(planned.exercise)
    if exercise is None:
        raise UnknownExercise(
            f"the library has no exercise “{planned.exercise}”; `psoas library list` shows all"
        )
    return exercise


def _scenes(
    session: Session, library: Library, index: int, words: Words, rate: float
) -> list[Scene]:
    """One scene a side, each knowing what comes after it."""
    planned, later = session.steps[index], session.steps[index + 1 :]
    after = exercise_of(later[0], library).name if later else PHRASES.next_end
    announcement = PHRASES.announce.format(name=after) if later else ""
    last = len(planned.sides) - 1
    return [
        Scene(
            index=index,
            planned=planned,
            exercise=exercise_of(planned, library),
            side=side,
            words=words,
            rate=rate,
            changes=" ".join(planned.how),
            needed=needed(session, library) if index == 0 and words is not Words.COUNTS else "",
            again=number > 0,
            next=_next_side(planned, number) if number < last else after,
            announcement="" if number < last else announcement,
        )
        for number, side in enumerate(planned.sides)
    ]


def needed(session: Session, library: Library) -> str:
    """What to fetch for the whole session, as it is said; empty where there is nothing to fetch."""
    equipment = {thing for step in session.steps for thing in exercise_of(step, library).equipment}
    things = [words for thing, words in PHRASES.fetch.items() if thing in equipment]
    return PHRASES.needed.format(things=" and ".join(things)) if things else ""


def _next_side(planned: PlannedStep, number: int) -> str:
    return PHRASES.next_side.format(side=planned.sides[number + 1].value)


def _exercise(scenes: list[Scene], before: Position | None, cap: float | None) -> Iterator[Moment]:
    for scene in scenes:
        yield switch(scene) if scene.again else get_ready(scene, before)
        yield from way_in(scene)
        yield from work(scene, cap)
        yield from way_out(scene)


def _laid_out(drafts: Iterable[Moment]) -> tuple[Moment, ...]:
    moments: list[Moment] = []
    start = 0.0
    for draft in drafts:
        moments.append(replace(draft, start=round(start, 3)))
        start = moments[-1].end
    return tuple(moments)
