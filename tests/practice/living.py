"""A person who lives with Psoas: what the tests of the practice do in their place."""

from datetime import UTC, datetime, time, timedelta
from itertools import count

from tests.plan.people import LIBRARY, MONDAY, SETTLED

from psoas.plan.events import EventKind
from psoas.practice import Practice
from psoas.practice.practice import Reported
from psoas.safety.clearance import Answer, Reply
from psoas.safety.flags import load_flags

_people = count()


class Clock:
    """The person's own time, as a test sets it."""

    def __init__(self):
        self.now = datetime.combine(MONDAY, time(9), UTC)

    def __call__(self):
        return self.now

    def later(self, **much):
        self.now += timedelta(**much)


class Living:
    """One more person in a diary, and what they do from day to day."""

    def __init__(self, diary):
        number, ids = next(_people), count()
        self.name = f"person-{number}"
        self.clock = Clock()
        self.practice = Practice(
            diary, LIBRARY, self.clock, lambda: f"{number}-{next(ids)}", self.name
        )

    def described(self, person=SETTLED, **replies):
        """Describe the person and answer the full check: no, but for the flags that are named."""
        self.practice.describe(person)
        self.checked(**replies)
        return self

    def checked(self, **replies):
        """Answer the full check: no, but for the flags that are named."""
        answered = {flag: Reply(replies.get(flag, "no")) for flag in load_flags().by_id}
        given = {flag: Answer(reply=reply) for flag, reply in answered.items()}
        self.practice.answer("full", given)

    def begin(self, back=2, leg=0, left=0, right=0, **options):
        """Say that nothing is new and how it is, and start; what that led to."""
        self.practice.nothing_new()
        check_in = {"back": back, "leg": leg, "left": left, "right": right, "painkiller": False}
        return self.practice.begin(check_in, options)

    def session(self, **check_in):
        """A session that was started, and how it was planned."""
        record = self.practice.session(self.begin(**check_in).session)
        return record, self.practice.planned(record)

    def tells(self, kind, identity=None, at=None, **data):
        """What the player saw happen."""
        identity = identity or self.practice.new_id()
        told = Reported(id=identity, kind=kind, at=at or self.clock(), data=data)
        self.practice.report(told)
        return told

    def does(self, record, number, side=None):
        """One step is done, on its first side or the one that is named."""
        step = self.practice.planned(record).steps[number]
        return self.tells(
            EventKind.EXERCISE_DONE,
            session=record.id,
            step=number,
            exercise=step.exercise,
            side=(side or step.sides[0]).value,
            seconds=step.amount.seconds,
            completed=100,
        )

    def does_all(self, record):
        """Every step is done, and the session ends."""
        for number, step in enumerate(self.practice.planned(record).steps):
            for side in step.sides:
                self.does(record, number, side)
        self.tells(
            EventKind.SESSION_ENDED, session=record.id, completed=100, why="none", enough=False
        )

    def hurts(self, record, number=0, what="too_much", identity=None, exercise=None):
        """ "This hurts", in a step; what the player is told to do."""
        step = self.practice.planned(record).steps[number]
        data = {
            "session": record.id,
            "step": number,
            "exercise": exercise or step.exercise,
            "side": step.sides[0].value,
            "what": what,
        }
        identity = identity or self.practice.new_id()
        told = Reported(id=identity, kind=EventKind.HURT, at=self.clock(), data=data)
        return self.practice.hurt(self.practice.session(record.id), told)

    def responds(self, record, pain=2, neuro="none", **more):
        """How it went; the red flags that opens."""
        reach = dict.fromkeys(("left", "right", "left_during", "right_during"), 0)
        how = {"during": pain, "pain": pain, "neuro": neuro, "effort": 3}
        usual = {**reach, **how, "sensation": "comfortable", "exercise": None}
        return self.practice.responded(record, {"session": record.id, **usual, **more})

    def happened(self, *kinds):
        """What the diary keeps of some kinds; of all, if none is named."""
        return self.practice.diary.events(self.name, kinds=kinds)
