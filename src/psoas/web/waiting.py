"""The questions about earlier days, and what their answers mean."""

from collections.abc import Mapping
from typing import Any

from psoas.knowledge import UNKNOWN
from psoas.messages import gettext as _
from psoas.plan.memory import SessionRecord
from psoas.practice import Standing
from psoas.safety.person import Person
from psoas.web import reach, words
from psoas.web.fields import Fields, Refusal
from psoas.web.forms import Form

MORNING, SETTLED = "morning", "settled"
NOT_TOLD: Mapping[str, Any] = dict.fromkeys(("pain", "left", "right", "up_under_1h"), UNKNOWN)
"""A morning that the person would rather not tell of."""


def cards(standing: Standing, refused: Refusal | None = None) -> list[dict[str, Any]]:
    """The questions that wait, oldest first."""
    record = standing.settling
    settled = [_settled(record)] if record else []
    morning = [_morning(standing)] if standing.morning_wanted else []
    return [{**card, "fields": _fields(card["kind"], refused)} for card in (*settled, *morning)]


def _fields(kind: str, refused: Refusal | None) -> Fields:
    return Fields(refused=refused if refused and refused.name == kind else None)


def _settled(record: SessionRecord) -> dict[str, Any]:
    return {
        "kind": SETTLED,
        "session": record.id,
        "options": settle_options(),
        "tingling": (record.response or {}).get("neuro") not in ("none", None),
        "tingling_options": tingling_options(),
    }


def _morning(standing: Standing) -> dict[str, Any]:
    usual = standing.person.usual_morning
    return {
        "kind": MORNING,
        "reach_options": reach.options(),
        "hint": "" if usual is None else _("You said {n} is usual for you.").format(n=usual),
    }


def settle_options() -> words.Options:
    """How long it took, by minutes."""
    return [
        ("0", _("There was nothing to settle")),
        ("15", _("Yes, within half an hour")),
        ("60", _("Yes, within two hours")),
        ("180", _("Yes, but it took longer")),
        ("9999", _("No, not yet")),
    ]


def tingling_options() -> words.Options:
    """How long numbness or tingling stayed."""
    return [
        ("transient", _("Gone within ten minutes")),
        ("lingering", _("Gone within the hour")),
        ("persistent", _("Still there after an hour")),
    ]


def told_settled(form: Form, record: SessionRecord) -> Mapping[str, Any]:
    """How a session settled, as the diary keeps it."""
    minutes = form.one_of("minutes", dict(settle_options()), None)
    tingling = ("none", *dict(tingling_options()))
    return {
        "session": record.id,
        "minutes": UNKNOWN if minutes is None else int(minutes),
        "neuro": form.one_of("neuro", tingling, UNKNOWN),
    }


def told_morning(form: Form, person: Person) -> Mapping[str, Any]:
    """How a morning was, as the diary keeps it."""
    if form.text("skip"):
        return NOT_TOLD
    left, right = reach.reported(form, person)
    pain, early = form.number("pain", 0, 10), form.yes_no("up_under_1h")
    return {
        "pain": UNKNOWN if pain is None else pain,
        "left": left,
        "right": right,
        "up_under_1h": UNKNOWN if early is None else early,
    }
