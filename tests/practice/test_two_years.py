"""Two years of a made-up person leave whole, and mean the same on another computer."""

import json
from datetime import UTC, datetime, time

import pytest
from fhir.resources.R4B.bundle import Bundle
from tests.diary.copies import DAMAGED
from tests.sharing.test_fhir import open_references, validated, wrong_codes
from tests.simulated import LAST_DAY, simulated

from psoas.diary import BadExport, export, import_into, open_diary, unpacked
from psoas.library import load
from psoas.practice import Practice
from psoas.practice.taking import Way, health_record, take


def now():
    return datetime.combine(LAST_DAY, time(18), UTC)


@pytest.fixture(scope="module")
def years():
    return simulated(2 * 365)


def living(diary, years):
    diary.add(years)
    practice = Practice(diary, load(), now, lambda: "made-here")
    health_record(practice)  # The first one keeps a word in the diary.
    return practice


@pytest.fixture(scope="module")
def here(tmp_path_factory, years):
    """The practice of that person, of which these tests only read."""
    opened = open_diary(tmp_path_factory.mktemp("here"))
    yield living(opened, years)
    opened.close()


@pytest.fixture
def there(tmp_path):
    """Another computer, where nobody is known."""
    opened = open_diary(tmp_path / "other")
    yield Practice(opened, load(), now, lambda: "made-there")
    opened.close()


@pytest.mark.slow
def test_nothing_is_lost_on_the_way_and_all_that_leaves_is_the_same_there(diary, years, there):
    here = living(diary, years)
    (copy,) = take(here, Way.JSON)

    assert import_into(there.diary, unpacked(copy.content)) == here.diary.count()

    assert export(there.diary) == export(here.diary)
    assert there.memory() == here.memory()
    for way in Way:
        assert take(there, way) == take(here, way)


def test_half_of_it_there_already_changes_nothing(here, there, years):
    there.diary.add(years[: len(years) // 2])
    import_into(there.diary, export(here.diary))
    assert there.diary.events() == here.diary.events()


def test_the_record_is_read_back_and_validated_by_two_others(here):
    (taken,) = take(here, Way.FHIR)
    found = json.loads(taken.content)
    assert json.loads(Bundle.model_validate_json(taken.content).model_dump_json()) == found
    assert validated(found) == [[]]
    assert list(wrong_codes(found)) == []
    assert list(open_references(found)) == []


@pytest.mark.parametrize("wrong", ["cut in the middle", "an entry twice, told differently"])
def test_damage_anywhere_in_it_keeps_all_of_it_out(here, there, wrong):
    (copy,) = take(here, Way.JSON)
    with pytest.raises(BadExport):
        import_into(there.diary, unpacked(DAMAGED[wrong](copy.content)))
    assert there.diary.count() == 0
