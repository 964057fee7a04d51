from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from psoas.body import Position, Side, Surface
from psoas.library import Cap, Exercise, Kind, Library, Pose, Quality, Rung, Sides, Status, Step
from psoas.plan.session import Amount, PlannedStep, Purpose, Session
from psoas.safety.clearance import Clearance, Sessions, Triage

POSES = {
    "ready": Pose(base=Position.SUPINE, shows="Lying, knees bent."),
    "there": Pose(base=Position.SUPINE, shows="The {this} leg up."),
}


def exercise(identity: str, kind: Kind, position: Position, **more: Any) -> Exercise:
    given = {
        "id": identity,
        "name": identity.title(),
        "summary": "An exercise.",
        "kind": kind,
        "status": Status.OK,
        "quality": Quality.DRAFT,
        "position": position,
        "surfaces": (Surface.FLOOR,),
        "sides": Sides.EACH,
        "muscles": ("hamstrings",),
        "ladder": Rung(name="x", level=0),
        "poses": POSES,
        "enter": (
            Step(say="Lie down on your back.", pose="ready", seconds=6),
            Step(say="Lift your {this} leg, not the {other}.", pose="there", seconds=6),
        ),
        "out": (
            Step(say="Bend the knee.", pose="there", seconds=3),
            Step(say="Lower the leg.", pose="ready", seconds=4),
        ),
        "hold": "Stay here.",
        "feel": "A gentle pull.",
        "breathing": "Breathe slowly.",
        "reminders": ("Shoulders soft.",),
    }
    return Exercise(**{**given, **more})


CYCLE = (
    Step(say="Lift.", pose="there", seconds=4),
    Step(say="And lower.", pose="ready", seconds=4),
)

EXERCISES = (
    exercise("stretch", Kind.STATIC, Position.SUPINE),
    exercise("bare", Kind.STATIC, Position.STANDING, poses={}, enter=(), out=(), hold=""),
    exercise("slider", Kind.SLIDER, Position.SEATED_CHAIR, cycle=CYCLE),
    exercise("roll", Kind.MOVEMENT, Position.SUPINE, cycle=CYCLE, reminders=()),
    exercise("bridge", Kind.STRENGTH, Position.SUPINE, cycle=CYCLE),
    exercise("nod", Kind.MOVEMENT, Position.SEATED_CHAIR, enter=(), cycle=()),
    exercise("rest", Kind.EASE, Position.SUPINE),
    exercise("walk", Kind.WALKING, Position.STANDING),
    exercise("crawl", Kind.STRENGTH, Position.QUADRUPED, cycle=CYCLE),
)


@pytest.fixture(scope="session")
def library() -> Library:
    caps = {kind: Cap(hold=3 if kind is Kind.SLIDER else None) for kind in Kind}
    return Library(
        exercises={e.id: e for e in EXERCISES}, caps=caps, ladders={}, routines={}, notes={},
        disagreements={}, sources={},
    )  # fmt: skip


@pytest.fixture(scope="session")
def planned(library: Library) -> Callable[..., PlannedStep]:
    """A planned step: `planned("stretch", Side.LEFT, hold=20)`."""

    def plan(
        identity: str, *sides: Side, hold: int = 20, repetitions: int = 1, sets: int = 1,
        how: tuple[str, ...] = (),
    ) -> PlannedStep:  # fmt: skip
        position = library.exercises[identity].position
        return PlannedStep(
            exercise=identity,
            sides=sides or (Side.BOTH,),
            amount=Amount(hold_seconds=hold, repetitions=repetitions, sets=sets),
            position=position,
            surface=Surface.FLOOR,
            how=how,
        )

    return plan


@pytest.fixture(scope="session")
def session() -> Callable[..., Session]:
    """A session of the given steps."""

    def of(*steps: PlannedStep) -> Session:
        return Session(
            on=date(2026, 3, 2),
            purpose=Purpose.FULL,
            title="Today",
            steps=steps,
            left_out=(),
            clearance=Clearance(
                triage=Triage.GO_AHEAD, sessions=Sessions.ALL, ask_again=date(2026, 3, 16)
            ),
        )

    return of
