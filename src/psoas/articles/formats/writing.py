"""Writing out a document line by line: headings, items, paragraphs and rows."""

from psoas.articles.formats.letters import plain

DEEPEST_HEADING = 6
DEEPEST_LIST = 6
"""Lists within lists that are still told apart."""
LONGEST_IN_BOLD = 80
"""Characters of a line that is marked as bold; a longer one is no heading in disguise."""
INDENT = "  "
CELL_BREAK = " | "


class Lines:
    """Collects the pieces of a line until it ends, then writes it out."""

    def __init__(self, most: int) -> None:
        self._room = most
        self._lines: list[str] = []
        self._pieces: list[str] = []
        self._mark = ""
        self._indent = ""
        self._all_bold = True

    @property
    def full(self) -> bool:
        """Whether there was more than may be read; nothing more is taken then."""
        return self._room < 0

    def text(self) -> str:
        """Everything so far; between paragraphs stands an empty line."""
        self.end_line()
        return "\n".join(self._lines).strip("\n")

    def add(self, piece: str, *, bold: bool = False) -> None:
        """A piece of the line."""
        if not self.full:
            self._room -= len(piece)
            self._pieces.append(piece)
            self._all_bold &= bold or not piece.strip()

    def end_cell(self) -> None:
        """The next piece stands in another cell of the same row."""
        self.add(CELL_BREAK, bold=True)

    def heading(self, level: int) -> None:
        """The next line is a heading."""
        self.end_block()
        self._mark = "#" * min(level, DEEPEST_HEADING) + " "

    def item(self, marker: str, depth: int) -> None:
        """The next line is an item of a list that stands in `depth` others."""
        self.end_line()
        self._indent = INDENT * min(depth, DEEPEST_LIST)
        self._mark = f"{marker} " if marker else ""

    def end_line(self) -> None:
        """The line is complete; a mark without words waits for the next one."""
        words = plain(" ".join("".join(self._pieces).split())).strip(CELL_BREAK)
        if words:
            self._lines.append(self._indent + self._mark + self._in_bold(words))
            self._mark = ""
        self._pieces.clear()
        self._all_bold = True

    def _in_bold(self, words: str) -> str:
        disguised = self._all_bold and not self._mark and "*" not in words
        return f"**{words}**" if disguised and len(words) <= LONGEST_IN_BOLD else words

    def end_block(self) -> None:
        """A paragraph, heading or list is complete: an empty line follows."""
        self.end_line()
        self._mark = self._indent = ""
        if self._lines and self._lines[-1]:
            self._lines.append("")
