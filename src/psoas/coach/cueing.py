"""What is said within a long moment: fixed marks, and reminders in the quiet between them."""

from collections.abc import Iterable, Sequence

from psoas.coach.knowing import PHRASES, TIMING
from psoas.coach.moments import Cue
from psoas.coach.words import speech_seconds


def hold_marks(seconds: float) -> tuple[Cue, ...]:
    """Half-way and the last seconds of a hold, where it is long enough for them."""
    marks = []
    if seconds >= TIMING.least_hold_with_half_way:
        marks.append(Cue(at=seconds / 2, say=PHRASES.half_way))
    if seconds >= TIMING.least_hold_with_last_seconds:
        marks.append(Cue(at=seconds - TIMING.last_seconds, say=PHRASES.last_seconds))
    return tuple(marks)


def long_marks(seconds: float) -> tuple[Cue, ...]:
    """Half-way, the last minute and the end in sight, for a rest or a walk of minutes."""
    marks = [Cue(at=seconds / 2, say=PHRASES.half_way)]
    if seconds >= 180:
        marks.append(Cue(at=seconds - 60, say=PHRASES.last_minute))
    marks.append(Cue(at=seconds - min(10, seconds / 4), say=PHRASES.nearly_done))
    return tuple(marks)


def with_reminders(
    opening: str,
    marks: Sequence[Cue],
    reminders: Iterable[str],
    *,
    quiet: float,
    every: float,
    rate: float,
) -> tuple[Cue, ...]:
    """The marks, and before each as many reminders as fit with `quiet` seconds around them.

    `opening` is what is said at the start; `every` is the least time between two reminders.
    """
    cues: list[Cue] = []
    waiting = list(reminders)
    free = speech_seconds(opening, rate) + quiet
    for mark in marks:
        while waiting and free + speech_seconds(waiting[0], rate) + quiet <= mark.at:
            cues.append(Cue(at=free, say=waiting.pop(0)))
            free += speech_seconds(cues[-1].say, rate) + every
        cues.append(mark)
        free = max(free, mark.at + speech_seconds(mark.say, rate) + quiet)
    return tuple(cues)
