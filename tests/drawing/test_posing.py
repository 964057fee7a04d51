import pytest

from psoas.body import Position
from psoas.body.bases import base
from psoas.body.build import Build
from psoas.body.figure import skeleton
from psoas.body.joints import OutsideLimits
from psoas.body.landmarks import INDEX
from psoas.body.posing import BadPose
from psoas.body.surroundings import Surroundings
from psoas.drawing.posing import FIGURE, UnknownStart, poses, surroundings
from psoas.library import Pose

LYING = Position.SUPINE


def pose(**words):
    return Pose(**{"base": LYING, "shows": "A pose.", **words})


@pytest.fixture
def taken(exercise):
    """The poses of an exercise that has just these."""
    return lambda **given: poses(exercise(poses=given))


def height(posed, name):
    return skeleton(posed.posture, FIGURE).points[INDEX[name], 1]


def test_poses_come_as_they_are_written_even_when_they_start_from_later_ones(taken):
    found = taken(late=pose(start="early"), early=pose(angles={"this_hip_flexion": 60}))
    assert [*found] == ["late", "early"]
    assert (found["late"].posture.angles == found["early"].posture.angles).all()


def test_a_pose_without_a_start_starts_from_the_base_of_its_position(taken):
    found = taken(ready=pose())["ready"]
    usual = base("supine", Surroundings())
    assert (found.posture.angles == usual.posture.angles).all()


def test_a_pose_may_be_called_like_a_base(taken):
    found = taken(supine=pose(), higher=pose(start="supine"))
    assert (found["higher"].posture.angles == found["supine"].posture.angles).all()


def test_a_pose_may_start_from_another_base(taken):
    found = taken(long=pose(start="supine_long"), bent=pose())
    assert height(found["long"], "right_knee") < height(found["bent"], "right_knee") - 0.1


def test_a_start_that_there_is_not_is_named(taken):
    with pytest.raises(UnknownStart, match=r"strap_stretch: no pose.* “nowhere”"):
        taken(ready=pose(start="nowhere"))


@pytest.mark.parametrize(
    "starts", [{"a": "a"}, {"a": "b", "b": "a"}, {"a": "b", "b": "c", "c": "b"}]
)
def test_poses_that_start_from_each_other_are_refused(taken, starts):
    with pytest.raises(UnknownStart, match="start from each other: "):
        taken(**{name: pose(start=start) for name, start in starts.items()})


@pytest.mark.parametrize(
    ("words", "error"),
    [
        ({"angles": {"lumbar_flexion": 200}}, OutsideLimits),
        ({"angles": {"third_knee_flexion": 20}}, BadPose),
        ({"touch": {"this_hand": "wall"}}, BadPose),
    ],
)
def test_what_a_body_cannot_do_names_the_exercise_and_the_pose(taken, words, error):
    with pytest.raises(error, match="strap_stretch: pose impossible: "):
        taken(impossible=pose(**words))


def test_another_body_takes_the_same_poses(exercise):
    tall = poses(exercise(), Build(stature=2.0))
    assert [*tall] == [*exercise().poses]
    assert surroundings(exercise(), Build(stature=2.0)).build.stature == 2.0


def test_a_pose_may_be_reached_through_another(taken):
    found = taken(ready=pose(), middle=pose(), end=pose(through="middle"))
    assert found["end"].through is found["middle"].posture
    assert found["ready"].through is None
    with pytest.raises(UnknownStart, match="“nowhere” to go through"):
        taken(end=pose(through="nowhere"))
