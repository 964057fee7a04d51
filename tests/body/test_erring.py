import numpy as np
import pytest

from psoas.body import Position
from psoas.body.bases import BASES, base
from psoas.body.build import Build
from psoas.body.erring import erring
from psoas.body.faults import FAULTS, Fault, FaultName
from psoas.body.figure import skeleton
from psoas.body.joints import ANGLE, HIGH
from psoas.body.landmarks import INDEX
from psoas.body.measuring import measure
from psoas.body.moving import slip
from psoas.body.posing import Posed, take
from psoas.body.props import Prop, PropKind
from psoas.body.recipes import Recipe
from psoas.body.surroundings import Surroundings

BUILDS = [Build(), Build(stature=1.95, legs=1.05), Build(stature=1.5, legs=0.93, girth=1.3)]


def _take(name: str, build: Build, **changes) -> Posed:
    around = Surroundings(build=build)
    start = base(name, around)
    if not changes:
        return start
    return take(Recipe(position=BASES[name].position, **changes), start, around)


def _fault(name: FaultName, number: int = 0) -> Fault:
    return [fault for fault in FAULTS if fault.name is name][number]


def _measured(posed: Posed, build: Build, angle: str) -> float:
    points = skeleton(posed.posture, build).points
    return float(measure(points, posed.posture.position)[ANGLE[angle]])


LEG_UP = {
    "angles": {"this_hip_flexion": 75.0, "this_knee_flexion": 5.0},
    "touch": {"this_foot": "free"},
}

CASES = [
    (FaultName.KNEE_BENT, 0, "supine", LEG_UP),
    (FaultName.KNEE_BENT, 1, "long_sitting", {}),
    (FaultName.KNEE_BENT, 1, "standing", {}),
    (FaultName.BACK_ROUNDED, 0, "seated_chair", {}),
    (FaultName.BACK_ROUNDED, 0, "long_sitting", {}),
    (FaultName.LEANING_FORWARD, 0, "seated_chair", {"touch": {"both_hands": "free"}}),
    (FaultName.LEANING_FORWARD, 0, "kneeling", {}),
    (FaultName.LEANING_FORWARD, 0, "standing", {}),
    (FaultName.PELVIS_TILTING, 0, "kneeling", {}),
    (FaultName.PELVIS_TILTING, 0, "standing", {}),
    (FaultName.PELVIS_TILTING, 1, "supine", LEG_UP),
]


@pytest.mark.parametrize("build", BUILDS, ids=["usual", "tall", "small and heavy"])
@pytest.mark.parametrize(("name", "number", "start", "changes"), CASES)
def test_a_fault_changes_its_own_angles_and_leaves_the_supports(
    name, number, start, changes, build
):
    fault, posed = _fault(name, number), _take(start, build, **changes)
    wrong = erring(posed, fault, 1.0, build)
    for angle, degrees in fault.changed(1.0).items():
        change = _measured(wrong, build, angle) - _measured(posed, build, angle)
        assert change == pytest.approx(degrees, abs=6), angle
    assert slip(wrong.posture, wrong.touches, build) < 0.01


@pytest.mark.parametrize(("name", "number", "start", "changes"), CASES)
def test_a_fault_grows_with_its_strength(name, number, start, changes):
    fault, build = _fault(name, number), Build()
    posed = _take(start, build, **changes)
    angle = next(iter(fault.changed(1.0)))
    sizes = [abs(_measured(erring(posed, fault, s, build), build, angle)
                 - _measured(posed, build, angle)) for s in (0.0, 0.5, 1.0, 1.5)]  # fmt: skip
    assert sizes == sorted(sizes)
    assert sizes[0] < 0.5


def test_standing_the_pelvis_sinks_over_feet_that_stay():
    build = Build()
    posed = _take("standing", build)
    wrong = erring(posed, _fault(FaultName.KNEE_BENT, 1), 1.0, build)
    assert wrong.posture.root[1] < posed.posture.root[1] - 0.02
    assert wrong.touches["this_foot"].point is posed.touches["this_foot"].point


