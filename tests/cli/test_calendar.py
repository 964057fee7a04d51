from datetime import UTC, date, datetime, time

import pytest
import vobject

from psoas.cli.places import opened_practice
from psoas.practice.timing import choose
from psoas.sharing.timetable import Slot, Timetable


@pytest.fixture
def chosen(folder):
    """Someone who chose Monday at eight."""
    timetable = Timetable(
        slots=(Slot(weekday=0, at=time(8)),),
        zone="Europe/London",
        starts=date(2026, 3, 2),
        chosen_at=datetime(2026, 3, 1, 9, tzinfo=UTC),
    )
    with opened_practice() as practice:
        choose(practice, timetable, {})


def test_the_times_go_to_standard_output(run, chosen):
    result = run("calendar")
    assert result.exit_code == 0, result.stderr
    calendar = vobject.readOne(result.stdout)
    assert calendar.vevent.dtstart.value.hour == 8
    assert result.stdout.endswith("END:VCALENDAR\r\n") or result.stdout.endswith("\n")


def test_or_into_a_file_that_is_not_written_over_unasked(run, refused, chosen, tmp_path):
    file = tmp_path / "psoas.ics"
    assert "Open it in your calendar" in run("calendar", file).stdout
    assert file.read_bytes().count(b"BEGIN:VEVENT") == 1
    assert "already there" in refused("calendar", file)
    assert run("calendar", file, "--replace").exit_code == 0


def test_with_json_it_says_where_it_is(printed, refused, chosen, tmp_path):
    file = str(tmp_path / "psoas.ics")
    assert printed("calendar", file, "--json") == {"file": file}
    assert "isn’t JSON" in refused("calendar", "--json")


def test_without_times_it_says_where_to_choose_them(refused, folder):
    assert "page Times" in refused("calendar")
    assert not folder.exists()
    with opened_practice():
        pass
    assert "page Times" in refused("calendar")


def test_where_calendars_cannot_be_written_it_says_what_is_missing(run, chosen, monkeypatch):
    import sys

    monkeypatch.setitem(sys.modules, "icalendar", None)
    result = run("calendar")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "psoas[sharing]" in result.stderr
