import numpy as np
import pytest

from psoas.body import Position
from psoas.body.build import Build
from psoas.body.camera import SEEN, Camera
from psoas.body.completing import completed
from psoas.body.figure import Posture, skeleton
from psoas.body.joints import ANGLE, angles_of
from psoas.body.landmarks import INDEX
from psoas.body.measuring import measure

BUILDS = [Build(), Build(stature=1.95, legs=1.05), Build(stature=1.5, legs=0.93)]
KNOWN = ("mid_hip", "mid_shoulder", "mid_ear")


def _points(build: Build, **angles: float):
    posture = Posture(position=Position.STANDING, angles=angles_of(angles), root=np.zeros(3))
    return skeleton(posture, build).points


def _measured(points, name: str) -> float:
    return float(measure(points, Position.STANDING)[ANGLE[name]])


@pytest.mark.parametrize("build", BUILDS)
@pytest.mark.parametrize("bend", [0, 15, 40, 75])
@pytest.mark.parametrize("tilt", [-20, 0, 50])
def test_with_a_known_spine_bend_and_tilt_are_found(build, bend, tilt):
    points = _points(build, lumbar_flexion=bend, pelvis_tilt=tilt)
    whole = completed(points[SEEN], build.of("trunk"))
    assert _measured(whole, "lumbar_flexion") == pytest.approx(bend, abs=1)
    assert _measured(whole, "pelvis_tilt") == pytest.approx(tilt, abs=1)
    assert np.linalg.norm(whole - points, axis=-1).max() < 0.01


def test_a_back_that_bends_backwards_is_found_when_one_says_so():
    points = _points(Build(), lumbar_flexion=-30)
    spine = Build().of("trunk")
    assert _measured(completed(points[SEEN], spine), "lumbar_flexion") == pytest.approx(30, abs=1)
    backwards = completed(points[SEEN], spine, backwards=True)
    assert _measured(backwards, "lumbar_flexion") == pytest.approx(-30, abs=1)


def test_rotation_and_side_bend_are_seen():
    points = _points(Build(), trunk_rotation=30, side_bend=-15, lumbar_flexion=10)
    whole = completed(points[SEEN], Build().of("trunk"))
    assert _measured(whole, "trunk_rotation") == pytest.approx(30, abs=4)
    assert _measured(whole, "side_bend") == pytest.approx(-15, abs=4)


def test_what_the_camera_gave_stays_and_middles_lie_between():
    points = _points(Build(), lumbar_flexion=30, right_hip_flexion=60)
    whole = completed(points[SEEN])
    assert np.array_equal(whole[SEEN], points[SEEN])
    for name in KNOWN:
        assert np.allclose(whole[INDEX[name]], points[INDEX[name]])


def test_without_a_spine_it_is_guessed_from_the_legs():
    usual, long_legs = (
        completed(_points(build, lumbar_flexion=40)[SEEN]) for build in (Build(), Build(legs=1.1))
    )
    assert _measured(usual, "lumbar_flexion") == pytest.approx(40, abs=1)
    assert _measured(long_legs, "lumbar_flexion") > 60


def test_shoulders_further_off_than_the_spine_is_long_mean_a_straight_back():
    points = _points(Build())
    whole = completed(points[SEEN], 0.9 * Build().of("trunk"))
    assert _measured(whole, "lumbar_flexion") == pytest.approx(0, abs=0.1)


def test_an_error_of_one_percent_is_as_bad_as_told():
    points, spine = _points(Build())[SEEN], Build().of("trunk")
    assert _measured(completed(points, spine * 1.01), "lumbar_flexion") == pytest.approx(23, abs=1)
    bent = _points(Build(), lumbar_flexion=60)[SEEN]
    off = [_measured(completed(bent, spine * k), "lumbar_flexion") - 60 for k in (0.99, 1.01)]
    assert off == pytest.approx([-4.4, 4.1], abs=0.5)


def test_it_works_in_the_axes_of_a_camera_and_for_many_frames():
    points = np.stack([_points(Build(), lumbar_flexion=bend) for bend in (10, 50)])
    camera = Camera(around=70, above=20)
    whole = completed(camera.world(points), Build().of("trunk"))
    assert np.allclose(whole, (points - points[:, [INDEX["mid_hip"]]]) @ camera.axes, atol=0.01)


def test_a_pelvis_that_tips_into_a_hollow_back_is_not_seen():
    spine = Build().of("trunk")
    well, tipped = (
        completed(_points(Build(), pelvis_tilt=tilt, lumbar_flexion=-tilt)[SEEN], spine)
        for tilt in (0, 15)
    )
    assert abs(_measured(tipped, "pelvis_tilt") - _measured(well, "pelvis_tilt")) < 8
