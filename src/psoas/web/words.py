"""The words of forms and facts: what a person chooses from, and what they chose."""

from collections.abc import Sequence
from datetime import date

from psoas.body import Place, Side, Surface, Zone
from psoas.messages import gettext as _
from psoas.messages import ngettext
from psoas.plan.planned import PlannedStep
from psoas.safety.conditions import load_conditions
from psoas.safety.person import Advice, AdviceKind, Eases, Irritability, Person, Setting

Options = Sequence[tuple[str, str]]

EQUIPMENT = ("chair", "wall", "doorway", "mat", "strap", "cushion", "roller")


def places() -> Options:
    """The places of the body map, top to bottom."""
    return [
        (Place.BACK, _("Lower back")),
        (Place.LEFT_BUTTOCK, _("Left buttock")),
        (Place.RIGHT_BUTTOCK, _("Right buttock")),
        (Place.LEFT_THIGH, _("Left thigh")),
        (Place.RIGHT_THIGH, _("Right thigh")),
        (Place.LEFT_BELOW_KNEE, _("Left leg below the knee")),
        (Place.RIGHT_BELOW_KNEE, _("Right leg below the knee")),
        (Place.LEFT_FOOT, _("Left foot")),
        (Place.RIGHT_FOOT, _("Right foot")),
    ]


def zones() -> Options:
    """How far down a leg, from nothing to the foot."""
    return [
        (str(int(Zone.NONE)), _("Nothing")),
        (str(int(Zone.BACK)), _("Only the back")),
        (str(int(Zone.BUTTOCK)), _("Buttock")),
        (str(int(Zone.THIGH)), _("Thigh")),
        (str(int(Zone.BELOW_KNEE)), _("Below the knee")),
        (str(int(Zone.FOOT)), _("Foot")),
    ]


def legs() -> Options:
    """The two legs."""
    return [(Side.LEFT, _("Left leg")), (Side.RIGHT, _("Right leg"))]


def irritabilities() -> Options:
    """How easily leg symptoms are stirred (the clinical definition in plain words)."""
    return [
        (Irritability.NO_LEG_SYMPTOMS, _("I have nothing in my legs")),
        (Irritability.LOW, _("Hard to stir up, or it settles quickly")),
        (Irritability.MODERATE, _("It takes a while to stir up, and settles in 10 to 30 minutes")),
        (
            Irritability.HIGH,
            _("A little sitting or bending stirs it, and it takes over 30 minutes to settle"),
        ),
        (Irritability.UNKNOWN, _("I don’t know")),
    ]


def eases() -> Options:
    """What eases the pain."""
    return [
        (Eases.BENDING, _("Bending forward or sitting")),
        (Eases.ARCHING, _("Arching back, standing or walking")),
        (Eases.NEITHER, _("Neither")),
        (Eases.UNKNOWN, _("I don’t know")),
    ]


def ages() -> list[tuple[int | str, str]]:
    """Age bands by their first year; what matters is 25, 50 and 65."""
    return [
        ("", _("I’d rather not say")),
        (18, _("18 to 24")),
        (25, _("25 to 49")),
        (50, _("50 to 64")),
        (65, _("65 or over")),
    ]


def equipment() -> Options:
    """Things that exercises may need."""
    return [
        ("chair", _("A sturdy chair")),
        ("wall", _("A free wall")),
        ("doorway", _("A door frame")),
        ("mat", _("A mat or blanket")),
        ("strap", _("A strap, belt or towel")),
        ("cushion", _("A firm cushion")),
        ("roller", _("A foam roller")),
    ]


def lie_on() -> Options:
    """Where a person can lie."""
    return [(Surface.FLOOR, _("On the floor")), (Surface.BED, _("On a bed"))]


def minutes() -> Options:
    """How long a session may be."""
    return [(str(n), _("{n} minutes").format(n=n)) for n in (5, 10, 15, 20)]


def times_a_day() -> Options:
    """How often a day."""
    return [("1", _("Once")), ("2", _("Twice"))]


def settings() -> Options:
    """Where today's session happens."""
    return [
        (Setting.HOME, _("At home")),
        (Setting.DESK, _("At a desk")),
        (Setting.BED, _("In bed")),
        (Setting.TRAVEL, _("Travelling")),
    ]


def advice_kinds() -> Options:
    """What a therapist's advice does."""
    return [
        (AdviceKind.AVOID, _("Don’t do this one")),
        (AdviceKind.DO, _("Do this one, as written below")),
        (AdviceKind.OPEN, _("I may do this one although Psoas would leave it out")),
    ]


def day(value: date) -> str:
    """A day as people write it."""
    return f"{value.day} {value:%B %Y}"


def length(seconds: float) -> str:
    """A length of time, rounded as people say it."""
    if seconds < 90:
        return _("{n} seconds").format(n=round(seconds))
    count = round(seconds / 60)
    return ngettext("{n} minute", "{n} minutes", count).format(n=count)


def sides(step: PlannedStep) -> str:
    """Which sides a step is done on."""
    if step.sides == (Side.BOTH,):
        return ""
    if len(step.sides) == 2:
        return _("each side, {side} first").format(side=side(step.sides[0]))
    return _("{side} side").format(side=side(step.sides[0]))


def side(value: Side) -> str:
    """Left, right or both."""
    return {Side.LEFT: _("left"), Side.RIGHT: _("right"), Side.BOTH: _("both")}[value]


def _named(options: Options, chosen: object) -> str:
    return dict(options).get(str(chosen), "")


def _listed(options: Options, chosen: frozenset[str]) -> str:
    return ", ".join(text for identity, text in options if identity in chosen) or _("nothing")


def _pain(value: int | None) -> str:
    return _("not said") if value is None else _("{n} of 10").format(n=value)


def body_facts(person: Person) -> Options:
    """What the person said about where it hurts."""
    return [
        (_("Where"), _listed(places(), frozenset(person.where))),
        (_("Back pain at rest"), _pain(person.back_pain)),
        (_("Leg pain at rest"), _pain(person.leg_pain)),
        (_("On a usual morning"), _pain(person.usual_morning)),
        (_("How easily stirred"), _named(irritabilities(), person.irritability)),
        (_("What eases it"), _named(eases(), person.eases)),
    ]


def health_facts(person: Person) -> Options:
    """What the person said about themselves."""
    known = [(entry.id, entry.label) for entry in load_conditions().values()]
    band = next((text for year, text in ages() if year == (person.age or "")), str(person.age))
    return [
        (_("Age"), band),
        (_("Conditions"), _listed(known, person.conditions)),
        (_("At hand"), _listed(equipment(), person.equipment)),
        (_("Can lie"), _listed(lie_on(), frozenset(person.lie_on))),
        (_("A session"), length(person.minutes * 60)),
        (_("Times a day"), str(person.times_per_day)),
    ]


def advice(entry: Advice, exercise: str) -> str:
    """One piece of advice as a sentence."""
    parts = [f"{_named(advice_kinds(), entry.kind)}: {exercise}."]
    if entry.hold:
        parts.append(_("Hold {n} seconds.").format(n=entry.hold))
    if entry.repetitions:
        parts.append(_("{n} repetitions.").format(n=entry.repetitions))
    if entry.who or entry.given_on:
        on = day(entry.given_on) if entry.given_on else _("a day not written down")
        parts.append(_("{who}, {day}.").format(who=entry.who or _("Not said who"), day=on))
    if entry.until:
        parts.append(_("Until {day}.").format(day=day(entry.until)))
    if entry.words:
        parts.append(f"“{entry.words}”")
    return " ".join(parts)
