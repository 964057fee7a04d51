"""Simulating: a person who does an exercise, well or with a named fault, frame by frame.

Seeded: the same performance, fault and generator give the same frames. See `docs/simulator.md`.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from psoas.body import rotations as turns
from psoas.body.erring import erring, resting
from psoas.body.faults import Fault
from psoas.body.figure import ORIENTATION, Posture
from psoas.body.joints import ANGLE, ANGLES, MIDLINE, mirrored
from psoas.body.moving import between, minimum_jerk
from psoas.body.posing import Posed
from psoas.body.positions import Position
from psoas.body.rotations import Array
from psoas.body.surroundings import Surroundings
from psoas.body.wandering import wandering

RATE = 30.0
"""Frames a second."""

BREATH_SECONDS = 5.0
"""From breath to breath, about twelve a minute."""

BREATH = {"lumbar_flexion": -0.25, "neck_flexion": 0.2}
"""Degrees by which breathing in moves the midline either way."""

TREMOR, TREMOR_SECONDS = 0.1, 0.4
"""Degrees by which joints stray in a pose that is held, and how soon they turn back."""

SWAY, SWAY_SECONDS = (0.003, 0.0, 0.002), 1.5
"""Metres forward, up and right by which somebody sways who stands."""

CALM = 0.5
"""Seconds at either end of a stay in which breath and tremor grow from nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A pose, the seconds of the way to it, and the seconds in it."""

    pose: Posed
    moving: float = 2.0
    """From the pose before; the first step starts in its pose."""
    staying: float = 3.0
    judged: bool = True
    """Whether it is a pose in which form counts: angles go wrong only in these."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Performance:
    """What a person does: poses one after the other, all taken in the same surroundings."""

    steps: tuple[Step, ...]
    around: Surroundings

    def erring(self, fault: Fault, strength: float) -> "Performance":
        """The same with a fault; a mirrored one is mirrored only when it is performed."""
        return replace(self, steps=tuple(self._wrong(step, fault, strength) for step in self.steps))

    def _wrong(self, step: Step, fault: Fault, strength: float) -> Step:
        pose = erring(step.pose, fault, strength, self.around.build) if step.judged else step.pose
        staying = step.staying * (fault.staying**strength if step.judged else 1.0)
        moving = step.moving * fault.moving**strength
        return replace(step, pose=pose, staying=staying, moving=moving)


@dataclass(frozen=True, slots=True, kw_only=True)
class Performed:
    """A performance frame by frame."""

    times: Array
    """(n,), seconds."""
    posture: Posture
    """A stack of n."""
    step: npt.NDArray[np.intp]
    """(n,), the number of the step to which each frame belongs."""
    staying: npt.NDArray[np.bool_]
    """(n,), whether its pose is held, or on the way."""
    poses: tuple[Posed, ...]
    """The poses as they were really taken; of a mirrored fault before they were mirrored."""

    def held(self, step: int) -> Posture:
        """The frames in which the pose of a step is held."""
        here = (self.step == step) & self.staying
        return replace(self.posture, angles=self.posture.angles[here], root=self.posture.root[here])


