import pytest

from psoas.library import load

ROUTINES = load().routines


def test_all_routines_are_listed_with_their_source(client):
    text = client.get("/routines").text
    assert all(f'href="/routines/{identity}"' in text for identity in ROUTINES)
    assert "Illinois Back Institute (2017)" in text


def test_it_says_where_an_article_promises_more_than_it_tells(client):
    assert "promises 10 exercises, tells 9" in client.get("/routines").text


@pytest.mark.parametrize("identity", ROUTINES)
def test_every_routine_shows_what_the_article_says_and_what_it_becomes(client, known, identity):
    known()
    text = client.get(f"/routines/{identity}").text
    assert "As the article gives it" in text
    assert "For you it becomes" in text
    assert all(f"/library/{item.exercise}" in text for item in ROUTINES[identity].items)
    assert f'href="/?routine={identity}"' in text


def test_what_the_article_leaves_open_is_called_our_default(client, known):
    known()
    text = client.get("/routines/ten-for-21-days").text
    assert "It says: hold 20 seconds." in text
    assert "uses its own default" in text


def test_what_is_left_out_of_a_routine_says_why(client, known):
    known(conditions=frozenset({"osteoporosis"}))
    text = client.get("/routines/ten-for-21-days").text
    assert "What was changed or left out, and why" in text
    assert text.count("Both knees to the chest:") == 1


def test_where_a_question_is_open_the_full_routine_is_the_persons_own_choice(client, known):
    known(conditions=frozenset({"osteoporosis"}))
    advised = client.get("/routines/desk-three").text
    assert "/routines/desk-three?full=yes" in advised
    opened = client.get("/routines/desk-three?full=yes").text
    assert "/?routine=desk-three&amp;full=yes" in opened


def test_before_the_check_nothing_is_offered(client):
    text = client.get("/routines/desk-three").text
    assert "/?routine=" not in text
    assert "Begin the safety check" in text


def test_under_an_open_emergency_flag_there_is_no_button(client, known):
    known("ces_saddle")
    text = client.get("/routines/desk-three").text
    assert "/?routine=" not in text
    assert "do none of these" in text


def test_an_unknown_routine_is_one_plain_sentence(client):
    answer = client.get("/routines/thirty-in-a-row")
    assert answer.status_code == 404
    assert "There is no such routine." in answer.text
