import json
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from psoas.diary.tables import UtcTime, read_json

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=12,
)


@given(value=VALUES)
def test_json_is_read_as_it_was_written(value):
    assert read_json(json.dumps(value)) == value


def test_half_a_letter_that_was_kept_is_still_read():
    assert read_json('{"words": "\\ud83d"}') == {"words": "\ud83d"}


def test_a_text_that_is_no_json_is_refused():
    with pytest.raises(ValueError, match="Expecting"):
        read_json("{")


def test_a_time_without_a_zone_is_refused(sqlite_dialect):
    with pytest.raises(ValueError, match="needs its zone"):
        UtcTime().process_bind_param(datetime(2026, 3, 2), sqlite_dialect)


@pytest.mark.parametrize("text", ["2026-03-02 09:00:00", "2026-03-02 09:00:00.000000"])
def test_sqlite_gives_back_the_zone(text, sqlite_dialect):
    read = UtcTime().result_processor(sqlite_dialect, None)
    assert read(text) == datetime(2026, 3, 2, 9, tzinfo=UTC)
    assert read(None) is None


@pytest.fixture
def sqlite_dialect():
    from sqlalchemy.dialects.sqlite.base import SQLiteDialect

    return SQLiteDialect()
