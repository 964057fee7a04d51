"""The questions before and after a session, about the time since, and the check, in the terminal.

An empty line leaves a question open: what nobody answered stays unknown. Where there is nobody to
answer (standard input has ended) everything stays open.
"""

from collections.abc import Collection, Iterable, Mapping
from typing import Any

import click

from psoas.knowledge import UNKNOWN
from psoas.messages import gettext as _
from psoas.safety.clearance import Answer, Reply
from psoas.safety.flags import Flags, Group, RedFlag, ShortCheck

OPEN = _("Enter leaves it open")
ZONES = (_("nowhere"), _("back"), _("buttock"), _("thigh"), _("below the knee"), _("foot"))
NEURO = (
    ("none", _("no")),
    ("transient", _("yes")),
    ("weakness", _("a leg feels weak")),
    ("saddle", _("numb or tingling between the legs")),
)
SETTLED = (
    ("0", _("there was nothing to settle")),
    ("15", _("yes, within half an hour")),
    ("60", _("yes, within two hours")),
    ("180", _("yes, but it took longer")),
    ("9999", _("no, not yet")),
)
"""By minutes; 9999: not settled."""
TINGLING = (
    ("transient", _("gone within ten minutes")),
    ("lingering", _("gone within the hour")),
    ("persistent", _("still there after an hour")),
)
REACHED = (("usual", _("as I described it")), ("elsewhere", _("somewhere else")))
UP = {"yes": True, "no": False}
YES_NO = (("yes", _("yes")), ("no", _("no")))
REPLIES = {"y": Reply.YES, "n": Reply.NO, "u": Reply.UNSURE}


class NotAnswered(Exception):
    """Nobody answered a question that must be answered."""


def line(question: str) -> str:
    """One line of an answer, without the spaces around it; empty where nobody answers."""
    try:
        return input(f"{question} ").strip()
    except EOFError:
        click.echo()
        return ""


def number(question: str, most: int) -> int | str:
    """A whole number from 0 to `most`, or unknown."""
    asked = _("{question} (0 to {most}; {open})").format(question=question, most=most, open=OPEN)
    while answer := line(asked):
        if answer.isdecimal() and int(answer) <= most:
            return int(answer)
        click.echo(_("Type a number from 0 to {most}, or only Enter.").format(most=most))
    return UNKNOWN


def choice(question: str, options: Iterable[tuple[str, str]]) -> str:
    """The word of the option that was chosen by its number, or unknown."""
    words = list(options)
    for key, (_word, text) in enumerate(words, start=1):
        click.echo(f"  {key} {text}")
    while answer := line(f"{question} ({OPEN})"):
        if answer.isdecimal() and 1 <= int(answer) <= len(words):
            return words[int(answer) - 1][0]
        click.echo(_("Type a number from 1 to {most}, or only Enter.").format(most=len(words)))
    return UNKNOWN


def check_in() -> dict[str, Any]:
    """Back and leg pain now."""
    return {
        "back": number(_("Pain in your back now?"), 10),
        "leg": number(_("Pain in a leg now?"), 10),
        "left": UNKNOWN,
        "right": UNKNOWN,
        "painkiller": UNKNOWN,
    }


def response() -> dict[str, Any]:
    """How it went: pain, how far down each leg, numb or tingling."""
    pain = number(_("How is the pain now?"), 10)
    left = zone(_("How far down does it reach on the left?"))
    right = zone(_("And on the right?"))
    return {
        "during": UNKNOWN,
        "pain": pain,
        "left_during": UNKNOWN,
        "right_during": UNKNOWN,
        "left": left,
        "right": right,
        "neuro": choice(_("Anything numb or tingling?"), NEURO),
        "exercise": None,
    }


def zone(question: str) -> int | str:
    """How far down a leg, 0 to 5, or unknown."""
    return _counted(choice(question, [(str(zone), text) for zone, text in enumerate(ZONES)]))


