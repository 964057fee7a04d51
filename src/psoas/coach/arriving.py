"""Getting ready, the way in, changing sides, the way out, and the ending."""

from collections.abc import Iterator
from dataclasses import replace

from psoas.body import Position, Side
from psoas.body.positions import seconds_to_change
from psoas.coach.knowing import PHRASES, TIMING
from psoas.coach.moments import Moment, MomentKind
from psoas.coach.scene import Scene
from psoas.coach.words import Words, duration, speech_seconds, times
from psoas.coach.work import WORK
from psoas.library import Kind, Step
from psoas.plan.timing import SWITCH_SIDES


def get_ready(scene: Scene, before: Position | None) -> Moment:
    """The exercise by its name, with time to get from the position `before` into its own.

    What is changed for this person is always said, however few words they like, and there is time
    to hear it and to do it.
    """
    seconds: float = seconds_to_change(before, scene.position)
    if before is None:
        seconds = max(seconds, TIMING.first_ready)
    seconds += speech_seconds(f"{scene.needed} {scene.changes}", scene.rate)
    parts = (
        _name(scene, before),
        scene.needed,
        _arrival(scene, before),
        _dose(scene),
        _side(scene),
        scene.changes,
    )
    say = " ".join(part for part in parts if part)
    return scene.spoken(MomentKind.READY, seconds, say, pose=scene.first_pose, counts=True)


def _name(scene: Scene, before: Position | None) -> str:
    phrase = PHRASES.first if before is None else PHRASES.then
    return phrase.format(name=scene.exercise.name)


def _arrival(scene: Scene, before: Position | None) -> str:
    if before is scene.position or scene.words is Words.COUNTS:
        return ""
    return PHRASES.into[scene.position]


def _dose(scene: Scene) -> str:
    if scene.words is not Words.FULL:
        return ""
    amount, work = scene.amount, WORK[scene.exercise.kind]
    time, count = duration(amount.hold_seconds), times(amount.repetitions)
    if work is MomentKind.HOLD:
        dose = PHRASES.dose_hold.format(time=time, times=count)
    elif work is MomentKind.MOVE:
        dose = PHRASES.dose_move.format(times=count.capitalize())
    else:
        dose = PHRASES.dose_long.format(time=time)
    return f"{dose} {PHRASES.dose_sets.format(sets=amount.sets)}" if amount.sets > 1 else dose


def _side(scene: Scene) -> str:
    if scene.side is Side.BOTH:
        return ""
    phrase = PHRASES.start_side if len(scene.planned.sides) > 1 else PHRASES.one_side
    return phrase.format(side=scene.side.value)


def way_in(scene: Scene) -> Iterator[Moment]:
    """The spoken steps one by one; fewer words and less time where the way is known."""
    steps = scene.exercise.enter
    share = TIMING.way_in_again if scene.again else 1
    if scene.words is Words.FULL or (scene.words is Words.SHORT and not scene.again):
        for step in steps:
            yield _step(scene, step.seconds * share, step)
    elif steps:
        say = scene.fill(steps[-1].say) if scene.words is Words.SHORT else ""
        seconds = sum(step.seconds for step in steps) * TIMING.way_in_again
        yield scene.spoken(MomentKind.STEP, seconds, say, pose=steps[-1].pose)
    yield from _movement_explained(scene)


def _step(scene: Scene, seconds: float, step: Step) -> Moment:
    return scene.spoken(MomentKind.STEP, seconds, scene.fill(step.say), pose=step.pose)


def _movement_explained(scene: Scene) -> Iterator[Moment]:
    """A movement is told before its rhythm begins, for there is no time to tell it within."""
    exercise = scene.exercise
    if exercise.cycle and not scene.again and scene.words is not Words.COUNTS:
        own = (exercise.hold, exercise.breathing) if scene.words is Words.FULL else ()
        told = " ".join(
            scene.fill(text) for text in (*(s.say for s in exercise.cycle), *own) if text
        )
        say = PHRASES.this_way.format(steps=told)
        yield scene.spoken(MomentKind.STEP, 0, say)


def switch(scene: Scene) -> Moment:
    """Change to this scene's side."""
    say = PHRASES.switch.format(side=scene.side.value)
    return scene.spoken(MomentKind.SWITCH, SWITCH_SIDES, say, pose=scene.first_pose)


def way_out(scene: Scene) -> Iterator[Moment]:
    """The way out, and the next exercise by its name."""
    steps = scene.exercise.out
    if scene.words is Words.COUNTS or not steps:
        walking = scene.exercise.kind is Kind.WALKING
        say = PHRASES.stop_walking if walking else PHRASES.way_out
        seconds = sum(step.seconds for step in steps) or TIMING.way_out
        yield _out(scene, seconds, _announced(scene, say), scene.first_pose)
        return
    *before, last = steps
    for step in before:
        yield _out(scene, step.seconds, scene.fill(step.say), step.pose)
    yield _out(scene, last.seconds, _announced(scene, scene.fill(last.say)), last.pose)


def _out(scene: Scene, seconds: float, say: str, pose: str) -> Moment:
    return scene.spoken(MomentKind.OUT, seconds, say, pose=pose)


def _announced(scene: Scene, say: str) -> str:
    return f"{say} {scene.announcement}" if scene.announcement else say


def ending(scene: Scene) -> Moment:
    """The last words, by how high the body is, and what comes next."""
    words, height = PHRASES.ending, scene.position.height
    leaving = words.up if height >= 2 else words.low if height else words.lying
    say = f"{leaving} {words.after}"
    seconds = max(TIMING.ending, speech_seconds(say, scene.rate) + TIMING.gap_between_cues)
    return replace(scene, next="").moment(MomentKind.END, seconds, say, pose=scene.first_pose)
