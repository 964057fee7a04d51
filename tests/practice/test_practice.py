from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.plan.people import LEFT_LEG, LIBRARY, SETTLED
from tests.plan.strategies import BREATHING, persons

from psoas.library import Status
from psoas.plan.events import EventKind
from psoas.plan.planned import Purpose
from psoas.practice.practice import UnknownSession, checked_in
from psoas.safety.clearance import Sessions
from psoas.safety.flags import load_flags
from psoas.safety.person import Setting
from psoas.safety.schedule import CheckKind
from psoas.safety.verdict import Ruling
from psoas.safety.verdicts import verdicts

FLAGS = load_flags()
CALM = {*FLAGS.calm.exercises}
pains = st.integers(0, 10) | st.just("unknown")
reaches = st.integers(0, 5) | st.just("unknown")
some_replies = st.dictionaries(
    st.sampled_from(sorted(FLAGS.by_id)), st.sampled_from(["yes", "unsure"]), max_size=3
)
routines = st.none() | st.sampled_from(sorted(LIBRARY.routines))
many = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
fewer = settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))


@pytest.fixture
def halfway(sam):
    """A session of Sam's of which the first step is done."""
    record, _ = sam.session()
    sam.does(record, 0)
    return sam.practice.session(record.id)


def plans(person):
    """Every plan that was started, as the diary keeps it."""
    return [event.data["plan"] for event in person.happened(EventKind.SESSION_STARTED)]


def test_a_session_is_in_the_diary_as_it_was_planned(sam):
    begun = sam.begin()
    planned = sam.practice.today(sam.practice.standing())
    record = sam.practice.session(begun.session)
    steps = sam.practice.planned(record).steps
    assert [step.exercise for step in steps] == [step.exercise for step in planned.steps]
    assert record.check_in["back"] == 2


def test_no_session_starts_before_the_short_question_is_answered(sam):
    sam.session()
    begun = sam.practice.begin({"back": 2, "leg": 0, "left": 0, "right": 0}, {})
    assert begun.short_check and begun.session is None
    assert len(plans(sam)) == 1


@pytest.mark.parametrize("days", [14, 40])
def test_no_session_starts_while_every_question_is_due(sam, days):
    sam.session()
    sam.clock.later(days=days)
    assert sam.begin().full_check
    assert len(plans(sam)) == 1


def test_a_leg_that_is_new_brings_every_question_first(sam):
    assert sam.begin(left=3).full_check
    assert not plans(sam)


def test_a_leg_that_was_known_does_not(somebody):
    assert somebody().described(LEFT_LEG).begin(leg=3, left=3).session


def test_much_pain_now_asks_its_question_once_a_day(sam):
    sam.session()
    sam.clock.later(days=1)
    begun = sam.begin(back=9)
    assert (begun.ask, begun.session) == (("severe_pain",), None)
    sam.checked()
    assert sam.begin(back=9).session


def test_much_pain_now_leaves_the_calm_list_and_that_is_kept(sam):
    _, planned = sam.session(back=9)
    assert planned.purpose is Purpose.CALM
    assert {step.exercise for step in planned.steps} <= CALM
    kept = [event.data["decision"] for event in sam.happened(EventKind.DECIDED)]
    assert "calm_list" in kept


def test_a_routine_and_a_place_are_taken_as_chosen(sam):
    _, planned = sam.session(setting=Setting.DESK, minutes=5)
    assert planned.seconds <= 5 * 60
    begun = sam.begin(routine="three-hamstring-stretches")
    assert (
        sam.practice.planned(sam.practice.session(begun.session)).purpose is Purpose.ROUTINE
    )  # fmt: skip


def test_a_full_session_is_the_persons_own_choice_where_calm_is_only_advised(somebody):
    person = somebody().described(replace(SETTLED, conditions=frozenset({"osteoporosis"})))
    standing = person.practice.standing()
    assert standing.clearance.open_gates
    assert person.practice.today(standing).purpose is Purpose.CALM
    assert person.practice.today(standing, full=True).purpose is Purpose.FULL


