import pytest
from tests.articles.making import WORDS, docx, listed, p, styled, zipped

from psoas.articles.formats import limits
from psoas.articles.formats.docx_page import docx_page
from psoas.articles.formats.docx_parts import parts_of
from psoas.articles.formats.unreadable import UnreadablePage

STYLES = (
    '<w:style w:styleId="T"><w:name w:val="Title"/></w:style>'
    '<w:style w:styleId="U2"><w:name w:val="heading 2"/></w:style>'
    '<w:style w:styleId="Mine"><w:name w:val="Mine"/><w:basedOn w:val="U2"/></w:style>'
    '<w:style w:styleId="Dots"><w:name w:val="List Bullet"/><w:pPr><w:numPr>'
    '<w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr></w:pPr></w:style>'
    '<w:style w:styleId="Loop"><w:name w:val="x"/><w:basedOn w:val="Loop"/></w:style>'
)


def level(number, kind, start=1):
    return f'<w:lvl w:ilvl="{number}"><w:start w:val="{start}"/><w:numFmt w:val="{kind}"/></w:lvl>'


NUMBERING = (
    f'<w:abstractNum w:abstractNumId="0">{level(0, "decimal", 3)}{level(1, "lowerLetter")}'
    f"{level(2, 'upperLetter', 27)}{level(3, 'none')}</w:abstractNum>"
    f'<w:abstractNum w:abstractNumId="1">{level(0, "bullet")}</w:abstractNum>'
    f'<w:abstractNum w:abstractNumId="2">{level(0, "upperLetter")}</w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
    '<w:num w:numId="3"><w:abstractNumId w:val="2"/></w:num>'
)
BOLD = "<w:rPr><w:b/></w:rPr>"


def lines(body):
    text = docx_page(docx(body, styles=STYLES, numbering=NUMBERING)).text
    return [line for line in text.splitlines() if line]


def row(*cells):
    return "<w:tr>" + "".join(f"<w:tc>{cell}</w:tc>" for cell in cells) + "</w:tr>"


def test_headings_are_known_by_their_style_and_what_it_stands_on():
    body = styled("T", "Plan") + styled("U2", "Bridge") + styled("Mine", "Clam") + p("Lift.")
    assert lines(body) == ["# Plan", "## Bridge", "## Clam", "Lift."]


def test_styles_that_stand_on_each_other_without_end_are_no_heading():
    assert lines(styled("Loop", "Lift") + styled("Missing", "Lower")) == ["Lift", "Lower"]


def test_items_have_the_numbers_that_word_shows():
    body = "".join(
        listed(words, level)
        for words, level in (("Lie", 0), ("knees", 1), ("feet", 1), ("Lift", 0), ("hips", 1))
    )
    assert lines(body) == ["3. Lie", "  a. knees", "  b. feet", "4. Lift", "  a. hips"]


def test_other_signs_of_items():
    body = (
        listed("dot", 0, 2) + listed("big", 0, 3) + listed("far", 2) + listed("bare", 3)
        + styled("Dots", "by style") + listed("unknown", 0, 9) + listed("no list", 0, 0)
    )  # fmt: skip
    assert lines(body) == [
        "- dot", "A. big", "    27. far", "      bare", "- by style", "- unknown", "no list",
    ]  # fmt: skip


def test_a_table_is_read_row_by_row():
    table = f"<w:tbl>{row(p('Move'), p('Times'))}{row(p('Bridge'), p(''))}</w:tbl>"
    assert lines(p("Before") + table + p("After")) == ["Before", "Move | Times", "Bridge", "After"]


def test_cells_of_several_paragraphs_stand_line_by_line():
    inner = f"<w:tbl>{row(p('Rest'))}</w:tbl>"
    table = f"<w:tbl>{row(p('Bridge') + listed('Lie') + listed('Lift'), p('10') + inner)}</w:tbl>"
    assert lines(table) == ["Bridge", "3. Lie", "4. Lift", "10", "Rest"]


def test_a_line_in_bold_is_marked_and_switched_off_bold_is_not():
    off = '<w:rPr><w:b w:val="0"/></w:rPr>'
    assert lines(p("Bridge", run=BOLD) + p("Lift", run=off)) == ["**Bridge**", "Lift"]