def _counted(word: str) -> int | str:
    return int(word) if word.isdecimal() else word


def any_known(told: Mapping[str, Any]) -> bool:
    """Whether anything was answered."""
    return any(value not in (UNKNOWN, None) for value in told.values())


def settled(tingling: bool) -> dict[str, Any]:
    """Whether the last session has settled; and what became of the tingling, if there was any."""
    minutes = choice(_("Has it settled since last time?"), SETTLED)
    neuro = choice(_("And the tingling?"), TINGLING) if tingling else UNKNOWN
    return {"minutes": _counted(minutes), "neuro": neuro}


def morning(usual: tuple[int, int]) -> dict[str, Any]:
    """How it was on waking; `usual` are the zones of the left and the right leg as described."""
    pain = number(_("On waking this morning, how was the pain?"), 10)
    left, right = _reached(usual)
    up = choice(_("Have you been up for less than an hour?"), YES_NO)
    return {"pain": pain, "left": left, "right": right, "up_under_1h": UP.get(up, UNKNOWN)}


def _reached(usual: tuple[int, int]) -> tuple[int | str, int | str]:
    where = choice(_("How far down did it reach?"), REACHED)
    if where == "usual":
        return usual
    if where == UNKNOWN:
        return UNKNOWN, UNKNOWN
    return zone(_("How far down on the left?")), zone(_("And on the right?"))


def anything_new(short: ShortCheck, signs: Iterable[str]) -> bool:
    """The one short question before a session; raises `NotAnswered`."""
    click.echo(short.question)
    for sign in (*signs, short.different):
        click.echo(f"  - {sign}")
    while answer := line(f"n: {_uncapped(short.none)} · y: {_uncapped(short.yes)}").lower():
        if answer in ("n", "y"):
            return answer == "y"
        click.echo(_("Type n or y."))
    raise NotAnswered


def _uncapped(text: str) -> str:
    return text[:1].lower() + text[1:]


def check_answered(flags: Flags, asked: Collection[str]) -> Mapping[str, Answer]:
    """An answer to each of these red flags, asked group by group; raises `NotAnswered`."""
    answers: dict[str, Answer] = {}
    for group in flags.groups:
        answers |= _group_answered(group, [f for f in flags.of_group(group) if f.id in asked])
    return answers


def _group_answered(group: Group, flags: list[RedFlag]) -> Mapping[str, Answer]:
    if not flags:
        return {}
    click.echo(f"\n{group.title}. {group.lead}")
    for flag in flags:
        click.echo(f"  - {flag.short}")
    if not _something_fits(group):
        return {flag.id: Answer(reply=Reply.NO) for flag in flags}
    return {flag.id: _flag_answered(flag) for flag in flags}


def _something_fits(group: Group) -> bool:
    fits = _("s: something fits, or I am not sure")
    while answer := line(f"n: {_uncapped(group.none)} · {fits}").lower():
        if answer in ("n", "s"):
            return answer == "s"
        click.echo(_("Type n or s."))
    raise NotAnswered


def _flag_answered(flag: RedFlag) -> Answer:
    points = [f"  - {point}" for point in flag.points]
    helped = [flag.help] if flag.help else []
    reply = yes_no_unsure("\n".join([flag.question, *points, *helped]))
    asked = flag.contexts if reply is not Reply.NO else ()
    said = {context.id: yes_no_unsure(context.question) for context in asked}
    return Answer(
        reply=reply,
        context=frozenset(key for key, value in said.items() if value is Reply.YES),
        unsure_context=frozenset(key for key, value in said.items() if value is Reply.UNSURE),
    )


def yes_no_unsure(question: str) -> Reply:
    """A yes, a no or a "not sure"; raises `NotAnswered`."""
    click.echo(question)
    while answer := line(_("y yes · n no · u not sure")).lower():
        if answer in REPLIES:
            return REPLIES[answer]
        click.echo(_("Type y, n or u."))
    raise NotAnswered
