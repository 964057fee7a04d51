from dataclasses import dataclass

import pytest

from psoas.knowledge import STRICT_KEYS, BadData, Problem, parse, read_folder, read_toml


@dataclass(frozen=True)
class Step:
    __pydantic_config__ = STRICT_KEYS

    say: str
    seconds: int = 5


@dataclass(frozen=True)
class Entry:
    __pydantic_config__ = STRICT_KEYS

    id: str
    steps: tuple[Step, ...]


def problems(read):
    with pytest.raises(BadData) as bad:
        read()
    return bad.value.problems


def write(folder, name, text):
    (folder / name).write_text(text, "utf-8")
    return folder / name


def test_data_becomes_a_dataclass():
    assert parse(Step, {"say": "Sit."}, "a.toml") == Step("Sit.")


def test_a_missing_key_is_named_with_file_and_mend():
    data = {"id": "a", "steps": [{"seconds": 3}]}
    (problem,) = problems(lambda: parse(Entry, data, "a.toml"))
    assert problem == Problem("a.toml", "steps.0.say", "this is missing; add it")


def test_a_misspelled_key_is_named():
    (problem,) = problems(lambda: parse(Step, {"say": "Sit.", "second": 3}, "a.toml"))
    assert problem.key == "second"
    assert "spelling" in problem.mend


def test_a_wrong_value_is_told_in_small_letters():
    (problem,) = problems(lambda: parse(Step, {"say": "Sit.", "seconds": "soon"}, "a.toml"))
    assert problem.key == "seconds"
    assert problem.mend.startswith("input should be a valid integer")


def test_all_problems_of_a_file_are_told_at_once():
    data = {"steps": [{}], "extra": 1}
    assert len(problems(lambda: parse(Entry, data, "a.toml"))) == 3


def test_a_problem_reads_as_one_line():
    assert str(Problem("a.toml", "say", "add it")) == "a.toml: say: add it"
    assert str(Problem("a.toml", "", "add it")) == "a.toml: add it"


def test_bad_data_reads_as_all_its_problems():
    assert str(BadData([Problem("a", "b", "c"), Problem("d", "", "e")])) == "a: b: c\nd: e"


def test_a_file_is_read_with_what_is_known_of_it(tmp_path):
    file = write(tmp_path, "a.toml", 'steps = [{ say = "Sit." }]')
    assert read_toml(Entry, file, id="a") == Entry("a", (Step("Sit."),))


def test_damaged_toml_gets_a_plain_sentence(tmp_path):
    (problem,) = problems(lambda: read_toml(Step, write(tmp_path, "a.toml", "say = \n")))
    assert str(problem).startswith("a.toml: this is not valid TOML: ")


def test_a_file_that_is_not_text_gets_a_plain_sentence(tmp_path):
    (tmp_path / "a.toml").write_bytes(b'say = "\xff"')
    (problem,) = problems(lambda: read_toml(Step, tmp_path / "a.toml"))
    assert problem.mend == "this file can't be read as UTF-8 text"


def test_a_file_that_is_not_there_gets_a_plain_sentence(tmp_path):
    assert problems(lambda: read_toml(Step, tmp_path / "a.toml"))


def test_a_folder_is_read_by_file_name(tmp_path):
    write(tmp_path, "b.toml", "steps = []")
    write(tmp_path, "a.toml", "steps = []")
    write(tmp_path, "read.me", "no entry")
    assert list(read_folder(Entry, tmp_path)) == ["a", "b"]


def test_a_folder_tells_the_problems_of_all_its_files(tmp_path):
    write(tmp_path, "a.toml", "")
    write(tmp_path, "b.toml", "steps = []")
    write(tmp_path, "c.toml", "= 3")
    found = problems(lambda: read_folder(Entry, tmp_path))
    folder = tmp_path.name
    assert [problem.file for problem in found] == [f"{folder}/a.toml", f"{folder}/c.toml"]


def test_a_missing_folder_gets_a_plain_sentence(tmp_path):
    (problem,) = problems(lambda: read_folder(Entry, tmp_path / "nowhere"))
    assert problem.file == "nowhere"
