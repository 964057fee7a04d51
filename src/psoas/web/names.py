"""Names of things as the pages say them."""

from collections.abc import Iterable, Sequence

from psoas.body import MUSCLES, Position, Side, Surface
from psoas.library import Claim, Exercise, Kind, Quality, Status
from psoas.messages import gettext
from psoas.safety.cards import countries
from psoas.safety.clearance import Sessions, Triage
from psoas.safety.verdict import Ruling, Verdict

Range = tuple[int, int]


def position_name(position: Position) -> str:
    """What the body rests on, as people say it."""
    return {
        Position.SUPINE: gettext("On your back"),
        Position.PRONE: gettext("On your front"),
        Position.SIDE_LYING: gettext("On your side"),
        Position.QUADRUPED: gettext("On hands and knees"),
        Position.KNEELING: gettext("Kneeling"),
        Position.SEATED_FLOOR: gettext("Sitting on the floor"),
        Position.SEATED_CHAIR: gettext("Sitting on a chair"),
        Position.STANDING: gettext("Standing"),
    }[position]


def place_name(surface: Surface) -> str:
    """Where an exercise can be done."""
    return {
        Surface.FLOOR: gettext("On the floor"),
        Surface.BED: gettext("On a bed"),
        Surface.CHAIR: gettext("On a chair"),
        Surface.STANDING: gettext("Standing up"),
    }[surface]


def thing_name(thing: str) -> str:
    """A piece of equipment."""
    return {
        "chair": gettext("a chair"),
        "wall": gettext("a wall"),
        "doorway": gettext("a doorway"),
        "mat": gettext("a mat"),
        "strap": gettext("a strap or towel"),
        "cushion": gettext("a cushion"),
        "roller": gettext("a foam roller"),
    }[thing]


THINGS = ("chair", "wall", "doorway", "mat", "strap", "cushion", "roller")
"""Every piece of equipment, the commonest first."""


def kind_name(kind: Kind) -> str:
    """What sort of exercise it is."""
    return {
        Kind.STATIC: gettext("Stretch that you hold"),
        Kind.SLIDER: gettext("Nerve slider, always moving"),
        Kind.MOVEMENT: gettext("Gentle movement"),
        Kind.STRENGTH: gettext("Strength"),
        Kind.WALKING: gettext("Walking"),
        Kind.EASE: gettext("Position of ease"),
        Kind.INFORMATION: gettext("Something to read"),
    }[kind]


def quality_words(quality: Quality) -> str:
    """Who has checked an exercise."""
    return {
        Quality.DRAFT: gettext("This is a draft. A clinician has not yet reviewed it."),
        Quality.SOURCED: gettext(
            "Written from these sources. A clinician has not yet reviewed it."
        ),
        Quality.CLINICIAN_REVIEWED: gettext("A clinician has reviewed this."),
    }[quality]


def triage_words(triage: Triage) -> str:
    """What a danger sign leads to."""
    return {
        Triage.GO_AHEAD: gettext("You can go on."),
        Triage.SEE_CLINICIAN_BEFORE_STARTING: gettext("See a clinician before you start."),
        Triage.URGENT_24_48H: gettext("Be seen within a day or two."),
        Triage.EMERGENCY_NOW: gettext("Get help right now."),
    }[triage]


def sessions_words(sessions: Sessions) -> str:
    """What stays open meanwhile."""
    return {
        Sessions.ALL: gettext("Everything stays open."),
        Sessions.CALM: gettext("The calm list stays open."),
        Sessions.NONE: gettext("Nothing is offered until then."),
    }[sessions]


def tag(exercise: Exercise, verdict: Verdict) -> tuple[str, str]:
    """The verdict as a mark on a card: its style and its words."""
    by_status = {
        Status.EXCLUDED: ("avoid", gettext("Never offered")),
        Status.REPLACE: ("modify", gettext("Another in its place")),
        Status.INFORMATION: ("ok", gettext("To read")),
    }
    by_ruling = {
        Ruling.OK: ("ok", gettext("OK for you")),
        Ruling.MODIFY: ("modify", gettext("Changed for you")),
        Ruling.AVOID: ("avoid", gettext("Not for you")),
    }
    return by_status.get(exercise.status, by_ruling[verdict.ruling])


def sides_words(exercise: Exercise, sides: Sequence[Side]) -> str:
    """For which side the steps are told, and what to do with the other."""
    if Side.BOTH in sides:
        return ""
    first = {Side.LEFT: gettext("left"), Side.RIGHT: gettext("right")}[sides[0]]
    if len(sides) == 1:
        return gettext("For you it is done on the {side} side only.").format(side=first)
    told = gettext("Told for your {side} side. Then do the same on the other side.")
    return told.format(side=first)


def muscle_names(exercise: Exercise) -> str:
    """Where it is felt, in plain words."""
    return joined(dict.fromkeys(MUSCLES[muscle].plain for muscle in exercise.muscles))


def joined(words: Iterable[str]) -> str:
    """`a, b and c`."""
    listed = list(words)
    if len(listed) < 2:
        return "".join(listed)
    return gettext("{several} and {last}").format(several=", ".join(listed[:-1]), last=listed[-1])


def between(span: int | str | Range) -> str:
    """A number, or the least and the most."""
    if isinstance(span, int | str):
        return str(span)
    least, most = span
    if least == most:
        return str(least)
    return gettext("{least} to {most}").format(least=least, most=most)


def claim_says(claim: Claim) -> list[str]:
    """What a source says of the dose, one short phrase each."""
    said = {
        "hold": gettext("hold {much} seconds"),
        "breaths": gettext("hold for {much} breaths"),
        "repetitions": gettext("{much} times"),
        "sets": gettext("{much} sets"),
        "times_per_day": gettext("{much} times a day"),
        "times_per_week": gettext("{much} times a week"),
        "sides": gettext("sides: {much}"),
    }
    return [said[key].format(much=between(value)) for key, value in claim.says.items()]


def country_name(code: str) -> str:
    """A country by its ISO 3166 code; one without a name here keeps its code."""
    known = {
        "AT": gettext("Austria"),
        "AU": gettext("Australia"),
        "CA": gettext("Canada"),
        "CH": gettext("Switzerland"),
        "DE": gettext("Germany"),
        "ES": gettext("Spain"),
        "FR": gettext("France"),
        "GB": gettext("United Kingdom"),
        "IE": gettext("Ireland"),
        "IN": gettext("India"),
        "IT": gettext("Italy"),
        "NL": gettext("Netherlands"),
        "NZ": gettext("New Zealand"),
        "SE": gettext("Sweden"),
        "US": gettext("United States"),
        "ZA": gettext("South Africa"),
    }
    return known.get(code, code)


def country_options() -> list[tuple[str, str]]:
    """The countries whose phone numbers are known, by name; the first is none of them."""
    named = sorted(((code, country_name(code)) for code in countries()), key=lambda each: each[1])
    return [("", gettext("Not said")), *named]


def country_of(accept_language: str) -> str:
    """The country that a browser's language names (`en-GB`), or none; the person confirms it."""
    first = accept_language.partition(",")[0].partition(";")[0].strip()
    code = first.partition("-")[2].upper()
    return code if code in countries() else ""
