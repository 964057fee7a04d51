from dataclasses import asdict

from psoas.library.wording import forbidden_words
from psoas.sharing.wording import PAPER, WATCH


def texts(value):
    return [
        text for one in value.values() for text in (texts(one) if isinstance(one, dict) else [one])
    ]


def test_nothing_is_promised():
    assert not forbidden_words(" ".join(texts(asdict(PAPER)) + texts(asdict(WATCH))))