def test_a_session_that_nobody_started_is_unknown(sam, somebody):
    other, _ = somebody().described().session()
    for identity in ("never", other.id):
        with pytest.raises(UnknownSession):
            sam.practice.session(identity)


def test_whether_a_session_ever_began_is_told_apart_from_whether_it_is_still_open(sam):
    record, _ = sam.session()
    assert sam.practice.began(record.id) and not sam.practice.began("never")


def test_a_script_is_as_wordy_as_the_person_likes(sam):
    record, planned = sam.session()
    sam.does_all(record)
    lengths = {}
    for words in ("full", "counts"):
        sam.practice.record(EventKind.SETTINGS, {"words": words})
        said = [moment.say for moment in sam.practice.script(planned).moments]
        lengths[words] = len(" ".join(filter(None, said)))
    assert lengths["counts"] < lengths["full"]


def test_an_interrupted_session_goes_on_after_what_was_done(sam, halfway):
    script = sam.practice.script(sam.practice.planned(halfway))
    first = max(moment.end for moment in script.moments if moment.step == 0)
    assert sam.practice.resume_at(script, replace(halfway, done=())) + 1 > 0
    assert sam.practice.resume_at(script, halfway) >= first - 1


def test_the_time_a_player_tells_is_believed_for_a_week(sam):
    began = sam.clock()
    record, _ = sam.session()
    sam.clock.later(hours=3)
    told = sam.tells(EventKind.EXERCISE_SKIPPED, at=began, session=record.id, step=0, exercise="x")
    (event,) = sam.happened(EventKind.EXERCISE_SKIPPED)
    assert (event.id, event.at) == (told.id, began)


@pytest.mark.parametrize("off", [timedelta(days=-8), timedelta(minutes=1)])
def test_a_players_clock_that_is_far_off_is_not_believed(sam, off):
    record, _ = sam.session()
    at = sam.clock() + off
    sam.tells(EventKind.EXERCISE_SKIPPED, at=at, session=record.id, step=0, exercise="x")
    (event,) = sam.happened(EventKind.EXERCISE_SKIPPED)
    assert (event.at, event.on) == (sam.clock(), sam.clock().date())


@pytest.mark.parametrize("flag", ["ces_saddle", "steroid_long"])
def test_a_session_goes_on_until_something_is_told_against_it(sam, halfway, flag):
    assert sam.practice.goes_on(halfway)
    sam.checked(**{flag: "yes"})
    assert not sam.practice.goes_on(halfway)


def test_a_session_does_not_go_on_while_every_question_is_due(sam, halfway):
    sam.practice.record(EventKind.FLARE_STARTED, {"because": "said"})
    assert sam.practice.standing().check.kind is CheckKind.FULL
    assert not sam.practice.goes_on(halfway)


def test_that_was_enough_counts_as_done(sam, halfway):
    sam.practice.enough(halfway)
    ended = sam.practice.session(halfway.id).ended
    assert (ended["completed"], ended["why"], ended["enough"]) == (100, "none", True)
    assert sam.practice.standing().unfinished is None


def test_that_was_enough_is_said_once_and_changes_no_other_ending(sam, halfway):
    sam.practice.enough(halfway)
    sam.practice.enough(halfway)
    sam.practice.enough(sam.practice.session(halfway.id))
    assert len(sam.happened(EventKind.SESSION_ENDED)) == 1


def test_the_day_after_an_unfinished_session_starts_fresh(sam, halfway):
    sam.clock.later(days=1)
    record, _ = sam.session()
    assert record.id != halfway.id and not record.done


def test_how_it_went_is_told_once_and_ends_what_was_never_ended(sam, halfway):
    sam.responds(halfway, pain=3)
    sam.responds(sam.practice.session(halfway.id), pain=0)
    (response,) = sam.happened(EventKind.RESPONDED)
    (ended,) = sam.happened(EventKind.SESSION_ENDED)
    assert (response.data["pain"], ended.data["completed"]) == (3, "unknown")


