"""What a whole first day of web posts leaves behind can be taken along."""

import pytest
from tests.web import posts

from psoas.diary import open_diary
from psoas.diary.takeaway import export, import_into
from psoas.plan.events import EventKind
from psoas.practice.wanting import Wanting

NEVER_FROM_THE_PAGES = {EventKind.SESSION_CHANGED}
"""It depends on what the rules say to what hurts."""


def post(client, path, status=303, **how):
    answer = client.post(path, **how)
    assert answer.status_code == status, (path, answer.text)
    return answer.headers.get("location", "")


@pytest.fixture
def lived(client, practice, clock, planned):
    """A first day and the morning after, told on every page."""
    post(client, "/check", data=posts.check("age_new"))
    post(client, "/about/body", data=posts.BODY)
    post(client, "/about/health", data=posts.HEALTH)
    post(client, "/settings", data={"speak": "yes", "voice": "", "rate": "0.8", "words": "auto"})
    post(client, "/about/advice", data={**posts.ADVICE, "until": "2026-04-01", "hold": "20"})
    post(client, "/about/advice", data={"exercise": "cat_camel", "kind": "avoid"})
    advice = practice.standing().person.advice[-1].id
    post(client, f"/about/advice/{advice}/withdraw")
    post(client, "/library/pelvic_tilt/favourite", data={"on": "yes"})
    post(client, "/assessed", data={"id": "age_new", "by": "Dr Amin", "when": "2026-03-02"})
    post(client, "/times", data={"at-0": "09:00", "days-0": "0", "zone": "UTC", "here": "yes"})
    post(client, "/reminder", 200, json={"shown": "2026-03-02T09:00"})
    post(client, "/wanted/name", data={"words": "Put on my socks"})
    (socks,) = Wanting(practice).wanted().things
    post(client, "/wanted/rate", data={f"rating.{socks.id}": "4"})
    post(client, "/wanted/total", data={"measure": "rmdq", "total": "9", "given_on": "2026-03-01"})
    post(client, "/wanted/note", data={"note": "Slept badly."})
    post(client, "/desk", data={"exercise": "walking_bouts", "what": "done"})
    identity = post(client, "/start").removeprefix("/session/")
    steps, door = planned(), f"/session/{identity}/events"
    post(client, door, 200, json=posts.done(identity, steps[0]))
    skipped = {"step": 1, "exercise": steps[1]["exercise"]}
    event = posts.told(identity, "exercise_skipped", "skipped-1", **skipped)
    post(client, door, 200, json=event)
    for number, what in enumerate(("too_much", "sharp", "tingling")):
        sent = posts.hurt(identity, steps[2], what, 2, identity=f"hurt-{number}")
        post(client, f"/session/{identity}/hurt", 200, json=sent)
    post(client, f"/session/{identity}/enough")
    post(client, f"/session/{identity}/after", data={**posts.AFTER, "during": "7", "pain": "6"})
    clock.on(1)
    post(client, "/settled", data={"session": identity, "minutes": "180", "neuro": "transient"})
    post(client, "/morning", data={"pain": "5", "reach": "usual", "up_under_1h": "no"})
    post(client, "/start", data={**posts.CHECK_IN, "new": "no"})
    page = post(client, "/read", files={"text": (None, posts.PAGE)})
    post(client, page, data={"do": "out", "place": "0"})
    post(client, f"{page}/forget")
    post(client, "/flare")
    post(client, "/flare/over")
    return practice


def test_the_day_leaves_every_kind_of_event(lived):
    kinds = {event.kind for event in lived.diary.events()}
    assert set(EventKind) - kinds <= NEVER_FROM_THE_PAGES


def test_it_can_be_imported_into_a_new_diary_and_means_the_same(lived, tmp_path):
    document = export(lived.diary)
    new = open_diary(tmp_path / "new")
    try:
        assert import_into(new, document) == len(document["events"])
        assert export(new) == document
        assert new.memory(lived.library) == lived.memory()
    finally:
        new.close()


def test_the_file_of_the_page_comes_back_on_the_page(lived, client):
    saved = client.get("/take/diary.json").content
    lived.diary.erase()
    answer = client.post("/take/import", files={"file": ("diary.json", saved)})
    assert "entries are in your diary now" in answer.text
    assert lived.standing().person.conditions == {"hypertension"}
