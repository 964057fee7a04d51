from functools import cache

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from psoas.body.bases import base
from psoas.body.build import Build
from psoas.body.camera import NEAREST, SEEN, Camera, middle_of_hips, upright
from psoas.body.figure import skeleton
from psoas.body.landmarks import INDEX
from psoas.body.measuring import trunk_inclination
from psoas.body.surroundings import Surroundings

cameras = st.builds(
    Camera,
    around=st.floats(-180, 360),
    above=st.floats(-30, 90),
    roll=st.floats(-90, 90),
    distance=st.floats(1.5, 6),
    field_of_view=st.floats(40, 100),
    size=st.sampled_from([(640, 480), (1280, 720), (480, 640)]),
)
builds = st.builds(Build, stature=st.floats(1.4, 2.0), legs=st.floats(0.9, 1.1))
few = settings(max_examples=50, deadline=None)


@cache
def _posture(name: str):
    return base(name, Surroundings()).posture


def _points(name: str, build: Build | None = None):
    return skeleton(_posture(name), build or Build()).points


@few
@given(camera=cameras, build=builds)
def test_projecting_and_unprojecting_agree(camera, build):
    points = _points("standing", build)
    assert np.allclose(camera.unprojected(camera.projected(points)), points, atol=1e-9)


@few
@given(camera=cameras, build=builds)
def test_world_landmarks_come_back_upright_when_the_tilt_is_known(camera, build):
    points = _points("seated_chair", build)[SEEN]
    back = upright(camera.world(points), camera.above, camera.around, camera.roll)
    assert np.allclose(back, points - middle_of_hips(points), atol=1e-9)


@few
@given(camera=cameras)
def test_what_it_looks_at_is_in_the_middle_of_the_image(camera):
    seen = camera.projected(np.array(camera.looking_at))
    assert np.allclose(seen, [0.5, 0.5, camera.distance])


@few
@given(camera=cameras)
def test_its_axes_are_square_and_right_handed(camera):
    assert np.allclose(camera.axes.T @ camera.axes, np.eye(3))
    assert np.linalg.det(camera.axes) == pytest.approx(1)


def test_from_the_front_right_and_left_are_exchanged_and_down_is_positive():
    world = Camera(around=0, above=0).world(_points("standing"))
    assert world[INDEX["right_hip"], 0] < 0 < world[INDEX["left_hip"], 0]
    assert world[INDEX["nose"], 1] < -0.4
    assert world[INDEX["nose"], 2] < world[INDEX["left_ear"], 2]


def test_from_the_right_the_left_hip_is_further_away():
    camera, points = Camera(around=90, above=0), _points("standing")
    for landmarks in (camera.world(points), camera.image(points)):
        assert landmarks[INDEX["right_hip"], 2] < 0 < landmarks[INDEX["left_hip"], 2]


def test_the_image_has_x_and_y_in_fractions_of_its_own_sides():
    wide = Camera(around=0, above=0, looking_at=(0, 0.8, 0), size=(1600, 800))
    seen = wide.image(_points("standing"))
    high = seen[INDEX["left_ankle"], 1] - seen[INDEX["left_shoulder"], 1]
    across = seen[INDEX["left_shoulder"], 0] - seen[INDEX["right_shoulder"], 0]
    body = _points("standing")
    tall = body[INDEX["left_shoulder"], 1] - body[INDEX["left_ankle"], 1]
    broad = body[INDEX["right_shoulder"], 2] - body[INDEX["left_shoulder"], 2]
    assert high / across == pytest.approx(2 * tall / broad, rel=0.05)


def test_depth_in_the_image_is_on_the_scale_of_x_at_the_hips():
    camera = Camera(around=90, above=0, looking_at=(0, 0.9, 0), distance=3)
    points = _points("standing")
    hips = points[[INDEX["right_hip"], INDEX["left_hip"]]]
    deep = camera.image(points)[[INDEX["right_hip"], INDEX["left_hip"]], 2]
    assert np.allclose(deep, -hips[:, 2] * camera.focal / 3, atol=1e-3)
    assert deep.mean() == pytest.approx(0)


def test_a_point_behind_the_lens_counts_as_just_before_it():
    camera = Camera(around=0, above=0, distance=1)
    assert camera.projected(np.array([3.0, 0.0, 0.0]))[2] == NEAREST


def test_a_camera_turned_clockwise_sees_the_room_lean_left():
    top = Camera(around=0, above=0, roll=10).projected(np.array([0.0, 1.2, 0.0]))
    assert top[0] < 0.5 and top[1] < 0.5


def test_without_its_place_the_trunk_still_leans_as_it_does():
    points = _points("seated_floor")
    camera = Camera(around=130, above=25)
    back = upright(camera.world(points), tilt=25)
    whole = np.concatenate([back, np.zeros((8, 3))])
    hips, shoulders = (
        (whole[INDEX[f"left_{name}"]] + whole[INDEX[f"right_{name}"]]) / 2
        for name in ("hip", "shoulder")
    )
    whole[INDEX["mid_hip"]], whole[INDEX["mid_shoulder"]] = hips, shoulders
    assert trunk_inclination(whole) == pytest.approx(float(trunk_inclination(points)), abs=1e-6)
