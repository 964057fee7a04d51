import pytest

from psoas.articles.plain import plain
from psoas.articles.telling import equipment_in, position_in, sides_in


@pytest.mark.parametrize(
    ("sentence", "position"),
    [
        ("Lie on your back with your knees bent.", "supine"),
        ("Roll over onto your tummy.", "prone"),
        ("Lie on your left side.", "side_lying"),
        ("Kneel on all fours.", "quadruped"),
        ("Kneel on one knee.", "kneeling"),
        ("Sit on the edge of a sturdy chair.", "seated_chair"),
        ("Take a seat on the floor.", "seated_floor"),
        ("Stand with your feet apart.", "standing"),
        ("From a plank, step forward, then lie on your back.", None),
        ("Do this instead of standing.", None),
        ("Breathe out.", None),
    ],
)
def test_the_starting_position(sentence, position):
    told = position_in(plain(sentence))
    assert (told.value if told else None) == position


@pytest.mark.parametrize(
    ("steps", "sides"),
    [
        ("Pull one knee up. Repeat with the other leg.", "each"),
        ("Do 10 on each side.", "each"),
        ("Hug both knees to your chest.", "both"),
        ("Arch your back.", "none"),
        ("Straighten your right leg.", None),
        ("Cross one ankle over the other knee.", None),
        ("Lie down with one leg on top of the other.", "none"),
    ],
)
def test_the_sides(steps, sides):
    told = sides_in(plain(steps))
    assert (told.value if told else None) == sides


def test_what_is_used():
    told = equipment_in("loop a towel or a resistance band round it; no chair, towel again")
    assert [one.value for one in told] == ["towel", "resistance band"]


def test_only_so_many_things_are_told():
    things = "mat, a chair, a stool, a bench, a towel, a strap, a belt, a rope, a scarf, a sheet"
    assert len(equipment_in(things)) == 8