def perform(
    performance: Performance,
    rng: np.random.Generator,
    fault: Fault | None = None,
    strength: float = 1.0,
    rate: float = RATE,
) -> Performed:
    """Somebody's way through a performance, with breath, sway and tremor, at `rate` a second.

    With a fault of so much strength: 1 is as in `faults.toml`, 0 is none. All frames are told in
    the position of the last step. Raises `ValueError` where one lying on the side is mirrored.
    """
    if fault is not None:
        performance = performance.erring(fault, strength)
    clock, poses = _clock(performance.steps, rate), [step.pose for step in performance.steps]
    restless = _restless(clock, rng)
    stacks = []
    for phase in np.unique(clock.phase):
        here, number = clock.phase == phase, phase // 2
        if phase % 2:
            stacks.append(_held(poses[number], restless, here, performance.around))
        else:
            shares = minimum_jerk(clock.share[here])
            stacks.append(_moved(poses[number - 1], poses[number], shares, performance.around))
    whole = _joined(stacks, poses[-1].posture.position)
    if fault is not None and fault.mirrored and strength > 0:
        whole = mirrored_posture(whole)
    return Performed(
        times=clock.times,
        posture=whole,
        step=clock.phase // 2,
        staying=clock.phase % 2 == 1,
        poses=tuple(poses),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Clock:
    """When each frame is: its phase (2k on the way to step k, 2k + 1 in it), how far through."""

    times: Array
    phase: npt.NDArray[np.intp]
    share: Array
    calm: Array
    """0 at either end of a stay and on the way, 1 well within a stay."""


def _clock(steps: Sequence[Step], rate: float) -> _Clock:
    lengths = np.array([each for step in steps for each in (step.moving, step.staying)])
    lengths[0] = 0.0
    ends = np.cumsum(lengths)
    times = np.arange(round(float(ends[-1]) * rate)) / rate
    phase = np.minimum(np.searchsorted(ends, times, side="right"), len(ends) - 1)
    begun = times - (ends - lengths)[phase]
    within = np.minimum(begun, ends[phase] - times) / CALM
    calm = minimum_jerk(np.clip(within, 0, 1)) * (phase % 2)
    return _Clock(times=times, phase=phase, share=begun / lengths[phase], calm=calm)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Restless:
    """How a living body strays from its pose."""

    angles: Array
    root: Array


def _restless(clock: _Clock, rng: np.random.Generator) -> _Restless:
    angles = TREMOR * wandering(clock.times, TREMOR_SECONDS, (len(ANGLES),), rng)
    angles[:, [ANGLE[name] for name in MIDLINE if name.startswith("pelvis_")]] = 0
    breath = np.sin(2 * np.pi * (clock.times / BREATH_SECONDS + rng.random()))
    for name, degrees in BREATH.items():
        angles[:, ANGLE[name]] += degrees * breath
    root = np.array(SWAY) * wandering(clock.times, SWAY_SECONDS, (3,), rng)
    return _Restless(angles=angles * clock.calm[:, None], root=root * clock.calm[:, None])


def _held(
    posed: Posed, restless: _Restless, here: npt.NDArray[np.bool_], around: Surroundings
) -> Posture:
    """A pose that is held: straying, but at rest on all that it touches."""
    standing = posed.posture.position is Position.STANDING
    sway = restless.root[here] * (1.0 if standing else 0.0)
    angles = posed.posture.angles + restless.angles[here]
    posture = replace(posed.posture, angles=angles, root=posed.posture.root + sway)
    return resting(posture, posed.touches, around.build)


def _moved(first: Posed, second: Posed, shares: Array, around: Surroundings) -> Posture:
    """The way between two poses; both ends are looked at too, as `between` needs them."""
    whole = between(first, second, np.concatenate([[0.0], shares, [1.0]]), around)
    return replace(whole, angles=whole.angles[1:-1], root=whole.root[1:-1])


def _joined(stacks: Sequence[Posture], position: Position) -> Posture:
    told = [_told_in(stack, position) for stack in stacks]
    return Posture(
        position=position,
        angles=np.concatenate([each.angles for each in told]),
        root=np.concatenate([each.root for each in told]),
    )


def _told_in(posture: Posture, position: Position) -> Posture:
    """The same body with the angles of its pelvis counted from another position's."""
    if posture.position is position:
        return posture
    angles = posture.angles.copy()
    vector = turns.to_vector(ORIENTATION[position].T @ posture.pelvis) * [1, -1, -1]
    for name, value in zip(("list", "turn", "tilt"), vector.T, strict=True):
        angles[:, ANGLE[f"pelvis_{name}"]] = value
    return replace(posture, position=position, angles=angles)


def mirrored_posture(posture: Posture) -> Posture:
    """The posture of the body in a mirror that stands along its middle, left and right exchanged.

    Raises `ValueError` for one lying on its side: poses lie on the right side only.
    """
    if posture.position is Position.SIDE_LYING:
        raise ValueError("a body that lies on its right side has no mirror image that does")
    root = posture.root * np.array([1.0, 1.0, -1.0])
    return replace(posture, angles=mirrored(posture.angles), root=root)