def test_a_danger_sign_in_how_it_went_is_asked_until_it_is_answered(sam, halfway):
    opened = sam.responds(halfway, neuro="saddle")
    assert "ces_saddle" in opened
    assert sam.responds(sam.practice.session(halfway.id)) == opened
    sam.checked()
    assert sam.practice.opened_by(halfway.id) == ()


def test_a_danger_sign_in_how_it_settled_is_asked_too(sam, halfway):
    sam.responds(halfway, pain=6, neuro="transient")
    told = {"session": halfway.id, "minutes": 9999, "neuro": "weakness_major"}
    opened = sam.practice.settled(sam.practice.session(halfway.id), told)
    assert opened
    assert sam.practice.settled(sam.practice.session(halfway.id), told) == opened
    assert len(sam.happened(EventKind.SETTLED)) == 1


def test_of_back_and_leg_the_worse_counts_and_unknown_is_no_pain():
    assert checked_in({"back": 2, "leg": 5}) == {"pain_before": 5}
    assert checked_in({"back": "unknown", "leg": 3}) == {"pain_before": 3}
    assert checked_in({"back": "unknown"}) == {"pain_before": "unknown"}


@many
@given(
    who=persons(),
    replies=some_replies,
    told=st.tuples(pains, pains, reaches, reaches),
    routine=routines,
    setting=st.none() | st.sampled_from(Setting),
    full=st.booleans(),
)
def test_whatever_was_answered_a_session_holds_only_what_may_be_done(
    somebody, who, replies, told, routine, setting, full
):
    person = somebody().described(who, **replies)
    options = {"routine": routine, "setting": setting, "full": full}
    begun = person.begin(*told, **options)
    assert (begun.session is None) == (not plans(person))
    if begun.session:
        record = person.practice.session(begun.session)
        assert_fitting(person, person.practice.planned(record))


def assert_fitting(person, planned):
    """Nothing closes sessions, and each step is open to the person as they stand."""
    standing = person.practice.standing()
    rulings = verdicts(LIBRARY, standing.person, standing.on)
    assert standing.may_move
    for step in planned.steps:
        assert LIBRARY.exercises[step.exercise].status in (Status.OK, Status.CAUTION)
        ruling = rulings[step.exercise].ruling
        assert step.exercise == BREATHING or ruling is not Ruling.AVOID
        assert standing.clearance.sessions is not Sessions.CALM or step.exercise in CALM


@many
@given(who=persons(), flag=st.sampled_from(sorted(FLAGS.by_id)), full=st.booleans())
def test_nothing_starts_while_a_danger_sign_closes_sessions(somebody, who, flag, full):
    person = somebody().described(who, **{flag: "yes"})
    standing = person.practice.standing()
    if standing.may_move:
        assert person.practice.today(standing, full=full).steps
    else:
        assert person.practice.today(standing, full=full).steps == ()
        assert person.begin(full=full).session is None
        assert not plans(person)


@fewer
@given(again=st.lists(st.integers(0, 200), min_size=1, max_size=30))
def test_sending_what_happened_again_changes_nothing(somebody, again):
    person = somebody().described()
    record, _ = person.session()
    person.hurts(record, 1)
    person.does_all(person.practice.session(record.id))
    person.responds(person.practice.session(record.id))
    events, memory = person.happened(), person.practice.memory()
    for number in again:
        person.practice.diary.add([events[number % len(events)]])
    assert person.happened() == events
    assert person.practice.memory() == memory


@fewer
@given(minutes=st.integers(-60, 48 * 60))
def test_an_unfinished_session_goes_on_for_half_an_hour_and_no_longer(somebody, minutes):
    person = somebody().described()
    record, _ = person.session()
    person.does(record, 0)
    person.clock.later(minutes=minutes)
    assert person.practice.standing().goes_on_with(record) == (0 <= minutes <= 30)


def test_each_session_of_a_day_has_its_own_question(sam):
    for _ in range(3):
        record, _planned = sam.session()
        sam.does_all(record)
        sam.responds(sam.practice.session(record.id))
        assert sam.practice.standing().check.kind is CheckKind.SHORT
