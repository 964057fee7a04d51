from datetime import UTC, date, datetime, timedelta
from io import StringIO
from zoneinfo import ZoneInfo

import pytest
from dateutil.tz import tzical
from hypothesis import given, settings
from hypothesis import strategies as st

from psoas.sharing.timezones import UnknownZone, vtimezone, zone_named

ZONES = (
    "Europe/Berlin", "Europe/London", "Europe/Dublin", "America/New_York", "America/St_Johns",
    "America/Sao_Paulo", "Africa/Casablanca", "Asia/Kolkata", "Asia/Jerusalem", "Asia/Kathmandu",
    "Australia/Lord_Howe", "Australia/Sydney", "America/Santiago", "Africa/Cairo",
    "Pacific/Chatham", "America/Phoenix",
)  # fmt: skip
SINCE, NOW = date(2025, 1, 6), date(2026, 3, 2)


def read_back(name):
    """The zone as `dateutil` understands it from the file alone."""
    whole = b"BEGIN:VCALENDAR\r\n" + vtimezone(ZoneInfo(name), SINCE, NOW).to_ical()
    return tzical(StringIO(whole.decode() + "END:VCALENDAR\r\n")).get(name)


@pytest.fixture(scope="module", params=ZONES)
def both(request):
    return ZoneInfo(request.param), read_back(request.param)


@settings(max_examples=60, deadline=None)
@given(at=st.datetimes(datetime(2025, 1, 6), datetime(2037, 12, 31)))
def test_another_library_reads_the_same_offsets_from_the_file(both, at):
    zone, read = both
    moment = at.replace(tzinfo=UTC)
    assert moment.astimezone(read).utcoffset() == moment.astimezone(zone).utcoffset()


def test_the_hours_around_every_change_of_the_clock_agree(both):
    zone, read = both
    hour, day = timedelta(minutes=30), datetime(2025, 6, 1, tzinfo=UTC)
    for near in (day + hour * half for half in range(48 * 365 * 3)):
        if zone.utcoffset((near - hour).astimezone(zone)) != near.astimezone(zone).utcoffset():
            for at in (near - hour, near - timedelta(seconds=1), near, near + hour):
                assert at.astimezone(read).utcoffset() == at.astimezone(zone).utcoffset()


def test_a_rule_that_never_changes_is_told_as_one():
    text = vtimezone(ZoneInfo("Europe/Berlin"), SINCE, NOW).to_ical().decode()
    assert text.count("RRULE") == 2
    assert "RDATE" not in text


def test_a_zone_without_a_rule_lists_its_changes():
    assert "RDATE" in vtimezone(ZoneInfo("Africa/Casablanca"), SINCE, NOW).to_ical().decode()


@pytest.mark.parametrize("name", ["", "Europe/Atlantis", "../etc/passwd", "/etc/passwd", "a\0b"])
def test_an_unknown_zone_is_refused_in_one_sentence(name):
    with pytest.raises(UnknownZone, match="is not a time zone"):
        zone_named(name)
