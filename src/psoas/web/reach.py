"""How far down each leg it reaches: asked in one tap where it is as usual."""

from psoas.body import Side
from psoas.knowledge import UNKNOWN
from psoas.messages import gettext as _
from psoas.safety.person import Person
from psoas.web import words
from psoas.web.forms import Form

Zone = int | str
"""0 to 5, or "unknown"."""


def options() -> words.Options:
    """As on the map, or somewhere else."""
    return [("usual", _("As on my map")), ("elsewhere", _("Somewhere else"))]


def after_options() -> words.Options:
    """Compared with before the session."""
    return [
        ("usual", _("The same as before")),
        ("less", _("Less far down than before")),
        ("came_back", _("Further down for a while, but it came back")),
        ("further", _("Further down, and still there")),
    ]


def reported(form: Form, person: Person) -> tuple[Zone, Zone]:
    """The zones of the left and the right leg; unknown where nobody answered."""
    answer = form.one_of("reach", ("usual", "elsewhere"), "")
    return on_the_map(person) if answer == "usual" else each(form)


def on_the_map(person: Person) -> tuple[Zone, Zone]:
    """The zones as the person drew them."""
    return int(person.reach(Side.LEFT)), int(person.reach(Side.RIGHT))


def each(form: Form) -> tuple[Zone, Zone]:
    """The zones as they were given for each leg."""
    left, right = (form.number(name, 0, 5) for name in ("left", "right"))
    return UNKNOWN if left is None else left, UNKNOWN if right is None else right
