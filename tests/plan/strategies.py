"""Any person, any history, any clearance: what the properties of a plan are asked of."""

from datetime import date, timedelta

from hypothesis import strategies as st

from psoas.body import Place, Side, Surface
from psoas.library import load
from psoas.plan.memory import DoneDay, Flare, Learned, Memory, Morning
from psoas.plan.planned import Amount
from psoas.safety.clearance import Clearance, Sessions, Triage
from psoas.safety.conditions import load_conditions
from psoas.safety.person import (
    Advice,
    AdviceKind,
    Eases,
    GateAnswer,
    Irritability,
    Person,
    Setting,
)

LIBRARY = load()
TODAY = date(2026, 3, 18)
EQUIPMENT = ("chair", "wall", "doorway", "mat", "strap", "cushion", "roller")
BREATHING = "diaphragm_breathing"

exercises = st.sampled_from(sorted(LIBRARY.exercises))
pains = st.none() | st.integers(0, 10)
days = st.integers(-40, 3).map(lambda back: TODAY + timedelta(days=back))
legs = st.sampled_from([Side.LEFT, Side.RIGHT])


def advices(kinds=tuple(AdviceKind)):
    """A clinician's advice on any exercise but breathing, which only they could take away."""
    return st.builds(
        Advice,
        id=st.uuids().map(str),
        kind=st.sampled_from(kinds),
        exercise=exercises.filter(lambda identity: identity != BREATHING),
        who=st.sampled_from(["", "Sam"]),
        given_on=st.none() | days,
        until=st.none() | days,
        hold=st.none() | st.integers(1, 300),
        repetitions=st.none() | st.integers(1, 50),
        sets=st.none() | st.integers(1, 9),
        minutes=st.none() | st.integers(1, 90),
    )


def persons(**fixed):
    """Any person, described well or badly; `fixed` fields are strategies of their own."""
    parts = {
        "age": st.none() | st.integers(18, 95),
        "where": st.frozensets(st.sampled_from(Place), max_size=5),
        "leg_symptoms_within_6_weeks": st.frozensets(legs),
        "back_pain": pains,
        "leg_pain": pains,
        "irritability": st.sampled_from(Irritability),
        "eases": st.sampled_from(Eases),
        "usual_morning": pains,
        "conditions": st.frozensets(st.sampled_from(sorted(load_conditions())), max_size=5),
        "pregnant": st.sampled_from([None, True, False]),
        "equipment": st.frozensets(st.sampled_from(EQUIPMENT)),
        "lie_on": st.frozensets(st.sampled_from([Surface.FLOOR, Surface.BED])),
        "setting": st.sampled_from(Setting),
        "minutes": st.integers(1, 60),
        "times_per_day": st.integers(1, 3),
        "advice": st.lists(advices(), max_size=3).map(tuple),
        "favourites": st.frozensets(exercises, max_size=3),
    }
    return st.builds(Person, **{**parts, **fixed})


def gate_answers(condition):
    """An answer that closes the gate of a condition."""
    return GateAnswer(condition=condition, on=TODAY, cleared=True, by="Sam", weeks=52)


amounts = st.builds(
    Amount,
    hold_seconds=st.integers(1, 1800),
    repetitions=st.integers(1, 15),
    sets=st.integers(1, 3),
)

learned = st.builds(
    Learned,
    amount=st.none() | amounts,
    good_streak=st.integers(0, 5),
    left_out_until=st.none() | days,
    swapped_for=st.none() | exercises,
    goes_on_as=st.none() | exercises,
    regressed_on=st.none() | days,
    last_done=st.none() | days,
    times_done=st.integers(0, 30),
    decided_on=st.none() | days,
)

done_days = st.builds(
    DoneDay,
    on=days,
    seconds=st.dictionaries(
        st.tuples(exercises, st.sampled_from(Side)), st.integers(0, 400), max_size=6
    ),
)

mornings = st.builds(
    Morning,
    on=days,
    pain=pains,
    left=st.none() | st.integers(0, 5),
    right=st.none() | st.integers(0, 5),
    up_under_1h=st.sampled_from([None, True, False]),
)

flares = st.builds(Flare, started=days, ended=st.none() | days)


def memories():
    """Any history that a diary could leave behind."""
    return st.builds(
        Memory,
        learned=st.dictionaries(exercises, learned, max_size=8),
        mornings=st.lists(mornings, max_size=6, unique_by=lambda morning: morning.on).map(
            lambda some: tuple(sorted(some, key=lambda morning: morning.on))
        ),
        days=st.lists(done_days, max_size=5, unique_by=lambda day: day.on).map(tuple),
        pains=st.lists(st.tuples(days, st.integers(0, 10)), max_size=4).map(tuple),
        first_session=st.none() | days,
        flares=st.lists(flares, max_size=2).map(tuple),
        rest_days=st.lists(days, max_size=4, unique=True).map(tuple),
        calm_days=st.lists(days, max_size=2, unique=True).map(tuple),
        legs_seen=st.dictionaries(legs, days),
        blamed=st.lists(st.tuples(days, exercises), max_size=3).map(tuple),
    )


def clearances(sessions=tuple(Sessions)):
    """What a safety check may conclude, with these sessions."""
    return st.builds(
        Clearance,
        triage=st.sampled_from(Triage),
        sessions=st.sampled_from(sessions),
        open_gates=st.lists(st.sampled_from(["osteoporosis"]), max_size=1).map(tuple),
        ask_again=st.just(TODAY),
    )


GO_AHEAD = Clearance(triage=Triage.GO_AHEAD, sessions=Sessions.ALL, ask_again=TODAY)
