import pytest

from psoas.knowledge import BadData
from psoas.library.loading import load, read


def problems(folder):
    with pytest.raises(BadData) as bad:
        read(folder)
    return bad.value.problems


def test_a_copy_of_the_files_reads_as_the_same_library(folder, library):
    assert read(folder) == library


def test_it_is_read_once(library):
    assert load() is library


def test_damaged_toml_is_told_by_file_and_line(plant):
    (problem,) = problems(plant("notes.toml", 'id = "no-bouncing"', "id = no-bouncing"))
    assert problem.file == "notes.toml"
    assert "not valid TOML" in problem.mend
    assert "line" in problem.mend


def test_an_unknown_key_is_told_by_file_and_key(plant):
    (problem,) = problems(plant("exercises/cat_camel.toml", "breathing =", "breathes ="))
    assert (problem.file, problem.key) == ("exercises/cat_camel.toml", "breathes")


def test_an_unknown_table_is_told(plant):
    (problem,) = problems(plant("ladders.toml", "[[ladders]]", "[[ladder]]"))
    assert (problem.file, problem.key) == ("ladders.toml", "ladder")


def test_the_problems_of_all_files_are_told_together(plant):
    plant("exercises/cat_camel.toml", 'kind = "movement"', 'kind = "dance"')
    plant("routines/yoga-six.toml", "summary =", "summery =")
    plant("caps.toml", "hold = 3", "hold = 'three'")
    folder = plant("sources.toml", 'id = "house"', 'id = "house')
    found = {problem.file for problem in problems(folder)}
    assert found == {
        "exercises/cat_camel.toml",
        "routines/yoga-six.toml",
        "caps.toml",
        "sources.toml",
    }


def test_two_entries_with_one_id_are_told(plant):
    (problem,) = problems(plant("notes.toml", 'id = "what-to-wear"', 'id = "no-bouncing"'))
    assert (problem.file, problem.key) == ("notes.toml", "no-bouncing")
    assert "rename one" in problem.mend


def test_a_file_that_is_missing_is_told(folder):
    (folder / "ladders.toml").unlink()
    assert [problem.file for problem in problems(folder)] == ["ladders.toml"]
