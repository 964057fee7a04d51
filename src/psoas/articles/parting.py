"""Sections into exercises, where one heading or none stands over several."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain, pairwise

from psoas.articles.blocks import Block, BlockKind
from psoas.articles.instructing import WORDS, core, names_the_body
from psoas.articles.judging import is_exercise, tells_sides
from psoas.articles.matching import Matcher
from psoas.articles.section import Part, Section, is_step
from psoas.articles.sentences import Sentence
from psoas.articles.spoken import runs_on
from psoas.articles.telling import only_other_side
from psoas.body import Position

MOST_BEFORE = 8
"""Blocks of an exercise that are compared with what follows them."""
MOST_SENTENCES = 60
"""Sentences of a block that are looked at for another exercise."""
MOST_CLAUSES = 400
"""The same for clauses of speech, of which a whole film may be one block."""


def parted(section: Section, matcher: Matcher) -> Iterator[Section]:
    """A section as the exercises that it tells: one, or several below one heading or none."""
    if section.part is not Part.EXERCISE or (section.name and matcher.by_name(section.name)):
        yield section
        return
    found = [_group(section, blocks, matcher) for blocks in _groups(section.blocks, matcher)]
    if sum(one.part is Part.EXERCISE for one in found) < 2:
        yield section
    else:
        yield from found


def _group(section: Section, blocks: list[Block], matcher: Matcher) -> Section:
    """Some blocks of a section as a section of its own, without the name that several share."""
    part = replace(section, heading=None, blocks=tuple(blocks))
    enough = is_exercise(part, matcher, known=False)
    return replace(part, part=Part.EXERCISE if enough else Part.OTHER)


def _groups(blocks: tuple[Block, ...], matcher: Matcher) -> Iterator[list[Block]]:
    """Blocks by exercise: a new one begins where one is complete and a block starts afresh.

    It is complete when steps told a movement, and how much of it or the other side.
    """
    group: list[Block] = []
    moved = ended = False
    for block in chain.from_iterable(map(_pieces, blocks)):
        own = Section(blocks=(block,))
        if moved and (ended or _is_counted(own)) and _starts(own, group, matcher):
            yield group
            group, moved, ended = [], False, False
        group.append(block)
        moved = moved or _moves(own) or any(map(_measures, own.steps))
        ended = ended or _ends(own)
    yield group


def _is_counted(own: Section) -> bool:
    """Whether a piece counts exercises, so that the one before it is over: “the last is …”."""
    return WORDS.next_one.match(own.blocks[0].sentences[0].said) is not None


def _pieces(block: Block) -> Iterator[Block]:
    """A block, cut before each sentence that may turn to another exercise."""
    spoken = block.spoken or runs_on(block.text)
    told = block.sentences[: MOST_CLAUSES if spoken else MOST_SENTENCES]
    turns = _may_turn_in_speech if spoken else _may_turn
    cuts = [one.start - block.start for one in told[1:] if turns(one)]
    for start, end in pairwise([0, *cuts, len(block.text)]):
        text = block.text[start:end].rstrip()
        at = block.start + start
        piece = block if block.spoken == spoken else replace(block, spoken=spoken)
        yield replace(piece, text=text, start=at, end=at + len(text)) if cuts else piece


def _may_turn(sentence: Sentence) -> bool:
    said = sentence.said
    turns = WORDS.turn.match(said) or WORDS.weak_turn.match(said)
    return bool(turns) and is_step(sentence) and not _follows_up(said)


def _may_turn_in_speech(sentence: Sentence) -> bool:
    """Whether speech may turn to another exercise, so that a clause by itself is looked at."""
    said = sentence.said
    if WORDS.next_one.match(said):
        return True
    turns = WORDS.turn_in_speech.match(said) is not None or sentence.moves
    turns = turns or sentence.position is not None
    return turns and not _follows_up(said)


def _starts(own: Section, group: list[Block], matcher: Matcher) -> bool:
    """Whether a piece begins another exercise than the one that is told before it."""
    if own.blocks[0].spoken:
        return _starts_in_speech(own, group, matcher)
    said = own.blocks[0].sentences[0].said
    if _ends(own) and _lies_otherwise(own, Section(blocks=tuple(group[-MOST_BEFORE:]))):
        return True
    if WORDS.turn.match(said):
        return _moves(own) or own.position is not None or any(map(_measures, own.steps))
    if WORDS.weak_turn.match(said) and group[-1].line == own.blocks[0].line:
        before = Section(blocks=tuple(group[-MOST_BEFORE:]))
        return _moves(own) and _ends(own) and _differs(own, before, matcher)
    return _starts_afresh(own)


def _starts_in_speech(own: Section, group: list[Block], matcher: Matcher) -> bool:
    """Whether a clause of speech begins another exercise: it says so, or is one by its words."""
    first = own.blocks[0].sentences[0]
    said = first.said
    if WORDS.next_one.match(said) and "last" not in said:
        return _moves(own) or own.position is not None
    if _follows_up(said):
        return False
    if WORDS.next_one.match(said):
        return first.moves or first.position is not None
    if WORDS.turn_in_speech.match(said) and (_moves(own) or own.position is not None):
        return True
    return _differs(own, Section(blocks=tuple(group[-MOST_BEFORE:])), matcher)


def _lies_otherwise(own: Section, before: Section) -> bool:
    """Whether a piece is done in another position than the one before it."""
    mine, other = own.position, before.position
    return mine is not None and other is not None and mine.value != other.value


def _differs(own: Section, before: Section, matcher: Matcher) -> bool:
    """Whether a piece is done in a position of its own, or is another exercise by its steps."""
    if own.position is not None:
        return before.position is None or own.position.value != before.position.value
    if tells_sides(own) and tells_sides(before) and any(step.doses for step in before.steps):
        return True
    start = Position(before.position.value) if before.position else None
    mine = matcher.match(None, own.said, start).exercise
    return mine is not None and mine != matcher.match(None, before.said, start).exercise


def _measures(step: Sentence) -> bool:
    """Whether a step says how long somebody lies, walks or does what with a part of the body."""
    said = step.said
    return bool(step.doses) and (names_the_body(said) or WORDS.walk.search(said) is not None)


def _moves(section: Section) -> bool:
    return any(step.moves for step in section.steps)


def _ends(section: Section) -> bool:
    """Whether steps tell how much, or the other side."""
    return any(step.doses for step in section.steps) or tells_sides(section)


def _starts_afresh(own: Section) -> bool:
    """Whether a block by itself begins an exercise."""
    if not own.steps or _follows_up(own.steps[0].said):
        return False
    first = own.steps[0]
    fresh = first.position is not None or WORDS.fresh_start.match(first.said)
    paragraph = own.blocks[0].kind is BlockKind.PARAGRAPH and len(own.sentences) > 1
    return bool(fresh) or paragraph or (_moves(own) and _ends(own))


def _follows_up(said: str) -> bool:
    return WORDS.follow_up.match(core(said)) is not None or only_other_side(said)
