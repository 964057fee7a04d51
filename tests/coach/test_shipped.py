"""Every exercise of the library, and whole planned sessions, as they are really spoken."""

import pytest

from psoas.body import Side
from psoas.coach import MomentKind, write
from psoas.library import Kind, Library, Sides, load
from psoas.plan.session import Amount, PlannedStep
from psoas.plan.timing import step_seconds

SIDES = {
    Sides.EACH: (Side.LEFT, Side.RIGHT),
    Sides.AFFECTED: (Side.LEFT,),
    Sides.BOTH: (Side.BOTH,),
}
AMOUNTS = {
    Kind.STATIC: Amount(hold_seconds=20, repetitions=2),
    Kind.EASE: Amount(hold_seconds=180),
    Kind.WALKING: Amount(hold_seconds=300),
}
MOVES = Amount(hold_seconds=1, repetitions=8)


@pytest.fixture(scope="module")
def shipped() -> Library:
    return load()


def step_of(exercise) -> PlannedStep:
    amount = AMOUNTS.get(exercise.kind, MOVES)
    return PlannedStep(
        exercise=exercise.id, sides=SIDES[exercise.sides], amount=amount,
        position=exercise.position, surface=exercise.surfaces[0],
    )  # fmt: skip


def test_every_planned_exercise_takes_about_as_long_as_the_plan_says(shipped, session):
    off = {}
    for exercise in (e for e in shipped.exercises.values() if e.plannable):
        step = step_of(exercise)
        script = write(session(step), shipped)
        told = script.seconds - script.moments[-1].seconds
        plan = step_seconds(exercise, step.amount, step.sides, step.position)
        # A movement is explained with its breath before it begins, which the plan alone can't know.
        if abs(told / plan - 1) > (0.25 if exercise.cycle else 0.15):
            off[exercise.id] = (told, plan)
    assert off == {}


def test_a_whole_session_takes_as_long_as_the_plan_says(shipped, session):
    steps, seconds, before = [], 0, None
    for exercise in (e for e in shipped.exercises.values() if e.plannable):
        step = step_of(exercise)
        seconds += step_seconds(exercise, step.amount, step.sides, step.position, before)
        steps, before = [*steps, step], step.position
    assert write(session(*steps), shipped).seconds == pytest.approx(seconds, rel=0.1)


def test_no_placeholder_is_left_to_be_spoken(shipped, session):
    steps = [step_of(e) for e in shipped.exercises.values() if e.plannable]
    script = write(session(*steps), shipped)
    texts = [t for m in script.moments for t in (m.say, m.shows, *(c.say for c in m.cues))]
    assert not [text for text in texts if "{" in text]


def test_no_slider_is_held(shipped, session):
    sliders = [e for e in shipped.exercises.values() if e.kind is Kind.SLIDER]
    script = write(session(*map(step_of, sliders)), shipped)
    assert MomentKind.HOLD not in {moment.kind for moment in script.moments}
