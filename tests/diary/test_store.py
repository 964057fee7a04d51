from dataclasses import replace
from datetime import timedelta, timezone

from psoas.plan.events import EventKind


def test_events_come_back_in_the_order_they_arrived(diary, morning):
    diary.add([morning(3)])
    diary.add([morning(1), morning(2)])

    assert [event.id for event in diary.events()] == ["morning-3", "morning-1", "morning-2"]


def test_an_event_comes_back_as_it_was_written(diary, morning):
    diary.add([morning()])

    assert diary.events() == [morning()]


def test_a_repeat_changes_nothing(diary, morning):
    diary.add([morning(pain=3)])
    diary.add([morning(pain=9), morning(1)])

    assert [event.data["pain"] for event in diary.events()] == [3, 3]


def test_the_same_id_twice_in_one_go_is_one_event(diary, morning):
    diary.add([morning(), morning()])

    assert diary.count() == 1


def test_times_keep_their_moment_in_any_zone(diary, morning):
    there = morning().at.astimezone(timezone(timedelta(hours=9)))
    diary.add([replace(morning(), at=there)])

    assert diary.events()[0].at == there


def test_people_do_not_see_each_other(diary, morning):
    diary.add([morning(person="ada"), morning(person="ben", pain=7)])

    assert [event.data["pain"] for event in diary.events("ben")] == [7]
    diary.erase("ada")
    assert diary.count("ada") == 0
    assert diary.count("ben") == 1
    diary.erase("ben")


def test_some_kinds_can_be_read_alone(diary, morning):
    flare = replace(morning(1), kind=EventKind.FLARE_STARTED, id="f", data={"because": "said"})
    diary.add([morning(), flare])

    assert [event.id for event in diary.events(kinds=[EventKind.FLARE_STARTED])] == ["f"]


def test_it_knows_whether_an_event_is_there(diary, morning):
    diary.add([morning()])

    assert diary.has(morning().id, EventKind.MORNING)
    assert not diary.has(morning().id, EventKind.FLARE_STARTED)
    assert not diary.has("another", EventKind.MORNING)


def test_nothing_is_no_error(diary):
    diary.add([])

    assert diary.events() == []


def test_memory_holds_what_was_told(diary, morning, library):
    diary.add([morning(), morning(1, pain=5)])

    assert [entry.pain for entry in diary.memory(library).mornings] == [3, 5]


def test_memory_is_the_same_read_at_once_or_bit_by_bit(diary, morning, library):
    for n in range(6):
        diary.add([morning(n, pain=n)])
        bit_by_bit = diary.memory(library)
    copied = [replace(event, person="other") for event in diary.events()]
    diary.add(copied)

    at_once = replace(diary.memory(library, "other"), whose="me")
    assert at_once == bit_by_bit
    diary.erase("other")


def test_two_writers_at_once_lose_nothing(diary, morning):
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda n: diary.add([morning(n)]), range(40)))

    assert diary.count() == 40


def test_erasing_leaves_nothing(diary, morning, library):
    diary.add([morning()])
    diary.memory(library)

    diary.erase()

    assert diary.events() == []
    assert diary.memory(library).mornings == ()


def test_some_kinds_of_some_days_come_in_the_order_they_arrived(diary, morning):
    flare = replace(morning(2), kind=EventKind.FLARE_STARTED, id="f", data={"because": "said"})
    ended = replace(morning(2), kind=EventKind.FLARE_ENDED, id="g", data={"because": "said"})
    diary.add([flare, morning(3), morning(0), morning(1), ended])

    first, last = morning(1).on, morning(2).on
    kinds = [EventKind.MORNING, EventKind.FLARE_STARTED]
    assert [event.id for event in diary.events(kinds=kinds, since=first)] == [
        "f",
        "morning-3",
        "morning-1",
    ]
    assert [event.id for event in diary.events(kinds=kinds, since=first, until=last)] == [
        "f",
        "morning-1",
    ]


def test_what_says_nothing_new_is_left_in_the_diary(diary, morning):
    told = [{"decision": "hold"}, {"decision": "swap"}, {"decision": None}, {}]
    diary.add(replace(morning(n), kind=EventKind.DECIDED, data=data) for n, data in enumerate(told))

    found = diary.events(kinds=[EventKind.DECIDED], unless={"decision": "hold"})
    assert [event.data for event in found] == told[1:]
