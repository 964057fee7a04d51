"""What the page of a brought routine shows: what was understood, changed and left out, and where
in the page each of it stands."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from psoas.articles.brought import BroughtItem, BroughtRoutine
from psoas.articles.claims import Value
from psoas.articles.doses import Range
from psoas.articles.found import Avoided, Conflict, LeftOut, PageRule, PageWarning
from psoas.articles.mending import least
from psoas.articles.playable import as_routine, is_playable, own_id
from psoas.articles.quoting import quoted
from psoas.body import Position
from psoas.library import Exercise
from psoas.messages import gettext as _
from psoas.plan.reasons import dose_in_words
from psoas.plan.session import Reason, Session
from psoas.practice.bringing import BroughtPage
from psoas.web import names
from psoas.web.reader import Reader

LONGEST_HEADING = 70


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What becomes of one exercise today: a dose, or why it is left out; neither: not known yet."""

    dose: str = ""
    each: bool = False
    """Whether the dose is for each side."""
    ours: bool = False
    """Whether it is our default, for the page doesn't say."""
    reasons: tuple[Reason, ...] = ()
    left: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """The page of one routine, for one reader."""

    who: Reader
    page: BroughtPage
    others: Sequence[BroughtRoutine]
    """What else this person brought."""
    session: Session | None
    """What the routine becomes for them today; None while nothing is known of them."""

    @property
    def items(self) -> list[Mapping[str, Any]]:
        """Every exercise in its order, those that are left out too."""
        last = len(self.page.routine.items) - 1
        return [
            {**self._item(item), "first": number == 0, "last": number == last}
            for number, item in enumerate(self.page.routine.items)
        ]

    @property
    def notices(self) -> list[tuple[str, list[Mapping[str, str]]]]:
        """What else the page says, by kind, each with its sentence; kinds without any are out."""
        reading = self.page.reading
        lists: list[tuple[str, list[Mapping[str, str]]]] = [
            (_("What doesn’t fit together"), [self._conflict(one) for one in reading.conflicts]),
            (
                _("Sentences to be careful with"),
                [self._notice(one.why, one) for one in reading.warnings],
            ),
            (
                _("What this page warns against"),
                [self._notice(one.name, one) for one in reading.avoid],
            ),
            (
                _("What it says for all of them"),
                [self._notice(_rule_words(one.kind), one) for one in reading.rules],
            ),
            (_("Read, and not taken in"), [_left_out(one) for one in reading.left_out]),
        ]
        return [(title, entries) for title, entries in lists if entries]

    def _quote(self, start: int, end: int) -> str:
        return quoted(self.page.reading.text, start, end)

    def _notice(self, says: str, where: Avoided | PageRule | PageWarning) -> Mapping[str, str]:
        return {"says": says, "quote": self._quote(where.start, where.end)}

    def _conflict(self, one: Conflict) -> Mapping[str, str]:
        return {"says": one.why, "quote": " … ".join(self._quote(*span) for span in one.spans[:2])}

    def _item(self, item: BroughtItem) -> Mapping[str, Any]:
        known = self.who.library.exercises.get(item.found.exercise or "")
        return {
            "place": item.place,
            "heading": _cut(item.told, LONGEST_HEADING) or _("Without a name"),
            "known": known,
            "tag": self._tag(known),
            "kept": item.kept,
            "said": list(self._said(item)),
            "mended": list(dict.fromkeys(map(_field_words, item.mended))),
            "steps": item.found.steps,
            "against": list(self._against(known)),
            "outcome": self._outcome(item),
            "position": item.position,
            "values": {
                field: least(getattr(item.found, field))
                for field in ("hold_seconds", "repetitions", "sets")
            },
        }

    def _tag(self, known: Exercise | None) -> tuple[str, str]:
        if known is None:
            return ("modify", _("Not in our library"))
        return names.tag(known, self.who.verdicts[known.id])

    def _said(self, item: BroughtItem) -> Iterator[Mapping[str, str]]:
        """Each stated field in words, with the sentence that says so."""
        for claim in item.found.claims:
            if claim.field not in item.mended:
                yield {
                    "field": _field_words(claim.field),
                    "value": _value(claim.field, claim.value),
                    "quote": self._quote(claim.start, claim.end),
                }

    def _against(self, known: Exercise | None) -> Iterator[str]:
        """Who else warns against it: other pages of the person's, and the library's sources."""
        if known is None:
            return
        for other in self.others:
            if known.id in other.warns_against:
                yield _("Another page you brought warns against this: “{page}”.").format(
                    page=other.name
                )
        for claim in known.claims:
            if claim.recommends is False:
                source = self.who.library.sources[claim.source]
                said = _("Another source warns against this: {source}, {where}.")
                yield said.format(source=source.title, where=claim.where or _("the whole of it"))

    def _outcome(self, item: BroughtItem) -> Outcome:
        if not item.kept:
            return Outcome(left=_("You leave this one out."))
        if not is_playable(item, self.who.library):
            return Outcome(left=_not_playable(item))
        known = self.who.library.exercises.get(item.found.exercise or "")
        identity = known.id if known else own_id(self.page.routine.id, item.place)
        return self._planned(identity, item) if self.session else Outcome()

    def _planned(self, identity: str, item: BroughtItem) -> Outcome:
        assert self.session is not None
        for step in self.session.steps:
            if step.exercise == identity:
                return Outcome(
                    dose=dose_in_words(self.who.library.exercises[identity], step.amount),
                    each=len(step.sides) > 1,
                    ours=not (
                        item.found.hold_seconds or item.found.breaths or item.found.repetitions
                    ),
                    reasons=step.reasons,
                )
        reasons = (o.reason.text for o in self.session.left_out if o.exercise == identity)
        return Outcome(left=next(reasons, ""))


