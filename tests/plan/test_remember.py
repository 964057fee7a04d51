from dataclasses import replace
from datetime import date, timedelta

import pytest
from tests.plan.people import (
    LEFT_LEG,
    LIBRARY,
    MONDAY,
    SETTLED,
    days_ago,
    event,
    remembered,
    started,
)

from psoas.body import Place, Side
from psoas.plan.events import EventKind
from psoas.plan.memory import Memory
from psoas.plan.remember import answers_of, current_person, remember
from psoas.safety.clearance import Reply
from psoas.safety.person import AdviceKind, person_as_data

YES, NO = {"reply": "yes"}, {"reply": "no"}


def described(person, on=MONDAY):
    return event(EventKind.PERSON_DESCRIBED, on, **person_as_data(person))


def checked(scope="full", on=MONDAY, **flags):
    return event(EventKind.CHECK_ANSWERED, on, scope=scope, flags=flags)


def assessed(identity, on=MONDAY, **more):
    return event(EventKind.ASSESSED, on, id=identity, by="Sam", **more)


def advised(identity="a1", **more):
    data = {"id": identity, "kind": "avoid", "exercise": "cat_camel", "who": "Sam"} | more
    return event(EventKind.ADVICE_GIVEN, **data)


def test_an_event_without_a_handler_only_says_whose_and_when():
    skipped = event(EventKind.EXERCISE_SKIPPED, session="s", exercise="cat_camel")
    memory = remember(Memory(), skipped, LIBRARY)
    assert memory == Memory(whose="me", last_event_at=skipped.at)


def test_the_latest_description_counts_and_keeps_advice_and_favourites():
    memory = remembered(
        described(SETTLED),
        advised(),
        favourite("cat_camel", True),
        described(replace(SETTLED, minutes=5)),
    )
    assert (memory.person.minutes, memory.described) == (5, True)
    assert [known.id for known in memory.person.advice] == ["a1"]
    assert memory.person.favourites == {"cat_camel"}


def favourite(exercise, on):
    return event(EventKind.FAVOURITE, exercise=exercise, on=on)


def test_a_favourite_can_be_taken_back():
    memory = remembered(favourite("cat_camel", True), favourite("cat_camel", False))
    assert not memory.person.favourites


def test_the_first_description_says_where_it_started():
    memory = remembered(described(LEFT_LEG), described(SETTLED))
    assert memory.onboarding_reach == {Side.LEFT: 3, Side.RIGHT: 1}


def test_advice_replaces_its_own_earlier_form_and_can_be_withdrawn():
    given = advised(given_on="2026-03-01", until="2026-04-01")
    memory = remembered(advised(), given)
    (known,) = memory.person.advice
    assert (known.kind, known.given_on) == (AdviceKind.AVOID, date(2026, 3, 1))
    assert not remembered(given, event(EventKind.ADVICE_WITHDRAWN, id="a1")).person.advice


def test_a_full_check_says_when_it_was_and_calls_for_no_other():
    memory = remembered(event(EventKind.FLARE_STARTED, because="said"), checked(cardiac=NO))
    assert (memory.full_check_on, memory.short_check_since_session) == (MONDAY, True)
    assert not memory.changed_since_full


def test_the_short_question_is_about_what_is_new():
    memory = remembered(checked(trauma_minor_risk=YES), checked("short", trauma_minor_risk=NO))
    assert memory.answers["trauma_minor_risk"].reply is Reply.YES
    assert remembered(checked("short", cardiac=YES)).answers["cardiac"].reply is Reply.YES
    assert memory.full_check_on == MONDAY


def test_a_no_of_the_full_check_takes_back_a_yes_that_only_asked_to_see_someone():
    memory = remembered(checked(inflammatory=YES), checked(inflammatory=NO))
    assert memory.answers["inflammatory"].reply is Reply.NO


def test_an_assessment_is_kept_with_who_and_when_until_the_answer_changes():
    cleared = remembered(checked(cardiac=YES), assessed("cardiac", when="2026-03-10"))
    assert (cleared.cleared["cardiac"].on, cleared.cleared["cardiac"].by) == (
        date(2026, 3, 10),
        "Sam",
    )
    assert "cardiac" not in remembered(checked(cardiac=NO), start=cleared).cleared
    assert remembered(assessed("osteoporosis")).cleared["osteoporosis"].on == MONDAY


