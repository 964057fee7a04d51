"""Which words a text must hold if a pattern is to be found in it.

Most patterns of the word lists are words: `\\bkneel\\w*` needs a word that begins with “kneel”. To
see which words a text has is much cheaper than to search it for every pattern. What isn't
understood here needs nothing.
"""

from typing import TypeAlias

from psoas.articles.expressions import Item, Row

EDGE = " "
"""The edge of a word: “ kneel” is a word that begins so, “ on ” a whole word, “on” within one."""
MOST_NEEDS = 3
"""Needs of one alternative that are looked at: the hardest to meet."""

Need: TypeAlias = frozenset[str]
"""A text must hold one of these words or parts of words."""
Needs: TypeAlias = tuple[Need, ...]
"""All of them must be met; an empty tuple needs nothing."""

_DIGITS = frozenset("0123456789")
_COMMON = frozenset(f" {word} " for word in ("the", "of", "and", "to", "your", "you", "with"))
_BLANKS = (r"\s", "\t", "\n", " ")
_NO_LETTER = ((Item(r"\w"),),), ((Item(r"[^\W\d]"),),)


def needs_of(row: Row) -> Needs:
    """What an alternative of a pattern needs."""
    return tuple(sorted(_needs(row, edge=False, ends=False), key=_ease)[:MOST_NEEDS])


def _ease(need: Need) -> tuple[bool, int, int]:
    """How easily a need is met: by words of every sentence, by short words, and by many."""
    return not need.isdisjoint(_COMMON), -min(map(len, need)), len(need)


def _of_group(rows: tuple[Row, ...], *, edge: bool, ends: bool) -> Needs:
    """What a group needs: with several alternatives, what each of them needs together.

    Either the one alternative is there or the other, so the hardest needs of all together are one
    need, and the hardest but one are another.
    """
    found = [sorted(_needs(row, edge=edge, ends=ends), key=_ease) for row in rows]
    if len(found) == 1:
        return tuple(found[0])
    if not all(found):
        return ()
    ranks = range(min(MOST_NEEDS, max(map(len, found))))
    return tuple(
        Need().union(*(needs[min(rank, len(needs) - 1)] for needs in found)) for rank in ranks
    )


def _needs(row: Row, *, edge: bool, ends: bool) -> Needs:
    """What an alternative needs; `edge` and `ends`: whether an edge is before it, and after it."""
    needs: list[Need] = []
    word = ""
    for place, item in enumerate(row):
        rest = row[place + 1 :]
        if item.letter and not item.may_lack:
            word = (word or EDGE * edge) + item.piece
            edge = False
            if item.count or not _goes_on(item, rest):
                apart = not item.count and _begins_apart(rest, ends)
                needs.append(frozenset({word + EDGE * apart}))
                word = ""
        else:
            needs += _inside(item, edge=edge, ends=bool(item.group) and _begins_apart(rest, ends))
            edge = _edge_after(item, edge)
    return tuple(needs)


def _goes_on(item: Item, rest: Row) -> bool:
    """Whether a word goes on with one more letter, or a number with one more digit."""
    following = rest[0] if rest else Item("")
    same = item.piece.isdecimal() == following.piece.isdecimal()
    return following.letter and not following.may_lack and same


def _inside(item: Item, *, edge: bool, ends: bool) -> Needs:
    """What a group needs, a digit, or a sign."""
    if item.may_lack or item.piece in ("(?!", "(?<!"):
        return ()
    if item.piece == "[0-9]":
        return (_DIGITS,)
    if item.apart and item.piece not in _BLANKS:
        return (frozenset({EDGE + item.piece.removeprefix("\\") + EDGE}),)
    once = not (item.count or item.looks)
    return _of_group(item.group, edge=edge and once, ends=ends and once) if item.group else ()


def _begins_apart(row: Row, ends: bool) -> bool:
    """Whether what comes next can't be a letter of the same word."""
    for place, item in enumerate(row):
        if item.piece in (r"\b", "$") or (item.piece == "(?!" and item.group in _NO_LETTER):
            return True
        if item.looks:
            continue
        rest = _begins_apart(row[place + 1 :], ends)
        apart = item.apart or _all_begin_apart(item, rest)
        return apart and (rest or not item.may_lack)
    return ends


def _all_begin_apart(item: Item, ends: bool) -> bool:
    return bool(item.group) and all(_begins_apart(row, ends) for row in item.group)


def _edge_after(item: Item, edge: bool) -> bool:
    """Whether a letter after a piece begins a word; `edge`: whether one before it would have."""
    if item.looks:
        behind = item.piece == "(?<!" and item.group in _NO_LETTER
        return edge or behind or item.piece in (r"\b", "^")
    apart = item.apart or (bool(item.group) and all(map(_ends_apart, item.group)))
    return apart and (edge or not item.may_lack)


def _ends_apart(row: Row) -> bool:
    """Whether an alternative ends with a blank or the like."""
    edge = False
    for item in row:
        edge = _edge_after(item, edge)
    return edge
