from io import StringIO

from rich.console import Console
from tests.cli.guided.short_session import SCRIPT, moment

from psoas.body import Side
from psoas.cli.guided.screens import Lines, Picture, View, count, drawn, heading, screen


def view(at=45, paused=False):
    under_way = next(m for m in SCRIPT.moments if m.start <= at < m.end)
    return View(moment=under_way, position=at, seconds=SCRIPT.seconds, paused=paused)


def picture(of, caption="Hold again."):
    console = Console(width=80, record=True, file=StringIO())
    console.print(drawn(of, caption))
    return console.export_text()


def test_lines_carry_their_time(capsys):
    Lines().say(65.2, "Hold.")
    Lines().show(view())
    assert capsys.readouterr().out == "1:05  Hold.\n"


def test_the_picture_names_exercise_and_side_and_counts_down():
    text = picture(view())
    for part in ("Exercise 0, right side", "Hold again.", "15", "0:45 of 2:05", "h this hurts"):
        assert part in text
    assert "Paused" not in text


def test_a_paused_picture_says_how_to_go_on():
    assert "Press space to go on" in picture(view(paused=True))


def test_repetitions_are_counted():
    last = moment(0, 5, "move", "", side=Side.BOTH, repetition=3, repetitions=5)
    assert heading(last) == "Exercise 0, 3 of 5"


def test_a_moment_without_a_count_shows_none():
    assert count(view(at=5)) == ""


def test_the_caption_stays_until_the_next_words():
    class Live:
        drawn = None

        def update(self, what, refresh):
            self.drawn = what

    live = Live()
    shown = Picture(live)
    shown.say(0, "Breathe.")
    shown.show(view())
    assert str(live.drawn.renderables[1]) == "Breathe."


def test_without_a_terminal_there_are_lines():
    with screen(moving=True) as shown:
        assert isinstance(shown, Lines)
