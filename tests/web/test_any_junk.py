"""Whatever is sent to any door: a plain answer, and never a milder clearance."""

import json
from datetime import timedelta
from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.web import posts

from psoas.safety.flags import load_flags
from psoas.web.pages import ROUTERS

DOORS = sorted(
    {route.path for router in ROUTERS for route in router.routes if "POST" in route.methods}
)
BY_JSON = ("/session/{identity}/events", "/session/{identity}/hurt", "/reminder")
FORMS = [door for door in DOORS if door not in (*BY_JSON, "/take/import")]
EMERGENCY, CALM_ONLY = "ces_saddle", "age_new"
NAMES = [
    "new", "back", "leg", "reach", "left", "right", "as_usual", "painkiller", "setting",
    "minutes", "routine", "full", "pain", "skip", "up_under_1h", "session", "neuro", "scope",
    "country", "confirmed", "id", "by", "when", "where", "recent", "morning", "irritability",
    "eases", "age", "conditions", "equipment", "lie_on", "times_per_day", "kind", "exercise",
    "who", "given_on", "until", "hold", "repetitions", "words", "during", "speak", "tones",
    "voice", "rate", "theme", "word", "on", "group.nerves", "asked.nerves", "group.pain",
    "asked.pain", "group.heart", "asked.heart", "flag.cardiac", "flag.night_pain",
    "context.cardiac.x", "gate.osteoporosis.cleared", "gate.osteoporosis.weeks", "group.x",
    "do", "place", "name", "position", "text", "sets", "hold_seconds",
    "thing", "note", "total", "measure", "at-0", "days-0", "zone", "title", "remind", "here",
    "quiet_from", "since", "what", "desk",
]  # fmt: skip
WORDS = [
    "yes", "no", "none", "some", "usual", "elsewhere", "further", "less", "0", "1", "3", "10",
    "15", "9999", "-1", "1e9", "full", "short", "NZ", "unsure", "2026-03-01", "2026-03-02",
    "9999-12-31", "0001-01-01", "left", "right", "back", "left_foot", "low", "high", "bending",
    "desk", "bed", "osteoporosis", "glaucoma", "pregnancy_t1", "chair", "floor", "avoid", "do",
    "open", "childs_pose", "pelvic_tilt", "flying", "weakness", "saddle", "transient",
    "cardiac", "night_pain", "severe_pain", "dvt", "sharp", "weak", "chest", "hurt",
    "exercise_done", "session_ended", "worried", "correct", "join", "save", "out",
    "2026-03-02T09:00:00Z", "rmdq", "08:00", "Europe/London", "seated_figure_4", "later",
]  # fmt: skip

names = st.sampled_from(NAMES) | st.text(max_size=8)
values = st.sampled_from(WORDS) | st.text(max_size=12) | st.just("x" * 3000)
fields = st.dictionaries(names, st.lists(values, min_size=1, max_size=2), max_size=9)
plain = st.none() | st.booleans() | st.integers() | st.floats() | values
events = st.fixed_dictionaries(
    {},
    optional={
        "id": values,
        "kind": st.sampled_from(["exercise_done", "exercise_skipped", "session_ended", "hurt"]),
        "at": values,
        "data": st.dictionaries(names | st.sampled_from(["step", "side", "what"]), plain),
        "more": plain,
    },
)


@pytest.fixture
def closed(client, practice, known, clock):
    """Someone in the middle of a session, to whom a red flag was raised; the session's id."""
    numbers, start = count(), clock.now

    def begin(flag):
        practice.diary.erase()
        clock.now = start + timedelta(days=next(numbers) % 3)
        known()
        identity = client.post("/start").headers["location"].removeprefix("/session/")
        client.post("/check", data=posts.check(flag, confirmed="yes"))
        assert practice.standing().clearance.flags
        return identity

    return begin


def level(practice):
    clearance = practice.standing().clearance
    return clearance.sessions, clearance.triage


def a_few(**kinds):
    return st.lists(st.fixed_dictionaries(kinds), min_size=1, max_size=6)


few_examples = settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def test_every_door_is_known():
    assert len(DOORS) >= 31


@few_examples
@given(
    flag=st.sampled_from([EMERGENCY, CALM_ONLY]),
    sent=a_few(door=st.sampled_from(FORMS), fields=fields, about=st.booleans()),
)
def test_no_form_is_a_fault_or_opens_anything(client, practice, closed, flag, sent):
    identity = closed(flag)
    before = level(practice)
    for post in sent:
        path = post["door"].replace("{identity}", identity if post["about"] else "pelvic_tilt")
        answer = client.post(path, data=post["fields"])
        assert answer.status_code in (200, 303, 404, 422), (path, answer.text)
        now = level(practice)
        assert all(new >= old for new, old in zip(now, before, strict=True)), path
    assert client.get("/").status_code in (200, 303)


@few_examples
@given(
    flag=st.sampled_from([EMERGENCY, CALM_ONLY]),
    sent=a_few(door=st.sampled_from(BY_JSON), event=events, right=st.booleans()),
)
def test_no_event_is_a_fault_or_opens_anything(client, practice, closed, planned, flag, sent):
    identity = closed(flag)
    before, right = level(practice), posts.done(identity, planned()[0])
    for post in sent:
        event = post["event"]
        if post["right"]:
            event = {**right, **event, "data": {**right["data"], **event.get("data", {})}}
        path = post["door"].replace("{identity}", identity)
        body = json.dumps(event)
        answer = client.post(path, content=body, headers={"Content-Type": "application/json"})
        assert answer.status_code in (200, 404, 422), (body, answer.text)
        now = level(practice)
        assert all(new >= old for new, old in zip(now, before, strict=True)), path
    assert client.get("/").status_code in (200, 303)


@few_examples
@given(content=st.binary(max_size=200) | st.text(max_size=50).map(str.encode))
def test_no_file_is_a_fault(client, content):
    answer = client.post("/take/import", files={"file": ("copy.json", content)})
    assert answer.status_code == 422


def test_the_flags_of_this_test_are_left_to_their_own_answer():
    """What may be drawn never answers them, so nothing that is sent is a reason to open."""
    assert {EMERGENCY, CALM_ONLY} <= load_flags().by_id.keys()
    assert not {EMERGENCY, CALM_ONLY, "erase"} & set(WORDS)
