import gzip

import pytest
from jinja2 import UndefinedError

from psoas.web import render


def test_the_address_of_a_built_file_changes_with_it():
    path, _mark, version = render.static("style.css").partition("?")
    assert path == "/static/dist/style.css"
    assert len(version) == 8


def test_a_file_that_was_not_built_has_an_address_all_the_same():
    assert render.static("nothing.js") == "/static/dist/nothing.js?0"


def test_what_a_template_misses_is_an_error_and_not_a_gap():
    with pytest.raises(UndefinedError):
        render.templates().from_string("{{ nobody }}").render()


def test_what_people_typed_is_never_markup():
    text = render.templates().from_string("{{ name }}").render(name="<script>")
    assert text == "&lt;script&gt;"


def test_a_page_marks_where_one_is(client):
    assert '<a href="/library" aria-current="page">' in client.get("/library").text
    assert client.get("/library").text.count("aria-current") == 1


def test_going_on_after_a_form_is_a_new_request():
    answer = render.go("/about")
    assert (answer.status_code, answer.headers["location"]) == (303, "/about")


def test_the_first_page_loads_less_than_40_kilobytes():
    files = [render.STATIC / "dist" / name for name in ("style.css", "page.js")]
    assert sum(len(gzip.compress(file.read_bytes())) for file in files) < 40_000
