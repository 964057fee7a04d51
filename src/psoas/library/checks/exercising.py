"""Every exercise is whole: its words, poses, swaps, ladder, muscles, equipment and loads."""

from collections.abc import Iterator
from dataclasses import fields
from itertools import pairwise

from psoas.body import MUSCLES
from psoas.knowledge import BadRule, Problem, expression
from psoas.library.entries import Ladder
from psoas.library.exercise import Exercise, Load, Status
from psoas.library.loading import Library

EQUIPMENT = frozenset({"chair", "wall", "doorway", "mat", "strap", "cushion", "roller"})
DEGREES = frozenset({"hip_flexion", "knee_flexion"})
OFFERED_WHEN_NAMES = frozenset({"leg_symptoms"})


def _problem(exercise: Exercise, key: str, mend: str) -> Problem:
    return Problem(f"exercises/{exercise.id}.toml", key, mend)


def guided_exercises_have_words(library: Library) -> Iterator[Problem]:
    """What may be planned can be guided: steps, what you feel, what to watch, breathing."""
    for exercise in filter(lambda each: each.plannable, library.exercises.values()):
        for key in ("enter", "hold", "out", "feel", "watch", "breathing", "poses"):
            if not getattr(exercise, key):
                yield _problem(exercise, key, "an exercise that is offered needs this; write it")


def steps_lead_to_poses(library: Library) -> Iterator[Problem]:
    """Each step's pose is one of the exercise's poses, and takes some seconds."""
    for exercise in library.exercises.values():
        for key in ("enter", "out", "cycle"):
            for number, step in enumerate(getattr(exercise, key)):
                if step.pose not in exercise.poses:
                    mend = f"there is no pose “{step.pose}”; add [poses.{step.pose}]"
                    yield _problem(exercise, f"{key}.{number}.pose", mend)
                if step.seconds < 1:
                    yield _problem(exercise, f"{key}.{number}.seconds", "use a second or more")


def swaps_are_offered(library: Library) -> Iterator[Problem]:
    """Each swap exists, is offered, and is another exercise."""
    for exercise in library.exercises.values():
        for swap in exercise.swaps:
            if swap not in library.exercises:
                yield _problem(exercise, "swaps", f"there is no exercise “{swap}”; correct the id")
            elif not library.exercises[swap].plannable:
                yield _problem(exercise, "swaps", f"“{swap}” is never offered; choose another")
            elif swap == exercise.id:
                yield _problem(exercise, "swaps", "an exercise is no swap for itself; remove it")


def what_is_not_offered_says_why(library: Library) -> Iterator[Problem]:
    """What is excluded or replaced says why, and what to do instead."""
    for exercise in library.exercises.values():
        if exercise.status in (Status.EXCLUDED, Status.REPLACE):
            if not exercise.swaps:
                yield _problem(exercise, "swaps", "say what to do instead: name a swap")
            if not exercise.why:
                yield _problem(exercise, "why", "say why it is not offered")


def none_is_unchecked(library: Library) -> Iterator[Problem]:
    """Nothing in the library has the status of what a person's own page tells."""
    for exercise in library.exercises.values():
        if exercise.status is Status.UNCHECKED:
            yield _problem(exercise, "status", "unchecked is for what people bring; choose another")


def words_are_known(library: Library) -> Iterator[Problem]:
    """Muscles and equipment have known names; the offer rule can be read."""
    for exercise in library.exercises.values():
        for muscle in exercise.muscles:
            if muscle not in MUSCLES:
                yield _problem(exercise, "muscles", f"“{muscle}” is not a known muscle id")
        for thing in (*exercise.equipment, *exercise.helpful):
            if thing not in EQUIPMENT:
                yield _problem(exercise, "equipment", f"“{thing}” is not known equipment")
        yield from _offered_when(exercise)


def _offered_when(exercise: Exercise) -> Iterator[Problem]:
    try:
        expression(exercise.offered_when or "True", OFFERED_WHEN_NAMES)
    except BadRule as bad:
        yield _problem(exercise, "offered_when", str(bad))


def loads_are_in_range(library: Library) -> Iterator[Problem]:
    """Loads run from 0 to 3, angles from 0 to 180 degrees."""
    for exercise in library.exercises.values():
        for field in fields(Load):
            most = 180 if field.name in DEGREES else 3
            if not 0 <= getattr(exercise.load, field.name) <= most:
                yield _problem(exercise, f"load.{field.name}", f"must be from 0 to {most}")


def ladders_and_exercises_agree(library: Library) -> Iterator[Problem]:
    """Rungs are offered exercises of that ladder, gentlest first; every ladder named exists."""
    for ladder in library.ladders.values():
        yield from _rungs(library, ladder)
    for exercise in library.exercises.values():
        if exercise.plannable and exercise.ladder.name not in library.ladders:
            mend = f"there is no ladder “{exercise.ladder.name}” in ladders.toml"
            yield _problem(exercise, "ladder.name", mend)


def _rungs(library: Library, ladder: Ladder) -> Iterator[Problem]:
    for identity in (*ladder.rungs, *ladder.on_request):
        for mend in _not_its_own(library, ladder, identity):
            yield Problem("ladders.toml", ladder.id, mend)
    for identity in sorted({*ladder.rungs} & {*ladder.on_request}):
        mend = f"“{identity}” is a rung and on request; leave it in one of the two"
        yield Problem("ladders.toml", ladder.id, mend)
    known = [library.exercises[rung] for rung in ladder.rungs if rung in library.exercises]
    for lower, upper in pairwise(known):
        if lower.ladder.level > upper.ladder.level:
            mend = f"“{upper.id}” has a lower level than “{lower.id}” before it; swap them"
            yield Problem("ladders.toml", ladder.id, mend)


def _not_its_own(library: Library, ladder: Ladder, identity: str) -> Iterator[str]:
    """What speaks against an exercise on this ladder."""
    exercise = library.exercises.get(identity)
    if exercise is None:
        yield f"there is no exercise “{identity}”"
        return
    if not exercise.plannable:
        yield f"“{identity}” is never offered; remove it"
    if exercise.ladder.name != ladder.id:
        yield f"“{identity}” says its ladder is {exercise.ladder.name}; make both agree"
