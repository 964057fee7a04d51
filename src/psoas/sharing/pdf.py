"""A PDF that everyone can read (PDF/UA-1), from a template and values that are never markup."""

import json
from collections.abc import Mapping
from datetime import datetime
from importlib.resources import files
from typing import Any

from psoas.sharing.needing import PAPER_NEEDS, NotInstalled


def pdf(template: str, values: Mapping[str, Any], made_at: datetime) -> bytes:
    """The template of that name filled in; the same values and time give the same bytes.

    The values reach the template as JSON and are set as they are: nothing in them is markup.
    Only the fonts that come with typst are used, and nothing is fetched.
    Raises `NotInstalled`.
    """
    try:
        import typst
    except ImportError:
        raise NotInstalled(PAPER_NEEDS) from None
    compiler = typst.Compiler(ignore_system_fonts=True)
    made = compiler.compile(
        _template(template),
        format="pdf",
        sys_inputs={"values": json.dumps(values)},
        pdf_standards=["ua-1"],
        timestamp=int(made_at.timestamp()),
    )
    assert isinstance(made, bytes)
    return made


def _template(name: str) -> bytes:
    folder = files("psoas.sharing") / "data"
    return b"\n".join((folder / f"{part}.typ").read_bytes() for part in ("paper", name))
