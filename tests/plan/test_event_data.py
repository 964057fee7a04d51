import pytest

from psoas.knowledge import BadData
from psoas.plan.event_data import SHAPES, check_data
from psoas.plan.events import EventKind

DONE = {
    "session": "s", "step": 0, "exercise": "cat_camel", "side": "both", "seconds": 10.5,
    "completed": 100,
}  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "data"),
    [
        (EventKind.CHECKED_IN, {"session": "s", "back": 3, "leg": "unknown", "painkiller": False}),
        (EventKind.MORNING, {"pain": "unknown", "left": 5, "right": None}),
        (EventKind.EXERCISE_DONE, DONE),
        (EventKind.SETTLED, {"minutes": 9999, "neuro": "unknown"}),
        (EventKind.SETTINGS, {"rate": 1.2, "words": None, "theme": "dark"}),
        (EventKind.SETTINGS, {"remind": True, "quiet_from": "22:00", "desk_minutes": 45}),
        (EventKind.FLARE_STARTED, {"because": "said"}),
        (EventKind.THINGS_CHOSEN, {"things": [{"id": "a", "words": "tie my shoes"}]}),
        (EventKind.THINGS_RATED, {"ratings": {"a": 0, "b": 10}}),
        (EventKind.FORM_TOTAL, {"measure": "rmdq", "total": 9, "given_on": "2026-03-02"}),
        (EventKind.NOTED, {"id": "n", "words": ""}),
        (EventKind.TIMES_CHOSEN, {"timetable": {"slots": []}, "calendar": "w"}),
        (EventKind.DESK_BREAK, {"exercise": "seated_twist", "what": "later"}),
    ],
)
def test_what_the_faces_write_is_let_in(kind, data):
    check_data(kind, data, "an export")


@pytest.mark.parametrize(
    ("kind", "data"),
    [
        (EventKind.CHECKED_IN, {"back": "x"}),
        (EventKind.CHECKED_IN, {"back": 11}),
        (EventKind.CHECKED_IN, {"back": True}),
        (EventKind.MORNING, {"left": -1}),
        (EventKind.EXERCISE_DONE, {}),
        (EventKind.EXERCISE_DONE, {**DONE, "side": "middle"}),
        (EventKind.RESPONDED, {"during": []}),
        (EventKind.ASSESSED, {"id": "cardiac", "when": "soon"}),
        (EventKind.SETTINGS, {"rate": "fast"}),
        (EventKind.SETTINGS, {"quiet_from": "24:00"}),
        (EventKind.SETTINGS, {"desk_minutes": 5}),
        (EventKind.THINGS_CHOSEN, {"things": [{"id": "a", "words": "x"}] * 4}),
        (EventKind.THINGS_RATED, {"ratings": {"a": 11}}),
        (EventKind.FORM_TOTAL, {"measure": "rmdq", "total": 9, "given_on": "soon"}),
        (EventKind.NOTED, {"id": "n", "words": "x" * 2001}),
        (EventKind.TIMES_CHOSEN, {"timetable": [], "calendar": "w"}),
        (EventKind.DESK_BREAK, {"exercise": "seated_twist", "what": "never"}),
    ],
)
def test_junk_is_refused_with_its_place(kind, data):
    with pytest.raises(BadData, match="an export"):
        check_data(kind, data, "an export")


def test_every_shape_is_of_a_kind_that_exists():
    assert set(SHAPES) <= set(EventKind)


@pytest.mark.parametrize("sign", ["\0", "\ud800"])
@pytest.mark.parametrize(
    "wrap", [str, lambda s: [s], lambda s: {s: 1}, lambda s: {"a": [{"b": s}]}]
)
def test_half_a_letter_is_refused_wherever_it_stands(sign, wrap):
    with pytest.raises(BadData, match="half a letter"):
        check_data(EventKind.FAVOURITE, {"exercise": wrap(f"a{sign}b")}, "an export")


@pytest.mark.parametrize("number", [float("nan"), float("inf")])
def test_a_number_without_end_is_refused(number):
    with pytest.raises(BadData, match="no end"):
        check_data(EventKind.FAVOURITE, {"exercise": "x", "more": [number]}, "an export")


@pytest.mark.parametrize("wrap", [lambda inside: [inside], lambda inside: {"a": inside}])
def test_what_is_nested_deeper_than_a_program_can_read_is_refused(wrap):
    deep = "bottom"
    for _ in range(39):
        deep = wrap(deep)
    check_data(EventKind.FAVOURITE, {"more": deep}, "an export")
    with pytest.raises(BadData, match="too deeply"):
        check_data(EventKind.FAVOURITE, {"more": wrap(deep)}, "an export")


def test_every_whole_letter_is_let_in():
    check_data(EventKind.FAVOURITE, {"exercise": ["Ünï – 🧘 \n", 3, None]}, "an export")
