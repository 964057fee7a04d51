"""What a person chooses for one session: where, how long, which routine."""

from typing import Any
from urllib.parse import urlencode

from psoas.practice import Practice
from psoas.practice.desking import break_options, breaks_of
from psoas.safety.person import Setting
from psoas.web.forms import Form

SHORTEST, LONGEST = 5, 20
"""Minutes."""


class Chosen:
    """Today's own choice; the person's usual where nothing was chosen.

    Raises `BadForm` for what can't be chosen.
    """

    def __init__(self, form: Form, practice: Practice) -> None:
        self.setting = form.one_of("setting", Setting, None)
        self.minutes = form.number("minutes", SHORTEST, LONGEST)
        self.routine = form.one_of("routine", practice.library.routines, None)
        self.at_desk = form.one_of("desk", breaks_of(practice.library), None)
        """The exercise of a break at the desk, which is a session of its own."""
        self.full = bool(form.yes_no("full"))

    @property
    def plan_options(self) -> dict[str, Any]:
        """As `Practice.today` takes them."""
        if self.at_desk:
            return break_options(self.at_desk)
        return {
            "setting": self.setting,
            "minutes": self.minutes,
            "routine": self.routine,
            "full": self.full,
        }

    @property
    def as_fields(self) -> dict[str, str]:
        """As the form carries them on."""
        return {
            "setting": self.setting or "",
            "minutes": str(self.minutes or ""),
            "routine": self.routine or "",
            "full": "yes" if self.full else "",
            "desk": self.at_desk or "",
        }

    @property
    def sheet(self) -> str:
        """The address of this session as a sheet to print."""
        told = {name: value for name, value in self.as_fields.items() if value}
        return f"/sheet.pdf?{urlencode(told)}" if told else "/sheet.pdf"