def test_signs_within_a_line():
    run = (
        "<w:p><w:r><w:t>Lie</w:t><w:tab/><w:t>down</w:t><w:br/><w:t>Side</w:t><w:noBreakHyphen/>"
        "<w:t>lying</w:t></w:r></w:p>"
    )
    assert lines(run) == ["Lie down", "Side-lying"]


def test_what_was_struck_out_or_is_told_twice_is_not_read():
    run = (
        "<w:p><w:del><w:r><w:delText>no</w:delText><w:t>no</w:t></w:r></w:del><w:r>"
        "<w:instrText>PAGE</w:instrText><w:Choice><w:t>once</w:t></w:Choice><w:Fallback>"
        "<w:t>once</w:t></w:Fallback></w:r></w:p><w:t>stray</w:t>"
    )
    assert lines(run) == ["once"]


def test_a_box_within_a_paragraph_is_read_by_itself():
    assert lines(f"<w:p><w:r><w:t>Around</w:t>{p('Box')}</w:r></w:p>") == ["Box", "Around"]


def test_an_empty_paragraph_is_no_item():
    assert lines(listed("Lie") + listed(" ") + p("") + listed("Lift")) == ["3. Lie", "4. Lift"]


def test_a_file_without_styles_and_lists_is_read():
    assert docx_page(docx(p("Lift"))).text == "Lift"


def test_a_packed_file_that_is_no_word_file_is_told_plainly():
    with pytest.raises(UnreadablePage, match="isn't a Word document"):
        docx_page(zipped({"pictures/a.txt": "x"}))


BROKEN = [
    docx(p("Lift"))[:-40],
    docx(p("Lift")).replace(b"PK\x03\x04", b"PK\x03\x05", 1),
    b"PK\x03\x04",
    zipped({"word/document.xml": "<w:p>"}),
    zipped({"word/document.xml": ""}),
    zipped({"word/document.xml": "<?xml version='1.0' encoding='idna'?><p/>"}),
    zipped({"word/document.xml": f"<w:document {WORDS}>" + "<w:p>" * 300}),
]


@pytest.mark.parametrize("data", BROKEN)
def test_a_broken_file_is_told_plainly(data):
    with pytest.raises(UnreadablePage, match="broken"):
        docx_page(data)


@pytest.mark.parametrize(
    "declared",
    [
        '<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">',
        '<!ENTITY a SYSTEM "file:///etc/passwd">',
        '<!ENTITY % a SYSTEM "http://127.0.0.1/">%a;',
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_file_that_declares_entities_is_refused(declared, encoding):
    document = f"<!DOCTYPE x [{declared}]><w:document {WORDS}>{p('Lift')}</w:document>"
    with pytest.raises(UnreadablePage, match="broken"):
        docx_page(zipped({"word/document.xml": document.encode(encoding)}))


def test_a_file_that_unpacks_to_too_much_is_left_alone(monkeypatch):
    bombs = [
        zipped({"word/document.xml": " " * 2_000_000}),
        zipped({"word/document.xml": "x", "word/media/a": " " * 2_000_000}),
        zipped({f"{n}": "" for n in range(limits.ZIP_MEMBERS + 1)}),
    ]
    for bomb in bombs:
        with pytest.raises(UnreadablePage, match="unpacks to far more"):
            parts_of(bomb)


def test_all_sizes_count_together_before_anything_is_unpacked(monkeypatch):
    monkeypatch.setattr(limits, "ZIP_BYTES_UNPACKED", 100)
    with pytest.raises(UnreadablePage, match="unpacks to far more"):
        parts_of(zipped({"word/document.xml": "x" * 60, "b": "y" * 60}))


def test_no_more_of_a_part_is_unpacked_than_may_be(monkeypatch):
    monkeypatch.setattr(limits, "XML_BYTES", 10)
    assert parts_of(zipped({"word/document.xml": "a long one"}))
    with pytest.raises(UnreadablePage, match="unpacks to far more"):
        parts_of(zipped({"word/document.xml": "a longer one"}))


def test_only_so_many_elements_are_read(monkeypatch):
    monkeypatch.setattr(limits, "XML_ELEMENTS", 12)
    page = docx_page(docx(p("Lift") + p("Lower") + p("Rest")))
    assert page.cut
    assert page.text.startswith("Lift")
