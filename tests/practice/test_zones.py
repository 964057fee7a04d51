import pytest

from psoas.practice.zones import UNIVERSAL, zone_here, zones


@pytest.fixture
def here(tmp_path):
    """The zone that a computer names, by what its files hold."""

    def here(environment=None, linked=None, written=None):
        link, file = tmp_path / "localtime", tmp_path / "timezone"
        if linked:
            link.symlink_to(tmp_path / "usr/share/zoneinfo" / linked)
        if written:
            file.write_text(written)
        return zone_here(environment or {}, link, file)

    return here


def test_the_environment_comes_first(here):
    assert here({"TZ": ":Asia/Tokyo"}, "Europe/Paris") == "Asia/Tokyo"


def test_a_rule_in_the_environment_is_no_name(here):
    assert here({"TZ": "CET-1CEST"}, "Europe/Paris") == "Europe/Paris"


def test_the_link_of_the_system_names_it(here):
    assert here(linked="America/Argentina/Ushuaia") == "America/Argentina/Ushuaia"


def test_else_what_the_system_wrote_down(here):
    assert here(written="Pacific/Auckland\n") == "Pacific/Auckland"


@pytest.mark.parametrize("junk", ["Mars/Olympus", "\xfc", "../../etc/passwd"])
def test_where_nobody_knows_it_is_universal_time(here, junk):
    assert here({"TZ": junk}, written=junk) == UNIVERSAL


def test_one_chooses_from_places():
    assert {"Europe/London", "Asia/Kolkata", "UTC"} <= set(zones())
    assert not [name for name in zones() if name.startswith("Etc/")]
