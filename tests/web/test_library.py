import re

import pytest

from psoas.library import load
from psoas.plan.events import EventKind

LIBRARY = load()
PLANNABLE = [e.id for e in LIBRARY.exercises.values() if e.plannable]


def listed(page):
    return re.findall(r'<h3><a href="/library/([a-z_0-9]+)"', page.text)


def section(page, identity):
    return page.text.partition(f'<section aria-labelledby="{identity}">')[2].partition(
        "</section>"
    )[0]


def test_every_exercise_is_listed_once(client):
    assert sorted(listed(client.get("/library"))) == sorted(LIBRARY.exercises)


def test_the_headings_count(client):
    shown = client.get("/library")
    assert f"({section(shown, 'never').count('<li>')})" in section(shown, "never")


def test_what_is_never_offered_stands_apart_with_its_reason(client):
    never = section(client.get("/library"), "never")
    assert "/library/standing_toe_touch" in never
    assert "Never offered" in never
    assert "pelvic_tilt" not in never


def test_it_finds_by_position_place_ladder_and_words(client):
    found = client.get("/library?position=prone&place=floor&ladder=extension&q=elbows")
    assert listed(found) == ["prone_on_elbows"]


def test_with_nothing_at_hand_only_what_needs_nothing_is_found(client):
    found = listed(client.get("/library?have=nothing"))
    assert found
    assert all(not LIBRARY.exercises[identity].equipment for identity in found)


def test_with_a_chair_at_hand_chair_exercises_are_found_too(client):
    found = listed(client.get("/library?have=chair"))
    assert "chair_hamstring" in found
    assert "doorway_pec" not in found


def test_empty_wishes_are_no_wishes(client):
    found = client.get("/library?position=&place=&ladder=&q=&show=")
    assert len(listed(found)) == len(LIBRARY.exercises)


def test_a_wish_is_kept_in_the_form(client):
    found = client.get("/library?position=prone&q=<b>elbows")
    assert '<option value="prone" selected>' in found.text
    assert 'value="&lt;b&gt;elbows"' in found.text


def test_it_says_when_nothing_fits(client):
    assert "Nothing fits" in client.get("/library?q=zebra").text


@pytest.mark.parametrize("junk", ["position=x", "place=x", "ladder=x", "have=x", "show=x"])
def test_junk_is_one_plain_sentence(client, junk):
    answer = client.get(f"/library?{junk}")
    assert answer.status_code == 422
    assert "no such choice" in answer.text


def test_not_for_me_shows_what_is_avoided_and_why(client, known):
    known(conditions=frozenset({"glaucoma"}))
    shown = client.get("/library?show=not_for_me")
    assert "downward_dog" in listed(shown)
    assert "pressure" in section(shown, "not-for-me")
    assert "pelvic_tilt" not in listed(shown)


def test_for_me_leaves_out_what_is_avoided(client, known):
    known(conditions=frozenset({"glaucoma"}))
    shown = listed(client.get("/library?show=for_me"))
    assert "pelvic_tilt" in shown
    assert "downward_dog" not in shown


def test_the_marks_follow_the_person(client, known):
    known(conditions=frozenset({"osteoporosis"}))
    text = client.get("/library").text
    assert "Changed for you" in text
    assert "Not for you" in text


def test_before_the_check_it_says_that_it_does_not_know_the_person(client):
    assert "know you yet" in client.get("/library").text


def test_under_an_open_emergency_flag_it_says_so_first(client, known):
    known("ces_saddle")
    for path in ("/library", "/library/pelvic_tilt"):
        assert "do none of these" in client.get(path).text


@pytest.mark.parametrize("identity", LIBRARY.exercises)
def test_every_exercise_has_its_page(client, identity):
    answer = client.get(f"/library/{identity}")
    exercise = LIBRARY.exercises[identity]
    assert answer.status_code == 200
    assert f"<h1>{exercise.name}</h1>".replace("'", "&#39;") in answer.text
    assert "{this}" not in answer.text
    assert "Where this comes from" in answer.text


def test_an_exercise_tells_how_much_its_steps_and_its_source(client, known):
    known()
    text = client.get("/library/supine_active_hamstring").text
    assert "Bring your left knee up" in text
    assert "Told for your left side" in text
    assert "To start, for you" in text
    assert "Illinois Back Institute (2017), lines 11-17" in text
    assert "hold 30 seconds" in text
    assert "has not yet reviewed it" in text


def test_an_exercise_leads_to_its_neighbours(client):
    ladder = section(client.get("/library/supine_active_hamstring"), "ladder")
    assert "/library/seated_sciatic_slider" in ladder
    assert ladder.count('class="tag') == 2
    assert "/library/supine_strap_hamstring" in ladder


def test_a_changed_exercise_says_how_and_why(client, known):
    known(conditions=frozenset({"glaucoma"}))
    text = client.get("/library/childs_pose").text
    assert "You can do this, with a change" in text


def test_an_avoided_exercise_leads_to_what_to_do_instead(client, known):
    known(conditions=frozenset({"osteoporosis"}))
    text = client.get("/library/childs_pose").text
    assert "leaves this out for you" in text
    assert "To start, for you" not in text
    assert "/favourite" not in text
    assert "What to do instead" in text


def test_an_excluded_exercise_is_explained_and_not_taught(client, known):
    known()
    text = client.get("/library/long_sit_forward_fold").text
    assert "Not offered to anyone" in text
    assert "What to do instead" in text
    assert "says: don’t" in text
    assert "How it is done" not in text
    assert "favourite" not in text


def test_a_replaced_exercise_leads_to_its_replacement(client):
    text = client.get("/library/seated_band_hamstring").text
    assert "something else in its place" in text
    assert "What to do instead" in text


def test_disagreeing_sources_are_shown_with_both_sides_and_the_ruling(client, known):
    known(leg_symptoms_within_6_weeks=frozenset({"left"}))
    text = client.get("/library/chair_hamstring").text
    assert "Sources disagree" in text
    assert "How Psoas decided for you" in text


def test_an_unknown_exercise_is_one_plain_sentence(client):
    answer = client.get("/library/flying")
    assert answer.status_code == 404
    assert "There is no such exercise." in answer.text


def test_a_favourite_is_stored_and_taken_off(client, events):
    for on in ("yes", "no"):
        answer = client.post("/library/pelvic_tilt/favourite", data={"on": on})
        assert answer.headers["location"] == "/library/pelvic_tilt"
    assert events(EventKind.FAVOURITE) == [
        {"exercise": "pelvic_tilt", "on": True},
        {"exercise": "pelvic_tilt", "on": False},
    ]


def test_a_favourite_is_marked(client):
    client.post("/library/pelvic_tilt/favourite", data={"on": "yes"})
    assert "take it off" in client.get("/library/pelvic_tilt").text
    assert "Favourite</span>" in client.get("/library").text


@pytest.mark.parametrize(
    ("identity", "on", "status"),
    [
        ("flying", "yes", 404),
        ("pelvic_tilt", "perhaps", 422),
        ("pelvic_tilt", "", 422),
        ("standing_toe_touch", "yes", 422),
    ],
)
def test_junk_makes_no_favourite(client, events, identity, on, status):
    assert client.post(f"/library/{identity}/favourite", data={"on": on}).status_code == status
    assert events(EventKind.FAVOURITE) == []
