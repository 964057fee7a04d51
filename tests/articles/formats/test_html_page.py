import sys

import pytest

from psoas.articles.formats import html_tree, limits
from psoas.articles.formats.html_page import html_page, within_limits, without_tags
from psoas.articles.formats.unreadable import UnreadablePage

INTRO = (
    "<p>Here is a calm beginning of some length, so that the page has a text of its own, and in it"
    " some more about a calm back.</p>"
)
ARTICLE = f"""<article><h1>Five moves</h1>{INTRO}
<h2>Knee hug</h2><ol start=3><li>Lie on your back.</li><li>Pull <b>one</b> knee in.
<ul><li>Softly.</li></ul></li></ol>
<p><strong>Cat and cow</strong></p><p>Go on hands and knees.<br>Hold for 20&nbsp;seconds.</p>
<table><tr><th>Move</th><th>Times</th></tr><tr><td>Bridge</td><td>10</td></tr></table></article>"""
WRITTEN = [
    "# Five moves",
    "## Knee hug",
    "3. Lie on your back.",
    "4. Pull one knee in.",
    "  - Softly.",
    "**Cat and cow**",
    "Go on hands and knees.",
    "Hold for 20 seconds.",
    "Move | Times",
    "Bridge | 10",
]


def lines(source):
    return [line for line in html_page(source).text.splitlines() if line]


@pytest.fixture
def without_article(monkeypatch):
    """Nothing is found to be the main text."""
    monkeypatch.setattr(html_tree, "article", lambda tree: "")


def test_headings_lists_and_their_numbers_stay():
    assert [line for line in lines(ARTICLE) if "calm" not in line] == WRITTEN


def test_they_stay_where_no_main_text_is_found(without_article):
    assert [line for line in lines(ARTICLE) if "calm" not in line] == WRITTEN


def test_menus_and_adverts_are_left_out():
    advert = "<div class='sidebar advert'><p>Buy our new chair today, it is really good.</p></div>"
    links = "".join(f"<li><a href='/{n}'>Topic number {n}</a></li>" for n in range(40))
    text = html_page(
        f"<body><nav><ul>{links}</ul></nav><div id=menu><ul>{links}</ul></div>{ARTICLE}{advert}"
        f"<div class=related><h3>Read more</h3><ul>{links}</ul></div><footer>{links}</footer>"
    ).text
    assert "Topic" not in text
    assert all(line in text for line in WRITTEN)


def test_where_only_a_bit_was_found_all_of_it_is_read(monkeypatch):
    monkeypatch.setattr(html_tree, "article", lambda tree: "# Five moves")
    assert "calm" in html_page(ARTICLE).text


def test_what_is_not_seen_is_not_read(without_article):
    source = "<p>Lift<script>x()</script><style>p{}</style> up<span hidden>no</span></p><!-- no -->"
    assert lines(f"<body>{source}<nav>Menu</nav>tail") == ["Lift up", "tail"]


def test_an_item_without_its_list_and_one_with_its_own_number_are_items(without_article):
    assert lines("<li>Lift</li><ul><li>1) Lie</li></ul><ol><li>2. Two</li></ol>") == [
        "- Lift",
        "1) Lie",
        "2. Two",
    ]


def test_numbers_begin_where_the_page_says(without_article):
    source = "<ol start=x><li>a<li value=7>b<li>c</ol><ol start=99999><li>d</ol>"
    assert lines(source) == ["1. a", "7. b", "8. c", "1. d"]


def test_signs_that_are_no_letters_stop_nothing():
    assert lines("<ol><li>a\x01b&#2;c\ufffe</ol><p>d&#3;e\x0c") == ["1. abc", "de"]


