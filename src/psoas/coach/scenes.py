"""The scenes of a session: one for each side of each step, each knowing what comes after it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from psoas.body import Position
from psoas.coach.knowing import PHRASES
from psoas.coach.manner import Manner
from psoas.coach.scene import Scene
from psoas.coach.words import Words
from psoas.library import Exercise, Library
from psoas.plan.planned import PlannedStep


class UnknownExercise(ValueError):
    """A session names an exercise that the library doesn't have; the message says which."""


def exercise_of(planned: PlannedStep, library: Library) -> Exercise:
    """The exercise of a planned step; raises `UnknownExercise`."""
    exercise = library.exercises.get(planned.exercise)
    if exercise is None:
        raise UnknownExercise(
            f"the library has no exercise “{planned.exercise}”; `psoas library list` shows all"
        )
    return exercise


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What comes before and after a step, as far as it is told with it."""

    before: Position | None
    """None: the start of the session."""
    after: str = ""
    """The next exercise by its name; empty before the end."""
    needed: str = ""
    """What to fetch for the whole session, as it is said."""


def settings_of(
    steps: Sequence[PlannedStep], library: Library, manner: Manner
) -> Iterator[Setting]:
    """The setting of each step of a session; raises `UnknownExercise`."""
    before = (None, *(step.position for step in steps))
    after = (*(exercise_of(step, library).name for step in steps[1:]), "")
    fetch = _needed(steps, library, manner)
    for _, position, name in zip(steps, before, after, strict=False):
        yield Setting(before=position, after=name, needed="" if position else fetch)


def scenes_of(
    planned: PlannedStep, setting: Setting, library: Library, manner: Manner, index: int = 0
) -> list[Scene]:
    """The scenes of one step, the `index`-th of its session; raises `UnknownExercise`."""
    last = len(planned.sides) - 1
    announcement = PHRASES.announce.format(name=setting.after) if setting.after else ""
    return [
        Scene(
            index=index,
            planned=planned,
            exercise=exercise_of(planned, library),
            side=side,
            words=manner.words_of(planned.exercise),
            rate=manner.rate,
            changes=" ".join(planned.how),
            needed=setting.needed,
            again=number > 0,
            next=_next_side(planned, number)
            if number < last
            else setting.after or PHRASES.next_end,
            announcement="" if number < last else announcement,
        )
        for number, side in enumerate(planned.sides)
    ]


def _needed(steps: Sequence[PlannedStep], library: Library, manner: Manner) -> str:
    """What to fetch, said before the first exercise unless that is told in counts only."""
    if not steps or manner.words_of(steps[0].exercise) is Words.COUNTS:
        return ""
    equipment = {thing for step in steps for thing in exercise_of(step, library).equipment}
    things = [words for thing, words in PHRASES.fetch.items() if thing in equipment]
    return PHRASES.needed.format(things=" and ".join(things)) if things else ""


def _next_side(planned: PlannedStep, number: int) -> str:
    return PHRASES.next_side.format(side=planned.sides[number + 1].value)
