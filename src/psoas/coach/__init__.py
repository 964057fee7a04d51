"""The coach: a session written out second by second."""

from psoas.coach.manner import Manner, manner_of
from psoas.coach.moments import Beat, Cue, Moment, MomentKind, Script
from psoas.coach.pace import pace_of
from psoas.coach.playing import Chapter, Playback, chapters, position_at, resume_at, starts_at
from psoas.coach.scenes import UnknownExercise
from psoas.coach.script import write
from psoas.coach.telling import as_data
from psoas.coach.words import Words, words_for

__all__ = [
    "Beat", "Chapter", "Cue", "Manner", "Moment", "MomentKind", "Playback", "Script",
    "UnknownExercise", "Words", "as_data", "chapters", "manner_of", "pace_of", "position_at",
    "resume_at", "starts_at", "words_for", "write",
]  # fmt: skip
