"""`psoas export --as …`: what leaves is written whole, or refused in one sentence."""

import io
import json
from csv import DictReader

import fitdecode
import pytest
from tests.plan.people import SETTLED

from psoas.cli.places import opened_practice
from psoas.plan.events import EventKind
from psoas.safety.clearance import Answer, Reply
from psoas.safety.flags import load_flags


@pytest.fixture
def known(folder):
    """A diary of somebody who answered the safety check and woke once."""
    with opened_practice() as practice:
        practice.describe(SETTLED)
        practice.answer("full", {flag: Answer(reply=Reply.NO) for flag in load_flags().by_id})
        practice.record(EventKind.MORNING, {"pain": 3})


def test_the_tables_are_written_as_they_are(run, known):
    (day,) = DictReader(io.StringIO(run("export", "--as", "days").stdout))
    assert day["morning"] == "3"
    assert run("export", "--as", "exercises").stdout.startswith("day,at,session,exercise,")


def test_the_tables_of_an_empty_diary_have_their_headings(run):
    assert run("export", "--as", "days").stdout.count("\n") == 1


def test_a_record_names_only_who_gives_a_name(printed, known):
    bundle = printed("export", "--as", "fhir")
    assert "name" not in bundle["entry"][0]["resource"]
    named = printed("export", "--as", "fhir", "--name", "Kim Lee", "--json")
    assert named["entry"][0]["resource"]["name"] == [{"text": "Kim Lee"}]


def test_a_session_is_written_as_text_and_for_a_watch(run, printed, known, tmp_path):
    assert "1. " in run("export", "--as", "text").stdout
    file = tmp_path / "today.fit"
    told = printed("export", "--as", "fit", file, "--json")
    for name in told["files"]:
        with fitdecode.FitReader(name) as reader:
            assert any(frame.frame_type == fitdecode.FIT_FRAME_DATA for frame in reader)


def test_a_long_routine_becomes_numbered_files(run, refused, known, tmp_path):
    long = ("export", "--as", "fit", "--routine", "ten-for-21-days")
    assert "several files" in refused(*long)
    file = tmp_path / "long.fit"
    assert "long-2.fit" in run(*long, file).stdout
    assert sorted(one.name for one in tmp_path.glob("long*")) == ["long-1.fit", "long-2.fit"]
    assert (tmp_path / "long-1.fit").stat().st_mode & 0o077 == 0
    assert "--replace" in refused(*long, file)
    assert run(*long, file, "--replace").exit_code == 0


def test_one_file_in_the_way_keeps_all_of_them_out(refused, known, tmp_path):
    (tmp_path / "long-2.fit").write_text("precious")
    long = ("export", "--as", "fit", "--routine", "ten-for-21-days", tmp_path / "long.fit")
    assert "long-2.fit is already there" in refused(*long)
    assert not (tmp_path / "long-1.fit").exists()


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("--name", "Kim"), "--as fhir"),
        (("--as", "days", "--routine", "desk-three"), "--routine"),
        (("--as", "text", "--json"), "--json"),
        (("--as", "text", "--routine", "desk-tree"), "desk-three"),
        (("--as", "carrier-pigeon"), "carrier-pigeon"),
    ],
)
def test_what_has_no_meaning_is_refused_in_one_sentence(refused, known, words, says):
    assert says in refused("export", *words)


@pytest.mark.parametrize("way", ["fhir", "fit", "text"])
def test_of_somebody_who_told_nothing_there_is_nothing_to_write(refused, folder, way):
    assert "doesn't know you yet" in refused("export", "--as", way)
    assert not folder.exists()


def test_a_workout_of_nothing_is_refused(refused, folder):
    with opened_practice() as practice:
        practice.describe(SETTLED)
        raised = {flag: Answer(reply=Reply.NO) for flag in load_flags().by_id}
        practice.answer("full", {**raised, "ces_saddle": Answer(reply=Reply.YES)})
    assert "no exercises" in refused("export", "--as", "fit", "-")


def test_a_copy_has_one_entry_a_line_in_letters_that_every_terminal_has(run, known):
    text = run("export").stdout
    assert text.isascii()
    entries = json.loads(text)["events"]
    assert len(text.splitlines()) == len(entries) + 2 == 5
