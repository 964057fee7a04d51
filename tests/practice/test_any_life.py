"""Whatever a person does, in whatever order, over days: what must never happen doesn't."""

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from tests.plan.people import LIBRARY
from tests.plan.strategies import BREATHING, persons
from tests.practice.living import Living

from psoas.library import Status
from psoas.plan.events import EventKind
from psoas.safety.clearance import Sessions
from psoas.safety.flags import load_flags
from psoas.safety.schedule import CheckKind
from psoas.safety.verdict import Ruling
from psoas.safety.verdicts import verdicts

FLAGS = load_flags()
CALM = {*FLAGS.calm.exercises}
pains = st.integers(0, 10) | st.just("unknown")
reaches = st.integers(0, 5) | st.just("unknown")
some_flag = st.none() | st.sampled_from(sorted(FLAGS.by_id))
whats = st.sampled_from(["sharp", "tingling", "too_much", "dizzy", "weak", "chest"])
neuros = st.sampled_from(["none", "unknown", "transient", "lingering", "weakness", "saddle"])


class AnyLife(RuleBasedStateMachine):
    """A person who does as they please; `diary` is set by the test."""

    diary = None

    @initialize(who=persons(), flag=some_flag)
    def is_new(self, who, flag):
        self.person = Living(self.diary).described(who, **({flag: "yes"} if flag else {}))
        self.record = None

    @property
    def practice(self):
        return self.person.practice

    def known(self):
        """The session in the diary's present words; None once it was looked back on."""
        open_ones = self.practice.memory().unjudged
        return next((one for one in open_ones if self.record and one.id == self.record.id), None)

    @rule(told=st.tuples(pains, pains, reaches, reaches), asked=st.booleans(), full=st.booleans())
    def starts(self, told, asked, full):
        before = self.practice.standing()
        if asked:
            self.practice.nothing_new()
        check_in = dict(zip(("back", "leg", "left", "right"), told, strict=True))
        begun = self.practice.begin({**check_in, "painkiller": "unknown"}, {"full": full})
        if begun.session is None:
            return
        self.record = self.practice.session(begun.session)
        assert before.may_move and before.check.kind is not CheckKind.FULL
        assert asked or before.check.kind is CheckKind.NONE
        self.all_fits()

    def all_fits(self):
        standing = self.practice.standing()
        rulings = verdicts(LIBRARY, standing.person, standing.on)
        for step in self.practice.planned(self.record).steps:
            assert LIBRARY.exercises[step.exercise].status in (Status.OK, Status.CAUTION)
            ruling = rulings[step.exercise].ruling
            assert step.exercise == BREATHING or ruling is not Ruling.AVOID
            assert standing.clearance.sessions is not Sessions.CALM or step.exercise in CALM

    @precondition(lambda self: self.record)
    @rule(number=st.integers(0, 20))
    def does_a_step(self, number):
        if record := self.known():
            self.person.does(record, number % len(record.plan["steps"]))

    @precondition(lambda self: self.record)
    @rule(number=st.integers(0, 20), what=whats)
    def says_this_hurts(self, number, what):
        if not (record := self.known()):
            return
        before = self.practice.planned(record).steps
        act = self.person.hurts(record, number % len(before), what)
        after = self.practice.planned(self.practice.session(record.id)).steps
        assert act.act in ("ease", "swap") or after == before
        same = [(a, b) for a, b in zip(before, after, strict=True) if a.exercise == b.exercise]
        assert all(now.amount.seconds <= then.amount.seconds for then, now in same)
        assert len(same) >= len(before) - 1

    @precondition(lambda self: self.record)
    @rule(pain=pains, neuro=neuros)
    def says_how_it_went(self, pain, neuro):
        if record := self.known():
            self.person.responds(record, pain=pain, neuro=neuro)

    @precondition(lambda self: self.record)
    @rule()
    def says_that_was_enough(self):
        if record := self.known():
            self.practice.enough(record)

    @rule(pain=pains, reach=reaches)
    def wakes(self, pain, reach):
        self.practice.wake({"pain": pain, "left": reach, "right": 0, "up_under_1h": "unknown"})

    @rule(flag=some_flag)
    def answers_every_question(self, flag):
        self.person.checked(**({flag: "yes"} if flag else {}))

    @rule(minutes=st.sampled_from([1, 29, 31, 24 * 60, 3 * 24 * 60, 29 * 24 * 60]))
    def lets_time_pass(self, minutes):
        self.person.clock.later(minutes=minutes)

    @rule(number=st.integers(0, 500))
    def sends_something_again(self, number):
        events, memory = self.person.happened(), self.practice.memory()
        self.practice.diary.add([events[number % len(events)]])
        assert self.practice.memory() == memory

    @invariant()
    def nothing_goes_on_while_all_is_closed(self):
        standing = self.practice.standing()
        assert standing.may_move or not standing.resumable
        assert standing.may_move or self.practice.today(standing, full=True).steps == ()

    @invariant()
    def every_session_is_in_the_diary_once(self):
        started = [event.id for event in self.person.happened(EventKind.SESSION_STARTED)]
        assert len(started) == len(set(started))


@pytest.mark.slow
def test_what_must_never_happen_does_not(shared_diary):
    AnyLife.diary = shared_diary
    run_state_machine_as_test(
        AnyLife,
        settings=settings(
            max_examples=25,
            stateful_step_count=25,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
