import re
from dataclasses import replace
from datetime import date

import pytest

from psoas.safety.cards import card_for, countries, most_severe, numbers_for, safety_net
from psoas.safety.clearance import Clearance, RaisedFlag, Sessions, Triage
from psoas.safety.flags import load_flags

CARDS = ("emergency", "urgent", "see_clinician", "crisis", "pregnancy")


@pytest.mark.parametrize("country", [*countries(), "", "XX"])
@pytest.mark.parametrize("card", CARDS)
def test_a_card_says_what_to_do_in_two_to_four_filled_steps(card, country):
    text = card_for(card, country)
    assert 2 <= len(text.do) <= 4
    assert not re.search(r"[{}]", " ".join(text.do))
    assert text.heading and text.lead and text.open and text.say


def test_every_card_that_a_flag_calls_for_exists():
    for flag in load_flags().by_id.values():
        for card in (flag.card, *(context.card for context in flag.contexts if context.card)):
            assert card_for(card).id == card


def test_an_unknown_card_is_an_error():
    with pytest.raises(KeyError):
        card_for("happy")


def test_the_emergency_card_calls_the_countrys_number():
    assert card_for("emergency", "GB").do[0].startswith("Call 999,")
    assert card_for("emergency", "US").call[0].dial == "911"


def test_the_crisis_card_calls_someone_to_talk_to_first():
    assert "Samaritans on 116 123" in card_for("crisis", "GB").do[0]
    assert [line.dial for line in card_for("crisis", "DE").call] == ["08001110111", "112"]


def test_a_line_that_is_not_known_is_said_in_words_and_gets_no_button():
    card = card_for("urgent", "US")
    assert card.do[0] == "Call your doctor or an urgent-care service."
    assert [line.dial for line in card.call] == ["911"]


def test_a_note_on_a_number_is_said():
    assert "811 (in most provinces and territories)" in card_for("urgent", "CA").do[0]


def test_a_country_is_known_by_its_code_in_any_case():
    assert numbers_for("gb") == numbers_for("GB") == numbers_for(" uk ")


def test_an_unknown_country_gets_a_number_that_works_widely():
    assert numbers_for("XX").emergency.dial == "112"
    assert "112 works in many countries" in card_for("emergency").do[0]


def test_every_country_has_an_emergency_number_that_can_be_dialled():
    assert len(countries()) == 16
    for country in countries():
        lines = [numbers_for(country).line(kind) for kind in ("emergency", "urgent", "crisis")]
        assert lines[0] is not None
        assert all(line.dial.isdigit() for line in lines if line)


@pytest.mark.parametrize("sessions", Sessions)
@pytest.mark.parametrize("card", CARDS)
def test_a_card_never_calls_open_what_is_closed(card, sessions):
    said = card_for(card, sessions=sessions).open
    closed = said.startswith("Sessions are closed")
    assert closed or sessions is not Sessions.NONE


def test_see_a_clinician_first_leaves_the_calm_list_open():
    assert "positions of ease" in card_for("see_clinician", sessions=Sessions.CALM).open


def test_the_safety_net_names_the_signs_and_the_number():
    net = safety_net("AU")
    assert len(net.signs) >= 5
    assert net.do.startswith("Call 000,")
    assert net.call[0].dial == "000"


def test_the_crisis_card_goes_before_the_others_and_what_only_shows_a_card_raises_none():
    def flag(card, triage, sessions=Sessions.CALM):
        return RaisedFlag(id=card, triage=triage, sessions=sessions, card=card, why="", do="")

    see, urgent = Triage.SEE_CLINICIAN_BEFORE_STARTING, Triage.URGENT_24_48H
    usual = Clearance(triage=see, sessions=Sessions.CALM, ask_again=date(2026, 3, 2))
    both = (flag("see_clinician", see), flag("urgent", urgent))
    assert most_severe(usual) is None
    assert most_severe(replace(usual, flags=both)) == "urgent"
    assert most_severe(replace(usual, flags=(*both, flag("crisis", see)))) == "crisis"
    assert most_severe(replace(usual, flags=(flag("urgent", Triage.GO_AHEAD),))) is None
