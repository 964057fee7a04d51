from types import SimpleNamespace

import pytest
from tests.web import posts

from psoas.library import load
from psoas.safety.verdict import Ruling
from psoas.web.reader import reader

LIBRARY = load()


@pytest.fixture
def who(practice):
    """The reader of a request to these pages."""
    state = SimpleNamespace(practice=practice)
    return lambda: reader(SimpleNamespace(app=SimpleNamespace(state=state)))


def test_every_exercise_has_a_verdict_for_them(who, known):
    known(conditions=frozenset({"glaucoma"}))
    assert who().verdicts.keys() == LIBRARY.exercises.keys()
    assert who().verdicts["downward_dog"].ruling is Ruling.AVOID


@pytest.mark.parametrize(
    ("raised", "limited"), [((), ""), (("age_new",), "calm"), (("ces_saddle",), "none")]
)
def test_it_knows_what_the_safety_check_leaves_open(who, known, raised, limited):
    known(*raised)
    assert who().limited == limited


def test_someone_new_is_limited_by_nothing_yet(who):
    assert who().limited == ""


def test_after_the_check_alone_nothing_of_them_is_known(who, client):
    client.post("/check", data=posts.check())
    assert who().standing.new


def test_each_disagreement_is_settled_for_anyone(who, known):
    before = [who().decided(entry) for entry in LIBRARY.disagreements.values()]
    known()
    after = [who().decided(entry) for entry in LIBRARY.disagreements.values()]
    assert len(before) == len(after) == len(LIBRARY.disagreements)
    assert all((*before, *after))
