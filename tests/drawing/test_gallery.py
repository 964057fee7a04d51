import json
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from psoas.body import Side
from psoas.drawing import gallery as room
from psoas.drawing.gallery import Gallery, NoSuchPicture
from psoas.drawing.palette import DARK, LIGHT

ID = "strap_stretch"
SEVERAL = 6


@pytest.fixture
def gallery(library):
    return Gallery(library)


@pytest.fixture
def made(monkeypatch):
    """What was made, in order."""
    calls = []

    def counted(name):
        make = getattr(room, name)

        def counting(*arguments, **named):
            calls.append(name)
            return make(*arguments, **named)

        monkeypatch.setattr(room, name, counting)

    for name in ("clip", "model", "picture", "body_data"):
        counted(name)
    return calls


def test_everything_is_made_once(gallery, made):
    for _ in range(3):
        gallery.body()
        gallery.clip(ID)
        gallery.still(ID, dark=False)
        gallery.still(ID, "leg_up", dark=False)
        gallery.still(ID, "ready", dark=True)
    assert sorted(made) == ["body_data", "clip", "model", "picture", "picture"]


def test_everything_is_made_once_for_many_who_ask_at_the_same_time(gallery, made):
    together = Barrier(SEVERAL)

    def ask(_):
        together.wait()
        return gallery.clip(ID), gallery.still(ID, dark=True), gallery.body()

    with ThreadPoolExecutor(SEVERAL) as people:
        answers = [*people.map(ask, range(SEVERAL))]
    assert len({*answers}) == 1
    assert sorted(made) == ["body_data", "clip", "model", "picture"]


def test_what_could_not_be_made_is_tried_again(gallery, monkeypatch):
    def failing(exercise):
        raise ValueError

    with monkeypatch.context() as broken:
        broken.setattr(room, "clip", failing)
        with pytest.raises(ValueError):
            gallery.clip(ID)
    assert json.loads(gallery.clip(ID))["exercise"] == ID


def test_a_clip_and_the_body_are_compact_json(gallery):
    assert json.loads(gallery.clip(ID))["points"]
    assert json.loads(gallery.body())["parts"]
    assert '": ' not in gallery.clip(ID)


def test_each_pose_side_and_palette_has_a_picture_of_its_own(gallery):
    pictures = {
        gallery.still(ID, pose, side, dark=dark)
        for pose in ("ready", "leg_up")
        for side in (Side.LEFT, Side.RIGHT)
        for dark in (True, False)
    }
    assert len(pictures) == 8
    assert DARK.colours["skin"].own in gallery.still(ID, "ready", dark=True)
    assert LIGHT.colours["skin"].own in gallery.still(ID, "ready", dark=False)


def test_a_picture_says_its_pose(gallery):
    assert "<title>The strapped leg raised.</title>" in gallery.still(ID, dark=False)


def test_what_is_not_in_the_library_has_no_picture(gallery):
    with pytest.raises(NoSuchPicture):
        gallery.clip("flying")
    with pytest.raises(NoSuchPicture):
        gallery.still("flying", dark=False)
    with pytest.raises(NoSuchPicture):
        gallery.still(ID, "flying", dark=False)
