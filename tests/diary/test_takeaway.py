import json

import pytest

from psoas.diary import BadExport, export, import_into, open_diary


@pytest.fixture
def other(tmp_path):
    opened = open_diary(tmp_path / "other")
    yield opened
    opened.close()


def test_what_is_taken_along_comes_back_whole(diary, other, morning):
    diary.add([morning(n) for n in range(5)])

    document = json.loads(json.dumps(export(diary)))

    assert import_into(other, document) == 5
    assert other.events() == diary.events()


def test_importing_twice_changes_nothing(diary, morning):
    diary.add([morning()])

    import_into(diary, export(diary))

    assert diary.count() == 1


@pytest.mark.parametrize(
    "junk", [None, [], {}, {"format": "other"}, "text", {"format": "psoas-diary/1"}]
)
def test_another_file_is_refused_in_one_sentence(other, junk):
    with pytest.raises(BadExport, match=r"\.$"):
        import_into(other, junk)


def test_a_damaged_export_adds_nothing(other, diary, morning):
    diary.add([morning(), morning(1)])
    document = export(diary)
    document["events"][1]["at"] = "yesterday"

    with pytest.raises(BadExport, match="damaged"):
        import_into(other, document)

    assert other.count() == 0


def test_a_time_without_its_zone_is_refused(other, diary, morning):
    diary.add([morning()])
    document = export(diary)
    document["events"][0]["at"] = "2026-03-02T07:00:00"

    with pytest.raises(BadExport, match="zone"):
        import_into(other, document)


@pytest.mark.parametrize("kind", ["exercise_done", "advice_given", "assessed"])
def test_an_entry_that_cannot_be_remembered_is_refused(other, diary, morning, kind):
    diary.add([morning()])
    document = export(diary)
    document["events"][0] |= {"kind": kind, "data": {"pain": []}}

    with pytest.raises(BadExport, match="can't be understood"):
        import_into(other, document)

    assert other.count() == 0


@pytest.mark.parametrize("sign", ["\0", "\ud800"])
@pytest.mark.parametrize("where", ["words", "list", "key", "id"])
def test_a_text_that_could_never_be_written_again_is_refused(other, diary, morning, sign, where):
    diary.add([morning()])
    document = export(diary)
    entry = document["events"][0]
    entry["data"] |= {"words": {"words": sign, "list": [[sign]], "key": {sign: 1}}.get(where)}
    entry["id"] += sign if where == "id" else ""

    with pytest.raises(BadExport, match=r"\.$"):
        import_into(other, document)

    assert other.count() == 0
