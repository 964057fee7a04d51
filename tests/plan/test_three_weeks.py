"""Three weeks of one person: what is told each day becomes what is done the next."""

from datetime import UTC, date, datetime, timedelta

from psoas.library import load
from psoas.plan.events import Event, EventKind
from psoas.plan.memory import Memory
from psoas.plan.remember import remember_all
from psoas.plan.settle import settle_up

LIBRARY = load()
START = date(2026, 5, 1)
STRETCH, TILT = "supine_figure_4", "pelvic_tilt"
PERSON = {
    "irritability": "no_leg_symptoms", "where": ["back"], "back_pain": 2, "usual_morning": 2,
    "pregnant": False, "age": 44,
}  # fmt: skip


def event(on: date, kind: EventKind, **data) -> Event:
    at = datetime(on.year, on.month, on.day, 8, tzinfo=UTC)
    key = "/".join([kind, on.isoformat(), *map(str, data.values())])
    return Event(id=key[:200], person="p", at=at, on=on, kind=kind, data=data)


def day_of_session(on: date, pain: int = 2, **response) -> list[Event]:
    session = on.isoformat()
    step = {"sides": ["both"], "hold_seconds": 15, "repetitions": 2, "sets": 1}
    plan = {
        "clearance": {"triage": "go_ahead"},
        "steps": [{"exercise": name, **step} for name in (STRETCH, TILT)],
    }
    reach = {"left": 1, "right": 1}
    told = {
        "during": pain, "pain": pain, "left_during": 1, "right_during": 1, **reach,
        "neuro": "none", "exercise": None, **response,
    }  # fmt: skip
    return [
        event(
            on, EventKind.CHECKED_IN, session=session, back=pain, leg=0, painkiller=False, **reach
        ),
        event(on, EventKind.SESSION_STARTED, session=session, plan=plan),
        *(
            event(
                on, EventKind.EXERCISE_DONE, session=session, step=n, exercise=name, side="both",
                seconds=30, completed=100,
            )
            for n, name in enumerate((STRETCH, TILT))
        ),
        event(on, EventKind.SESSION_ENDED, session=session, completed=100, why="none"),
        event(on, EventKind.RESPONDED, session=session, **told),
    ]  # fmt: skip


def morning(on: date, pain: int) -> Event:
    return event(on, EventKind.MORNING, pain=pain, left=1, right=1, up_under_1h=True)


def lived(days: int, pain: int = 2, **special: dict) -> Memory:
    """So many days; `special` says what was told after the session of a day (`d5`)."""
    memory = remember_all([event(START, EventKind.PERSON_DESCRIBED, **PERSON)], LIBRARY)
    for number in range(days):
        on = START + timedelta(days=number)
        memory = remember_all([morning(on, pain)], LIBRARY, memory)
        memory, _ = settle_up(LIBRARY, memory, on)
        told = special.get(f"d{number}", {})
        memory = remember_all(day_of_session(on, **{"pain": pain, **told}), LIBRARY, memory)
    return settle_up(LIBRARY, memory, START + timedelta(days=days))[0]


def test_who_is_stable_does_a_little_more_every_third_time():
    start = lived(1).learned[STRETCH].amount
    assert start is None
    amounts = [lived(days).learned[STRETCH].amount for days in (4, 7, 10, 13)]
    seconds = [amount.seconds for amount in amounts if amount]
    assert len(seconds) == 4
    assert seconds == sorted(set(seconds))


def test_an_exercise_that_hurt_is_less_the_next_day_and_nothing_else_is():
    after = lived(5, d4={"during": 7, "exercise": STRETCH})
    before = lived(4)
    now, then = after.learned[STRETCH].amount, before.learned[STRETCH].amount
    assert now is not None and then is not None and now.seconds < then.seconds
    assert after.learned[TILT].amount == before.learned[TILT].amount


def test_a_spread_leaves_the_exercise_out_for_three_days():
    after = lived(3, d2={"left": 4, "left_during": 4, "exercise": STRETCH})
    assert after.learned[STRETCH].left_out_until == START + timedelta(days=6)
    assert after.learned[TILT].left_out_until is None


def test_every_session_is_judged_once():
    memory = lived(6)
    assert memory.unjudged == ()
    again, events = settle_up(LIBRARY, memory, START + timedelta(days=6))
    assert (again, events) == (memory, ())
