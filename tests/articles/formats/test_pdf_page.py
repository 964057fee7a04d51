import sys
import zlib

import pytest
from tests.articles.making import assembled, drawn, pdf

from psoas.articles.formats import limits
from psoas.articles.formats import pdf_page as pdf_module
from psoas.articles.formats.pdf_page import pdf_page
from psoas.articles.formats.unreadable import UnreadablePage

PAGES = (
    ["Clinic leaflet", "Knee hug", "• Lie on your back, ham-", "string soft.", "Page 1 of 2"],
    ["Clinic leaflet", "Bridge", "Lift your hips.", "Page 2 of 2"],
)


def test_words_come_in_order_without_what_each_page_repeats():
    assert pdf_page(pdf(*PAGES)).text.splitlines() == [
        "Clinic leaflet",
        "Knee hug",
        "- Lie on your back, hamstring soft.",
        "Bridge",
        "Lift your hips.",
    ]


def test_the_title_is_the_one_that_its_properties_tell():
    assert pdf_page(pdf(["x"], title="Microsoft Word - My  plan")).title == "My plan"
    assert pdf_page(pdf(["x"])).title == ""


def test_a_broken_title_is_none():
    file = pdf(["x"]).replace(b"<< /Title () >>", b"[ 1 2 3 4 5 6 ]")
    assert pdf_page(file).title == ""


@pytest.mark.parametrize("data", [b"%PDF-", b"%PDF-1.4\n" + bytes(range(256)) * 40])
def test_a_broken_file_is_told_plainly(data):
    with pytest.raises(UnreadablePage, match="broken or has a password"):
        pdf_page(data)


def test_a_file_with_a_password_is_told_plainly():
    from io import BytesIO

    from pypdf import PdfReader, PdfWriter

    def locked(password):
        writer, out = PdfWriter(PdfReader(BytesIO(pdf(["Bridge"])))), BytesIO()
        writer.encrypt(password, "other", algorithm="RC4-128")
        writer.write(out)
        return out.getvalue()

    assert pdf_page(locked("")).text == "Bridge"
    with pytest.raises(UnreadablePage, match="password"):
        pdf_page(locked("secret"))


def test_a_page_that_is_broken_by_itself_is_left_out():
    flate = b"<< /Length 5 /Filter /FlateDecode >>\nstream\nnotso\nendstream"
    good = pdf(["Bridge"], ["Clam"])
    stream = drawn(["Bridge"])
    bad = good.replace(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream), flate)
    assert bad != good
    assert pdf_page(bad).text == "Clam"


def test_only_so_many_pages_are_read():
    page = pdf_page(pdf(*([f"Move {n} is here."] for n in range(limits.PDF_PAGES + 1))))
    assert (len(page.text.splitlines()), page.cut) == (limits.PDF_PAGES, True)


def work_of(*pages):
    """The work that some pages are, in the order in which they are looked at."""
    drawing = pdf_module._Drawing()
    for operator, operands in pages:
        drawing.count(operator, operands)
    return drawing.work


def test_text_is_more_work_than_lines_and_most_in_an_endless_line():
    assert work_of((b"l", [1, 2])) == 1
    piece = work_of((b"Tj", ["x"]))
    assert piece == 1 + limits.PDF_WORK_OF_TEXT
    assert work_of((b"TJ", [["x", 3, "y"]])) == 1 + 3 * limits.PDF_WORK_OF_TEXT
    assert work_of(*[(b"Tj", ["x"])] * 100) > 100 * piece


@pytest.mark.parametrize(
    ("move", "begins_a_line"),
    [
        (lambda n: (b"Td", [5, -12]), True),
        (lambda n: (b"T*", []), True),
        (lambda n: (b"Tm", [1, 0, 0, 1, 5, n]), True),
        (lambda n: (b"Tm", [1, 0, 0, 1, n, 5]), False),
        (lambda n: (b"Td", [5, 0]), False),
        (lambda n: (b"Td", []), False),
        (lambda n: (b"BT", []), False),
    ],
)
def test_only_another_height_begins_a_line(move, begins_a_line):
    drawn = [each for n in range(100) for each in ((b"Tj", ["x"]), move(n))]
    assert (work_of(*drawn) == 100 * (work_of(drawn[0]) + 1)) is begins_a_line


def test_only_so_much_drawing_is_looked_at(monkeypatch):
    monkeypatch.setattr(limits, "PDF_WORK", 100)
    page = pdf_page(pdf(["Bridge"], ["Clam"] * 10, ["Cat"]))
    assert (page.text, page.cut) == ("Bridge", True)


def test_a_page_of_more_parts_than_are_counted_is_the_last(monkeypatch):
    monkeypatch.setitem(pdf_module.LIMITS, "stream_parsing_work_maximum_count", 30)
    page = pdf_page(pdf(["Bridge"], ["Clam"] * 30, ["Cat"]))
    assert (page.text, page.cut) == ("Bridge", True)


def test_a_page_that_is_drawn_with_too_much_is_left_out(monkeypatch):
    monkeypatch.setattr(limits, "PDF_PAGE_BYTES", 200)
    assert pdf_page(pdf(["Bridge"], ["Clam"] * 30, ["Cat"])).text == "Bridge\nCat"


def test_a_page_without_any_drawing_has_no_words():
    file = pdf(["Bridge"], ["Clam"]).replace(b"/Contents 6 0 R", b"/Contains 6 0 R")
    assert pdf_page(file).text == "Clam"


def test_only_so_many_words_are_read(monkeypatch):
    monkeypatch.setattr(limits, "CHARACTERS_OUT", 5)
    page = pdf_page(pdf(["Bridge"], ["Clam"]))
    assert (page.text, page.cut) == ("Bridge", True)


def packed(stream):
    body = zlib.compress(stream)
    return b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(body), body)


def test_a_stream_that_unpacks_to_too_much_is_left_out():
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [4 0 R] /Count 1 >>",
        packed(b"BT (x) Tj ET " * (limits.PDF_PAGE_BYTES // 10)),
        b"<< /Type /Page /Parent 2 0 R /Contents 3 0 R /Resources << >> >>",
    ]
    assert pdf_page(assembled(objects)).text == ""


def test_pieces_that_draw_each_other_end():
    """Each of twelve pieces draws the next one twelve times."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /Contents 17 0 R /Resources"
        b" << /XObject << /X 4 0 R >> /Font << >> >> >>",
    ]
    inside = b"/X Do " * 12
    objects += [
        b"<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Length %d /Resources"
        b" << /XObject << /X %d 0 R >> /Font << >> >> >>\nstream\n%s\nendstream"
        % (len(inside), 5 + place, inside)
        for place in range(12)
    ]
    objects += [b"<< >>", packed(inside)]
    assert pdf_page(assembled(objects)).text == ""


def test_without_the_package_it_is_said_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "pypdf", None)
    with pytest.raises(UnreadablePage, match=r"install psoas\[articles\]"):
        pdf_page(pdf(["Bridge"]))
