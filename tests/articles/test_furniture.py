"""What a page prints around its article is no part of it."""

from psoas.articles.blocks import BlockKind, blocks
from psoas.articles.furniture import furniture


def article(text):
    return [block.text for block in blocks(text) if block.kind is not BlockKind.NOISE]


PRINTED = (
    "Kind backs\n\nLie on your back with both knees bent, and then pull the\nleft\n\n"
    "     Page 2 of 3\nKind backs\n\nknee to your chest. Hold for 20 seconds.\n\n     Page 3 of 3\n"
)


def test_a_running_head_and_its_page_number_are_left_out():
    (told,) = article(PRINTED)
    words = " ".join(told.split())
    assert words.endswith("then pull the left knee to your chest. Hold for 20 seconds.")


def test_places_stay_true_around_a_page_break():
    told = next(block for block in blocks(PRINTED) if block.kind is BlockKind.PARAGRAPH)
    assert PRINTED[told.start : told.end].endswith("20 seconds.")
    assert len(told.text) == told.end - told.start


def test_a_word_parted_at_the_end_of_a_line_is_whole_again():
    text = "Let the legs sink, and feel the stretch deep in the but-\ntock, then.\n"
    (told,) = blocks(text)
    assert "buttock, then." in " ".join(told.text.split())
    assert len(told.text) == told.end - told.start
    (short,) = blocks("Hold for ten sec-\nonds or so.\n")
    assert "seconds or so." in " ".join(short.text.split())


def test_a_hyphen_that_belongs_to_a_word_stays():
    (told,) = blocks("Come down on to the mat and take up a nice half-\nkneeling position there.\n")
    assert "half-kneeling" in told.text
    (told,) = blocks("Come down on to the mat and take the other knee-to-\nchest position there.\n")
    assert "knee-to-chest" in told.text


def test_a_list_of_contents_is_left_out():
    lines = ["Contents", "Knee hug", "2. Cobra ..... 4", "Bridge", "Intro."]
    parts = [*"abc", "Knee hug", "Lie.", "Cobra", "Lie.", "Bridge", "Lie."]
    assert furniture([*lines, *parts]) == {1, 2, 3}


def test_steps_that_come_twice_are_no_list_of_contents():
    steps = ["Lie on your back", "Bend your knees", "Lift one leg", "Swap"]
    assert furniture(["Leg lift", *steps, "Harder leg lift", *steps]) == frozenset()


def test_owners_and_sponsors_are_left_out():
    text = "Lie down.\n\nSPONSORED: a chair that hums\n\n(c) The Back Blog\n\nNEXT: The Cobra\n"
    assert article(text) == ["Lie down."]


def test_the_third_letter_of_a_list_is_no_owner():
    assert article("(a) Lie down.\n(b) Bend.\n(c) Rest.\n") == ["Lie down.", "Bend.", "Rest."]
