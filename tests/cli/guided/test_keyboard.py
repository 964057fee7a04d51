import os
import sys

import pytest

from psoas.cli.guided.keyboard import Keyboard, NoKeys, keyboard


def test_where_nobody_sits_only_time_passes(monkeypatch):
    slept = []
    assert NoKeys(slept.append).read(0.1) == ""
    assert slept == [0.1]


def test_standard_input_that_is_no_terminal_has_no_keys(monkeypatch, tmp_path):
    with open(tmp_path / "empty", "w+") as stdin:
        monkeypatch.setattr(sys, "stdin", stdin)
        with keyboard() as keys:
            assert not keys.any


@pytest.mark.skipif(sys.platform == "win32", reason="a pseudo-terminal is a thing of POSIX")
def test_a_terminal_gives_one_key_at_a_time_and_is_left_as_it_was(monkeypatch):
    import pty
    import termios

    outer, inner = pty.openpty()
    with os.fdopen(inner, "r") as stdin:
        monkeypatch.setattr(sys, "stdin", stdin)
        before = termios.tcgetattr(inner)
        with keyboard() as keys:
            assert isinstance(keys, Keyboard)
            assert keys.read(0) == ""
            os.write(outer, b"H")
            assert keys.read(5) == "h"
            os.write(outer, b"\x1b[A")
            assert keys.read(5) == ""
        assert termios.tcgetattr(inner) == before
    os.close(outer)
