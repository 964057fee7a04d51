import pytest
from hypothesis import given
from hypothesis import strategies as st

from psoas.practice.addresses import PORTS, Unfetchable, address_of, followed, is_public

PUBLIC = ("93.184.216.34", "2606:2800:220:1::1", "2002:5db8:d822::1", "64:ff9b::5db8:d822")
NOT_PUBLIC = (
    "127.0.0.1",
    "127.255.255.254",
    "0.0.0.0",
    "10.0.0.1",
    "172.16.0.1",
    "192.168.1.1",
    "169.254.169.254",
    "100.64.0.1",
    "192.0.0.8",
    "192.0.2.1",
    "198.18.0.1",
    "224.0.0.1",
    "240.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "fe80::1",
    "fe80::1%eth0",
    "fc00::1",
    "fec0::1",
    "ff02::1",
    "2001:db8::1",
    "2001:0:1::1",
    "::ffff:127.0.0.1",
    "::ffff:10.0.0.1",
    "::127.0.0.1",
    "::ffff:0:127.0.0.1",
    "64:ff9b::7f00:1",
    "64:ff9b::a00:1",
    "64:ff9b:1::5db8:d822",
    "2002:7f00:1::",
    "2002:c0a8:101::1",
    "localhost",
    "",
)
IPV4 = st.ip_addresses(v=4)


@pytest.mark.parametrize("ip", PUBLIC)
def test_numbers_of_the_public_internet_may_be_asked(ip):
    assert is_public(ip)


@pytest.mark.parametrize("ip", NOT_PUBLIC)
def test_no_number_of_this_machine_or_network_may_be_asked(ip):
    assert not is_public(ip)


@given(IPV4)
def test_wrapping_a_number_never_opens_it(ip):
    packed = int(ip)
    wrapped = (
        f"::ffff:{ip}",
        f"64:ff9b::{packed >> 16:x}:{packed & 0xFFFF:x}",
        f"2002:{packed >> 16:x}:{packed & 0xFFFF:x}::1",
    )
    assert {is_public(each) for each in wrapped} == {is_public(str(ip))}
    assert not is_public(str(ip)) or ip.is_global


@pytest.mark.parametrize(
    ("written", "url"),
    [
        ("http://Example.org", "http://example.org/"),
        ("https://example.org/a b".replace(" ", "%20"), "https://example.org/a%20b"),
        ("https://example.org:443/?q=é#part", "https://example.org/?q=%C3%A9"),
        ("http://bücher.example/x", "http://xn--bcher-kva.example/x"),
        ("http://[2606:2800:220:1::1]/", "http://[2606:2800:220:1::1]/"),
        ("http://example.org:443/", "http://example.org:443/"),
    ],
)
def test_an_address_is_brought_into_one_form(written, url):
    assert address_of(written).url == url


@pytest.mark.parametrize(
    "written",
    [
        "",
        "stretches",
        "file:///etc/passwd",
        "ftp://example.org/",
        "javascript:alert(1)",
        "gopher://example.org:80/",
        "http://",
        "http:///path",
        "http://me@example.org/",
        "http://me:secret@example.org/",
        "http://:@example.org/",
        "http://example.org:22/",
        "http://example.org:0/",
        "http://example.org:99999/",
        "http://example.org:x/",
        "http://exa mple.org/",
        "http://example.org/a\r\nHost: other",
        "http://example.org\\@127.0.0.1/",
        "http://[fe80::1%25eth0]/",
        "http://[::1",
        "http://exa%6dple.org/",
        "http://" + "a" * 64 + "é.org/",
        "http://" + "a." * 200 + "org/",
        "http://example.org/" + "a" * 3000,
    ],
)
def test_odd_addresses_are_refused_in_one_sentence(written):
    with pytest.raises(Unfetchable) as refused:
        address_of(written)
    assert str(refused.value).endswith(".")


@given(st.text() | st.from_regex(r"https?://[^ ]{0,40}", fullmatch=True))
def test_any_text_is_an_address_in_its_form_or_is_refused(written):
    try:
        address = address_of(written)
    except Unfetchable:
        return
    assert address.url.isascii()
    assert address.port in PORTS.values()
    assert not set(address.target + address.host) & set(" \r\n\t")
    assert address_of(address.url) == address


def test_a_redirect_is_checked_like_the_first_address():
    first = address_of("https://example.org/a/b")
    ports = frozenset(PORTS.values())
    assert followed(first, "../c", ports).url == "https://example.org/c"
    assert followed(first, "//other.example/", ports).url == "https://other.example/"
    for location in ("file:///etc/passwd", "http://me@x.org", "//x.org:22/", "http://[::1"):
        with pytest.raises(Unfetchable):
            followed(first, location, ports)
