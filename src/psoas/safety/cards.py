"""The full-screen cards: what to do now, in the words and numbers of the person's country."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from psoas.knowledge import STRICT_KEYS, read_toml
from psoas.safety.clearance import Clearance, Sessions, Triage


@dataclass(frozen=True, slots=True, kw_only=True)
class PhoneLine:
    """Someone to call."""

    __pydantic_config__ = STRICT_KEYS

    name: str
    """How a sentence names it: "Call NHS 111"."""
    number: str
    note: str = ""

    @property
    def words(self) -> str:
        """Name, number where the name doesn't say it, and note."""
        number = "" if self.number in self.name else f" on {self.number}"
        note = f" ({self.note})" if self.note else ""
        return f"{self.name}{number}{note}"

    @property
    def dial(self) -> str:
        """The number without spaces, for a link that calls it."""
        return "".join(self.number.split())


@dataclass(frozen=True, slots=True, kw_only=True)
class CountryNumbers:
    """The lines of one country; None where we are not sure of one."""

    __pydantic_config__ = STRICT_KEYS

    emergency: PhoneLine
    urgent: PhoneLine | None = None
    crisis: PhoneLine | None = None

    def line(self, kind: str) -> PhoneLine | None:
        """The line of that kind: emergency, urgent or crisis."""
        return {"emergency": self.emergency, "urgent": self.urgent, "crisis": self.crisis}[kind]


@dataclass(frozen=True, slots=True, kw_only=True)
class CardText:
    """One card as a person reads it."""

    id: str
    heading: str
    lead: str
    do: tuple[str, ...]
    """What to do now, in order."""
    open: str
    """What stays open meanwhile."""
    say: str
    """How to begin on the phone; the flags' short phrases go on from there."""
    call: tuple[PhoneLine, ...]
    """The lines to offer as buttons, first the one to call first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SafetyNet:
    """Signs that everyone with leg pain should know, whatever they answered."""

    heading: str
    lead: str
    signs: tuple[str, ...]
    do: str
    call: tuple[PhoneLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _CardEntry:
    __pydantic_config__ = STRICT_KEYS

    heading: str
    lead: str
    do: tuple[str, ...]
    say: str
    call: tuple[str, ...]
    open: Mapping[Sessions, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class _NetEntry:
    __pydantic_config__ = STRICT_KEYS

    heading: str
    lead: str
    signs: tuple[str, ...]
    do: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _CardFile:
    __pydantic_config__ = STRICT_KEYS

    cards: Mapping[str, _CardEntry]
    safety_net: _NetEntry


@dataclass(frozen=True, slots=True, kw_only=True)
class _NumberFile:
    __pydantic_config__ = STRICT_KEYS

    fallback: CountryNumbers
    in_words: Mapping[str, str]
    """What a sentence says where a country's line is left out."""
    countries: Mapping[str, CountryNumbers]


_KINDS = ("emergency", "urgent", "crisis")


def numbers_for(country: str) -> CountryNumbers:
    """The lines of a country by ISO 3166 code (UK is understood); a fallback if not known."""
    code = country.strip().upper()
    listed = _numbers()
    return listed.countries.get("GB" if code == "UK" else code, listed.fallback)


def countries() -> tuple[str, ...]:
    """The countries whose numbers are known, by ISO 3166 code."""
    return tuple(_numbers().countries)


def card_for(card: str, country: str = "", sessions: Sessions = Sessions.NONE) -> CardText:
    """The card of that id, with the country's numbers and what stays open under `sessions`.

    Raises `KeyError` for an unknown card.
    """
    entry = _cards().cards[card]
    numbers = numbers_for(country)
    lines = (numbers.line(kind) for kind in entry.call)
    return CardText(
        id=card,
        heading=entry.heading,
        lead=entry.lead,
        do=tuple(_filled(text, numbers) for text in entry.do),
        open=entry.open.get(sessions, entry.open[Sessions.NONE]),
        say=entry.say,
        call=tuple(line for line in lines if line),
    )


def safety_net(country: str = "") -> SafetyNet:
    """The signs for everyone with leg pain, shown even when all answers are no."""
    entry = _cards().safety_net
    numbers = numbers_for(country)
    return SafetyNet(
        heading=entry.heading,
        lead=entry.lead,
        signs=entry.signs,
        do=_filled(entry.do, numbers),
        call=(numbers.emergency,),
    )


def most_severe(clearance: Clearance) -> str | None:
    """The card of the most severe flag that is raised; a crisis card goes first."""
    raised = [flag for flag in clearance.flags if flag.triage > Triage.GO_AHEAD]
    shown = sorted(raised, key=lambda flag: (flag.card == "crisis", flag.triage, flag.sessions))
    return shown[-1].card if shown else None


def _filled(text: str, numbers: CountryNumbers) -> str:
    words = {kind: line.words for kind in _KINDS if (line := numbers.line(kind))}
    return text.format_map({**_numbers().in_words, **words})


@cache
def _cards() -> _CardFile:
    return read_toml(_CardFile, files("psoas.safety") / "data" / "cards.toml")


@cache
def _numbers() -> _NumberFile:
    return read_toml(_NumberFile, files("psoas.safety") / "data" / "numbers.toml")
