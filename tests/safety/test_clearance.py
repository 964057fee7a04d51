import pytest

from psoas.safety.clearance import Sessions, Triage


@pytest.mark.parametrize("level", [*Triage, *Sessions])
def test_a_level_is_read_from_the_word_that_it_is_written_as(level):
    assert type(level)(level.word) is level


def test_more_severe_is_higher():
    assert [level.word for level in sorted(Triage)] == [
        "go_ahead",
        "see_clinician_before_starting",
        "urgent_24_48h",
        "emergency_now",
    ]
    assert [level.word for level in sorted(Sessions)] == ["all", "calm", "none"]


def test_an_unknown_word_is_no_level():
    with pytest.raises(ValueError, match="soon"):
        Triage("soon")
