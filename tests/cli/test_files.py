import pytest

from psoas.cli.errors import Refused
from psoas.cli.files import parse_json, read_json


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("", "line 1, column 1"),
        ('{\n  "flags": oops}', "line 2, column 12"),
        ('{"a": 1} {"b": 2}', "line 1, column 10"),
        ('{"a": NaN}', "“NaN” is not a number"),
        ('{"ces_saddle": "yes", "ces_saddle": "no"}', "“ces_saddle” is there twice"),
        ("[" * 100_000, "nested too deeply"),
        (f'{{"a": {"9" * 10_000}}}', "not valid JSON"),
    ],
)
def test_broken_json_is_told_with_its_place(content, says):
    with pytest.raises(Refused) as error:
        parse_json(content, "answers.json")
    assert str(error.value.message).startswith("answers.json is not valid JSON")
    assert says in error.value.message


def test_a_missing_file_a_folder_and_other_text_are_told_apart(tmp_path):
    latin = tmp_path / "latin.json"
    latin.write_bytes('{"a": "é"}'.encode("latin-1"))
    for path, says in (
        (tmp_path / "none.json", "There is no file"),
        (tmp_path, "is a folder"),
        (latin, "is not UTF-8 text"),
        (tmp_path / "nul\0.json", "can't be read"),
    ):
        with pytest.raises(Refused, match=says):
            read_json(str(path))


def test_a_byte_order_mark_does_no_harm(tmp_path):
    path = tmp_path / "marked.json"
    path.write_bytes(b'\xef\xbb\xbf{"a": 1}')
    assert read_json(str(path)) == {"a": 1}


def test_more_than_any_diary_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr("psoas.cli.files.MOST", 10)
    path = tmp_path / "large.json"
    path.write_text("[1, 2, 3, 4, 5]")
    with pytest.raises(Refused, match="far too large"):
        read_json(str(path))
