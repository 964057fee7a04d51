"""How Psoas decides: its rules, sources and limits in plain words; and the notes to read."""

from collections.abc import Mapping
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import Response

from psoas import __version__
from psoas.library import Exercise, Library, Note
from psoas.messages import gettext as _
from psoas.plan.doses import doses
from psoas.plan.response_rules import Rule, load_rules
from psoas.practice import Practice
from psoas.safety.conditions import Condition, load_conditions
from psoas.safety.flags import RedFlag, load_flags
from psoas.safety.person import Irritability
from psoas.safety.schedule import LONG_GAP_DAYS
from psoas.safety.screen import FULL_CHECK_DAYS
from psoas.web import names
from psoas.web.dose_words import cap_words
from psoas.web.render import page
from psoas.web.rule_words import rule_in_words

router = APIRouter()

SCOPES = ("any", "exercise", "session", "next_morning", "programme")


@router.get("/how")
def how(request: Request) -> Response:
    """All rules, with where they come from."""
    practice: Practice = request.app.state.practice
    library = practice.library
    context = {
        "version": __version__,
        "rules_version": load_rules().version,
        "counts": _counts(library),
        "full_days": FULL_CHECK_DAYS,
        "gap_days": LONG_GAP_DAYS,
        "groups": _flag_groups(library),
        "conditions": [_condition(library, entry) for entry in _by_label()],
        "starts": _starts(),
        "caps": [(names.kind_name(kind), cap_words(cap)) for kind, cap in library.caps.items()],
        "doses": doses(),
        "scopes": _scopes(),
        "actions": load_rules().actions,
        "sources": library.sources.values(),
    }
    return page(request, "how.html", context)


def _counts(library: Library) -> Mapping[str, int]:
    return {
        "flags": len(load_flags().by_id),
        "conditions": len(load_conditions()),
        "rules": len(load_rules().rules),
        "exercises": len(library.exercises),
        "sources": len(library.sources),
    }


def _flag_groups(library: Library) -> list[Mapping[str, Any]]:
    flags = load_flags()
    return [
        {"title": group.title, "flags": [_flag(library, flag) for flag in flags.of_group(group)]}
        for group in flags.groups
    ]


def _flag(library: Library, flag: RedFlag) -> Mapping[str, Any]:
    return {
        "flag": flag,
        "leads": names.triage_words(flag.triage),
        "open": names.sessions_words(flag.sessions),
        "sources": [library.sources[source].title for source in flag.sources],
    }


def _by_label() -> list[Condition]:
    return sorted(load_conditions().values(), key=lambda condition: condition.label.casefold())


def _condition(library: Library, condition: Condition) -> Mapping[str, Any]:
    rules = [
        {
            "when": rule_in_words(rule.when),
            "then": _then(rule.verdict),
            "mark": rule.verdict,
            "how": rule.plain_how,
            "why": rule.plain_why,
        }
        for rule in condition.rules
    ]
    named = [
        {
            "exercise": _exercise(library, entry.exercise),
            "then": _then(entry.verdict),
            "mark": entry.verdict,
            "how": entry.plain_how,
            "why": entry.plain_why,
        }
        for entry in condition.exceptions
    ]
    return {"condition": condition, "rules": rules, "named": named}


def _exercise(library: Library, identity: str) -> Exercise:
    return library.exercises[identity]


def _then(verdict: str) -> str:
    return {"ok": _("as it is"), "modify": _("changed"), "avoid": _("left out")}[verdict]


def _starts() -> list[tuple[str, str, str]]:
    """Where holds and nerve sliders start, by how easily legs are stirred."""
    named = {
        Irritability.HIGH: _("Easily stirred, or not known"),
        Irritability.MODERATE: _("Stirred now and then"),
        Irritability.LOW: _("Hardly stirred"),
        Irritability.NO_LEG_SYMPTOMS: _("No leg symptoms"),
    }
    hold, slider = _("{repetitions} × {hold} seconds"), _("{repetitions} times")
    return [
        (
            named[irritability],
            hold.format(repetitions=start.repetitions, hold=start.hold),
            slider.format(repetitions=start.slider_repetitions),
        )
        for irritability, start in doses().start.items()
        if irritability in named
    ]


def _scopes() -> list[tuple[str, list[Mapping[str, Any]]]]:
    titles = {
        "any": _("At any time"),
        "exercise": _("About one exercise"),
        "session": _("About the whole session"),
        "next_morning": _("About the next morning"),
        "programme": _("About the weeks"),
    }
    rules = load_rules().rules
    return [(titles[s], [_rule(rule) for rule in rules if rule.scope == s]) for s in SCOPES]


def _rule(rule: Rule) -> Mapping[str, Any]:
    return {
        "rule": rule,
        "then": action_name(rule.action) if rule.action else _("Advice only"),
        "strength": strength_name(rule.strength),
        "referral": _seen(rule.referral.when) if rule.referral else "",
    }


def action_name(action: str) -> str:
    """What a rule decides, in two or three words."""
    known = {
        "progress": _("A step more"),
        "hold": _("The same again"),
        "regress": _("A step back"),
        "swap": _("Something gentler instead"),
        "calm_list": _("The calm list"),
        "end_session": _("Enough for today"),
        "rest_day": _("A rest day"),
        "stop_see_clinician": _("Stop, and see someone"),
        "stop_emergency": _("Stop, and get help now"),
    }
    return known.get(action, action.replace("_", " "))


def strength_name(strength: str) -> str:
    """What a rule rests on."""
    known = {
        "guideline": _("a guideline"),
        "review+RCT": _("a review and trials"),
        "consensus": _("what experts agree on"),
        "model": _("a clinical model"),
        "expert": _("expert opinion"),
        "default": _("our own judgement"),
    }
    return known.get(strength, strength)


def _seen(when: str) -> str:
    known = {
        "now": _("be seen now"),
        "24-48h": _("be seen within a day or two"),
        "1 week": _("be seen within a week"),
        "4 weeks": _("have it looked at within four weeks"),
        "6 weeks": _("have it looked at within six weeks"),
    }
    return known.get(when, when)


@router.get("/notes")
def notes(request: Request) -> Response:
    """The articles' general rules and facts, each with how Psoas sees it."""
    practice: Practice = request.app.state.practice
    context = {
        "topics": _topics(practice.library),
        "sources": practice.library.sources,
        "says": names.claim_says,
    }
    return page(request, "notes.html", context)


def _topics(library: Library) -> list[tuple[str, str, list[Note]]]:
    """Each note once, under the first topic that has a heading here."""
    waiting = dict(library.notes)
    grouped: list[tuple[str, str, list[Note]]] = []
    for topic, title in _titles().items():
        found = [note for note in waiting.values() if topic in note.topics]
        grouped.append((topic, title, found))
        for note in found:
            del waiting[note.id]
    grouped.append(("more", _("More to know"), list(waiting.values())))
    return [group for group in grouped if group[2]]


def _titles() -> Mapping[str, str]:
    return {
        "start": _("Before you start"),
        "flare": _("When it gets worse"),
        "session": _("While you stretch"),
        "dose": _("How much and how often"),
        "desk": _("At the desk"),
        "pregnancy": _("Pregnancy"),
        "hamstrings": _("The back of the legs"),
        "progress": _("Over the weeks"),
        "about": _("About back pain and sciatica"),
    }
