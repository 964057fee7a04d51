"""The dose of one side: holds, repetitions in a rhythm, or minutes at ease, with their rests."""

from collections.abc import Iterator

from psoas.coach.cueing import hold_marks, long_marks, with_reminders
from psoas.coach.knowing import PHRASES, TIMING
from psoas.coach.moments import Cue, Moment, MomentKind
from psoas.coach.rhythm import phases, repetition_of
from psoas.coach.scene import Scene
from psoas.coach.words import Words, duration, speech_seconds
from psoas.library import Kind
from psoas.plan.timing import COUNT_IN, REST_BETWEEN_SETS, rest_after_repetition

WORK = {
    Kind.STATIC: MomentKind.HOLD,
    Kind.SLIDER: MomentKind.MOVE,
    Kind.MOVEMENT: MomentKind.MOVE,
    Kind.STRENGTH: MomentKind.MOVE,
    Kind.WALKING: MomentKind.WALK,
    Kind.EASE: MomentKind.EASE,
    Kind.INFORMATION: MomentKind.EASE,
}
"""The kind of moment in which each kind of exercise is done."""


def work(scene: Scene, cap: float | None) -> Iterator[Moment]:
    """Every set and repetition of one side. `cap`: seconds no part of a slider may exceed."""
    kind = WORK[scene.exercise.kind]
    for number in range(1, scene.amount.sets + 1):
        if number > 1:
            yield _rest_between_sets(scene, number)
        if kind is MomentKind.MOVE:
            yield _count_in(scene)
        for repetition in range(1, scene.amount.repetitions + 1):
            if kind is MomentKind.MOVE:
                yield repetition_of(scene, repetition, number, cap)
            else:
                yield from _held(scene, kind, repetition, number)


def work_seconds(scene: Scene, cap: float | None) -> float:
    """How long `work` takes, without writing it out."""
    amount, kind = scene.amount, WORK[scene.exercise.kind]
    rests = (amount.sets - 1) * _rest_between_sets(scene, amount.sets).seconds
    if kind is MomentKind.MOVE:
        one_set = COUNT_IN + amount.repetitions * sum(phases(scene, cap))
    elif kind is MomentKind.HOLD:
        easing = (amount.repetitions - 1) * _ease_off(scene).seconds
        one_set = amount.repetitions * (COUNT_IN + amount.hold_seconds) + easing
    else:
        one_set = amount.repetitions * amount.hold_seconds
    return amount.sets * one_set + rests


def _held(scene: Scene, kind: MomentKind, repetition: int, number: int) -> Iterator[Moment]:
    if kind is not MomentKind.HOLD:
        yield _long(scene, kind, repetition, number)
        return
    if repetition > 1:
        yield _ease_off(scene)
    yield _count_in(scene)
    yield _hold(scene, repetition, number)


def _count_in(scene: Scene) -> Moment:
    beat = COUNT_IN / len(PHRASES.count_in)
    first, *others = PHRASES.count_in
    cues = tuple(Cue(at=beat * i, say=text) for i, text in enumerate(others, start=1))
    return scene.moment(MomentKind.COUNT_IN, COUNT_IN, first, cues=cues, counts=True)


def _hold(scene: Scene, repetition: int, number: int) -> Moment:
    seconds = scene.amount.hold_seconds
    say = _hold_words(scene, repetition, seconds)
    cues = with_reminders(
        say,
        hold_marks(seconds),
        _reminders(scene, repetition),
        quiet=TIMING.gap_between_cues,
        every=TIMING.gap_between_cues,
        rate=scene.rate,
    )
    return _worked(scene, MomentKind.HOLD, repetition, number, say, cues)


def _hold_words(scene: Scene, repetition: int, seconds: float) -> str:
    """The exercise's own words where they fit into the first part of the hold."""
    if repetition > 1 and scene.words is not Words.COUNTS:
        return PHRASES.hold_again.format(
            repetition=repetition, repetitions=scene.amount.repetitions
        )
    own = scene.fill(scene.exercise.hold)
    fits = speech_seconds(own, scene.rate) + TIMING.gap_between_cues <= seconds
    return own if own and fits and scene.words is Words.FULL else PHRASES.hold


def _reminders(scene: Scene, repetition: int) -> list[str]:
    """What to feel and how to breathe first; each further repetition begins with another one."""
    if scene.words is not Words.FULL:
        return []
    exercise = scene.exercise
    texts = [scene.fill(t) for t in (exercise.feel, exercise.breathing, *exercise.reminders) if t]
    turn = (repetition - 1) * 2 % max(1, len(texts))
    return texts[turn:] + texts[:turn]


def _long(scene: Scene, kind: MomentKind, repetition: int, number: int) -> Moment:
    seconds = scene.amount.hold_seconds
    own = "" if scene.words is Words.COUNTS else scene.fill(scene.exercise.hold)
    say = own or f"{duration(seconds)}."
    cues = with_reminders(
        say,
        long_marks(seconds),
        _reminders(scene, repetition),
        quiet=TIMING.quiet_in_long_moments,
        every=TIMING.between_sparse_cues,
        rate=scene.rate,
    )
    return _worked(scene, kind, repetition, number, say, cues)


def _worked(
    scene: Scene,
    kind: MomentKind,
    repetition: int,
    number: int,
    say: str,
    cues: tuple[Cue, ...],
) -> Moment:
    return scene.moment(
        kind,
        scene.amount.hold_seconds,
        say,
        cues=cues,
        counts=True,
        repetition=repetition,
        repetitions=scene.amount.repetitions,
        set=number,
        sets=scene.amount.sets,
    )


def _ease_off(scene: Scene) -> Moment:
    """A rest between two holds; the count-in takes its last seconds."""
    full = scene.words is Words.FULL
    say = PHRASES.ease_off if full else PHRASES.ease_off_short
    seconds = rest_after_repetition(Kind.STATIC) - COUNT_IN
    return scene.spoken(MomentKind.REST, seconds, say, counts=True)


def _rest_between_sets(scene: Scene, number: int) -> Moment:
    say = PHRASES.rest_between_sets.format(set=number, sets=scene.amount.sets)
    seconds = REST_BETWEEN_SETS - COUNT_IN
    return scene.spoken(MomentKind.REST, seconds, say, pose=scene.first_pose, counts=True)
