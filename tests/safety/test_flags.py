import csv
import re
from importlib.resources import files
from pathlib import Path

import pytest

from psoas.knowledge import BadData
from psoas.library import load
from psoas.safety.flags import load_flags, read_flags

FLAGS = load_flags()
with (Path(__file__).parent / "red_flags.csv").open(encoding="utf-8") as table:
    FACTS = {row["id"]: row for row in csv.DictReader(table)}

PROMISES = re.compile(
    r"\b(treat\w*|reliev\w*|relief|cure\w*|heal|heals|realign\w*|align\w*|decompress\w*|proven)\b",
    re.IGNORECASE,
)


def texts():
    for flag in FLAGS.by_id.values():
        yield from (flag.question, flag.short, flag.help, flag.why, flag.do, *flag.points)
        for context in flag.contexts:
            yield from (context.question, context.why, context.do)
    for group in FLAGS.groups:
        yield from (group.title, group.lead, group.none)


def test_every_flag_of_the_facts_is_asked_and_no_other():
    assert set(FLAGS.by_id) == set(FACTS)
    assert len(FLAGS.by_id) == 37


@pytest.mark.parametrize("flag", FLAGS.by_id.values(), ids=lambda flag: flag.id)
def test_a_flag_calls_for_what_the_facts_say(flag):
    assert {
        "id": flag.id,
        "triage": flag.triage.word,
        "sessions": flag.sessions.word,
        "card": flag.card,
        "unsure": flag.unsure,
        "asked": flag.asked,
        "category": flag.category,
    } == {key: value for key, value in FACTS[flag.id].items() if key != "contexts"}


@pytest.mark.parametrize("flag", FLAGS.by_id.values(), ids=lambda flag: flag.id)
def test_the_contexts_are_those_of_the_facts(flag):
    facts = [entry.split(":") for entry in FACTS[flag.id]["contexts"].split()]
    ours = [[c.id, c.triage.word, c.only_if_alone_in] for c in flag.contexts]
    assert ours == [entry[:3] for entry in facts]
    for identity, _, _, card in facts:
        assert not card or flag.context(identity).card == card


def test_a_context_that_still_calls_for_something_says_why_and_what_to_do():
    for flag in FLAGS.by_id.values():
        for context in flag.contexts:
            said = {bool(context.card), bool(context.why), bool(context.do)}
            assert said == {context.triage > 0}


def test_no_flag_asks_a_context_that_it_does_not_have():
    assert FLAGS.by_id["ces_saddle"].context("septic_signs") is None


def test_the_groups_hold_every_flag_once_on_at_most_seven_pages():
    grouped = [flag.id for group in FLAGS.groups for flag in FLAGS.of_group(group)]
    assert grouped == list(FLAGS.by_id)
    assert len(FLAGS.groups) <= 7


def test_a_page_holds_no_more_than_eight_questions():
    assert all(len(FLAGS.of_group(group)) <= 8 for group in FLAGS.groups)


def test_the_five_cauda_equina_questions_come_first():
    assert [flag.category for flag in FLAGS.by_id.values()][:5] == ["cauda_equina"] * 5


def test_only_what_asks_about_two_weeks_is_bound_to_them():
    new_only = {flag.id for flag in FLAGS.by_id.values() if flag.new_only}
    assert new_only == {flag.id for flag in FLAGS.by_id.values() if "two weeks" in flag.help}
    assert new_only == {f.id for f in FLAGS.by_id.values() if f.category == "cauda_equina"}


def test_an_unclear_weakness_counts_as_the_more_serious_one():
    asked = [FLAGS.by_id[identity].triage for identity in FLAGS.weakness.asks]
    assert FLAGS.by_id[FLAGS.weakness.until_answered].triage == max(asked)


def test_the_calm_list_is_made_of_exercises_that_are_never_all_taken_away():
    assert FLAGS.calm.always in FLAGS.calm.exercises
    assert set(FLAGS.calm.positions_of_ease) <= set(FLAGS.calm.exercises)
    assert FLAGS.calm.dose == 0.5


def test_every_question_can_be_asked_and_every_answer_acted_on():
    for flag in FLAGS.by_id.values():
        assert flag.question.endswith("?")
        assert flag.short and flag.why.endswith(".") and flag.do.endswith(".")
        assert all(context.question.endswith("?") for context in flag.contexts)


def test_a_question_that_counts_has_enough_points_to_count():
    assert all(1 <= flag.needed <= len(flag.points) for flag in FLAGS.by_id.values() if flag.points)


def test_no_text_promises_anything():
    assert [text for text in texts() if PROMISES.search(text)] == []


def test_what_has_no_source_is_called_our_own_judgement():
    for flag in FLAGS.by_id.values():
        assert (not flag.sources) == (flag.evidence == "own judgement")


def test_every_source_is_in_the_library():
    named = {source for flag in FLAGS.by_id.values() for source in flag.sources}
    assert named - set(load().sources) == set()


def copied(folder, old, new):
    for name in ("red_flags.toml", "groups.toml"):
        text = (files("psoas.safety") / "data" / name).read_text("utf-8")
        (folder / name).write_text(text.replace(old, new), "utf-8")


def test_a_flag_on_no_page_is_an_error_that_names_it(tmp_path):
    copied(tmp_path, 'group = "you"', 'group = "nobody"')
    with pytest.raises(BadData, match=r"red_flags.toml: mental_crisis: no group “nobody”"):
        read_flags(tmp_path)


def test_a_triage_that_does_not_exist_is_an_error_that_says_where(tmp_path):
    copied(tmp_path, 'triage = "urgent_24_48h"', 'triage = "soon"')
    with pytest.raises(BadData, match=r"red_flags.toml: flags\.\d+\.triage"):
        read_flags(tmp_path)
