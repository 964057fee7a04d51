import pytest

PAGE = """Two stretches

Knee to chest

Lie on your back. Pull one knee to your chest. Hold for at least 20 seconds, then change legs.

Hip circles

Stand with a hand on a chair and draw circles with one knee, up to 10 times.
Repeat 2 to 3 times a day.

Avoid toe touches. Stop if it hurts. No pain, no gain!

Toe touch

Stand and bend forward to touch your toes. Do it 5 times.
"""


@pytest.fixture
def page(tmp_path):
    file = tmp_path / "page.txt"
    file.write_text(PAGE, "utf-8")
    return file


def test_a_page_is_read_into_a_routine(printed, page):
    reading = printed("read", page, "--json")
    first = reading["exercises"][0]
    assert first["exercise"] == "single_knee_to_chest"
    assert first["hold_seconds"] == [20, None]
    assert first["steps"][0] == {"say": "Lie on your back.", "lines": "5"}
    assert reading["text"] == PAGE
    claim = next(c for c in first["claims"] if c["field"] == "hold_seconds")
    start, end = claim["quote_span"]
    assert reading["text"][start:end] == "20 seconds"


def test_standard_input_is_read_too(printed):
    reading = printed("read", "-", "--json", given=PAGE)
    assert len(reading["exercises"]) == 3


def test_it_is_told_in_words(run, page):
    shown = run("read", page).stdout
    for part in ("3 exercises.", "seconds to hold: at least 20", "repetitions: up to 10",
                 "times a day: 2 to 3", "things: chair", "(not in our library)", "To avoid:",
                 "For the whole page:", "Beware:", "Doesn't fit:"):  # fmt: skip
        assert part in shown, part


def test_a_page_without_exercises_says_so(run):
    assert run("read", "-", given="Our shop is closed on Mondays.").stdout == "0 exercises.\n"


def test_an_exercise_that_is_only_named_has_no_list(run):
    shown = run("read", "-", given="1. Cobra\n\n2. Pigeon pose\n\nThe end.").stdout
    assert "1. Cobra (prone_press_up)" in shown


def test_what_holds_no_words_is_refused_in_one_sentence(refused):
    assert "There are no words to read" in refused("read", "-", given="  \n ")


def test_a_file_that_is_not_there(refused):
    assert "There is no file" in refused("read", "nowhere.txt")
