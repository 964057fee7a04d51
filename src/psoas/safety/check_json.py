"""A safety check as JSON: answers in, clearance out, in the shape of `psoas check --json`."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from psoas.knowledge import STRICT_KEYS, BadData, Problem, parse
from psoas.safety.clearance import Answer, Answers, Clearance, Cleared, RaisedFlag, Reply
from psoas.safety.conditions import load_conditions
from psoas.safety.flags import Flags, load_flags


@dataclass(frozen=True, slots=True, kw_only=True)
class _AnswerEntry:
    __pydantic_config__ = STRICT_KEYS

    answer: Reply
    context: tuple[str, ...] = ()
    unsure_context: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _CheckEntry:
    __pydantic_config__ = STRICT_KEYS

    flags: Mapping[str, _AnswerEntry]
    conditions: tuple[str, ...] = ()
    cleared: Mapping[str, str] | None = None
    on: str


def from_json(
    data: object, *, file: str, today: date | None = None, flags: Flags | None = None
) -> Answers:
    """The answers in a JSON object; a check without `on` was answered `today`.

    Raises `BadData`, naming `file`, for every word that is not known: nothing is skipped over,
    for a misspelled red flag is a red flag that nobody sees.
    """
    entry = parse(_CheckEntry, _prepared(data, file, today), file)
    problems = [
        Problem(file, key, mend) for key, mend in _problems(entry, flags or load_flags()) if mend
    ]
    if problems:
        raise BadData(problems)
    return Answers(
        on=date.fromisoformat(entry.on),
        flags={identity: _answer(given) for identity, given in entry.flags.items()},
        conditions=frozenset(entry.conditions),
        cleared={
            identity: Cleared(on=date.fromisoformat(day))
            for identity, day in (entry.cleared or {}).items()
        },
    )


def as_json(clearance: Clearance) -> dict[str, Any]:
    """The clearance as plain JSON values."""
    return {
        "triage": clearance.triage.word,
        "sessions": clearance.sessions.word,
        "flags": [_flag_as_json(flag) for flag in clearance.flags],
        "ask_again": clearance.ask_again.isoformat(),
        "unanswered": list(clearance.unanswered),
        "open_gates": list(clearance.open_gates),
    }


def _flag_as_json(flag: RaisedFlag) -> dict[str, str]:
    return {
        "id": flag.id,
        "triage": flag.triage.word,
        "card": flag.card,
        "why": flag.why,
        "do": flag.do,
    }


def _prepared(data: object, file: str, today: date | None) -> dict[str, Any]:
    if not isinstance(data, Mapping):
        raise BadData([Problem(file, "", "write one object with `flags`, `conditions` and `on`")])
    prepared = dict(data)
    if today:
        prepared.setdefault("on", today.isoformat())
    if isinstance(prepared.get("flags"), Mapping):
        prepared["flags"] = {
            identity: {"answer": given} if isinstance(given, str) else given
            for identity, given in prepared["flags"].items()
        }
    return prepared


def _answer(given: _AnswerEntry) -> Answer:
    return Answer(
        reply=given.answer,
        context=frozenset(given.context),
        unsure_context=frozenset(given.unsure_context),
    )


def _problems(entry: _CheckEntry, flags: Flags) -> Iterable[tuple[str, str]]:
    """(key, what would mend it) of everything that was looked at; nothing to mend: empty."""
    for identity, given in entry.flags.items():
        yield f"flags.{identity}", _unknown("red flag", identity, flags.by_id)
        flag = flags.by_id.get(identity)
        contexts = [context.id for context in flag.contexts] if flag else []
        for word in (*given.context, *given.unsure_context):
            yield f"flags.{identity}.context", _unknown("context of this flag", word, contexts)
    conditions = load_conditions()
    for identity in entry.conditions:
        yield "conditions", _unknown("condition", identity, conditions)
    for identity, day in (entry.cleared or {}).items():
        known = {*flags.by_id, *conditions}
        yield f"cleared.{identity}", _unknown("red flag or condition", identity, known)
        yield f"cleared.{identity}", _bad_day(day)
    yield "on", _bad_day(entry.on)


def _unknown(what: str, word: str, known: Collection[str]) -> str:
    if word in known:
        return ""
    return f"“{word}” is not a {what}; correct its spelling or leave it out"


def _bad_day(text: str) -> str:
    try:
        date.fromisoformat(text)
    except ValueError:
        return f"“{text}” is not a day; write it like 2026-01-31"
    return ""
