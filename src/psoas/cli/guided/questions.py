"""The few questions before and after a session, and the safety check, in the terminal.

An empty line leaves a question open: what nobody answered stays unknown. Where there is nobody to
answer (standard input has ended) everything stays open.
"""

from collections.abc import Collection, Iterable, Mapping
from typing import Any

import click

from psoas.knowledge import UNKNOWN
from psoas.safety.clearance import Answer, Reply
from psoas.safety.flags import Flags, Group, RedFlag, ShortCheck

OPEN = "Enter leaves it open"
ZONES = ("nowhere", "back", "buttock", "thigh", "below the knee", "foot")
NEURO = (
    ("none", "no"),
    ("transient", "yes"),
    ("weakness", "a leg feels weak"),
    ("saddle", "numb or tingling between the legs"),
)
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
    while answer := line(f"{question} (0 to {most}; {OPEN})"):
        if answer.isdecimal() and int(answer) <= most:
            return int(answer)
        click.echo(f"Type a number from 0 to {most}, or only Enter.")
    return UNKNOWN


def choice(question: str, options: Iterable[tuple[str, str]]) -> str:
    """The word of the option that was chosen by its number, or unknown."""
    words = list(options)
    for key, (_, text) in enumerate(words, start=1):
        click.echo(f"  {key} {text}")
    while answer := line(f"{question} ({OPEN})"):
        if answer.isdecimal() and 1 <= int(answer) <= len(words):
            return words[int(answer) - 1][0]
        click.echo(f"Type a number from 1 to {len(words)}, or only Enter.")
    return UNKNOWN


def check_in() -> dict[str, Any]:
    """Back and leg pain now."""
    return {
        "back": number("Pain in your back now?", 10),
        "leg": number("Pain in a leg now?", 10),
        "left": UNKNOWN,
        "right": UNKNOWN,
        "painkiller": UNKNOWN,
    }


def response() -> dict[str, Any]:
    """How it went: pain, how far down each leg, numb or tingling."""
    reach = [(str(zone), text) for zone, text in enumerate(ZONES)]
    pain = number("How is the pain now?", 10)
    left = choice("How far down does it reach on the left?", reach)
    right = choice("And on the right?", reach)
    return {
        "during": UNKNOWN,
        "pain": pain,
        "left_during": UNKNOWN,
        "right_during": UNKNOWN,
        "left": _zone(left),
        "right": _zone(right),
        "neuro": choice("Anything numb or tingling?", NEURO),
        "exercise": None,
    }


def _zone(word: str) -> int | str:
    return int(word) if word.isdecimal() else word


def anything_new(short: ShortCheck, signs: Iterable[str]) -> bool:
    """The one short question before a session; raises `NotAnswered`."""
    click.echo(short.question)
    for sign in (*signs, short.different):
        click.echo(f"  - {sign}")
    while answer := line(f"n: {short.none.lower()} · y: {short.yes.lower()}").lower():
        if answer in ("n", "y"):
            return answer == "y"
        click.echo("Type n or y.")
    raise NotAnswered


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
    while answer := line(f"n: {group.none.lower()} · s: something fits, or I am not sure").lower():
        if answer in ("n", "s"):
            return answer == "s"
        click.echo("Type n or s.")
    raise NotAnswered


def _flag_answered(flag: RedFlag) -> Answer:
    reply = yes_no_unsure("\n".join([flag.question, *(f"  - {point}" for point in flag.points)]))
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
    while answer := line("y yes · n no · u not sure").lower():
        if answer in REPLIES:
            return REPLIES[answer]
        click.echo("Type y, n or u.")
    raise NotAnswered
