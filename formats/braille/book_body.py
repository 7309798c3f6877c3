"""A post as XHTML in braille, which devices lay out themselves (eBraille 1.0, 6)."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import assert_never

from formats.braille.pieces import BULLET, picture_note
from formats.braille.transcriber import Transcriber
from formats.model import (
    Block,
    BrailleRun,
    Cell,
    CodeBlock,
    DefinitionList,
    Figure,
    Heading,
    Item,
    Listing,
    Notes,
    Paragraph,
    Passage,
    Quote,
    Sentences,
    Table,
    ThematicBreak,
)

TITLE = "title"
"""The id of the heading with the title."""


@dataclass(frozen=True, slots=True)
class BookHeading:
    """A heading in the table of contents: its id, its words as cells, and its level."""

    id: str
    cells: str
    level: int


class Body:
    """The markup of a post, made block by block; it gathers the headings and printed pages."""

    def __init__(self, by: Transcriber) -> None:
        self.by = by
        self.entries: list[BookHeading] = []
        self.pages: list[int] = []

    def blocks(self, blocks: Iterable[Block]) -> str:
        """The markup of blocks, one a line."""
        return "\n".join(filter(None, (self._block(block) for block in blocks)))

    def _block(self, block: Block) -> str:  # noqa: C901, PLR0911 - a case for each kind
        match block:
            case Heading():
                return self._heading(block)
            case Paragraph():
                return f"<p>{self.text(block.sentences)}</p>"
            case Listing():
                return self._listing(block)
            case DefinitionList():
                return self._definitions(block)
            case Quote():
                return f"<blockquote>\n{self.blocks(block.blocks)}\n</blockquote>"
            case Passage():
                return self.blocks(block.blocks)
            case CodeBlock():
                return self._turn(block.id) + self._code(block)
            case Figure():
                return self._turn(block.id) + self._figure(block)
            case Table():
                return self._table(block)
            case ThematicBreak():
                return "<hr/>"
            case Notes():
                return self._notes(block)
            case _:
                assert_never(block)

    def text(self, sentences: Sentences, mark: str = "") -> str:
        """Sentences as cells, with a mark before them, and marks where printed pages begin."""
        parts: list[str] = []
        group: list[BrailleRun] = [BrailleRun(mark)] if mark else []
        for sentence in sentences:
            if sentence.id in self.by.turns:
                parts += [self._lines(group), self._turn(sentence.id)]
                group = []
            group += self.by.runs((sentence,))
        return " ".join(filter(None, [*parts, self._lines(group)]))

    def _lines(self, runs: Iterable[BrailleRun]) -> str:
        return "<br/>".join(self.by.lines(runs)).strip("\u2800")

    def _turn(self, unit: str) -> str:
        """The mark of a printed page that begins at a unit, or ""."""
        page = self.by.turns.get(unit, 0)
        return self.page_mark(page) if page else ""

    def page_mark(self, page: int) -> str:
        """The mark where a printed page begins, which the list of pages leads to."""
        self.pages.append(page)
        number = self.by.plain(str(page))
        return f'<span id="page-{page}" role="doc-pagebreak" class="pagebreak">⠐⠒{number}</span>'

    def _heading(self, heading: Heading) -> str:
        name = f"heading-{len(self.entries)}"
        cells = self.by.cells(self.by.runs(heading.sentences))
        if not cells:
            return ""
        self.entries.append(BookHeading(name, cells, heading.level))
        return f'<h{heading.level} id="{name}">{self.text(heading.sentences)}</h{heading.level}>'

    def _listing(self, listing: Listing) -> str:
        tag = "ol" if listing.ordered else "ul"
        items = (
            self._item(item, f"{number}. " if listing.ordered else BULLET)
            for number, item in enumerate(listing.items, listing.start)
        )
        return f"<{tag}>\n" + "\n".join(items) + f"\n</{tag}>"

    def _item(self, item: Item, mark: str) -> str:
        """An item, whose mark is a part of the braille (Tagging Best Practices)."""
        head, *others = item.blocks or (Paragraph(()),)
        if not isinstance(head, Paragraph):
            head, others = Paragraph(()), list(item.blocks)
        inner = self.blocks(others)
        return f"<li>{self.text(head.sentences, mark)}" + (f"\n{inner}</li>" if inner else "</li>")

    def _definitions(self, definitions: DefinitionList) -> str:
        entries = (
            f"<dt>{self.text(d.term)}</dt>\n<dd>{self.blocks(d.blocks)}</dd>"
            for d in definitions.definitions
        )
        return "<dl>\n" + "\n".join(entries) + "\n</dl>"

    def _code(self, code: CodeBlock) -> str:
        lines = (
            "\u2800" * (len(line) - len(line.lstrip()))
            + self.by.plain(line.strip(), contracted=False)
            for line in code.text.rstrip("\n").expandtabs(4).split("\n")
        )
        return "<pre>" + "\n".join(lines) + "</pre>"

    def _figure(self, figure: Figure) -> str:
        note = picture_note(figure, self.by)
        told = f'<p class="tn">{note}</p>' if note else ""
        caption = f"<p>{self.text(figure.caption)}</p>" if figure.caption else ""
        return told + caption

    def _table(self, table: Table) -> str:
        caption = f"<caption>{self.text(table.caption)}</caption>\n" if table.caption else ""
        rows = ("".join(map(self._cell, row.cells)) for row in table.rows)
        return f"<table>\n{caption}" + "\n".join(f"<tr>{row}</tr>" for row in rows) + "\n</table>"

    def _cell(self, cell: Cell) -> str:
        tag = "th" if cell.header else "td"
        spans = f' colspan="{cell.columns}"' if cell.columns > 1 else ""
        spans += f' rowspan="{cell.rows}"' if cell.rows > 1 else ""
        return f"<{tag}{spans}>{self.text(cell.sentences)}</{tag}>"

    def _notes(self, notes: Notes) -> str:
        name, cells = f"heading-{len(self.entries)}", self.by.plain(self.by.ours.page.notes)
        self.entries.append(BookHeading(name, cells, 2))
        items = (self._item(Item(note.blocks), f"*{note.label} ") for note in notes.notes)
        return f'<h2 id="{name}">{cells}</h2>\n<ul>\n' + "\n".join(items) + "\n</ul>"
