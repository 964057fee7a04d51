"""Whatever is brought as a copy and isn't one is refused in plain words, and changes nothing."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.diary.copies import DAMAGED, REFUSED

from psoas.diary import BadExport, export, import_into, unpacked, unpacking, written


def copy_of(diary):
    return "".join(written(export(diary))).encode()


@pytest.fixture
def filled(diary, morning):
    """A diary with entries of its own."""
    diary.add([morning(n) for n in range(3)])
    return diary


@pytest.fixture
def copy(tmp_path, morning):
    """A copy of another diary."""
    entries = [morning(n) for n in range(10, 15)]
    document = {
        "format": unpacking.FORMAT,
        "events": [
            {"id": one.id, "at": one.at.isoformat(), "on": str(one.on), "kind": one.kind.value,
             "data": one.data}
            for one in entries
        ],
    }  # fmt: skip
    return "".join(written(document)).encode()


def test_the_copy_of_these_tests_is_a_good_one(filled, copy):
    assert import_into(filled, unpacked(copy)) == 5
    assert filled.count() == 8


def test_a_copy_may_have_a_byte_order_mark_and_blanks_around_it(filled, copy):
    assert import_into(filled, unpacked(b"\xef\xbb\xbf\n " + copy + b"\n\n")) == 5


@pytest.mark.parametrize("wrong", REFUSED)
def test_what_is_no_copy_is_refused_and_changes_nothing(filled, copy, wrong):
    before = export(filled)

    with pytest.raises(BadExport) as refused:
        import_into(filled, unpacked(REFUSED[wrong](copy)))

    said = str(refused.value)
    assert said.endswith(".")
    assert "\n" not in said
    assert len(said) < 300
    assert ("damaged" in said or "something else" in said) == (wrong in DAMAGED), said
    assert export(filled) == before


def test_another_programs_file_is_called_what_it_is(copy):
    with pytest.raises(BadExport, match=r"This is a PDF, not a copy that Psoas saved"):
        unpacked(b"%PDF-1.4")


@given(st.integers(0))
def test_wherever_a_copy_is_cut_it_is_refused(place):
    whole = b'{"format": "psoas-diary/1", "events": [\n{"id": "a", "data": {"pain": 10}}\n]}'
    with pytest.raises(BadExport):
        unpacked(whole[: place % len(whole)])


def test_what_the_diary_tells_otherwise_is_refused(filled, morning):
    document = json.loads(copy_of(filled))
    document["events"][1]["data"]["pain"] = 9
    before = export(filled)

    with pytest.raises(BadExport, match="something else of an entry"):
        import_into(filled, document)

    assert export(filled) == before


def test_an_entry_that_is_told_twice_alike_counts_once(filled, copy):
    document = json.loads(copy)
    document["events"] *= 2
    assert import_into(filled, document) == 5


def test_larger_than_any_diary_is_refused_before_it_is_read(monkeypatch):
    monkeypatch.setattr(unpacking.json, "loads", None)
    for content in (bytes(unpacking.MOST_BYTES + 1), b"[" + b"0," * unpacking.MOST_PARTS + b"0]"):
        with pytest.raises(BadExport, match="larger than any diary"):
            unpacked(content)
