"""Filming: the stream of landmarks that a camera and a model make of a body that moves.

In BlazePose's form, with what goes wrong: see `noise` and `docs/simulator.md`.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from psoas.body.build import Build
from psoas.body.camera import Camera, middle_of_hips
from psoas.body.figure import Posture, skeleton
from psoas.body.hiding import covered
from psoas.body.landmarks import BLAZEPOSE, INDEX, OPPOSITE
from psoas.body.noise import Noise
from psoas.body.positions import Position
from psoas.body.rotations import Array
from psoas.body.wandering import wandering

FAINT = 0.5
"""What visibilities are multiplied with in the dark, and those of a ghost."""

_ALWAYS_SURE = [
    number
    for number, name in enumerate(BLAZEPOSE)
    if not name.endswith(
        ("elbow", "wrist", "pinky", "index", "thumb", "knee", "ankle", "heel", "foot_index")
    )
]
"""Face, shoulders and hips: BlazePose says that it sees them even where it can't."""

_SURE, _USUAL = (7.5, 0.5), (4.0, 5.5)
"""Visibility in log odds: of a landmark in plain sight, and what it loses when it is hidden."""

_OUTSIDE = 5.0
"""What a landmark outside of the image loses, in log odds."""

_LEGS = [INDEX[f"{side}_{name}"] for side in ("left", "right")
         for name in ("knee", "ankle", "heel", "foot_index")]  # fmt: skip

_DOUBT_SECONDS = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Film:
    """A stream of landmarks: n frames that came, of those that were shot."""

    times: Array
    """(n,), seconds."""
    frame: npt.NDArray[np.intp]
    """(n,), the number of the posture that each shows."""
    image: Array
    """(n, 33, 4): x and y as fractions of width and height, z on the scale of x, visibility.
    NaN where nobody was found."""
    world: Array
    """(n, 33, 4): metres from mid-hip along the camera's axes, visibility; or NaN."""


def film(
    posture: Posture,
    times: Array,
    camera: Camera,
    build: Build,
    rng: np.random.Generator,
    noise: Noise | None = None,
) -> Film:
    """What a camera and a model make of a stack of postures at some times (n,), in seconds."""
    noise = noise or Noise()
    points = skeleton(posture, build).points
    cover = covered(points, camera, build)
    errors = noise.errors(times, cover, rng)
    image, world = _image(points, camera, errors), _world(points, camera, errors)
    seen = _visibility(image, cover, times, noise, rng)[..., None]
    landmarks = np.concatenate([image, seen, world, seen], axis=-1)
    if posture.position is Position.SUPINE:
        landmarks = _swapped(landmarks, times, noise, rng)
    landmarks = _absent(_faint(landmarks, times, noise, rng), times, noise, rng)
    came = np.flatnonzero(rng.random(len(times)) >= noise.dropped)
    whole = landmarks[came]
    return Film(times=times[came], frame=came, image=whole[..., :4], world=whole[..., 4:])


def _image(points: Array, camera: Camera, errors: Array) -> Array:
    """Where the landmarks seem to be in the image, an error as large as it looks at the hips."""
    image = camera.image(points)
    away = camera.projected(middle_of_hips(points))[..., 2:]
    image += errors * camera.focal * np.array([1.0, camera.shape, 1.0]) / away
    image[..., 2:] -= middle_of_hips(image)[..., 2:]
    return image


def _world(points: Array, camera: Camera, errors: Array) -> Array:
    world = camera.world(points) + errors
    middle: Array = world - middle_of_hips(world)
    return middle


def _visibility(
    image: Array, cover: Array, times: Array, noise: Noise, rng: np.random.Generator
) -> Array:
    """How well the model thinks that it sees each landmark, (n, 33), 0 to 1."""
    plain, loss = np.full(len(BLAZEPOSE), _USUAL[0]), np.full(len(BLAZEPOSE), _USUAL[1])
    plain[_ALWAYS_SURE], loss[_ALWAYS_SURE] = _SURE
    outside = ((image[..., :2] < 0) | (image[..., :2] > 1)).any(axis=-1)
    doubt = noise.doubt * wandering(times, _DOUBT_SECONDS, (len(BLAZEPOSE),), rng)
    odds = plain - loss * cover - _OUTSIDE * outside + doubt
    seen: Array = 1 / (1 + np.exp(-odds))
    return seen


_DIMMED = np.array([1.0, 1.0, 1.0, FAINT] * 2)
_OTHER_LEGS = np.arange(len(BLAZEPOSE))
_OTHER_LEGS[_LEGS] = np.array(OPPOSITE)[_LEGS]


def _swapped(landmarks: Array, times: Array, noise: Noise, rng: np.random.Generator) -> Array:
    """The legs from the knees down exchanged for some stretches."""
    wrong = noise.swapped.among(times, rng) > 0
    landmarks[wrong] = landmarks[wrong][:, _OTHER_LEGS]
    return landmarks


def _faint(landmarks: Array, times: Array, noise: Noise, rng: np.random.Generator) -> Array:
    """Nothing well seen for some stretches: no visibility above a half."""
    dark = noise.faint.among(times, rng) > 0
    landmarks[dark] *= _DIMMED
    return landmarks


def _absent(landmarks: Array, times: Array, noise: Noise, rng: np.random.Generator) -> Array:
    """Nobody there for some stretches: not a number, or the ghost of the last frame before."""
    stretch = noise.away.among(times, rng)
    for number in np.unique(stretch[stretch > 0]):
        here = np.flatnonzero(stretch == number)
        if rng.random() < noise.ghosts and here[0] > 0:
            landmarks[here] = landmarks[here[0] - 1] * _DIMMED
        else:
            landmarks[here] = np.nan
    return landmarks
