from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from psoas.body.bases import base
from psoas.body.build import Build
from psoas.body.camera import SEEN, Camera, middle_of_hips, upright
from psoas.body.figure import Posture, skeleton
from psoas.body.filming import Film, film
from psoas.body.landmarks import BLAZEPOSE, INDEX
from psoas.body.noise import NONE, Noise, Stretches
from psoas.body.surroundings import Surroundings

CAMERA = Camera(around=80, above=10, distance=3)
FRAMES = 300
TIMES = np.arange(FRAMES) / 30
LEGS = [INDEX[f"{side}_{name}"] for side in ("left", "right")
        for name in ("knee", "ankle", "heel", "foot_index")]  # fmt: skip
REST = [number for number in range(33) if number not in LEGS]


def _still(name: str) -> Posture:
    posture = base(name, Surroundings()).posture
    return replace(
        posture,
        angles=np.repeat(posture.angles[None], FRAMES, axis=0),
        root=np.repeat(posture.root[None], FRAMES, axis=0),
    )


@pytest.fixture(scope="module")
def standing():
    return _still("standing")


@pytest.fixture(scope="module")
def supine():
    return _still("supine")


def _film(posture: Posture, noise: Noise | None = None, seed: int = 2, camera=CAMERA) -> Film:
    return film(posture, TIMES, camera, Build(), np.random.default_rng(seed), noise)


def _where(posture: Posture, noise: Noise, seed: int = 2):
    """The frames that differ from those of a film without noise, seen of the same body."""
    clear, spoilt = _film(posture, NONE), _film(posture, noise, seed)
    return clear, spoilt, ~np.isclose(clear.world, spoilt.world).all(axis=(1, 2))


@settings(max_examples=20, deadline=None)
@given(
    camera=st.builds(Camera, around=st.floats(0, 360), above=st.floats(-10, 80)),
    stature=st.floats(1.4, 2.0),
)
def test_without_noise_it_shows_the_body_itself(camera, stature):
    posture, build = base("seated_chair", Surroundings()).posture, Build(stature=stature)
    stack = replace(posture, angles=posture.angles[None], root=posture.root[None])
    shot = film(stack, TIMES[:1], camera, build, np.random.default_rng(0), NONE)
    points = skeleton(stack, build).points
    back = upright(shot.world[..., :3], camera.above, camera.around)
    assert np.allclose(back, (points - middle_of_hips(points))[:, SEEN])
    assert np.allclose(shot.image[..., :3], camera.image(points))


def test_the_stream_has_blazepose_s_form(standing):
    shot = _film(standing)
    assert shot.image.shape == shot.world.shape == (len(shot.times), 33, 4)
    assert np.array_equal(shot.image[..., 3], shot.world[..., 3])
    assert shot.world[..., 3].min() >= 0 and shot.world[..., 3].max() <= 1
    assert np.allclose(middle_of_hips(shot.world[..., :3]), 0)
    assert np.allclose(middle_of_hips(shot.image[..., :3])[..., 2], 0)


def test_the_same_seed_films_alike(supine):
    noise = Noise(
        away=Stretches(per_minute=20, seconds=1), faint=Stretches(per_minute=20, seconds=1)
    )
    one, other, third = (_film(supine, noise, seed) for seed in (7, 7, 8))
    assert np.array_equal(one.world, other.world, equal_nan=True)
    assert np.array_equal(one.image, other.image, equal_nan=True)
    assert not np.array_equal(one.times, third.times)


def test_an_error_is_as_large_in_the_image_as_in_the_world(standing):
    clear, noisy, _ = _where(standing, Noise(dropped=0.0))
    off = noisy.image[..., :3] - clear.image[..., :3]
    image = (off - middle_of_hips(off))[..., :2]
    world = (noisy.world - clear.world)[..., :2]
    away = CAMERA.projected(middle_of_hips(skeleton(standing, Build()).points))[..., 2:]
    assert np.allclose(image, world * CAMERA.focal * np.array([1.0, CAMERA.shape]) / away)


