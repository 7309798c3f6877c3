"""Step 2, split: running text → sentences with the ids that every format shares.

A sentence is shown, spoken, timed and highlighted as one unit. Ids are s1, s2, … in reading
order, for figures and code blocks too; no later step makes ids.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import assert_never

from formats.flat import Atom, Piece, flatten, nest
from formats.model import (
    Abbreviation,
    Block,
    Break,
    Cell,
    Code,
    CodeBlock,
    Definition,
    DefinitionList,
    Figure,
    Heading,
    Inline,
    Link,
    Listing,
    NoteRef,
    Notes,
    Paragraph,
    Passage,
    Picture,
    Post,
    Quote,
    Row,
    Sentence,
    Sentences,
    Table,
    Text,
    ThematicBreak,
)
from formats.walk import map_children, plain
from pipeline.split.boundaries import PICTURE, boundaries

_LONGEST_LINK = 200  # characters; a longer link may be split into two links to the same address

LONGEST = 2000
"""Characters of a sentence: a longer one is cut between two words, or between two characters.

Three minutes of speech. The whole of a sentence is highlighted at once, and its sound is held in
memory at once; the longest real ones, in laws, have some 1,500 characters.
"""


def split(post: Post) -> Post:
    """The post with its text split into sentences, numbered; no character is lost or moved."""
    return replace(post, blocks=_Numbering().blocks(post.blocks, post.language))


class _Numbering:
    """Gives out the ids of one post."""

    def __init__(self) -> None:
        self._last = 0

    def _id(self) -> str:
        self._last += 1
        return f"s{self._last}"

    def blocks(self, blocks: tuple[Block, ...], language: str) -> tuple[Block, ...]:
        """Blocks with their text split; a paragraph of white space only is dropped."""
        made = (self._block(block, language) for block in blocks)
        return tuple(b for b in made if not isinstance(b, Paragraph | Heading) or b.sentences)

    def _block(self, block: Block, language: str) -> Block:
        made: Block
        match block:
            case Heading() | Paragraph():
                made = replace(block, sentences=self._sentences(block.sentences, language))
            case CodeBlock():
                made = replace(block, id=self._id())
            case Figure():
                number = self._id()
                made = replace(block, id=number, caption=self._sentences(block.caption, language))
            case Table():
                made = self._table(block, language)
            case DefinitionList():
                parts = tuple(self._definition(d, language) for d in block.definitions)
                made = DefinitionList(parts)
            case Passage():
                made = map_children(block, lambda inner: self.blocks(inner, block.language))
            case Listing() | Quote() | Notes() | ThematicBreak():
                made = map_children(block, lambda inner: self.blocks(inner, language))
            case _:
                assert_never(block)
        return made

    def _table(self, table: Table, language: str) -> Table:
        caption = self._sentences(table.caption, language)
        rows = tuple(Row(tuple(self._cell(c, language) for c in r.cells)) for r in table.rows)
        return Table(caption, rows)

    def _cell(self, cell: Cell, language: str) -> Cell:
        return replace(cell, sentences=self._sentences(cell.sentences, language))

    def _definition(self, definition: Definition, language: str) -> Definition:
        term = self._sentences(definition.term, language)
        return Definition(term, self.blocks(definition.blocks, language))

    def _sentences(self, sentences: Sentences, language: str) -> Sentences:
        run = tuple(inline for sentence in sentences for inline in sentence.inlines)
        return tuple(replace(cut, id=self._id()) for cut in cut_run(run, language))


def cut_run(run: tuple[Inline, ...], language: str) -> Sentences:
    """A run of text as sentences without ids; () where it is only white space."""
    row = list(flatten(run))
    texts = [_shown(piece.atom) for piece in row]
    text = "".join(texts)
    if not text.strip() and not any(isinstance(piece.atom, NoteRef) for piece in row):
        return ()
    if not text.strip():
        return (Sentence("", run),)
    barred = _barred(row, texts)
    starts = [start for start in boundaries(text, language) if start not in barred]
    return tuple(_cut(row, texts, list(_bounded(text, starts, barred)), text))


def _bounded(text: str, starts: list[int], barred: set[int]) -> Iterator[int]:
    """The starts, with more of them where a sentence would be longer than `LONGEST`."""
    for begin, end in pairwise([0, *starts, len(text)]):
        at = begin
        if at:
            yield at
        while end - at > LONGEST:
            at = _place(text, at, end, barred)
            if at < end:
                yield at


def _place(text: str, begin: int, end: int, barred: set[int]) -> int:
    """Where to cut what is too long: after the last space, or else before the last letter."""
    places = [n for n in range(begin + LONGEST, begin + LONGEST // 2, -1) if n not in barred]
    for fits in (_after_space, _before_letter):
        found = next((n for n in places if fits(text, n)), None)
        if found:
            return found
    after = (n for n in range(begin + LONGEST, end) if n not in barred)
    return places[0] if places else next(after, end)


def _after_space(text: str, place: int) -> bool:
    return text[place - 1].isspace() and not text[place].isspace()


def _before_letter(text: str, place: int) -> bool:
    return text[place].isalnum()


def _shown(atom: Atom) -> str:
    """The characters that the splitter sees for an atom."""
    match atom:
        case Text() | Code() | Abbreviation():
            return atom.text
        case Picture():
            return PICTURE
        case Break() | NoteRef():
            return plain([atom])
        case _:
            assert_never(atom)


def _barred(row: list[Piece], texts: list[str]) -> set[int]:
    """Offsets at which no sentence may begin: inside code, a short form or a link, if short."""
    barred: set[int] = set()
    at = 0
    link_id, link_from = 0, 0
    for piece, text in zip(row, texts, strict=True):
        link = next((id(w) for w in piece.around if isinstance(w, Link)), 0)
        if link != link_id:
            link_id, link_from = link, at
        if link and at + len(text) - link_from <= _LONGEST_LINK:
            barred.update(range(link_from + 1, at + len(text)))
        elif not isinstance(piece.atom, Text) and len(text) <= LONGEST:
            barred.update(range(at + 1, at + len(text)))
        at += len(text)
    return barred


def _cut(row: list[Piece], texts: list[str], starts: list[int], text: str) -> Iterator[Sentence]:
    """Split a row where sentences start; white space becomes the `tail` of the one before."""
    parts: list[Piece] = []
    coming = iter([*starts, len(text) + 1])
    start = next(coming)
    for at, piece in _slices(row, texts, starts):
        # The mark of a note belongs to the word before it.
        stays = isinstance(piece.atom, NoteRef) and not text[start - 1 : start].isspace()
        if at > start or (at == start and not stays):
            yield _sentence(parts)
            parts, start = [], next(coming)
        parts.append(piece)
    yield _sentence(parts)


def _slices(row: list[Piece], texts: list[str], starts: list[int]) -> Iterator[tuple[int, Piece]]:
    """The pieces with their offsets; plain text is cut where sentences start."""
    at = 0
    for piece, shown in zip(row, texts, strict=True):
        end = at + len(shown)
        inside = starts[bisect_right(starts, at) : bisect_left(starts, end)]
        if not inside:
            yield at, piece
        else:
            for begin, stop in pairwise([at, *inside, end]):
                yield begin, piece.with_text(shown[begin - at : stop - at])
        at = end


def _sentence(parts: list[Piece]) -> Sentence:
    """A sentence from some pieces, without the white space at its end."""
    tail = ""
    while parts and isinstance(parts[-1].atom, Text):
        whole = parts[-1].atom.text
        kept = whole.rstrip()
        tail = whole[len(kept) :] + tail
        if kept:
            parts[-1] = parts[-1].with_text(kept)
            break
        parts.pop()
    return Sentence("", nest(parts), tail)
