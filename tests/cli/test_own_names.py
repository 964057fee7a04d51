import socket

import pytest

from psoas.cli.own_names import LOCAL, names_for


def test_on_one_address_only_that_and_the_local_names():
    assert names_for("127.0.0.1") == LOCAL
    assert names_for("Desk.Home") == {*LOCAL, "desk.home"}


@pytest.mark.parametrize("host", ["0.0.0.0", "::"])
def test_on_every_address_those_of_this_computer(monkeypatch, host):
    monkeypatch.setattr(socket, "gethostname", lambda: "Desk.home")
    found = [(0, 0, 0, "", ("192.168.1.5", 0)), (0, 0, 0, "", ("fe80::1%eth0", 0, 0, 2))]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_: found)
    names = names_for(host)
    assert names >= {*LOCAL, host, "desk.home", "desk.local", "192.168.1.5", "fe80::1"}
    assert "elsewhere.example" not in names


def test_a_computer_without_a_network_has_its_name(monkeypatch):
    def nowhere(*_):
        raise OSError

    monkeypatch.setattr(socket, "gethostname", lambda: "desk")
    monkeypatch.setattr(socket, "getaddrinfo", nowhere)
    monkeypatch.setattr(socket.socket, "connect", nowhere)
    assert names_for("0.0.0.0") == {*LOCAL, "0.0.0.0", "desk", "desk.local"}