def _left_out(one: LeftOut) -> Mapping[str, str]:
    return {"says": one.why[:1].upper() + one.why[1:] + ".", "quote": _cut(one.text)}


def session_of(who: Reader, routine: BroughtRoutine) -> Session | None:
    """What a routine becomes today; None for someone who isn't known yet, or without a step."""
    if who.standing.new or not as_routine(routine, who.library).items:
        return None
    return who.practice.today(who.standing, routine=routine.id)


def match_options(who: Reader) -> list[tuple[str, str]]:
    """Every exercise of the library that something read can be."""
    listed = sorted(who.library.listed, key=lambda one: one.name)
    own = ("", _("None of these: play it in the page’s own words"))
    return [own, *((one.id, one.name) for one in listed)]


def position_options() -> list[tuple[str, str]]:
    """Where the body can be."""
    return [("", _("Not said")), *((one.value, names.position_name(one)) for one in Position)]


def summary(page: BroughtPage, who: Reader) -> str:
    """How many were found, and how many of them the library knows."""
    items = page.routine.items
    known = sum(1 for item in items if item.found.exercise in who.library.exercises)
    if not items:
        return _("Psoas found no exercise in this page.")
    told = _("Psoas found {count} here. {known} of them it knows.")
    return told.format(count=len(items), known=known)


def _not_playable(item: BroughtItem) -> str:
    if not item.found.steps:
        return _("It isn’t in our library, and the page doesn’t say how it is done.")
    return _(
        "The page doesn’t say whether you lie, sit or stand. Choose that under “Mend this”, and"
        " it can be played."
    )


def _field_words(field: str) -> str:
    return {
        "hold_seconds": _("hold"),
        "breaths": _("hold"),
        "repetitions": _("how many times"),
        "sets": _("sets"),
        "times_per_day": _("how often"),
        "position": _("position"),
        "sides": _("sides"),
        "equipment": _("things you need"),
        "exercise": _("which exercise"),
        "steps": _("steps"),
    }[field]


def _value(field: str, value: Value) -> str:
    """A stated value in words."""
    if field == "position":
        return names.position_name(Position(str(value)))
    if field == "sides":
        return {"each": _("one side, then the other"), "both": _("both together")}.get(
            str(value), _("no sides")
        )
    if isinstance(value, str):
        return value
    pattern = {
        "hold_seconds": _("{much} seconds"),
        "breaths": _("{much} breaths"),
        "repetitions": _("{much} times"),
        "sets": _("{much} sets"),
        "times_per_day": _("{much} times a day"),
    }[field]
    return pattern.format(much=_range(value))


def _range(value: Range) -> str:
    least_, most = value
    if least_ is None:
        return _("up to {most}").format(most=most)
    if most is None:
        return _("at least {least}").format(least=least_)
    return names.between((least_, most))


def _rule_words(kind: str) -> str:
    return {
        "hold": _("How long to hold"),
        "repetitions": _("How many times"),
        "frequency": _("How often"),
        "pain": _("About pain"),
        "warm_up": _("Warming up"),
        "stop": _("When to stop"),
        "progress": _("How to go on"),
        "breathing": _("Breathing"),
    }.get(kind, _("Something else"))


def _cut(text: str, most: int = 160) -> str:
    words = " ".join(text.split())
    return words if len(words) <= most else f"{words[:most].rsplit(' ', 1)[0]} …"
