import gzip
import ssl
import zlib
from itertools import count
from threading import Event

import pytest
from tests.practice.serving import CERTIFICATE, Server, endless, moved, page

from psoas.articles.pages import page_of
from psoas.practice.addresses import is_public
from psoas.practice.fetching import REDIRECTS, WORD, Unfetchable, Web, fetch, look_up

TEXT = b"<p>Lie on your back.</p>"


@pytest.fixture
def server():
    running = Server()
    yield running
    running.close()


@pytest.fixture
def encrypted():
    running = Server(encrypted=True)
    yield running
    running.close()


@pytest.fixture
def open_web(server):
    """A web of which only this machine may be asked."""

    def with_changes(port=server.port, **changes):
        usual = {
            "look_up": lambda host, port: ["127.0.0.1"],
            "may_ask": lambda ip: ip == "127.0.0.1",
            "ports": frozenset({port}),
        }
        return Web(**{**usual, **changes})

    return with_changes


@pytest.fixture
def get(server, open_web):
    """Fetches a path of the server."""
    return lambda path="/page.html", **changes: fetch(
        f"http://example.test:{server.port}{path}", open_web(**changes)
    )


@pytest.fixture
def refused(server, get):
    """The sentence for an answer of the server that is no page."""

    def sentence(answer, **changes):
        server.answers["/page.html"] = answer
        with pytest.raises(Unfetchable) as error:
            get(**changes)
        return str(error.value)

    return sentence


def test_a_page_comes_with_the_name_that_its_address_gives_it(server, get):
    server.answers["/back/five%20stretches.html?x=1"] = page(TEXT)
    assert get("/back/five%20stretches.html?x=1") == (TEXT, "five stretches.html")


def test_a_page_at_the_root_is_named_after_its_host(server, get):
    server.answers["/"] = page(TEXT)
    assert get("/") == (TEXT, "example.test")


def test_the_server_is_told_its_own_name_and_nothing_of_the_person(server, get):
    server.answers["/page.html"] = page(TEXT)
    get()
    told = dict(line.split(": ", 1) for line in server.asked[0].splitlines()[1:] if line)
    assert told["Host"] == f"example.test:{server.port}"
    assert told["User-Agent"].startswith("Psoas")
    assert told["Accept-Encoding"] == "identity"
    assert set(told) == {"Host", "User-Agent", "Accept", "Accept-Encoding", "Connection"}


@pytest.mark.parametrize("kind", ["text/plain", "text/markdown; charset=utf-8", WORD])
def test_every_kind_that_is_read_is_fetched(server, get, kind):
    server.answers["/page.html"] = page(TEXT, kind)
    assert get()[0] == TEXT


@pytest.mark.parametrize("kind", ["image/png", "application/zip", "video/mp4", ""])
def test_other_kinds_are_not_fetched(refused, kind):
    assert "no article" in refused(page(TEXT, kind))


def test_what_only_the_answer_tells_of_its_letters_is_not_lost(server, get):
    body = "<meta charset=utf-8><p>Fläche – zwölf</p>".encode("cp1252")
    server.answers["/page.html"] = page(body, "text/html; charset=ISO-8859-1")
    assert "Fläche – zwölf" in page_of(*get()).text


def test_a_redirect_is_followed(server, get):
    server.answers["/page.html"] = moved("/other.txt", "301 Moved")
    server.answers["/other.txt"] = page(b"Bridge", "text/plain")
    assert get() == (b"Bridge", "other.txt")


def test_redirects_end_after_a_few(server, refused):
    assert "on and on" in refused(moved("/page.html"))
    assert len(server.asked) == REDIRECTS + 1


@pytest.mark.parametrize(
    "to", ["http://127.0.0.1/", "http://[::1]/", "http://169.254.169.254/latest", "file:///x"]
)
def test_a_redirect_to_this_machine_or_network_is_not_followed(server, refused, to):
    def numbers(host, port):
        return ["127.0.0.1"] if host == "example.test" else [host]

    both = frozenset({server.port, 80})
    refused(
        moved(to),
        look_up=numbers,
        ports=both,
        may_ask=lambda ip: is_public(ip) or not server.asked,
    )
    assert len(server.asked) == 1


def test_a_name_is_looked_up_once_for_each_address_and_every_answer_is_checked(server, get):
    looked_up = []

    def rebinding(host, port):
        looked_up.append(host)
        return ["127.0.0.1"] if len(looked_up) == 1 else ["10.0.0.1"]

    server.answers["/page.html"] = page(TEXT)
    assert get(look_up=rebinding)[0] == TEXT
    assert looked_up == ["example.test"]
    server.answers["/page.html"] = moved("/again")
    looked_up.clear()
    with pytest.raises(Unfetchable, match="public internet"):
        get(look_up=rebinding)
    assert looked_up == ["example.test", "example.test"]


