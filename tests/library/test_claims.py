import pytest

from psoas.library import Claim


@pytest.mark.parametrize(
    ("where", "lines"),
    [
        ("line 12", (12, 12)),
        ("lines 12-15", (12, 15)),
        ("", None),
        ("section 3", None),
        ("lines 12,15", None),
    ],
)
def test_a_claim_knows_its_lines(where, lines):
    assert Claim(source="a", where=where).line_range == lines
