from dataclasses import replace

from psoas.drawing.checking import poses_can_be_taken


def test_a_library_whose_poses_can_be_taken_has_no_problems(library):
    assert [*poses_can_be_taken(library)] == []


def test_what_a_body_cannot_do_is_a_problem_of_its_file(library, exercise):
    poses = exercise().poses
    for wrong, told in (
        ({"start": "nowhere"}, "nowhere"),
        ({"angles": {"lumbar_flexion": 150}}, "lumbar_flexion"),
        ({"touch": {"this_foot": "wall"}}, "wall"),
    ):
        bad = exercise(poses={**poses, "ready": replace(poses["ready"], **wrong)})
        (problem,) = poses_can_be_taken(replace(library, exercises={bad.id: bad}))
        assert "exercises/strap_stretch.toml" in str(problem)
        assert told in str(problem)
