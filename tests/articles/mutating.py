"""Pages as nobody should send them: cut, shuffled, doubled, broken, endless, nested, packed."""

from collections.abc import Callable
from random import Random

from tests.articles.making import docx, listed, p, pdf, styled, zipped

TEXT = """# Seven moves for a back that sits too much

Hold each stretch for 20 to 30 seconds, two or three times a day. Breathe slowly.

## 1. Knee to chest
- Lie on your back on a mat with both knees bent.
- Take hold of one shin and draw the knee in until you feel a mild stretch.
- Hold for 20 seconds, then change legs. Repeat 3 times.

## 2. Bridge
1. Lie on your back, feet flat on the floor.
2. Lift your hips and hold for five breaths. Do ten reps, two sets.

Recommended reading: chairs we love

**Cat and cow**
On hands and knees, round your back, then let it sink. 8-10 times, half a minute of rest.

Avoid sit-ups with straight legs: they press on your back. No pain, no gain!
Do push through a tingling leg. Stop if it hurts.
"""
LINES = TEXT.splitlines()
MEGABYTES = 5 * 1024 * 1024
GLYPHS = "\0\r\n\t-•1.)#*|<>&;\u00ad\u200b\ufeff\ufffdé“”½×–\U0001f9d8x2-3 secs"

HTML = "<html><head><title>Moves</title></head><body><article>" + "".join(
    f"<h2>{line[3:]}</h2>" if line.startswith("#") else f"<ul><li>{line}</li></ul>"
    for line in LINES
)
WORD = "".join(styled("H", line) if line.startswith("#") else listed(line) for line in LINES)
FILES = (
    TEXT.encode(),
    TEXT.encode("utf-16"),
    TEXT.replace("\n", "\r\n").encode("cp1252"),
    HTML.encode(),
    pdf(LINES[:12], LINES[12:], title="Moves"),
    docx(WORD),
)


def cut(data: bytes, chance: Random) -> bytes:
    """Ends or begins anywhere."""
    start, end = sorted(chance.choices(range(len(data) + 1), k=2))
    return chance.choice((data[:end], data[start:], data[start:end]))


def shuffled(data: bytes, chance: Random) -> bytes:
    """Its lines in any order."""
    lines = data.split(b"\n")
    chance.shuffle(lines)
    return b"\n".join(lines)


def doubled(data: bytes, chance: Random) -> bytes:
    """A part of it many times."""
    start, end = sorted(chance.choices(range(len(data) + 1), k=2))
    times = chance.choice((2, 3, 50))
    return data[:start] + data[start:end] * times + data[end:]


def flipped(data: bytes, chance: Random) -> bytes:
    """Some bytes are others."""
    broken = bytearray(data)
    for _ in range(chance.choice((1, 3, 10, 100))):
        broken[chance.randrange(len(broken))] = chance.randrange(256)
    return bytes(broken)


def sprinkled(data: bytes, chance: Random) -> bytes:
    """Odd signs among its words."""
    pieces = data.split(b" ")
    return b"".join(piece + chance.choice(GLYPHS).encode() for piece in pieces)


def joined(data: bytes, chance: Random) -> bytes:
    """The end of another file instead of its own."""
    other = chance.choice(FILES)
    return data[: chance.randrange(len(data))] + other[chance.randrange(len(other)) :]


def nested(_data: bytes, chance: Random) -> bytes:
    """Elements within elements."""
    tag = chance.choice(("div", "ul><li", "b", "table><tr><td", "blockquote", "font"))
    depth = chance.choice((10, 100, 1000, 20_000))
    return (f"<html><body>{f'<{tag}>' * depth}" + HTML).encode()


def random_bytes(_data: bytes, chance: Random) -> bytes:
    """Nothing that means anything, perhaps behind the sign of a kind."""
    sign = chance.choice(
        (b"", b"%PDF-1.7\n", b"PK\x03\x04", b"\xff\xfe", b"<html>", b"\xef\xbb\xbf")
    )
    return sign + chance.randbytes(chance.choice((1, 30, 3000)))


def word_with_broken_xml(_data: bytes, chance: Random) -> bytes:
    """A packed file as it should be around a document that isn't."""
    document = docx_document(chance)
    return zipped({"word/document.xml": document, "word/styles.xml": cut(document, chance)})


def docx_document(chance: Random) -> bytes:
    """A document with its bytes mixed up."""
    whole = f'<w:document xmlns:w="w"><w:body>{WORD}{p("End")}</w:body></w:document>'.encode()
    return chance.choice((cut, flipped, doubled, sprinkled))(whole, chance)


def packed_bomb(_data: bytes, chance: Random) -> bytes:
    """A small file that would unpack to a large one."""
    size = chance.choice((300_000, 3_000_000, 30_000_000))
    return zipped({"word/document.xml": b"<w:p>" * (size // 5), "word/media/1": b"\0" * size})


Mutation = Callable[[bytes, Random], bytes]
MUTATIONS: tuple[Mutation, ...] = (
    cut, shuffled, doubled, flipped, sprinkled, joined, nested, random_bytes, word_with_broken_xml,
)  # fmt: skip
RARE = 250
"""One in so many is as large as a file may be."""


def mutated(number: int) -> bytes:
    """The page of this number; the same each time."""
    chance = Random(number)
    if number % RARE == 0:
        return enormous(number // RARE)
    if number % RARE == 1:
        return packed_bomb(b"", chance)
    data = chance.choice(FILES)
    for mutation in chance.choices(MUTATIONS, k=chance.choice((1, 1, 2, 3))):
        data = mutation(data, chance) or b"x"
    return data[:MEGABYTES]


ENDLESS = (
    "x", "Lift your hips. ", "hold ", "1. ", "- ", "10 ", "(", "**", "#", "\n", "\r", "a-\n", "<p>",
    "<html><body><div>", "<html><p>Hold for 20 seconds.</p>", "<html><!--", "<html>&amp;", "no ",
    "20-30 seconds, ", "Lie on your back and bend your knees ", "each side ", "x2 ", "“", "…",
    "don't ", "Lift your hips.\n", "1. Bridge\nLift your hips. Hold 5 seconds.\n\n", "## Bridge\n",
)  # fmt: skip


def enormous(number: int) -> bytes:
    """Five megabytes of one thing, mostly in one line."""
    piece = ENDLESS[number % len(ENDLESS)].encode()
    return (piece * (MEGABYTES // len(piece) + 1))[:MEGABYTES]
