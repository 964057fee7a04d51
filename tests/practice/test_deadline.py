import pytest

from psoas.practice.deadline import Deadline, within


def test_what_is_left_goes_down_to_nothing():
    ticks = iter((100.0, 104.0, 110.0))
    deadline = Deadline(10, lambda: next(ticks))
    assert deadline.left() == 6
    with pytest.raises(TimeoutError):
        deadline.left()


def test_work_in_time_gives_its_answer_or_its_error():
    assert within(Deadline(10), lambda: 7) == 7
    with pytest.raises(ZeroDivisionError):
        within(Deadline(10), lambda: 1 // 0)


def test_work_that_never_ends_is_left_behind():
    from threading import Event

    never = Event()
    with pytest.raises(TimeoutError):
        within(Deadline(0.01), never.wait)
    never.set()
