"""Whatever a diary holds, of every kind of event, comes back from an export as it was."""

import json
from datetime import UTC, date, datetime, time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.articles.bringing import routine
from tests.plan.people import plan
from tests.plan.strategies import persons

from psoas.articles.brought_data import page_as_data, routine_as_data
from psoas.articles.page import Page
from psoas.diary import export, import_into, open_diary
from psoas.diary.store import ME
from psoas.library import load
from psoas.plan.events import Event, EventKind
from psoas.plan.session import as_data
from psoas.safety.flags import load_flags
from psoas.safety.person import AdviceKind, person_as_data
from psoas.sharing.timetable import Slot, Timetable, timetable_as_data

words = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=40)
days = st.dates(date(2020, 1, 1), date(2035, 1, 1))
pain = st.integers(0, 10) | st.just("unknown") | st.none()
reach = st.integers(0, 5) | st.just("unknown") | st.none()
yes_no = st.booleans() | st.just("unknown") | st.none()
name = st.text(st.characters(codec="ascii", categories=["L", "N"]), min_size=1, max_size=20)
exercise = st.sampled_from(sorted(load().exercises))
flag = st.sampled_from(sorted(load_flags().by_id))
side = st.sampled_from(["left", "right", "both"])
share = st.floats(0, 100)
plans = st.just(as_data(plan()))
contexts = st.just([])
answer = st.fixed_dictionaries(
    {"reply": st.sampled_from(["yes", "no", "unsure"]), "context": contexts,
     "unsure_context": contexts}
)  # fmt: skip
own = routine_as_data(routine())
TIMES = Timetable(
    slots=(Slot(weekday=0, at=time(8)),), zone="Europe/London", starts=date(2026, 3, 2),
    chosen_at=datetime(2026, 3, 1, tzinfo=UTC),
)  # fmt: skip


def data(**fields):
    return st.fixed_dictionaries(fields)


DATA = {
    EventKind.PERSON_DESCRIBED: persons().map(person_as_data),
    EventKind.CHECK_ANSWERED: data(
        scope=st.sampled_from(["full", "short"]), flags=st.dictionaries(flag, answer, max_size=5)
    ),
    EventKind.ASSESSED: data(id=flag, by=words, when=days.map(str)),
    EventKind.ADVICE_GIVEN: data(
        id=name, kind=st.sampled_from([kind.value for kind in AdviceKind]), exercise=exercise,
        who=words, given_on=days.map(str), until=st.none(), hold=st.integers(5, 60), words=words,
    ),
    EventKind.ADVICE_WITHDRAWN: data(id=name),
    EventKind.FAVOURITE: data(exercise=exercise, on=st.booleans()),
    EventKind.CHECKED_IN: data(
        session=name, back=pain, leg=pain, left=reach, right=reach, painkiller=yes_no
    ),
    EventKind.SESSION_STARTED: data(session=name, plan=plans),
    EventKind.SESSION_CHANGED: data(session=name, plan=plans),
    EventKind.DECIDED: data(
        exercise=exercise | st.none(), decision=st.just("hold"), rules=st.just([]),
        rules_version=name, about=name, outcome=st.none(), referral=st.none(),
    ),
    EventKind.EXERCISE_DONE: data(
        session=name, step=st.integers(0, 20), exercise=exercise, side=side,
        seconds=st.floats(0, 900), completed=share,
    ),
    EventKind.EXERCISE_SKIPPED: data(session=name, step=st.integers(0, 20), exercise=exercise),
    EventKind.HURT: data(
        session=name, step=st.integers(0, 20), exercise=exercise, side=side,
        what=st.sampled_from(["sharp", "tingling", "dizzy", "weak"]), pain=pain, left=reach,
    ),
    EventKind.SESSION_ENDED: data(
        session=name, completed=share, why=st.just("time"), enough=st.booleans()
    ),
    EventKind.RESPONDED: data(
        session=name, during=pain, pain=pain, left=reach, right=reach, left_during=reach,
        right_during=reach, neuro=st.just("none"), effort=pain, sensation=st.just("stretch"),
        exercise=st.none(),
    ),
    EventKind.SETTLED: data(session=name, minutes=st.integers(0, 9999), neuro=st.just("none")),
    EventKind.MORNING: data(pain=pain, left=reach, right=reach, up_under_1h=yes_no),
    EventKind.FLARE_STARTED: data(because=st.sampled_from(["said", "mornings"])),
    EventKind.FLARE_ENDED: data(because=st.sampled_from(["said", "mornings", "assessed"])),
    EventKind.PAGE_BROUGHT: data(
        id=st.just(own["id"]), origin=words, routine=st.just(own),
        page=words.map(lambda text: page_as_data(Page(text=text))),
    ),
    EventKind.ROUTINE_MENDED: data(id=st.just(own["id"]), routine=st.just(own)),
    EventKind.ROUTINE_FORGOTTEN: data(id=st.just(own["id"])),
    EventKind.THINGS_CHOSEN: data(things=st.lists(data(id=name, words=name), max_size=3)),
    EventKind.THINGS_RATED: data(ratings=st.dictionaries(name, st.integers(0, 10), max_size=3)),
    EventKind.FORM_TOTAL: data(
        measure=st.just("rmdq"), total=st.integers(0, 24) | st.none(), given_on=days.map(str)
    ),
    EventKind.NOTED: data(id=name, words=words),
    EventKind.TIMES_CHOSEN: data(timetable=st.just(timetable_as_data(TIMES)), calendar=name),
    EventKind.DESK_BREAK: data(
        exercise=exercise, what=st.sampled_from(["done", "later", "not_today"])
    ),
    EventKind.REMINDED: data(time=days.map(lambda day: f"{day}T08:00"), by=name),
    EventKind.SETTINGS: data(rate=st.floats(0.5, 3), voice=name, theme=st.just("dark")),
}  # fmt: skip


@st.composite
def events(draw, kinds):
    """One event of each kind and some more, as they could have happened."""
    chosen = [*kinds, *draw(st.lists(st.sampled_from(kinds), max_size=5))]
    times = st.datetimes(datetime(2024, 1, 1), datetime(2030, 1, 1), timezones=st.just(UTC))
    return [
        Event(id=f"e{number}", person=ME, at=draw(times), on=draw(days), kind=kind,
              data=draw(DATA[kind]))
        for number, kind in enumerate(chosen)
    ]  # fmt: skip


@pytest.fixture(scope="module")
def two(tmp_path_factory):
    """A diary and another one, on another computer."""
    both = [open_diary(tmp_path_factory.mktemp(name)) for name in ("one", "other")]
    yield both
    for opened in both:
        opened.close()


def test_every_kind_is_tried():
    assert set(DATA) == set(EventKind)


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow,
    HealthCheck.data_too_large, HealthCheck.large_base_example],
)  # fmt: skip
@given(happened=events(sorted(EventKind)))
def test_nothing_is_lost_on_the_way_to_another_computer(two, happened):
    here, there = two
    for diary in two:
        diary.erase()
    here.add(happened)

    document = json.loads(json.dumps(export(here)))
    import_into(there, document)

    assert there.events() == here.events() == happened
    assert export(there) == document
    assert there.memory(load()) == here.memory(load())
