"""What holds of the figure in every exercise of the library."""

import gzip
import json
from dataclasses import replace

import numpy as np
import pytest
from tests.drawing.films import EXERCISES, around, films, taken

from psoas.body import Position
from psoas.body.build import Build
from psoas.body.collisions import collisions
from psoas.body.figure import skeleton
from psoas.body.joints import check_limits
from psoas.body.measuring import measure
from psoas.body.moving import slip
from psoas.body.shapes import PARTS
from psoas.body.surroundings import Plane
from psoas.body.touching import touched_place
from psoas.drawing.clip import clip
from psoas.drawing.figure import main_pose, model, picture
from psoas.drawing.posing import FIGURE
from psoas.drawing.sheet import best_of
from psoas.library import Status

FLOATING, SINKING, SLIP = 0.01, 0.015, 0.01
"""Metres that nobody sees."""

OTHERS_MISS = 0.11
"""Metres by which people of other builds may miss what they reach for in the same exercise."""

BYTES = 8_000

TRUNK = ("pelvis", "belly", "chest")
RESTING = {
    Position.SUPINE: TRUNK,
    Position.PRONE: TRUNK,
    Position.SIDE_LYING: TRUNK,
    Position.SEATED_FLOOR: ("pelvis",),
    Position.SEATED_CHAIR: ("pelvis",),
}
"""What carries the body."""

BUILDS = {
    "tall": Build(stature=1.95),
    "heavy": Build(girth=1.15),
    "short-legged": Build(legs=0.92),
    "stiff": Build(range=0.8),
}

every_exercise = pytest.mark.parametrize("identity", EXERCISES)


def lowest(points, names, build=FIGURE):
    """How high the lowest skin of some parts lies, in metres."""
    size = build.girth * build.stature
    parts = [PARTS[name] for name in names]
    return min(float(((p.weights @ points)[:, 1] - p.radii * size).min()) for p in parts)


def there(solids, pose):
    """The solid things that stand there in a pose."""
    return [replace(solid, poses=()) for solid in solids if pose in (solid.poses or (pose,))]


@every_exercise
def test_every_step_has_its_pose(identity):
    exercise = EXERCISES[identity]
    steps = (*exercise.enter, *exercise.cycle, *exercise.out)
    assert {step.pose for step in steps} <= {*taken(identity)} == {*exercise.poses}


@every_exercise
def test_a_person_could_take_every_pose(identity):
    for posed in taken(identity).values():
        check_limits(posed.posture.angles)


@every_exercise
def test_angles_are_found_again_from_the_points_of_every_pose(identity):
    for name, posed in taken(identity).items():
        points = skeleton(posed.posture, FIGURE).points
        found = measure(points, posed.posture.position)
        assert np.abs((found - posed.posture.angles + 180) % 360 - 180).max() < 0.5, name


@every_exercise
def test_hands_and_feet_lie_on_what_they_touch(identity):
    for name, posed in taken(identity).items():
        for limb, touch in posed.touches.items():
            here, place = touched_place(posed.posture, touch, FIGURE)
            above = (here - place) @ touch.normal if touch.normal is not None else 0.0
            assert -SINKING <= above <= FLOATING, (name, limb)
            assert np.linalg.norm(here - place) <= FLOATING + SINKING, (name, limb)


@every_exercise
def test_what_carries_the_body_lies_on_its_surface(identity):
    planes = [s for s in around(identity).surfaces.values() if isinstance(s, Plane)]
    heights = [plane.point[1] for plane in planes if plane.normal[1] > 0.9]
    for name, posed in taken(identity).items():
        points = skeleton(posed.posture, FIGURE).points
        assert lowest(points, PARTS) > -SINKING, name
        if posed.posture.position in RESTING:
            low = lowest(points, RESTING[posed.posture.position])
            assert any(-SINKING <= low - high <= FLOATING for high in heights), (name, low)


@every_exercise
def test_no_pose_passes_through_anything(identity):
    for name, posed in taken(identity).items():
        points = skeleton(posed.posture, FIGURE).points[None]
        found = collisions(points, there(around(identity).solids, name), FIGURE)
        assert not found, (name, [*map(str, found)])


@every_exercise
def test_nothing_is_passed_through_on_any_way(identity):
    for film in films(identity):
        found = collisions(film.points, around(identity).solids, FIGURE)
        assert not found, (film.way, [*map(str, found)])


@every_exercise
def test_what_rests_stays_where_it_is_on_every_way(identity):
    for film in films(identity):
        assert slip(film.posture, film.kept, FIGURE) < SLIP, film.way


@every_exercise
def test_every_way_is_made_of_numbers_and_has_no_jumps(identity):
    for film in films(identity):
        assert np.isfinite(film.points).all(), film.way
        assert np.isfinite(film.posture.angles).all(), film.way
        ways = np.linalg.norm(np.diff(film.points, axis=0), axis=-1)
        assert ways.max() < 0.12, (film.way, int(ways.max(axis=1).argmax()))


@pytest.mark.parametrize("kind", BUILDS)
@every_exercise
def test_people_of_other_builds_take_every_pose(identity, kind):
    build = BUILDS[kind]
    for name, posed in taken(identity, build).items():
        assert np.isfinite(skeleton(posed.posture, build).points).all()
        check_limits(posed.posture.angles)
        for limb, touch in posed.touches.items():
            here, place = touched_place(posed.posture, touch, build)
            assert np.linalg.norm(here - place) < OTHERS_MISS, (name, limb)


@every_exercise
def test_a_clip_is_small(identity):
    packed = json.dumps(clip(EXERCISES[identity]), separators=(",", ":"))
    assert len(gzip.compress(packed.encode())) < BYTES


@every_exercise
def test_its_picture_has_a_title_and_is_crossed_out_only_when_it_is_never_offered(identity):
    exercise = EXERCISES[identity]
    drawn = best_of(model(exercise)).drawing
    assert f"<title>{exercise.name}</title>" in drawn.replace("&#x27;", "'")
    assert ("stroke-linecap" in drawn) == (exercise.status is Status.EXCLUDED)


@every_exercise
def test_its_muscles_glow_on_its_main_picture(identity):
    exercise = EXERCISES[identity]
    shown = picture(model(exercise), main_pose(exercise))
    assert {glow.part for glow in shown.glows} <= {piece.id for piece in shown.pieces}
    assert bool(shown.glows) == bool({*exercise.muscles} - {"whole_body"})
