import json

import pytest
from hypothesis import given
from tests.sharing.test_appointments import choices

from psoas.knowledge import BadData
from psoas.sharing.timetable import timetable_as_data, timetable_from_data


@given(choices)
def test_a_choice_comes_back_from_json_as_it_was(chosen):
    data = json.loads(json.dumps(timetable_as_data(chosen)))
    assert timetable_from_data(data) == chosen


@pytest.mark.parametrize(
    "wrong",
    [
        {"zone": "Mars/Base"},
        {"minutes": 0},
        {"remind": -5},
        {"slots": [{"weekday": 7, "at": "08:00"}]},
        {"slots": [{"weekday": 1, "at": "08:00Z"}]},
        {"slots": [{"weekday": 1, "at": "25:00"}]},
        {"slots": [{"weekday": 1, "at": "08:00"}] * 29},
        {"chosen_at": "2026-03-02T08:00:00"},
        {"title": "x" * 2001},
        {"colour": "green"},
    ],
)
def test_a_choice_that_cannot_be_kept_is_refused_with_its_key(timetable, wrong):
    data = timetable_as_data(timetable("mon 8:00")) | wrong
    with pytest.raises(BadData, match=next(iter(wrong))):
        timetable_from_data(data)
