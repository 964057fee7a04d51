import re
import socket
import sys
import threading
import types
from pathlib import Path

import pytest

from psoas.cli import serving
from psoas.cli.errors import Refused


@pytest.fixture
def served(monkeypatch):
    """What would have been served, without serving it."""
    calls = []
    monkeypatch.setattr(serving, "FRONT_END", Path(__file__))
    fake = types.SimpleNamespace(create_app=lambda practice, hosts: hosts)
    monkeypatch.setitem(sys.modules, "psoas.web", fake)
    monkeypatch.setattr(serving, "_run", lambda hosts, server: calls.append(hosts))
    return calls


@pytest.fixture
def taken():
    """A port that another program listens on."""
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        yield other.getsockname()[1]


def test_it_says_where_it_is(run, served, taken):
    result = run("serve", "--no-browser", "--port", 0)
    assert result.exit_code == 0, result.stderr
    assert re.fullmatch(
        r"Psoas is at http://127\.0\.0\.1:\d+/ \(Ctrl-C ends it\)\.\n", result.stdout
    )
    assert served == [{"127.0.0.1", "localhost", "::1"}]


def test_without_the_built_pages_it_says_how_to_get_them(run, served, monkeypatch, tmp_path):
    monkeypatch.setattr(serving, "FRONT_END", tmp_path / "session.js")
    result = run("serve", "--no-browser", "--port", 0)
    assert (result.exit_code, result.stdout, served) == (1, "", [])
    assert result.stderr == f"{serving.NOT_BUILT}\n"


def test_a_taken_port_gives_way_to_the_next_free_one(run, served, taken):
    result = run("serve", "--no-browser", "--port", taken)
    assert f"Port {taken} is taken" in result.stderr
    assert f":{taken}/" not in result.stdout


def test_when_all_ports_are_taken_it_says_so(taken, monkeypatch):
    monkeypatch.setattr(serving, "TRIES", 1)
    with pytest.raises(Refused, match="all taken"):
        serving.listening("127.0.0.1", taken)


def test_a_host_that_is_not_here_is_refused(refused, served):
    assert "no.such.host.invalid" in refused(
        "serve", "--no-browser", "--host", "no.such.host.invalid"
    )


def test_no_host_at_all_is_not_every_host(refused, served):
    refused("serve", "--no-browser", "--host", "")


def test_a_host_that_others_reach_is_warned_of(run, served):
    result = run("serve", "--no-browser", "--host", "0.0.0.0", "--port", 0)
    assert result.stderr.startswith("Warning: ") and result.stderr.count("\n") == 1
    assert served[0] >= {"0.0.0.0", "localhost"}


def test_the_browser_is_opened_at_the_address(run, served, monkeypatch):
    opened, done = [], threading.Event()

    def open_page(address):
        opened.append(address)
        done.set()

    monkeypatch.setattr(serving, "open_in_browser", open_page)
    result = run("serve", "--port", 0)
    assert done.wait(10)
    assert opened[0] in result.stdout


def test_a_browser_only_opens_where_there_is_a_screen(monkeypatch):
    opened = []
    monkeypatch.setattr("webbrowser.open", opened.append)
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.delenv("DISPLAY", raising=False)
    serving.open_in_browser("http://127.0.0.1/")
    assert opened == []
    monkeypatch.setenv("DISPLAY", ":0")
    serving.open_in_browser("http://127.0.0.1/")
    assert opened == ["http://127.0.0.1/"]
    monkeypatch.setattr(sys, "platform", "darwin")
    assert serving.has_screen()


def test_without_a_command_it_serves_and_opens_the_browser(run, monkeypatch):
    calls = []
    monkeypatch.setattr("psoas.cli.serve_at", lambda **how: calls.append(how))
    assert run().exit_code == 0
    assert calls == [{"open_page": serving.open_in_browser}]


def test_an_address_of_the_sixth_version_has_brackets():
    assert serving.address_of("::1", 8765) == "http://[::1]:8765/"


def test_the_last_ports_are_the_last():
    assert list(serving.candidates(65535)) == [65535]
    assert list(serving.candidates(0)) == [0]
