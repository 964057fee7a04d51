import re

import pytest

from psoas.library import load
from psoas.plan.response_rules import load_rules
from psoas.safety.conditions import load_conditions
from psoas.safety.flags import load_flags


@pytest.fixture
def text(client):
    return client.get("/how").text


def test_every_red_flag_is_told_with_what_it_leads_to(text):
    flags = text.partition('id="flags"')[2].partition("</section>")[0]
    assert flags.count("<li>") == len(load_flags().by_id)
    assert "Get help right now." in flags


def test_every_condition_and_every_rule_of_it_is_told(text):
    conditions = text.partition('id="conditions"')[2].partition("</section>")[0]
    known = load_conditions().values()
    assert conditions.count("<details>") == len(known)
    assert conditions.count("<li>") == sum(len(c.rules) + len(c.exceptions) for c in known)
    assert "_" not in re.sub(r'href="[^"]*"|standing_hip_hinge_90|supine_figure_4', "", conditions)


def test_every_response_rule_has_a_place_to_link_to(text):
    assert all(f'id="rule-{rule.id}"' in text for rule in load_rules().rules)


def test_it_says_what_it_is_for_who_reviewed_it_and_its_version(text):
    assert "not intended to diagnose" in text
    assert "has not yet reviewed these rules" in text
    assert load_rules().version in text


def test_links_to_sources_tell_nobody_where_one_comes_from(text):
    links = re.findall(r'<a href="https?:[^>]*>', text)
    assert links
    assert all('rel="noreferrer noopener"' in link for link in links)


def test_every_entry_of_the_contents_leads_somewhere(text):
    contents = text.partition('class="toc"')[2].partition("</ul>")[0]
    targets = re.findall(r'href="#([a-z-]+)"', contents)
    assert targets
    assert all(f'id="{target}"' in text for target in targets)


def test_no_word_of_a_decision_is_left_in_code(text):
    assert not re.search(r"→ <strong>[a-z]+_[a-z]+", text)


def test_every_note_is_told_once_with_how_psoas_sees_it(client):
    text = client.get("/notes").text
    assert all(text.count(f'id="note-{identity}"') == 1 for identity in load().notes)
    assert text.count("How Psoas sees it:") == len(load().notes)