def test_paragraphs_within_an_item_stay_with_it(without_article):
    assert lines("<ul><li><p>Lie</p><p>Lift</p></li></ul><p>End</p>") == ["- Lie", "Lift", "End"]


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("<title> Five\n moves </title>", "Five moves"),
        ("<meta property='og:title' content='Best'>", "Best"),
        ("<title></title>", ""),
        (f"<title>{'x' * 500}</title>", "x" * 300),
    ],
)
def test_the_title_is_what_the_head_tells(head, title):
    assert html_page(f"<html><head>{head}</head><body>{ARTICLE}</body></html>").title == title


def test_a_short_page_keeps_its_headings():
    source = "<html><body><h2>Bridge</h2><p>Lift your hips, then lower them.</p></body></html>"
    assert lines(source) == ["## Bridge", "Lift your hips, then lower them."]


@pytest.mark.parametrize(
    "source",
    [
        "<div>" * 5000 + "<p>Lift your hips.</p>" + "</div>" * 5000,
        "<b>" * 5000 + "Lift your hips." + "<p>x",
    ],
)
def test_of_a_page_nested_without_end_the_words_are_read(source):
    assert "Lift your hips." in lines(source)


def test_a_page_that_is_no_tree_has_its_words():
    page = html_page("<!-- only a comment -->")
    assert (page.text, page.title) == ("", "")


def test_words_without_tags():
    assert without_tags("<p>Lift&amp;lower <br>  Rest<b") == "Lift&lower\nRest"


def test_scripts_and_styles_are_gone_before_anything_is_counted():
    source = "<p>Lift<SCRIPT>if (a<b) x()</script> so<style>p{}</style> up<script>to the end"
    assert within_limits(source) == ("<p>Lift so up", False)


def test_a_very_large_page_is_read_as_it_stands():
    many = "<p>Lift.</p>" * (limits.ELEMENTS_FOR_ARTICLE + 1)
    assert html_tree.article(html_tree.parsed(many)) == ""
    assert lines(many).count("Lift.") == limits.ELEMENTS_FOR_ARTICLE + 1


def test_a_page_with_a_very_long_source_is_read_as_it_stands(monkeypatch):
    def unasked(tree):
        raise AssertionError

    monkeypatch.setattr(html_tree, "article", unasked)
    assert lines("<p>Lift.<p>" + "x" * limits.SOURCE_FOR_ARTICLE)[0] == "Lift."


def test_a_page_nested_deeply_everywhere_is_read_as_it_stands():
    lists = ("<ul><li>a" * 60 + "</ul>" * 60) * 80
    assert html_tree.article(html_tree.parsed(lists)) == ""


def test_an_element_with_very_many_attributes_keeps_none():
    few, many = (" ".join(f"a{n}=1" for n in range(count)) for count in (30, 31))
    tree = html_tree.parsed(f"<p {few}>a<p {many}>b")
    assert [len(element.attrib) for element in tree.iter("p")] == [30, 0]


def test_only_so_many_tags_are_looked_at():
    source, cut = within_limits("<p>Lift." * (limits.HTML_TAGS + 5))
    assert (source.count("<"), cut) == (limits.HTML_TAGS, True)
    assert html_page("<p>Lift." * (limits.HTML_TAGS + 5)).cut
    assert within_limits("<p>" * limits.HTML_TAGS) == ("<p>" * limits.HTML_TAGS, False)


def test_endless_attributes_are_left_out_before_anyone_counts_them():
    tag = "<p " + " ".join(f"a{n}=1" for n in range(1000)) + ">Lift"
    assert within_limits(tag) == ("<p>Lift", False)


def test_what_the_server_should_have_kept_is_left_out():
    assert lines("<%@ page import='x' %><?php echo ?><html><body><p>Lift.</body>") == ["Lift."]


def test_without_the_package_it_is_said_what_to_install(monkeypatch):
    monkeypatch.delitem(sys.modules, "psoas.articles.formats.html_tree")
    monkeypatch.delattr("psoas.articles.formats.html_tree")
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    with pytest.raises(UnreadablePage, match=r"install psoas\[articles\]"):
        html_page("<p>Lift.</p>")
