import numpy as np
import pytest

from psoas.body.bases import base
from psoas.body.build import Build
from psoas.body.camera import SEEN, Camera
from psoas.body.figure import skeleton
from psoas.body.hiding import AT_ONCE, covered
from psoas.body.landmarks import BLAZEPOSE, INDEX, OPPOSITE
from psoas.body.surroundings import Surroundings

FIGURE = Build()


@pytest.fixture(scope="module")
def standing():
    return skeleton(base("standing", Surroundings()).posture, FIGURE).points[None]


def _hidden(points, around: float, build: Build = FIGURE) -> set[str]:
    camera = Camera(around=around, above=5, distance=4, looking_at=(0, 0.9, 0))
    cover = covered(points, camera, build)[0]
    return {name for name, share in zip(BLAZEPOSE, cover, strict=True) if share > 0.9}


def test_from_the_front_all_is_seen(standing):
    assert not _hidden(standing, 0)


def test_from_behind_the_face_is_hidden(standing):
    assert {"nose", "mouth_left", "right_eye"} <= _hidden(standing, 180)


def test_from_the_side_the_nearer_leg_and_the_trunk_hide_the_other(standing):
    hidden = _hidden(standing, 90)
    assert {"left_knee", "left_elbow"} <= hidden
    assert not {name for name in hidden if name.startswith("right_")} - {"right_eye_inner"}


def test_the_other_side_is_its_mirror(standing):
    mirrored = (standing * [1, 1, -1])[:, list(OPPOSITE)]
    camera, other = (Camera(around=around, looking_at=(0, 0.9, 0)) for around in (70, -70))
    one, two = covered(standing, camera, FIGURE), covered(mirrored, other, FIGURE)
    assert np.allclose(one, two[:, list(OPPOSITE)[SEEN]])


def test_a_heavier_body_hides_more(standing):
    camera = Camera(around=60, distance=4, looking_at=(0, 0.9, 0))
    slim, heavy = (covered(standing, camera, Build(girth=g)).sum() for g in (0.8, 1.4))
    assert heavy > slim


def test_a_joint_is_not_hidden_by_the_limb_that_it_belongs_to(standing):
    cover = covered(standing, Camera(around=0, above=60, distance=4), FIGURE)[0]
    assert cover[INDEX["left_knee"]] == 0


def test_what_is_just_hidden_counts_in_part(standing):
    shares = [covered(standing, Camera(around=a, distance=4), FIGURE) for a in range(0, 180, 5)]
    part = np.array(shares)
    assert ((part > 0.1) & (part < 0.9)).any() and part.min() == 0 and part.max() == 1


def test_a_long_film_is_the_same_as_many_short_ones(standing):
    camera = Camera(around=70, distance=4)
    turning = np.linspace(0, 0.3, 2 * AT_ONCE + 7)[:, None, None]
    frames = standing + turning * np.array([1.0, 0.0, 0.5])
    whole = covered(frames, camera, FIGURE)
    assert whole.shape == (len(frames), 33)
    for number in (0, AT_ONCE, len(frames) - 1):
        assert np.allclose(whole[number], covered(frames[[number]], camera, FIGURE)[0])
