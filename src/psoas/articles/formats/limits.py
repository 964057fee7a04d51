"""How much of a page is read: counts, so that no page can keep a machine busy."""

MEGABYTE = 1024 * 1024
BYTES_IN = 5 * MEGABYTE
"""Of a file as it comes."""
CHARACTERS_OUT = 400_000
"""Of the plain text; a long book chapter. The rest is left unread and `Page.cut` says so."""

HTML_TAGS = 50_000
"""Tags that are looked at at all; what comes after them is left unread."""
ATTRIBUTES = 30
"""Of one element; one with more keeps none."""
SOURCE_FOR_ARTICLE = 1_000_000
ELEMENTS_FOR_ARTICLE = 10_000
DEPTHS_FOR_ARTICLE = 300_000
"""Characters, elements, and how deep they stand, all together, of a page from which menus and
adverts are told apart; a larger page is read as it stands."""

PDF_PAGES = 100
PDF_PAGE_BYTES = 2 * MEGABYTE
"""Of what draws one page, unpacked; a page with more is left out."""
PDF_PARTS = 150_000
"""Of one page's drawing: operators and what they are given."""
PDF_WORK = 600_000
"""Of the whole file's drawing: one for each operator, twenty for each piece of text."""
PDF_WORK_OF_TEXT = 20
PDF_OBJECTS = 10_000
"""Entries of one list or dictionary in the file."""
PDF_FORMS = 200
"""Pieces that a page draws by name, each perhaps drawing others."""

ZIP_MEMBERS = 2_000
ZIP_BYTES_UNPACKED = 50 * MEGABYTE
"""All members together, as they are announced."""
ZIP_RATIO = 200
"""Times over that a member may grow when it is unpacked."""
XML_BYTES = 20 * MEGABYTE
"""Of one part of a document."""
XML_ELEMENTS = 400_000
XML_DEPTH = 200
"""Elements within each other."""
