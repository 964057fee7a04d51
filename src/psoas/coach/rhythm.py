"""Repetitions in a steady rhythm: sliders, movements and strength exercises, never held."""

from collections.abc import Sequence

from psoas.coach.knowing import PHRASES
from psoas.coach.moments import Beat, Cue, Moment, MomentKind
from psoas.coach.scene import Scene
from psoas.coach.words import Words, count_word, speech_seconds
from psoas.library import Kind, Step

REPETITIONS_EXPLAINED = 2
"""So many times the movement is told while it is done."""


def phases(scene: Scene, cap: float | None) -> tuple[float, ...]:
    """Seconds of each part of one repetition. A slider's parts never exceed `cap`.

    A movement or strength exercise is slowed down where its dose asks for a longer repetition.
    """
    parts = tuple(step.seconds for step in scene.exercise.cycle) or (scene.amount.hold_seconds,)
    if scene.exercise.kind is Kind.SLIDER:
        return tuple(min(part, cap or part) for part in parts)
    slower = max(1, scene.amount.hold_seconds / sum(parts))
    return tuple(part * slower for part in parts)


def repetition_of(scene: Scene, repetition: int, number: int, cap: float | None) -> Moment:
    """One repetition: its number, then what fits into each part, and a beat for each part."""
    parts = phases(scene, cap)
    starts = [sum(parts[:index]) for index in range(len(parts))]
    last = 1 < repetition == scene.amount.repetitions
    say = PHRASES.last_one if last else f"{count_word(repetition)}."
    told = _told(scene, repetition)
    poses = [step.pose for step in scene.exercise.cycle] or [scene.pose]
    return scene.moment(
        MomentKind.MOVE,
        sum(parts),
        say,
        pose=poses[0],
        cues=_cues(told, starts, parts, scene.rate),
        beats=tuple(Beat(at=at, pose=pose) for at, pose in zip(starts, poses, strict=True)),
        repetition=repetition,
        repetitions=scene.amount.repetitions,
        set=number,
        sets=scene.amount.sets,
    )


def _told(scene: Scene, repetition: int) -> Sequence[str]:
    """What to say in the parts after the first: the steps at first, now and then a reminder."""
    if scene.words is not Words.FULL:
        return ()
    cycle: tuple[Step, ...] = scene.exercise.cycle
    if repetition <= REPETITIONS_EXPLAINED:
        return [scene.fill(step.say) for step in cycle[1:]]
    reminders = scene.exercise.reminders
    if not reminders or repetition % 2 == 0:
        return ()
    return [scene.fill(reminders[(repetition // 2 - 1) % len(reminders)])]


def _cues(
    told: Sequence[str], starts: Sequence[float], parts: Sequence[float], rate: float
) -> tuple[Cue, ...]:
    spaces = zip(told, starts[1:], parts[1:], strict=False)
    return tuple(
        Cue(at=at, say=text) for text, at, room in spaces if speech_seconds(text, rate) <= room
    )
