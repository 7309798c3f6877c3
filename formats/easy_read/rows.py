"""Blocks → rows: a picture or its empty place on the left, one sentence on the right.

The picture comes before the words in the page too (DH 2009, rules 3, 5 and 10). An empty
place is shown and not read out: a screen reader would meet it at every sentence.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import assert_never

from formats.easy_read.bold import own_words
from formats.easy_read.hard_words import Glossary, HardWord
from formats.easy_read.inlines import reworded_run
from formats.easy_read.lists import broken
from formats.easy_read.quotations import quoting
from formats.easy_read.unclear import Unclear
from formats.markup import Dialect, blocks_html, escape, inlines_html, language_attributes
from formats.model import (
    Block,
    CodeBlock,
    Definition,
    DefinitionList,
    Figure,
    Heading,
    Inline,
    Item,
    Listing,
    Note,
    Notes,
    Paragraph,
    Passage,
    Quote,
    Sentence,
    Sentences,
    Table,
    ThematicBreak,
)


@dataclass(frozen=True, slots=True)
class Rows:
    """Writes rows; `changes` is False where words stay as they are."""

    dialect: Dialect
    glossary: Glossary
    unclear: Unclear
    changes: bool

    def write(self, blocks: Iterable[Block]) -> str:
        """Blocks as rows."""
        return "\n".join(filter(None, map(self._block, blocks)))

    def _block(self, block: Block) -> str:
        match block:
            case Heading():
                words = "".join(self._heading(block.sentences))
                return f"<h{block.level}>{words}</h{block.level}>"
            case Paragraph():
                return self._sentences(block.sentences)
            case CodeBlock() | Table():
                return self._row(blocks_html((block,), self.dialect))
            case Figure():
                return self._figure(block)
            case ThematicBreak():
                return "<hr/>"
            case Listing() | DefinitionList() | Quote() | Passage() | Notes():
                return self._container(block)
            case _:
                assert_never(block)

    def _container(self, block: Listing | DefinitionList | Quote | Passage | Notes) -> str:
        match block:
            case Listing():
                return self._listing(block)
            case DefinitionList():
                return "\n".join(map(self._definition, block.definitions))
            case Quote():
                kept = replace(self, changes=False)
                return f"<blockquote>\n{kept.write(block.blocks)}\n</blockquote>"
            case Passage():
                kept = replace(self, changes=False)
                language = language_attributes(block.language, xhtml=False)
                return f"<div{language}>\n{kept.write(block.blocks)}\n</div>"
            case Notes():
                return self._notes(block)
            case _:
                assert_never(block)

    def _row(self, words: str) -> str:
        needed = self.dialect.ours.easy_read.picture_needed
        attributes = f'class="picture empty" aria-hidden="true"{self.dialect.our_language}'
        empty = f"<div {attributes}>{escape(needed)}</div>"
        return f'<div class="row">{empty}<div class="words">{words}</div></div>'

    # --- sentences ----------------------------------------------------------------------

    def _sentences(self, sentences: Sentences) -> str:
        return "\n".join(self._row(self._sentence(*pair)) for pair in self._changed(sentences))

    def _heading(self, sentences: Sentences) -> Iterable[str]:
        for sentence, run in self._changed(sentences):
            words = inlines_html(run, self.dialect)
            yield f'<span id="{escape(sentence.id)}">{words}</span>{escape(sentence.tail)}'

    def _changed(self, sentences: Sentences) -> Iterable[tuple[Sentence, tuple[Inline, ...]]]:
        """Each sentence with the words to show; those of a quotation stay as they are."""
        for sentence, quotes in zip(sentences, quoting(sentences), strict=True):
            keep = quotes or not self.changes
            yield sentence, sentence.inlines if keep else reworded_run(sentence.inlines)

    def _sentence(self, sentence: Sentence, run: tuple[Inline, ...]) -> str:
        """One sentence, as a list where it holds a series, then what its hard words mean."""
        flagged, hard = self._looked_through(sentence.id, run) if self.changes else (run, ())
        parts = broken(flagged) if self.changes else None
        lead, entries = parts or (flagged, ())
        words = f'<p id="{escape(sentence.id)}">{inlines_html(lead, self.dialect)}</p>'
        return words + self._series(sentence.id, entries) + "".join(map(_meaning, hard))

    def _looked_through(
        self, unit: str, run: tuple[Inline, ...]
    ) -> tuple[tuple[Inline, ...], tuple[HardWord, ...]]:
        """A sentence with its hard words in bold, and those; the editor is told of the others."""
        self.unclear.look(unit, own_words(run))
        return self.glossary.flag(run)

    def _series(self, unit: str, entries: tuple[tuple[Inline, ...], ...]) -> str:
        """The rest of a sentence, entry by entry; the sentence's id with -2, -3 and so on."""
        items = "\n".join(
            f'<li id="{escape(unit)}-{number}">{inlines_html(entry, self.dialect)}</li>'
            for number, entry in enumerate(entries, 2)
        )
        return f"\n<ul>\n{items}\n</ul>" if items else ""

    # --- blocks that hold others --------------------------------------------------------

    def _listing(self, listing: Listing) -> str:
        items = "\n".join(map(self._item, listing.items))
        if not listing.ordered:
            return f"<ul>\n{items}\n</ul>" if items else ""
        start = f' start="{listing.start}"' if listing.start != 1 else ""
        return f"<ol{start}>\n{items}\n</ol>" if items else ""

    def _item(self, item: Item) -> str:
        return f"<li>\n{self.write(item.blocks)}\n</li>"

    def _definition(self, definition: Definition) -> str:
        term = "".join(self._heading(definition.term))
        return f"{self._row(f'<p><strong>{term}</strong></p>')}\n{self.write(definition.blocks)}"

    def _figure(self, figure: Figure) -> str:
        """A picture of the post with its description beside it, only once."""
        caption = "".join(_paragraph(s, self.dialect) for s in figure.caption)
        held = figure.picture.src in self.dialect.pictures
        silent = replace(figure.picture, alt="") if held and not caption else figure.picture
        picture = inlines_html((silent,), self.dialect)
        words = caption or (self._description(figure.picture.alt) if held else "")
        row = f'<div class="row" id="{escape(figure.id)}"><div class="picture">{picture}</div>'
        return f'{row}<div class="words">{words}</div></div>'

    def _description(self, alt: str | None) -> str:
        if alt is None:
            undescribed = escape(self.dialect.ours.page.undescribed)
            return f"<p{self.dialect.our_language}>{undescribed}</p>"
        return f"<p>{escape(alt)}</p>"

    def _notes(self, notes: Notes) -> str:
        items = "\n".join(map(self._note, notes.notes))
        name = f'aria-label="{escape(self.dialect.ours.page.notes)}"'
        return f'<section role="doc-endnotes" {name}>\n<ol>\n{items}\n</ol>\n</section>'

    def _note(self, note: Note) -> str:
        number = note.label.isascii() and note.label.isdigit()
        value = f' value="{int(note.label)}"' if number else ""
        mark = "" if number else f"<p>{escape(note.label)}</p>\n"
        return f'<li id="{escape(note.id)}"{value}>\n{mark}{self.write(note.blocks)}\n</li>'


def _paragraph(sentence: Sentence, dialect: Dialect) -> str:
    return f'<p id="{escape(sentence.id)}">{inlines_html(sentence.inlines, dialect)}</p>'


def _meaning(hard: HardWord) -> str:
    """The explanation comes after the sentence, not inside it (GOV.UK)."""
    word = hard.word[0].upper() + hard.word[1:]
    return f'<p class="meaning"><strong>{escape(word)}</strong> means: {escape(hard.meaning)}</p>'
