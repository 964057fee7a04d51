import pytest

from psoas.library.wording import FORBIDDEN, forbidden_words


@pytest.mark.parametrize(
    "text",
    [
        "This treats sciatica.",
        "It relieves your back.",
        "For quick RELIEF:",
        "It cures the nerve.",
        "The disc heals.",
        "It realigns the pelvis.",
        "Your hips back in alignment.",
        "It decompresses the nerve.",
        "Pain-free in 7 days.",
        "Free of pain within two weeks.",
        "Clinically proven.",
        "A personalised treatment.",
        "Stretches are helpful when you're aggressive.",
        "Understand that hurt does does equal harm.",
        "It prevents disc herniation.",
        "It diagnoses your pain.",
        "It replaces a physiotherapist.",
        "Guaranteed.",
    ],
)
def test_a_promise_is_found(text):
    assert forbidden_words(text)


@pytest.mark.parametrize(
    "text",
    [
        "Keep your health in mind and your heel down.",
        "Ask a physiotherapist.",
        "A secure hold on a sturdy chair.",
        "Bring the knees in line with the toes.",
        "Fix the strap to nothing; hold it.",
        "You should feel no pain below the knee.",
    ],
)
def test_plain_words_are_let_through(text):
    assert forbidden_words(text) == ()


def test_every_forbidden_wording_says_why():
    assert all(wording.why.endswith(".") for wording in FORBIDDEN)
