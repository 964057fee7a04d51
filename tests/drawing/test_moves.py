from dataclasses import replace

import numpy as np
import pytest
from tests.drawing.conftest import step

from psoas.body.figure import skeleton
from psoas.drawing.moves import along, moves, route
from psoas.drawing.posing import FIGURE, surroundings
from psoas.library.exercise import Kind


def steps(*names):
    return tuple(step(name) for name in names)


@pytest.fixture
def ways(exercise):
    """The ways between the poses of an exercise with these steps."""

    def find(names="abc", **differences):
        poses = dict.fromkeys(names, exercise().poses["ready"])
        return {"".join(way) for way in moves(exercise(poses=poses, **differences))}

    return find


def test_one_goes_in_step_by_step_out_again_and_back_to_the_start(ways):
    assert ways(enter=steps(*"ab"), cycle=(), out=steps("c")) == {"ab", "bc", "ca"}


def test_a_cycle_is_gone_round(ways):
    found = ways("abcd", enter=steps("a"), cycle=steps(*"bcd"), out=())
    assert found == {"ab", "bc", "cd", "db", "da"}


def test_the_way_back_is_not_another_way(ways):
    assert ways(enter=steps(*"abc"), cycle=(), out=steps(*"ba")) >= {"ab", "bc"}
    assert "ba" not in ways(enter=steps(*"abc"), cycle=(), out=steps(*"ba"))


def test_staying_is_no_way(ways):
    assert ways(enter=steps(*"aab"), cycle=(), out=()) == {"ab"}


def test_without_steps_the_poses_are_gone_through_as_they_are_written(ways):
    assert ways(enter=(), cycle=(), out=()) == {"ab", "bc", "ca"}


def test_someone_who_walks_makes_a_whole_stride(ways):
    found = ways("abcd", enter=steps("a"), cycle=(), out=(), kind=Kind.WALKING)
    assert {"bc", "cd", "db"} <= found


def test_a_way_begins_and_ends_with_its_poses(ours):
    frames = along(("ready", "strap_on"), dict(ours.poses), 7, surroundings(ours.exercise))
    points = skeleton(frames, FIGURE).points
    assert len(points) == 7
    for number, name in ((0, "ready"), (-1, "strap_on")):
        still = skeleton(ours.poses[name].posture, FIGURE).points
        assert np.abs(points[number] - still).max() < 0.01


def test_every_step_of_an_exercise_is_on_its_ways(exercise):
    joined = {frozenset(way) for way in moves(replace(exercise()))}
    assert {frozenset(("ready", "strap_on")), frozenset(("strap_on", "leg_up"))} <= joined


def test_the_shortest_route_is_found_in_either_direction():
    known = [("a", "b"), ("b", "c"), ("c", "d"), ("d", "b")]
    assert route("a", "d", known) == ["a", "b", "d"]
    assert route("d", "a", known) == ["d", "b", "a"]
    assert route("a", "a", known) == ["a"]


def test_where_no_way_leads_there_is_no_route():
    assert route("a", "z", [("a", "b"), ("y", "z")]) == []
