"""Whatever a page says: nothing that is avoided, nothing above the caps, both sides alike."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.articles.bringing import LIBRARY, item, routine
from tests.plan.people import GO_AHEAD, LEFT_LEG, MONDAY, SETTLED

from psoas.articles.playable import with_brought
from psoas.body import Position, Side
from psoas.library import Status
from psoas.plan.dose import capped
from psoas.plan.limits import caps_for
from psoas.plan.memory import Memory
from psoas.plan.routine import routine_session
from psoas.safety.conditions import load_conditions
from psoas.safety.gates import open_gates
from psoas.safety.verdict import Ruling
from psoas.safety.verdicts import verdicts

ends = st.none() | st.integers(0, 4000)
ranges = st.none() | st.tuples(ends, ends)
items = st.lists(
    st.fixed_dictionaries(
        {
            "exercise": st.none() | st.sampled_from(sorted(LIBRARY.exercises)),
            "position": st.none() | st.sampled_from([one.value for one in Position]),
            "sides": st.sampled_from(["each", "both", "none", None]),
            "hold_seconds": ranges,
            "breaths": ranges,
            "repetitions": ranges,
            "sets": ranges,
        }
    ),
    min_size=1,
    max_size=6,
)
people = st.builds(
    replace,
    st.sampled_from([SETTLED, LEFT_LEG]),
    conditions=st.frozensets(st.sampled_from(sorted(load_conditions())), max_size=3),
)


@settings(max_examples=60, deadline=None)
@given(told=items, person=people, calm=st.booleans())
def test_no_page_brings_anything_that_this_person_should_not_do(told, person, calm):
    brought = routine(*(item(place, **fields) for place, fields in enumerate(told)))
    library = with_brought(LIBRARY, [brought])
    gates = open_gates(person, MONDAY, {})
    clearance = replace(GO_AHEAD, open_gates=gates)
    known = (person, clearance, Memory(), MONDAY)
    session = routine_session(library, library.routines["own-1"], *known, advised_calm=calm)
    rulings = verdicts(library, person, MONDAY)
    for step in session.steps:
        exercise = library.exercises[step.exercise]
        assert rulings[step.exercise].ruling is not Ruling.AVOID
        assert exercise.plannable or (exercise.status is Status.UNCHECKED and not gates)
        most = capped(step.amount, exercise, caps_for(exercise, person, library), person.age)
        assert most == step.amount
        assert step.sides in ((Side.BOTH,), (Side.LEFT,), (Side.RIGHT,)) or len(step.sides) == 2
