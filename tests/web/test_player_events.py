import pytest
from pydantic import ValidationError
from starlette.exceptions import HTTPException
from tests.web import posts

from psoas.web.player_events import PlayerEvent, reported

STEP = {"exercise": "pelvic_tilt", "sides": ["both"]}


@pytest.fixture
def read(practice):
    return lambda sent, session="s": reported(PlayerEvent.model_validate(sent), session, practice)


@pytest.mark.parametrize(
    "sent",
    [
        posts.done("s", STEP),
        posts.hurt("s", STEP, "sharp"),
        posts.told("s", "exercise_skipped", step=0, exercise="pelvic_tilt"),
        posts.told("s", "session_ended", completed=50, why="pain"),
    ],
)
def test_what_the_player_tells_is_read(read, sent):
    told = read(sent)
    assert (told.id, told.kind.value) == (sent["id"], sent["kind"])
    assert sent["data"].items() <= told.data.items()


@pytest.mark.parametrize(
    "junk",
    [
        {"exercise": "flying"},
        {"side": "up"},
        {"step": -1},
        {"step": 201},
        {"seconds": -1},
        {"seconds": float("nan")},
        {"seconds": 1e9},
        {"completed": 101},
        {"more": 1},
        {"session": "x" * 65},
        {"exercise": "\ud800"},
    ],
)
def test_junk_in_an_event_keeps_it_out(read, junk):
    sent = posts.done("s", STEP)
    with pytest.raises(HTTPException, match="was not stored"):
        read({**sent, "data": {**sent["data"], **junk}})


def test_an_event_of_another_session_is_kept_out(read):
    with pytest.raises(HTTPException, match="another session"):
        read(posts.done("other", STEP))


@pytest.mark.parametrize(
    "junk",
    [
        {"id": ""},
        {"id": "x" * 65},
        {"id": "a\x00b"},
        {"id": 1},
        {"kind": "erased"},
        {"kind": "check_answered"},
        {"at": "yesterday"},
        {"at": "2026-03-02T09:00:00"},
        {"data": []},
        {"more": 1},
    ],
)
def test_junk_around_an_event_keeps_it_out(junk):
    with pytest.raises(ValidationError):
        PlayerEvent.model_validate({**posts.done("s", STEP), **junk})