@pytest.mark.parametrize("numbers", [[], ["10.0.0.1"], ["127.0.0.1", "10.0.0.1"]])
def test_a_name_with_any_number_that_may_not_be_asked_is_not_asked(server, refused, numbers):
    assert "public internet" in refused(page(TEXT), look_up=lambda host, port: numbers)
    assert not server.asked


def test_without_other_orders_this_machine_is_never_asked():
    for address in ("http://127.0.0.1/", "http://[::1]/", "http://[::ffff:127.0.0.1]/"):
        with pytest.raises(Unfetchable, match="public internet"):
            fetch(address)


def test_names_are_looked_up_as_numbers():
    assert look_up("127.0.0.1", 80) == ["127.0.0.1"]


def test_where_one_number_does_not_answer_the_next_is_asked(server, get):
    server.answers["/page.html"] = page(TEXT)
    numbers = ["127.0.0.2", "127.0.0.1"]
    assert get(look_up=lambda host, port: numbers, may_ask=numbers.__contains__)[0] == TEXT


def test_a_silent_server_is_left_in_time(refused):
    released = Event()

    def silent():
        released.wait(30)
        yield b""

    assert "too long" in refused(silent(), seconds=0.05)
    released.set()


def test_a_name_that_is_never_found_is_left_in_time(refused):
    released = Event()
    assert "too long" in refused(b"", look_up=lambda *_: released.wait(30), seconds=0.05)
    released.set()


def test_the_time_holds_for_all_bytes_together_however_steadily_they_drip(refused):
    seconds = count()
    drip = endless(page(Content_Length=10**9), b"x" * 100)
    assert "too long" in refused(drip, clock=lambda: float(next(seconds)))


def test_headers_that_drip_are_under_the_same_deadline(refused):
    seconds = count()
    drip = endless(b"HTTP/1.1 200 OK\r\n", b"X-More: and more\r\n")
    sentence = refused(drip, clock=lambda: float(next(seconds)))
    assert sentence.endswith(".")


def test_too_much_is_not_read_whatever_was_announced(refused):
    for length in ("", 10**9):
        drip = endless(page(Content_Length=length), b"x" * 1000)
        assert "5 MB" in refused(drip, most_bytes=10_000)


def test_packed_pages_are_unpacked(server, get):
    for name, packed in (("gzip", gzip.compress(TEXT)), ("deflate", zlib.compress(TEXT))):
        server.answers["/page.html"] = page(packed, Content_Encoding=name)
        assert get()[0] == TEXT


def test_a_packed_page_is_not_unpacked_beyond_the_limit(refused):
    bomb = gzip.compress(b"\0" * 10_000_000)
    assert "5 MB" in refused(page(bomb, Content_Encoding="gzip"))


@pytest.mark.parametrize(
    "answer",
    [
        page(TEXT, Content_Length=len(TEXT) + 1)[:-1],
        page(gzip.compress(TEXT)[:-3], Content_Encoding="gzip"),
        page(b"no gzip", Content_Encoding="gzip"),
        page(TEXT, Content_Encoding="br"),
        b"\x00\x01\x02\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
    ],
)
def test_half_an_answer_is_none(server, refused, answer):
    def broken_off():
        yield answer
        raise OSError

    assert "broke off" in refused(broken_off())


def test_a_server_that_is_not_there_is_told_plainly(server, refused):
    server.close()
    assert "can't be reached" in refused(b"", look_up=lambda host, port: ["127.0.0.3"],
                                         may_ask=bool)  # fmt: skip


@pytest.mark.parametrize(
    ("status", "words"),
    [
        ("404 Not Found", "no page at this address"),
        ("403 Forbidden", "doesn't let Psoas in"),
        ("500 Oops", "answered 500"),
        ("302 Found", "answered 302"),
        ("204 No Content", "answered 204"),
    ],
)
def test_answers_without_a_page_are_told_plainly(refused, status, words):
    assert words in refused(page(TEXT, status=status))


def test_an_encrypted_page_is_asked_by_its_name(encrypted, open_web):
    encrypted.answers["/"] = page(TEXT)
    web = open_web(
        encrypted.port, encryption=lambda: ssl.create_default_context(cafile=CERTIFICATE)
    )
    assert fetch(f"https://example.test:{encrypted.port}/", web)[0] == TEXT
    assert encrypted.names == ["example.test"]


def test_a_server_that_does_not_prove_its_name_is_not_believed(encrypted, open_web):
    trusting = {"encryption": lambda: ssl.create_default_context(cafile=CERTIFICATE)}
    for host, changes in (("example.test", {}), ("other.test", trusting)):
        with pytest.raises(Unfetchable, match="prove who it is"):
            fetch(f"https://{host}:{encrypted.port}/", open_web(encrypted.port, **changes))
