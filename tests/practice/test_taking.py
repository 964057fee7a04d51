"""What leaves is what the diary holds; checked by the same readers as the formats themselves."""

import io
import json
from csv import DictReader
from datetime import UTC, date, datetime, timedelta

import fitdecode
import pytest
from fhir.resources.R4B.bundle import Bundle
from tests.sharing.test_fhir import of_type, only, open_references, validated, wrong_codes

from psoas.plan.events import EventKind
from psoas.practice.taking import Way, Wish, health_record, take
from psoas.practice.timing import choose
from psoas.practice.wanting import Wanting
from psoas.sharing.timetable import Slot, Timetable

FILES = {
    Way.JSON: "psoas-diary-2026-03-20.json",
    Way.DAYS: "psoas-days-2026-03-20.csv",
    Way.EXERCISES: "psoas-exercises-2026-03-20.csv",
    Way.FHIR: "psoas-record-2026-03-20.fhir.json",
    Way.TEXT: "psoas-session-2026-03-20.txt",
}


@pytest.fixture
def kim(somebody):
    """A person of some days: sessions, things wanted back and one dropped, a total, times."""
    kim = somebody().described()
    wanting = Wanting(kim.practice)
    for words in ("Put on my socks", "Sit through a film"):
        wanting.name(words)
    wanting.rate({thing.id: 4 for thing in wanting.wanted().things})
    wanting.drop(wanting.wanted().things[1].id)
    wanting.total("odi", 38, kim.clock().date())
    at = datetime(2026, 3, 2, tzinfo=UTC)
    slots = (Slot(weekday=0, at=at.time()),)
    choose(
        kim.practice, Timetable(slots=slots, zone="UTC", starts=date(2026, 3, 2), chosen_at=at), {}
    )
    for _ in range(2):
        record, _ = kim.session()
        kim.does_all(record)
        kim.responds(kim.practice.session(record.id))
        kim.clock.later(days=2)
        kim.practice.wake({"pain": 2, "left": 0, "right": 0, "up_under_1h": True})
    return kim


@pytest.mark.parametrize("way", FILES)
def test_each_file_is_named_for_its_day(kim, way):
    (taken,) = take(kim.practice, way)
    assert taken.name == FILES[way]
    assert taken.content


def test_the_record_is_read_back_and_validated_by_two_others(kim):
    (taken,) = take(kim.practice, Way.FHIR)
    found = json.loads(taken.content)
    assert json.loads(Bundle.model_validate_json(taken.content).model_dump_json()) == found
    assert validated(found) == [[]]
    assert list(wrong_codes(found)) == []
    assert list(open_references(found)) == []


def test_the_record_tells_what_the_diary_holds(kim):
    record = health_record(kim.practice)
    assert [(one.activity, one.dropped) for one in record.wanted] == [
        ("Put on my socks", False),
        ("Sit through a film", True),
    ]
    assert record.totals[0].form == "Oswestry index, per cent"
    assert record.timetable.slots
    assert record.answers.on == date(2026, 3, 18)
    found = json.loads(take(kim.practice, Way.FHIR)[0].content)
    assert only(found, "QuestionnaireResponse")["authored"] == "2026-03-18"
    assert len([one for one in of_type(found, "Observation") if "hasMember" in one]) == 2


def test_its_ids_stay_and_nobody_is_named_unasked(kim):
    first, again = (json.loads(take(kim.practice, Way.FHIR)[0].content) for _ in range(2))
    assert first == again
    assert len(kim.happened(EventKind.SETTINGS)) == 1
    word = kim.practice.setting("whose")
    assert word not in json.dumps(first)
    named = json.loads(take(kim.practice, Way.FHIR, Wish(name="Kim Lee"))[0].content)
    assert only(named, "Patient")["name"] == [{"text": "Kim Lee"}]
    assert set(only(first, "Patient")) == {"resourceType", "id"}


def test_another_persons_record_has_other_ids(kim, sam):
    ids = [
        {entry["fullUrl"] for entry in json.loads(take(one.practice, Way.FHIR)[0].content)["entry"]}
        for one in (kim, sam)
    ]
    assert not ids[0] & ids[1]


def test_what_was_never_said_is_not_in_the_record(somebody):
    record = health_record(somebody().practice)
    assert record.answers is record.timetable is None
    assert record.wanted == record.totals == ()


def test_no_times_any_more_are_none(kim):
    chosen = Timetable(slots=(), zone="UTC", starts=date(2026, 3, 20), chosen_at=kim.clock())
    choose(kim.practice, chosen, {})
    assert health_record(kim.practice).timetable is None


def test_the_tables_have_a_line_for_each_day_and_each_exercise(kim):
    days = list(DictReader(io.StringIO(take(kim.practice, Way.DAYS)[0].content.decode())))
    assert [day["sessions"] for day in days] == ["1", "1", "0"]
    done = list(DictReader(io.StringIO(take(kim.practice, Way.EXERCISES)[0].content.decode())))
    assert len(done) == len(kim.happened(EventKind.EXERCISE_DONE))


def test_a_session_or_a_routine_leaves_as_text(kim):
    today = take(kim.practice, Way.TEXT)[0].content.decode()
    routine = kim.practice.library.routines["desk-three"]
    other = take(kim.practice, Way.TEXT, Wish(routine=routine.id))[0].content.decode()
    assert routine.name.upper() in other
    assert today != other


def test_a_long_session_becomes_several_numbered_workouts(kim):
    files = take(kim.practice, Way.FIT, Wish(routine="ten-for-21-days"))
    assert [file.name for file in files] == [
        f"psoas-session-2026-03-20-{number}.fit" for number in range(1, len(files) + 1)
    ]
    assert len(files) > 1
    for file in files:
        with fitdecode.FitReader(io.BytesIO(file.content)) as reader:
            assert any(frame.frame_type == fitdecode.FIT_FRAME_DATA for frame in reader)


def test_the_whole_diary_comes_back_from_its_file(kim):
    document = json.loads(take(kim.practice, Way.JSON)[0].content)
    assert len(document["events"]) == len(kim.happened())
    assert timedelta(0) <= kim.clock() - datetime.fromisoformat(document["events"][-1]["at"])
