import re

from psoas.web import player_words

FILLED_IN = {"count": {"n", "total"}, "set": {"n", "total"}, "next": {"what"}}


def test_every_text_says_something_but_that_both_sides_need_no_name():
    texts = player_words.texts()
    assert [key for key, text in texts.items() if not text] == ["both"]


def test_the_words_to_fill_in_are_those_that_the_player_knows():
    found = {key: set(re.findall(r"{(\w+)}", text)) for key, text in player_words.texts().items()}
    assert {key: words for key, words in found.items() if words} == FILLED_IN


def test_the_player_gets_them_with_its_session(client, started):
    text = client.get(f"/session/{started()}").text
    assert "That is enough for today." in text
