import io
from dataclasses import replace
from datetime import UTC, datetime

import fitdecode
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.plan.people import LIBRARY
from tests.sharing.conftest import NOON, doing

from psoas.body import Side
from psoas.sharing.fit import MOST_STEPS, NothingToDo, checksum, workout, workout_files
from psoas.sharing.watch import Effort, Repeat, WatchStep, watch_steps


def read_back(data):
    """The messages of a file by their names, as another library reads them; the sums checked."""
    found = {}
    with fitdecode.FitReader(
        io.BytesIO(data),
        check_crc=fitdecode.CrcCheck.RAISE,
        error_handling=fitdecode.ErrorHandling.RAISE,
    ) as reader:
        for frame in reader:
            if frame.frame_type == fitdecode.FIT_FRAME_DATA:
                fields = {field.name: field.value for field in frame.fields}
                found.setdefault(frame.name, []).append(fields)
    return found


def test_another_library_reads_a_workout_with_all_its_steps(session):
    (data,) = workout_files(session, LIBRARY, NOON)
    read = read_back(data)
    steps = watch_steps(session, LIBRARY)
    (file,), (about,) = read["file_id"], read["workout"]
    assert (file["type"], file["time_created"]) == ("workout", NOON)
    assert (about["sport"], about["sub_sport"]) == ("training", "flexibility_training")
    assert about["num_valid_steps"] == len(read["workout_step"]) == len(steps)
    assert [step["message_index"] for step in read["workout_step"]] == list(range(len(steps)))


def test_holds_repetitions_rests_and_sides_come_back(session):
    whole = doing("supine_figure_4", Side.LEFT, Side.RIGHT, hold_seconds=20, repetitions=1)
    moving = doing("pelvic_tilt", hold_seconds=2, repetitions=8)
    both = replace(whole, steps=(*whole.steps, *moving.steps))
    steps = read_back(workout_files(both, LIBRARY, NOON)[0])["workout_step"]
    active = [step for step in steps if step["intensity"] == "active"]
    assert [(step["wkt_step_name"], step["duration_type"]) for step in active] == [
        ("Lying figure-4 stretch, left", "time"),
        ("Lying figure-4 stretch, right", "time"),
        ("Small pelvic tilt", "reps"),
    ]
    assert [active[0]["duration_time"], active[2]["duration_reps"]] == [20, 8]
    assert {step["intensity"] for step in steps} == {"active", "rest", "cooldown"}


def test_a_repeat_points_back_to_the_step_it_begins_with():
    session = doing("childs_pose", hold_seconds=20, repetitions=5)
    steps = read_back(workout_files(session, LIBRARY, NOON)[0])["workout_step"]
    (repeat,) = [s for s in steps if s["duration_type"] == "repeat_until_steps_cmplt"]
    assert repeat["duration_step"] == repeat["message_index"] - 2
    assert repeat["repeat_steps"] == 4


def test_a_long_session_becomes_several_workouts_of_whole_exercises():
    one = doing("supine_figure_4", Side.LEFT, Side.RIGHT, hold_seconds=20, repetitions=2)
    long = replace(one, steps=one.steps * 9)
    parts = [read_back(data) for data in workout_files(long, LIBRARY, NOON)]
    assert len(parts) == 2
    assert all(len(part["workout_step"]) <= MOST_STEPS for part in parts)
    assert [part["workout"][0]["wkt_name"] for part in parts] == [
        "Today (1 of 2)",
        "Today (2 of 2)",
    ]
    assert parts[1]["workout_step"][0]["wkt_step_name"].startswith("Get ready")
    assert len({part["file_id"][0]["serial_number"] for part in parts}) == 2


def test_a_day_without_exercises_is_refused_in_a_sentence(locked):
    with pytest.raises(NothingToDo, match="no exercises"):
        workout_files(locked, LIBRARY, NOON)


def test_the_same_session_at_the_same_time_is_the_same_file(session):
    assert workout_files(session, LIBRARY, NOON) == workout_files(session, LIBRARY, NOON)


def test_the_checksum_is_the_published_one():
    assert checksum(b"123456789") == 0xBB3D


@settings(max_examples=60, deadline=None)
@given(
    title=st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]), max_size=90),
    note=st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]), max_size=400),
    seconds=st.floats(0, 4_000_000),
    times=st.integers(2, 60),
)
def test_any_words_and_any_time_can_be_read_back(title, note, seconds, times):
    rest = WatchStep(name=title, effort=Effort.REST, seconds=seconds, note=note)
    work = WatchStep(name="Move", effort=Effort.ACTIVE, repetitions=times)
    made = datetime(2026, 3, 2, tzinfo=UTC)
    read = read_back(workout(title, [rest, work, Repeat(times=times)], made))
    first, second, third = read["workout_step"]
    assert first["duration_time"] == pytest.approx(seconds, abs=0.001)
    assert (second["duration_reps"], third["repeat_steps"]) == (times, times)
    name = first["wkt_step_name"] or ""
    assert name == title or (name.endswith("…") and title.startswith(name[:-1]))
    assert len(name.encode()) <= 50
