import json

import numpy as np
import pytest

from psoas.body import Side
from psoas.body.build import Build
from psoas.body.figure import skeleton
from psoas.body.landmarks import INDEX
from psoas.body.shapes import PARTS
from psoas.drawing.body_data import body_data
from psoas.drawing.clip import FRAMES, clip, sides_felt
from psoas.drawing.palette import DARK, LIGHT
from psoas.drawing.posing import FIGURE
from psoas.library import FeltOn, Sides


@pytest.fixture(scope="module")
def ours_as_clip(exercise):
    return clip(exercise())


def frames(made):
    """All frames in metres, (n, points, 3)."""
    return np.cumsum(np.array(made["frames"]), axis=0).reshape(len(made["frames"]), -1, 3) / 1000


def test_a_clip_is_json_of_whole_millimetres(ours_as_clip):
    assert json.loads(json.dumps(ours_as_clip)) == ours_as_clip
    assert all(isinstance(value, int) for frame in ours_as_clip["frames"] for value in frame)


def test_each_pose_stands_still_in_its_frame(ours_as_clip, ours):
    assert {*ours_as_clip["poses"]} == {*ours.poses}
    for name, number in ours_as_clip["poses"].items():
        body = skeleton(ours.poses[name].posture, FIGURE).points
        for place, point in enumerate(ours_as_clip["points"]):
            if point in INDEX:
                seen = frames(ours_as_clip)[number, place]
                assert np.abs(seen - body[INDEX[point]]).max() <= 0.00051


def test_each_way_leads_from_pose_to_pose_and_uses_every_frame(ours_as_clip):
    used = {*ours_as_clip["poses"].values()}
    for way, numbers in ours_as_clip["moves"].items():
        start, end = way.split(">")
        assert len(numbers) in (FRAMES, 2 * FRAMES - 1)
        assert (numbers[0], numbers[-1]) == tuple(ours_as_clip["poses"][n] for n in (start, end))
        used |= {*numbers}
    assert used == {*range(len(ours_as_clip["frames"]))}


def test_where_no_single_way_leads_one_goes_by_way_of_another_pose(ours_as_clip, exercise):
    moves = ours_as_clip["moves"]
    assert moves["ready>leg_up"] == [*moves["ready>strap_on"], *moves["strap_on>leg_up"][1:]]
    poses = exercise().poses
    turned = clip(exercise(poses={name: poses[name] for name in ("leg_up", "ready", "strap_on")}))
    assert turned["moves"]["leg_up>ready"] == [
        *turned["moves"]["strap_on>leg_up"][::-1],
        *turned["moves"]["ready>strap_on"][::-1][1:],
    ]


def test_all_points_that_the_shapes_need_are_there(ours_as_clip):
    needed = {name for part in body_data()["parts"] for ball in part["balls"]
              for name, share in ball["w"] if share}  # fmt: skip
    assert needed <= {*ours_as_clip["points"]}
    assert len(frames(ours_as_clip)[0]) == len(ours_as_clip["points"])


def test_glows_and_straps_point_to_marks(ours_as_clip):
    marks = [place for each in (*ours_as_clip["glows"], *ours_as_clip["straps"])
             for place in each["points"]]  # fmt: skip
    assert [ours_as_clip["points"][place] for place in marks] == [
        f"mark{number}" for number in range(len(marks))
    ]
    assert {glow["part"] for glow in ours_as_clip["glows"]} == {"right_thigh", "belly"}
    assert len(ours_as_clip["straps"]) == 2


def test_a_strap_has_no_length_until_it_is_held(ours_as_clip):
    def long(pose):
        number = ours_as_clip["poses"][pose]
        ends = frames(ours_as_clip)[number, ours_as_clip["straps"][0]["points"]]
        return np.linalg.norm(ends[1] - ends[0])

    assert long("ready") == 0
    assert long("leg_up") > 0.2


def test_props_know_their_poses(ours_as_clip):
    mat, cushion = ours_as_clip["props"]
    assert (mat["colour"], mat["poses"]) == ("mat", None)
    assert (cushion["colour"], cushion["poses"]) == ("cushion", ["leg_up"])
    assert ours_as_clip["view"] == {"around": 80, "above": 14}


def test_it_says_whether_there_are_sides_and_what_each_pose_shows(ours_as_clip, exercise):
    assert ours_as_clip["sided"]
    assert not clip(exercise(sides=Sides.BOTH))["sided"]
    assert ours_as_clip["shows"]["ready"] == "Lying on your back, both knees bent."
    assert ours_as_clip["exercise"] == "strap_stretch"


def test_another_body_has_a_clip_of_its_own(exercise, ours_as_clip):
    tall = clip(exercise(), Build(stature=2.0))
    assert (tall["stature"], ours_as_clip["stature"]) == (2000, 1700)
    assert np.ptp(frames(tall)[0], axis=0).max() > np.ptp(frames(ours_as_clip)[0], axis=0).max()


@pytest.mark.parametrize(
    ("differences", "sides"),
    [
        ({}, {Side.RIGHT}),
        ({"felt_on": FeltOn.OTHER}, {Side.LEFT}),
        ({"felt_on": FeltOn.BOTH}, {Side.LEFT, Side.RIGHT}),
        ({"sides": Sides.BOTH}, {Side.LEFT, Side.RIGHT}),
    ],
)
def test_it_is_felt_on_the_sides_that_the_exercise_says(exercise, differences, sides):
    assert {*sides_felt(exercise(**differences))} == sides


def test_the_browser_gets_every_part_and_both_palettes():
    data = json.loads(json.dumps(body_data()))
    assert [part["id"] for part in data["parts"]] == [*PARTS]
    assert data["palette"]["light"]["colours"]["skin"]["own"] == LIGHT.colours["skin"].own
    assert data["palette"]["dark"]["paper"] == DARK.paper
    for part in data["parts"]:
        for ball in part["balls"]:
            assert sum(share for _, share in ball["w"]) == pytest.approx(1, abs=1e-3)
