import pytest

from psoas.practice.wanting import CantKeep, Wanting


@pytest.fixture
def wanting(sam):
    """Sam, who wants to put on their socks again."""
    wanting = Wanting(sam.practice)
    wanting.name("Put on my socks")
    return wanting


def rate(wanting, value):
    wanting.rate({thing.id: value for thing in wanting.wanted().things})


def test_a_rating_is_due_at_once_and_then_every_two_weeks(sam, wanting):
    assert wanting.due(sam.practice.standing())
    rate(wanting, 3)
    for days, due in ((0, False), (13, False), (1, True)):
        sam.clock.later(days=days)
        assert wanting.due(sam.practice.standing()) is due
        assert wanting.wants().due is due


def test_it_is_never_asked_in_a_session_nor_before_a_danger_sign(sam, wanting):
    record, _ = sam.session()
    assert not wanting.due(sam.practice.standing())
    with pytest.raises(CantKeep, match="session"):
        rate(wanting, 3)
    sam.does_all(record)
    assert wanting.due(sam.practice.standing())
    sam.checked(ces_saddle="yes")
    assert not wanting.due(sam.practice.standing())


def test_what_cant_be_kept_can_be_said_in_another_language(wanting):
    with pytest.raises(CantKeep) as refused:
        wanting.name("x" * 201)
    said = refused.value.said(lambda text: text.replace("letters", "Buchstaben"))
    assert said == "That is too long. Use 200 Buchstaben or fewer."


def test_people_in_one_database_want_their_own_things(somebody, wanting):
    assert Wanting(somebody().practice).wanted().things == ()
