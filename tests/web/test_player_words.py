import re
from pathlib import Path

from psoas.web import player_words

TEXTS_TS = Path(__file__).parents[2] / "browser/src/texts.ts"


def test_the_player_is_given_exactly_the_texts_it_knows():
    known = re.findall(r"^  \| '(\w+)'$", TEXTS_TS.read_text(), re.MULTILINE)
    assert known
    assert player_words.texts().keys() == set(known)
