import json

from psoas.knowledge import BadData, Problem
from psoas.library import load


def test_the_list_holds_every_exercise(printed, run):
    listed = printed("library", "list", "--json")
    assert [one["id"] for one in listed["exercises"]] == list(load().exercises)
    assert listed.keys() == {"exercises", "routines"}
    shown = run("library", "list").stdout
    assert "standing_toe_touch" in shown and "(never offered)" in shown


def test_an_exercise_is_shown_whole(printed, run):
    shown = printed("library", "show", "supine_active_hamstring", "--json")
    assert shown["id"] == "supine_active_hamstring"
    assert shown["claims"][0]["source"] == "illinois-back-institute-2017"
    text = run("library", "show", "supine_active_hamstring").stdout
    for part in ("Steps:", "How much:", "Watch for:", "Who says so:"):
        assert part in text
    assert "{this}" not in text


def test_every_entry_can_be_shown(run):
    for identity in (*load().exercises, *load().routines):
        for form in ([], ["--json"]):
            result = run("library", "show", identity, *form)
            assert result.exit_code == 0, identity


def test_an_entry_that_is_not_there(refused):
    assert "“pigeon_pose”" in refused("library", "show", "pigeon")
    assert "“chair_hamstring”" in refused("library", "show", "chair")


def test_a_whole_library_passes(printed, run, monkeypatch):
    monkeypatch.setattr("psoas.library.lint.lint", lambda library, articles: ())
    assert printed("library", "lint", "--json") == {"problems": []}
    assert run("library", "lint").stdout == "The library is in order.\n"


def test_problems_are_listed_and_the_exit_code_tells(run, monkeypatch):
    problem = Problem("cat_camel.toml", "dose", "too much; lower it")
    monkeypatch.setattr("psoas.library.lint.lint", lambda library, articles: (problem,))
    result = run("library", "lint")
    assert result.exit_code == 1
    assert result.stdout == "cat_camel.toml: dose: too much; lower it\n1 problem to mend.\n"
    told = json.loads(run("library", "lint", "--json").stdout)
    assert told["problems"][0]["file"] == "cat_camel.toml"


def test_damaged_files_are_problems_too(run, monkeypatch):
    def damaged():
        raise BadData([Problem("a.toml", "", "this is not valid TOML")])

    monkeypatch.setattr("psoas.library.load", damaged)
    result = run("library", "lint")
    assert (result.exit_code, result.stdout.splitlines()[0]) == (
        1,
        "a.toml: this is not valid TOML",
    )
    elsewhere = run("library", "list")
    assert (elsewhere.exit_code, elsewhere.stderr) == (2, "a.toml: this is not valid TOML.\n")


def test_the_schema_is_one_object(printed):
    assert "$defs" in printed("library", "schema")
    assert printed("library", "schema", "--json") == printed("library", "schema")
