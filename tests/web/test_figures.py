import re
import xml.etree.ElementTree as ET
from concurrent.futures import ThreadPoolExecutor

import pytest

from psoas.drawing.palette import DARK, LIGHT
from psoas.library import load

ID = "pelvic_tilt"
SVG = "{http://www.w3.org/2000/svg}"
POSES = load().exercises[ID].poses


def test_the_body_is_told_as_json(client):
    answer = client.get("/figures/body.json")
    assert answer.headers["content-type"] == "application/json"
    assert {"parts", "palette", "line"} <= answer.json().keys()


def test_an_exercise_is_told_as_frames(client):
    answer = client.get(f"/figures/{ID}.json")
    assert answer.headers["content-type"] == "application/json"
    assert answer.json()["exercise"] == ID
    assert answer.json()["poses"].keys() == POSES.keys()


def test_a_picture_is_an_svg_with_a_title(client):
    answer = client.get(f"/figures/{ID}.svg")
    assert answer.headers["content-type"] == "image/svg+xml"
    assert ET.fromstring(answer.text).find(f"{SVG}title").text in {
        pose.shows for pose in POSES.values()
    }


def test_a_picture_may_be_of_a_pose_of_a_side_and_dark(client):
    first, *_, last = POSES
    ways = ["", f"?pose={first}", f"?pose={last}", f"?pose={last}&side=left", "?theme=dark"]
    pictures = [client.get(f"/figures/{ID}.svg{way}").text for way in ways]
    assert len({*pictures[1:]}) == len(ways) - 1
    assert DARK.colours["skin"].own in pictures[-1]
    assert LIGHT.colours["skin"].own in pictures[0]
    assert client.get(f"/figures/{ID}.svg?side=up&theme=light").text == pictures[0]


@pytest.mark.parametrize(
    "path", ["flying.json", "flying.svg", f"{ID}.svg?pose=flying", "..%2Fbody.svg"]
)
def test_a_picture_that_there_is_not_is_told_in_one_sentence(client, sentence, path):
    answer = client.get(f"/figures/{path}")
    assert answer.status_code == 404
    assert sentence(answer)
    assert "flying" not in answer.text


def test_many_may_look_at_once(client):
    with ThreadPoolExecutor(4) as people:
        answers = [*people.map(lambda _: client.get(f"/figures/{ID}.json").text, range(4))]
    assert len({*answers}) == 1


@pytest.mark.parametrize(
    ("theme", "sources", "dark"), [("", 1, False), ("light", 0, False), ("dark", 0, True)]
)
def test_pictures_on_pages_have_the_colours_of_the_page(client, theme, sources, dark):
    client.post("/settings", data={"theme": theme})
    first = re.search(r'<picture class="still">.*?</picture>', client.get("/library").text, re.S)[0]
    assert first.count("<source ") == sources
    assert first.count('media="(prefers-color-scheme: dark)"') == sources
    assert ("?theme=dark" in re.search(r'<img src="([^"]+)"', first)[1]) == dark


def test_every_exercise_of_the_library_shows_its_picture(client):
    page = client.get("/library").text
    assert {*re.findall(r'<img src="/figures/(\w+)\.svg"', page)} == {*load().exercises}
    assert 'loading="lazy"' in page
