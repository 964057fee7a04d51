"""Doses that a page tells apart from their exercise: a table or a list below all of them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from psoas.articles.matching import Matcher
from psoas.articles.naming import simple_name
from psoas.articles.plain import plain
from psoas.articles.section import Part, Section
from psoas.articles.sentences import Sentence

MOST = 100
"""Exercises of a page, and places with doses, that are looked at."""

_CODE = re.compile(r"[A-H]?\d{1,2}[.)]?\s+")


def joined(sections: Sequence[Section], matcher: Matcher) -> list[Section]:
    """The sections, each that only says how much put to the one that says how."""
    found = list(sections)
    taught = [n for n, section in enumerate(found) if _teaches(section)][:MOST]
    measured = [n for n, section in enumerate(found) if _only_measures(section)][:MOST]
    gone: set[int] = set()
    for place in measured:
        section = found[place]
        owner = _owner(section, taught, found, matcher)
        if owner is not None:
            found[owner] = _with_doses(found[owner], section)
            gone.add(place)
    rest = [section for place, section in enumerate(found) if place not in gone]
    return list(_told_once(rest))


def _told_once(found: Sequence[Section]) -> Iterator[Section]:
    """Sections without a line of a plan that an earlier one has told: of a second day."""
    told: set[str] = set()
    for section in found:
        if section.listed and _only_measures(section):
            name = simple_name(section.name or "") or plain(section.name or "")
            if name in told:
                continue
            told.add(name)
        yield section


def _teaches(section: Section) -> bool:
    told = section.part is not Part.AVOID and bool(section.name)
    return told and any(map(_tells_how, section.steps))


def _only_measures(section: Section) -> bool:
    """Whether a section has a name and doses, but no movement."""
    told = section.part in (Part.EXERCISE, Part.OTHER) and bool(section.name)
    measured = any(step.doses for step in section.steps)
    return told and measured and not any(map(_tells_how, section.steps))


def _tells_how(step: Sentence) -> bool:
    """Whether a step tells a movement or how one starts; a mere cell of a table doesn't."""
    return not step.label and (step.moves or step.position is not None)


def _owner(
    section: Section, taught: list[int], found: list[Section], matcher: Matcher
) -> int | None:
    """The one section that means the same exercise; None where there is none, or several."""
    alike = [n for n in taught if _same(section.name or "", found[n].name or "", matcher)]
    return alike[0] if len(alike) == 1 else None


def _same(name: str, other: str, matcher: Matcher) -> bool:
    """Whether two names mean the same: one is part of the other, or both mean one exercise."""
    if plain(name).strip(" :.") == plain(other).strip(" :."):
        return True
    mine, yours = _words(name), _words(other)
    if mine and yours and (mine <= yours or yours <= mine):
        return True
    return bool(matcher.by_name(name).keys() & matcher.by_name(other).keys())


def _words(name: str) -> set[str]:
    return set(simple_name(_CODE.sub("", name, count=1)).split())


def _with_doses(owner: Section, doses: Section) -> Section:
    """An exercise with the doses told elsewhere, where it has none itself."""
    if any(step.doses for step in owner.steps):
        return owner
    told = {step.start for step in doses.steps if step.doses}
    blocks = tuple(b for b in doses.blocks if b.label or any(s.start in told for s in b.sentences))
    return replace(owner, blocks=(*owner.blocks, *blocks), part=Part.EXERCISE)