def test_sitting_the_heels_slide_nearer_on_the_floor():
    build = Build()
    posed = _take("long_sitting", build)
    wrong = erring(posed, _fault(FaultName.KNEE_BENT, 1), 1.0, build)
    assert np.array_equal(wrong.posture.root, posed.posture.root)
    before, after = (each.touches["this_foot"].point for each in (posed, wrong))
    assert after[0] < before[0] - 0.02
    assert after[1] == pytest.approx(before[1])


def test_a_leg_in_the_air_keeps_its_direction_while_the_pelvis_tips():
    build = Build()
    posed = _take("supine", build, **LEG_UP)
    fault = Fault(name=FaultName.PELVIS_TILTING, looks="", angles={"pelvis_tilt": -15})
    wrong = erring(posed, fault, 1.0, build)
    for side, limb in ((0, "this_foot"), (1, "other_foot")):
        thighs = [skeleton(each.posture, build).thigh[side] for each in (posed, wrong)]
        assert limb in posed.touches or np.allclose(*thighs)


def test_both_legs_in_the_air_keep_their_direction():
    build = Build()
    posed = _take("supine", build, touch={"both_feet": "free"}, angles={"this_hip_abduction": 25})
    fault = Fault(name=FaultName.PELVIS_TILTING, looks="", angles={"pelvis_tilt": 12})
    thighs = [
        skeleton(each.posture, build).thigh for each in (posed, erring(posed, fault, 1, build))
    ]
    assert np.allclose(*thighs)


def test_what_is_to_stay_stays():
    build = Build()
    posed = _take("supine", build, **LEG_UP)
    wrong = erring(posed, _fault(FaultName.PELVIS_TILTING, 1), 1.0, build)
    chests = [skeleton(each.posture, build).points[INDEX["chest"]] for each in (posed, wrong)]
    assert np.allclose(*chests)
    assert wrong.posture.root[1] > posed.posture.root[1]


def test_no_joint_goes_further_than_it_can():
    build = Build()
    wrong = erring(_take("seated_chair", build), _fault(FaultName.BACK_ROUNDED), 9.0, build)
    assert wrong.posture.angles[ANGLE["lumbar_flexion"]] == HIGH[ANGLE["lumbar_flexion"]]


def test_a_leg_too_short_to_stand_so_far_off_hangs_straight_down():
    build = Build()
    posed = _take("long_sitting", build)
    fault = Fault(name=FaultName.KNEE_BENT, looks="", angles={"both_knee_flexion": 150})
    wrong = erring(posed, fault, 1.0, build)
    assert _measured(wrong, build, "right_knee_flexion") > 90


def test_kneeling_the_knees_go_on_bearing_the_body():
    build = Build()
    posed = _take("kneeling", build)
    fault = Fault(name=FaultName.KNEE_BENT, looks="", angles={"both_knee_flexion": 20})
    wrong = erring(posed, fault, 1.0, build)
    assert posed.posture.position is Position.KNEELING
    assert slip(wrong.posture, wrong.touches, build) < 0.01


def test_who_stands_and_holds_on_leans_over_until_the_hands_hold_again():
    chair = Prop(kind=PropKind.CHAIR, at=(0.5, 0.0), turn=180)
    around = Surroundings(props=(chair,))
    bent = {"pelvis_tilt": 50.0, "both_hip_flexion": 53.0}
    arms = {"both_shoulder_elevation": 90.0, "both_shoulder_plane": 90.0}
    recipe = Recipe(
        position=Position.STANDING, angles=bent | arms, touch={"both_hands": "chair_back"}
    )
    posed = take(recipe, base("standing", around), around)
    fault = Fault(name=FaultName.PELVIS_TILTING, looks="", angles={"lumbar_flexion": -15})
    wrong = erring(posed, fault, 1.0, around.build)
    assert slip(wrong.posture, wrong.touches, around.build) < 0.01
    assert wrong.posture.root[0] > posed.posture.root[0] + 0.03
