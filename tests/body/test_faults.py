from pathlib import Path

import pytest

from psoas.body.faults import FAULTS, Fault, FaultName, fault_in, faults_in
from psoas.knowledge import BadData, parse
from psoas.library import Sides, load


@pytest.fixture(scope="module")
def library():
    return load()


def test_every_fault_is_told():
    assert {fault.name for fault in FAULTS} == set(FaultName)


def test_every_fault_changes_something():
    for fault in FAULTS:
        changes = (fault.angles, fault.mirrored, fault.staying != 1, fault.moving != 1)
        assert sum(map(bool, changes)) == 1, fault.name


def test_a_fault_looks_one_way_in_an_exercise(library):
    for exercise in library.exercises:
        names = [fault.name for fault in faults_in(exercise)]
        assert len(names) == len(set(names)), exercise


def test_faults_name_exercises_that_there_are(library):
    named = {exercise for fault in FAULTS for exercise in fault.exercises}
    assert named <= set(library.exercises)


def test_only_what_has_sides_can_be_done_on_the_wrong_one(library):
    for exercise in library.exercises.values():
        if FaultName.WRONG_SIDE in {fault.name for fault in faults_in(exercise.id)}:
            assert exercise.sides is not Sides.BOTH


def test_timing_can_go_wrong_everywhere():
    assert {f.name for f in faults_in("walking_bouts")} == {FaultName.TOO_SHORT, FaultName.TOO_FAST}


def test_the_pelvis_tilts_as_the_exercise_lets_it():
    kneeling = fault_in("half_kneeling_hip_flexor", FaultName.PELVIS_TILTING)
    lying = fault_in("supine_strap_hamstring", FaultName.PELVIS_TILTING)
    assert kneeling.angles["pelvis_tilt"] > 0 > lying.angles["pelvis_tilt"]


def test_a_fault_that_makes_no_sense_is_refused():
    with pytest.raises(ValueError, match=r"knee_bent.*prone_lying"):
        fault_in("prone_lying", FaultName.KNEE_BENT)


def test_changes_are_told_for_each_side_and_grow_with_strength():
    fault = Fault(name=FaultName.KNEE_BENT, looks="", angles={"both_knee_flexion": 10})
    assert fault.changed(2) == {"right_knee_flexion": 20, "left_knee_flexion": 20}


@pytest.mark.parametrize(
    "wrong",
    [
        {"angles": {"both_wing_flexion": 3}},
        {"staying": 0},
        {"moving": -1},
        {"anlges": {}},
        {"name": "too_loud"},
    ],
)
def test_a_file_that_says_something_else_is_refused(wrong):
    data = {"name": "too_fast", "looks": "Fast.", **wrong}
    with pytest.raises(BadData, match=r"faults\.toml"):
        parse(Fault, data, Path("faults.toml").name)
