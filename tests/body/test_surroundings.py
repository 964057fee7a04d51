import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from psoas.body.build import Build
from psoas.body.props import Prop, PropKind
from psoas.body.shapes import radius
from psoas.body.surroundings import FLOOR, Plane, Rail, Surroundings, seat_height

COORDINATES = st.tuples(*[st.floats(-3, 3)] * 3).map(np.array)
BUILDS = [Build(), Build(stature=1.5), Build(stature=2.0, girth=1.4), Build(legs=0.9)]


def room(*kinds, build=None, **where):
    props = tuple(Prop(kind=kind, **where) for kind in kinds)
    return Surroundings(props=props, build=build or Build())


def test_there_is_always_a_floor():
    assert room().surfaces == {"floor": FLOOR}
    assert room().solids == ()


@given(COORDINATES)
def test_the_nearest_place_on_the_floor_lies_straight_below(point):
    place, out = FLOOR.nearest(point)
    assert place == pytest.approx([point[0], 0, point[2]])
    assert (out == [0, 1, 0]).all()


@given(COORDINATES, COORDINATES, COORDINATES)
def test_the_nearest_place_of_a_plane_is_in_it(point, on, normal):
    if np.linalg.norm(normal) < 0.1:
        normal = np.array([1.0, 0, 0])
    plane = Plane(point=on, normal=normal / np.linalg.norm(normal))
    place, out = plane.nearest(np.stack([point, on]))
    assert (place - on) @ plane.normal == pytest.approx(0, abs=1e-9)
    assert place[1] == pytest.approx(on)
    assert out.shape == (2, 3)


@given(COORDINATES)
def test_a_rail_is_held_at_its_own_thickness_within_its_ends(point):
    rail = Rail(start=np.zeros(3), end=np.array([0.0, 0, 1.0]), radius=0.02)
    place, out = rail.nearest(point)
    on = np.array([0, 0, np.clip(point[2], 0, 1)])
    if np.linalg.norm(point - on) > 1e-6:
        assert np.linalg.norm(place - on) == pytest.approx(0.02)
        assert (place - on) @ out == pytest.approx(0.02)


@pytest.mark.parametrize(
    ("kind", "names"),
    [
        (PropKind.CHAIR, {"seat", "chair_back"}),
        (PropKind.WALL, {"wall"}),
        (PropKind.DOORWAY, {"frame", "frame_face"}),
        (PropKind.CUSHION, {"cushion"}),
        (PropKind.BLOCK, {"block"}),
        (PropKind.ROLLER, {"roller"}),
        (PropKind.MAT, set()),
    ],
)
def test_every_prop_can_be_rested_on_by_name_and_be_seen(kind, names):
    around = room(kind)
    assert set(around.surfaces) == {"floor"} | names
    assert around.solids
    assert {solid.kind for solid in around.solids} == {kind}


@pytest.mark.parametrize("kind", [kind for kind in PropKind if kind is not PropKind.MAT])
@pytest.mark.parametrize("build", BUILDS, ids=["usual", "small", "large", "short_legs"])
def test_nothing_stands_below_the_floor(kind, build):
    for solid in room(kind, build=build).solids:
        assert (solid.points[:, 1] - solid.radius).min() >= -1e-9


def test_a_mat_lies_level_with_the_floor():
    (mat,) = room(PropKind.MAT).solids
    assert (mat.points[:, 1] + mat.radius).max() == pytest.approx(0)


@pytest.mark.parametrize("build", BUILDS, ids=["usual", "small", "large", "short_legs"])
def test_on_a_chair_the_thighs_lie_level_while_the_feet_stand_on_the_floor(build):
    knee = build.of("ankle_height") + build.of("shank")
    assert seat_height(build) + radius("left_knee", build) == pytest.approx(knee)


@pytest.mark.parametrize("kind", [PropKind.CUSHION, PropKind.BLOCK, PropKind.ROLLER])
def test_what_lies_on_the_floor_is_as_high_as_its_surface_says(kind):
    around = room(kind, size=(1, 2, 1))
    top = max((solid.points[:, 1] + solid.radius).max() for solid in around.solids)
    assert around.surfaces[kind.value].point[1] == pytest.approx(top)


def test_things_stand_where_they_are_put_in_leg_lengths():
    build = Build()
    here, there = room(PropKind.BLOCK), room(PropKind.BLOCK, at=(1.0, -0.5), up=0.25)
    moved = there.solids[0].points - here.solids[0].points
    assert moved == pytest.approx(np.tile([build.leg, 0.25 * build.leg, -0.5 * build.leg], (4, 1)))


@pytest.mark.parametrize(
    ("turn", "faces"), [(0, (-1, 0, 0)), (90, (0, 0, 1)), (180, (1, 0, 0)), (-90, (0, 0, -1))]
)
def test_a_wall_turns_to_the_left(turn, faces):
    wall = room(PropKind.WALL, turn=turn).surfaces["wall"]
    assert wall.normal == pytest.approx(faces, abs=1e-9)


def test_a_wall_stands_behind_its_surface():
    around = room(PropKind.WALL)
    (wall,) = around.solids
    assert (wall.points[:, 0] - wall.radius).min() == pytest.approx(0)
    assert around.surfaces["wall"].point[0] == 0


def test_the_opening_of_a_doorway_lies_to_the_left_of_its_frame():
    posts = [solid for solid in room(PropKind.DOORWAY).solids if solid.piece == "post"]
    assert sorted(post.points[0, 2] for post in posts) == pytest.approx([-0.95 * Build().leg, 0])


def test_a_chairs_seat_reaches_back_to_its_back():
    around = room(PropKind.CHAIR)
    back = around.surfaces["chair_back"]
    seat = next(solid for solid in around.solids if solid.piece == "seat")
    assert back.start[0] < seat.points[:, 0].min() < seat.points[:, 0].max() < 0
    assert back.start[1] > around.surfaces["seat"].point[1]


def test_a_prop_that_is_only_there_in_some_poses_says_so():
    (solid,) = room(PropKind.CUSHION, poses=("pillow",)).solids
    assert solid.poses == ("pillow",)


def test_a_chairs_back_can_be_higher():
    def top(**size):
        return room(PropKind.CHAIR, **size).surfaces["chair_back"].start[1]

    assert top(size=(1, 1.5, 1)) > top() + 0.1
