import html
import re

URGENT = "night_pain"


def left_out(text):
    """The rows of what was left out: the names of the exercises and the reason."""
    shown = text.partition("What was left out, and why")[2].partition("</details>")[0]
    return [html.unescape(re.sub(r"<.*?>", "", row)) for row in re.findall(r"<li>.*?</li>", shown)]


def test_each_reason_is_told_once_with_the_exercises_it_leaves_out(client, known):
    known(equipment=frozenset({"mat"}))
    rows = left_out(client.get("/").text)
    reasons = [row.partition(": ")[2] for row in rows]
    assert len(reasons) == len(set(reasons))
    assert any("Doorway chest stretch, Side reach at a door frame" in row for row in rows)


def test_behind_a_lock_there_is_only_what_to_do(client, known):
    known(URGENT)
    text = client.get("/").text
    assert 'href="/card/urgent"' in text
    for closed in ('action="/start"', 'action="/flare"', "What was left out", "Choose a routine"):
        assert closed not in text


def test_the_place_that_is_planned_for_is_marked(client, known):
    known()
    assert 'href="/?setting=home" aria-current="true"' in client.get("/").text
    assert 'href="/?setting=desk" aria-current="true"' in client.get("/?setting=desk").text