def test_the_safety_check_is_given_all_that_was_answered():
    memory = remembered(described(replace(SETTLED, conditions=frozenset({"glaucoma"}))))
    memory = remembered(checked(cardiac=NO), assessed("glaucoma"), start=memory)
    answers = answers_of(memory, MONDAY)
    assert answers.flags.keys() == {"cardiac"}
    assert (answers.conditions, answers.full_check_on) == ({"glaucoma"}, MONDAY)
    assert answers.cleared.keys() == {"glaucoma"}


def morning(on, **said):
    return event(EventKind.MORNING, on, **said)


def test_a_morning_told_again_replaces_the_first_telling():
    memory = remembered(morning(MONDAY, pain=5), morning(MONDAY, pain=3, left="unknown"))
    (known,) = memory.mornings
    assert (known.pain, known.left, known.up_under_1h) == (3, None, None)


def test_twenty_eight_mornings_are_kept():
    memory = remembered(*[morning(days_ago(back), pain=1) for back in range(40, -1, -1)])
    assert len(memory.mornings) == 28
    assert memory.mornings[-1].on == MONDAY


def test_leg_symptoms_count_for_six_weeks_after_they_were_told():
    memory = remembered(morning(days_ago(40), pain=2, left=4, right=1))
    assert current_person(SETTLED, memory, MONDAY).legs_with_symptoms == {Side.LEFT}
    later = MONDAY + timedelta(days=3)
    assert not current_person(SETTLED, memory, later).leg_symptoms


@pytest.mark.parametrize(("person", "changed"), [(SETTLED, True), (LEFT_LEG, False)])
def test_a_new_leg_symptom_calls_for_the_full_check(person, changed):
    memory = remembered(described(person), checked(cardiac=NO))
    assert not memory.changed_since_full
    memory = remembered(morning(MONDAY, pain=2, left=3), start=memory)
    assert memory.changed_since_full is changed


def test_a_flare_goes_on_until_it_is_said_to_end():
    begin, end = (
        event(EventKind.FLARE_STARTED, days_ago(4), because="said"),
        event(EventKind.FLARE_ENDED, MONDAY, because="said"),
    )
    memory = remembered(begin, event(EventKind.FLARE_STARTED, days_ago(2), because="said"))
    assert [flare.started for flare in memory.flares] == [days_ago(4)]
    memory = remembered(end, end, start=memory)
    assert [flare.ended for flare in memory.flares] == [MONDAY]
    assert not remembered(end).flares
    assert len(remembered(begin, start=memory).flares) == 2


def test_settings_are_merged():
    memory = remembered(
        event(EventKind.SETTINGS, voice="Ann", rate=1), event(EventKind.SETTINGS, rate=2)
    )
    assert memory.settings == {"voice": "Ann", "rate": 2}


def test_where_it_hurts_is_part_of_the_description():
    memory = remembered(described(LEFT_LEG))
    assert Place.LEFT_THIGH in memory.person.where
    assert memory.legs_seen == {Side.LEFT: MONDAY}
    assert memory.described_at == memory.last_event_at


def test_an_earlier_event_told_late_does_not_set_the_time_back():
    late = started(on=days_ago(3))
    memory = remembered(morning(MONDAY, pain=1), late)
    assert memory.last_event_at.date() == MONDAY


def woke(on, pain):
    return event(EventKind.MORNING, on, pain=pain, left=1, right=1, up_under_1h=True)


def test_the_first_seven_mornings_are_kept_for_good():
    days = [woke(MONDAY + timedelta(days=n), n % 10) for n in range(60)]
    assert remembered(*days).first_mornings == (0, 1, 2, 3, 4, 5, 6)


def test_a_first_morning_told_twice_or_not_at_all_counts_once_or_not():
    memory = remembered(
        woke(MONDAY, 3), woke(MONDAY, 5), woke(MONDAY + timedelta(days=1), "unknown")
    )
    assert memory.first_mornings == (3,)


def test_a_later_usual_morning_does_not_move_the_start():
    memory = remembered(
        described(replace(SETTLED, usual_morning=2)), described(replace(SETTLED, usual_morning=6))
    )
    assert (memory.first_usual, memory.person.usual_morning) == (2, 6)


def test_what_is_told_of_a_leg_the_first_time_is_no_change():
    told = described(replace(SETTLED, where=frozenset({Place.LEFT_THIGH})))
    assert not remembered(told).changed_since_full
    other = described(replace(SETTLED, where=frozenset({Place.RIGHT_THIGH})))
    assert remembered(told, other).changed_since_full


def test_the_day_of_each_answer_is_known():
    memory = remembered(checked(severe_pain=NO))
    assert memory.answered_on("severe_pain", MONDAY)
    assert not memory.answered_on("severe_pain", MONDAY + timedelta(days=1))
    assert not memory.answered_on("cord", MONDAY)