def test_errors_are_of_the_size_that_photos_show(standing):
    clear, noisy, _ = _where(standing, Noise(dropped=0.0))
    off = (noisy.world - clear.world)[..., :3].std(axis=(0, 1))
    assert 0.008 < off[0] < 0.03 and 0.008 < off[1] < 0.03
    assert off[2] > 1.4 * off[0]


def test_dropped_frames_never_come(standing):
    shot = _film(standing, replace(NONE, dropped=0.3))
    assert 0.6 < len(shot.times) / FRAMES < 0.8
    assert np.array_equal(shot.times, TIMES[shot.frame])
    assert not np.isnan(shot.world).any()


def test_nobody_is_not_a_number(standing):
    shot = _film(standing, replace(NONE, away=Stretches(per_minute=20, seconds=1)))
    nobody = np.isnan(shot.world).all(axis=(1, 2))
    assert 0.02 < nobody.mean() < 0.8
    assert np.array_equal(np.isnan(shot.world).any(axis=(1, 2)), nobody)
    assert np.array_equal(np.isnan(shot.image).any(axis=(1, 2)), nobody)


def test_a_ghost_stands_still_and_is_hardly_seen(standing):
    away = replace(NONE, away=Stretches(per_minute=20, seconds=1), ghosts=1.0)
    moving = Noise(dropped=0.0, away=away.away, ghosts=1.0)
    shot = _film(standing, moving)
    ghost = shot.world[..., 3].max(axis=1) <= 0.5
    assert 0.02 < ghost.mean() < 0.8
    assert not np.isnan(shot.world[ghost]).any()
    together = ghost[1:] & ghost[:-1]
    assert np.isclose(np.diff(shot.world, axis=0)[together], 0).all()


def test_who_was_never_there_leaves_no_ghost():
    posture = base("standing", Surroundings()).posture
    stack = replace(posture, angles=posture.angles[None], root=posture.root[None])
    empty = replace(NONE, away=Stretches(per_minute=600, seconds=60), ghosts=1.0)
    shot = film(stack, TIMES[:1], CAMERA, Build(), np.random.default_rng(1), empty)
    assert np.isnan(shot.world).all()


def test_in_the_dark_nothing_is_seen_well(standing):
    clear, shot, dark = _where(standing, replace(NONE, faint=Stretches(per_minute=20, seconds=1)))
    assert 0.02 < dark.mean() < 0.8
    assert shot.world[dark][..., 3].max() <= 0.5
    assert np.allclose(shot.world[..., :3], clear.world[..., :3])


def test_on_the_back_legs_are_taken_for_each_other(supine):
    swaps = replace(NONE, swapped=Stretches(per_minute=20, seconds=1))
    clear, shot, wrong = _where(supine, swaps)
    assert 0.02 < wrong.mean() < 0.8
    assert np.allclose(shot.world[:, REST], clear.world[:, REST])
    left, right = (INDEX[f"{side}_knee"] for side in ("left", "right"))
    assert np.allclose(shot.world[wrong, left], clear.world[wrong, right])


def test_standing_they_are_not(standing):
    _, _, wrong = _where(standing, replace(NONE, swapped=Stretches(per_minute=20, seconds=1)))
    assert not wrong.any()


def test_a_hidden_limb_is_seen_less_but_never_face_shoulders_and_hips(standing):
    seen = dict(zip(BLAZEPOSE, _film(standing, NONE).world[0, :, 3], strict=True))
    assert seen["left_elbow"] < 0.5 < 0.9 < seen["right_elbow"]
    assert min(seen[name] for name in ("left_eye", "left_shoulder", "left_hip")) > 0.99


def test_what_is_outside_of_the_image_is_seen_less(standing):
    low = Camera(around=0, above=0, distance=2.2, looking_at=(0, 1.4, 0), field_of_view=60)
    shot = _film(standing, NONE, camera=low)
    ankle, shoulder = (shot.image[0, INDEX[f"left_{name}"]] for name in ("ankle", "shoulder"))
    assert ankle[1] > 1 and ankle[3] < 0.5
    assert 0 < shoulder[1] < 1 and shoulder[3] > 0.9
