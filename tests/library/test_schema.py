import json
import tomllib
from importlib.resources import files

from psoas.library.schema import FILES, schema


def test_it_is_json():
    assert json.loads(json.dumps(schema())) == schema()


def test_it_describes_every_kind_of_entry():
    whole = schema()
    assert set(whole["properties"]) == set(FILES)
    for reference in whole["properties"].values():
        assert reference["$ref"].removeprefix("#/$defs/") in whole["$defs"]


def test_every_reference_leads_somewhere():
    text = json.dumps(schema())
    names = {part.split('"')[0] for part in text.split("#/$defs/")[1:]}
    assert names <= set(schema()["$defs"])


def test_an_exercise_file_holds_all_that_the_schema_requires():
    exercise = schema()["$defs"]["Exercise"]
    for file in (files("psoas.library") / "data" / "exercises").iterdir():
        keys = set(tomllib.loads(file.read_text("utf-8")))
        assert set(exercise["required"]) <= keys <= set(exercise["properties"])


def test_fields_are_described():
    feel = schema()["$defs"]["Exercise"]["properties"]["feel"]
    assert feel["description"] == "What you should feel."
