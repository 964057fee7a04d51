from psoas.articles.blocks import BlockKind, blocks, is_noise
from psoas.articles.lines import lines_of


def kinds(text):
    return [(block.kind.value, block.text) for block in blocks(text)]


def test_bullets_numbers_and_paragraphs():
    text = "Some words.\n\n• One\n- - Two\n3) Three\nStep 4: Four"
    assert [(b.marker, b.text) for b in blocks(text)] == [
        ("", "Some words."), ("•", "One"), ("-", "Two"), ("3)", "Three"), ("Step 4:", "Four"),
    ]  # fmt: skip


def test_a_number_parted_from_its_words_is_put_back():
    first, second = blocks("3.\n\nADVERTISEMENT\n\nLie down.\n")
    assert {first.kind, second.kind} == {BlockKind.NOISE, BlockKind.ITEM}


def test_a_number_before_a_heading_is_let_go():
    assert kinds("3.\n\n# Cobra") == [("heading", "Cobra")]


def test_signs_make_headings():
    text = "# One\n\n**Two:**\n\n*Three*\n\n---\n\n=====\nFour."
    assert [b.text for b in blocks(text) if b.kind is BlockKind.HEADING] == ["One", "Two", "Three"]


def test_a_heading_that_looks_like_a_number_keeps_its_words():
    (block,) = blocks("Stretch #1:")
    assert (block.text, block.marker) == ("Stretch #1:", "")


def test_wrapped_lines_are_one_block_with_true_places():
    text = "Lie on your back with both of your knees bent and\nlet the shoulders sink,\nslowly.\n"
    (block,) = blocks(text)
    assert block.end == len(text) - 1
    assert len(block.text) == block.end - block.start


def test_front_matter_is_no_text():
    assert kinds("---\ntitle: A\n---\nLie down.") == [("paragraph", "Lie down.")]


def test_dashes_that_never_close_are_a_line():
    assert ("paragraph", "Lie down.") in kinds("---\nLie down.")


def test_rows_of_a_table_are_items():
    text = "| Name | How |\n|---|---|\n| Cobra | Lie face down |"
    assert [b.text for b in blocks(text)] == ["Name | How", "Cobra | Lie face down"]


def test_a_credit_glued_to_the_text_is_cut_off():
    text = "ANNA BERG//STOCKPILE IMAGESThere is a better way to stretch, says she."
    (block,) = blocks(text)
    assert block.text.startswith("There is") and text[block.start :] == block.text


def test_what_belongs_to_the_site_is_noise():
    for line in ("ADVERTISEMENT", "Share this:", "Photo: J. Doe", "3 May 2023", "(4 of 16)", "***",
                 "https://example.org", "Man lying on a mat", "Skip to content"):  # fmt: skip
        assert is_noise(line), line
    for line in ("Lie on your back.", "Bridge", "x" * 300):
        assert not is_noise(line), line


def test_quotes_are_taken_off():
    (line,) = lines_of("> > Lie down")
    assert line.content == "> Lie down"
