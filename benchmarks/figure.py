"""The moving figure: forward kinematics, the bytes of an exercise, and a frame in the browser."""

import gzip
import json
from collections.abc import Iterator

import numpy as np

from benchmarks.measuring import Size, median_seconds
from benchmarks.table import Row, per_second
from psoas.body.build import Build
from psoas.body.figure import Posture, skeleton
from psoas.body.joints import ANGLES, HIGH, LOW
from psoas.body.landmarks import LANDMARKS
from psoas.body.positions import Position
from psoas.drawing.clip import clip
from psoas.library import Library

BATCH = 1_000
MOST_BYTES = 8_000
"""Of an exercise, compressed."""


def rows(library: Library, size: Size) -> Iterator[Row]:
    """Every figure of the body and its clips."""
    for frames in (1, BATCH):
        yield kinematics(frames, size)
    yield largest_clip(library)


def kinematics(frames: int, size: Size) -> Row:
    """How many frames a second go from joint angles to landmarks, so many at once."""
    random = np.random.default_rng(7)
    angles = LOW + (HIGH - LOW) * random.random((frames, len(ANGLES)))
    posture = Posture(position=Position.STANDING, angles=angles, root=np.zeros((frames, 3)))
    matrix = random.random((len(ANGLES), 3 * len(LANDMARKS)))
    together = "one at a time" if frames == 1 else f"{frames:,} together"
    return Row(
        what=f"forward kinematics, frames {together}",
        seconds=median_seconds(lambda: skeleton(posture, Build()), size.repeats) / frames,
        baseline=f"a matrix product of the same size ({len(ANGLES)} in, {matrix.shape[1]} out)",
        baseline_seconds=median_seconds(lambda: angles @ matrix, size.repeats) / frames,
        shown=per_second,
    )


def largest_clip(library: Library) -> Row:
    """The bytes of the exercise that takes most, compressed."""
    clips = [clip(exercise) for exercise in library.exercises.values()]
    packed = [
        len(gzip.compress(json.dumps(each, separators=(",", ":")).encode())) for each in clips
    ]
    largest = clips[int(np.argmax(packed))]
    plain = len(largest["frames"]) * len(largest["frames"][0]) * 4
    return Row(
        what=f"the largest clip, {largest['exercise']}; the median has {int(np.median(packed)):,}",
        seconds=max(packed),
        baseline="its frames alone as 32-bit numbers",
        baseline_seconds=plain,
        limit=MOST_BYTES,
        shown=lambda count: f"{count:,.0f} bytes",
    )
