"""The first draft of an easy-read edition: what a computer can prepare of a post.

One sentence a row, with small rewriting that kept its meaning (`rewrite`), series as lists, and
the hard words that we know. It says all that the post says; people choose, shorten and check.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import assert_never

from formats import walk
from formats.easy_read.concepts import picture_of
from formats.easy_read.hard_words import Glossary, Own
from formats.easy_read.inlines import reworded_run
from formats.easy_read.lists import broken
from formats.easy_read.quotations import quoting
from formats.languages import primary
from formats.memo import memoised
from formats.model import (
    Block,
    CodeBlock,
    DefinitionList,
    Figure,
    Foreign,
    Heading,
    Inline,
    Listing,
    Media,
    Notes,
    Paragraph,
    Passage,
    Picture,
    Post,
    Quote,
    Sentence,
    Sentences,
    Table,
    Text,
    ThematicBreak,
)
from formats.tables import column_headers
from pipeline.easy_read import words
from pipeline.easy_read.easy_file import (
    SUFFIX,
    EasyFile,
    FileRow,
    Meaning,
    RowPicture,
    Source,
    SourceGroup,
)
from pipeline.easy_read.fidelity import changes
from pipeline.easy_read.main_points import LONGEST, main_points
from pipeline.easy_read.rewrite import rewrite
from pipeline.easy_read.state import digest_of
from pipeline.split.sentences import cut_run

_RUBBISH = ("img_", "dsc_", "dscn", "screenshot", "image")


def draft(post: Post, own: Own = (), media: Iterable[Media] = ()) -> EasyFile:
    """The draft of a post, which has been split.

    `own` are the editor's hard words; `media` the pictures of the post that are there.
    """
    glossary = Glossary(own)
    there = frozenset(one.path for one in media)
    drafter = _Drafter(primary(post.language) == "en", glossary, there)
    whole = tuple(drafter.blocks(post.blocks))
    points = tuple(_point(unit, whole) for unit in main_points(post))
    meanings = tuple(Meaning(hard.word, hard.meaning) for hard in glossary.met if hard.meaning)
    made = EasyFile(
        name=f"{post.slug}{SUFFIX}",
        title=" ".join(post.title.split()),
        facts=(("post", post.slug),),
        main_points=points,
        whole=whole,
        meanings=tuple(sorted(meanings, key=lambda m: m.word.lower())),
    )
    return made.with_facts(drafted=digest_of(made))


def sentences_of(post: Post) -> tuple[Source, ...]:
    """Every sentence of a post, as it stands in the file; of a picture, what describes it."""
    return tuple(Source(unit.id, _shown(unit)) for unit in walk.units(post.blocks))


def _shown(unit: walk.Unit) -> str:
    match unit:
        case Sentence():
            return " ".join(walk.plain(unit.inlines).split())
        case Figure():
            return " ".join((unit.picture.alt or "").split())
        case CodeBlock():
            return " ".join(unit.text.split())[:200]


def _point(unit: str, whole: Iterable[SourceGroup]) -> SourceGroup:
    """A main point: the rows of the draft that say it, or an empty one for the editor."""
    group = next(g for g in whole if any(source.id == unit for source in g.sources))
    source = next(source for source in group.sources if source.id == unit)
    short = len(group.sources) == 1 and all(_length(row) <= LONGEST for row in group.rows)
    return SourceGroup((source,), group.rows if short and group.rows else (FileRow(""),))


def _length(row: FileRow) -> int:
    return len(" ".join((row.words, *row.entries)).split())


@dataclass(frozen=True, slots=True)
class _Drafter:
    """Makes groups of blocks; `changes` is False where words stay as they are.

    `there` are the paths of the pictures of the post that can be shown.
    """

    changes: bool
    glossary: Glossary
    there: frozenset[str]

    def blocks(self, blocks: Iterable[Block]) -> Iterator[SourceGroup]:
        """Blocks as groups; the words before a list go with its entries."""
        waiting: SourceGroup | None = None
        for block in blocks:
            lead, waiting = waiting, None
            if lead and isinstance(block, Listing) and (entries := self._entries(block)):
                yield _listed(lead, entries, numbered=block.ordered)
                continue
            if lead:
                yield lead
            groups = list(self._block(block))
            if isinstance(block, Paragraph) and groups and _leads(groups[-1]):
                waiting = groups.pop()
            yield from groups
        if waiting:
            yield waiting

    def _block(self, block: Block) -> Iterator[SourceGroup]:
        match block:
            case Heading(_, sentences):
                heading = " ".join(words.write(s.inlines) for s in sentences)
                yield SourceGroup(_sources(sentences), heading=heading)
            case Paragraph(sentences):
                yield from self._sentences(sentences)
            case Table():
                yield from self._table(block)
            case Figure():
                yield from self._figure(block)
            case CodeBlock():
                yield SourceGroup((Source(block.id, _shown(block)),))
            case ThematicBreak():
                return
            case Listing() | DefinitionList() | Quote() | Passage() | Notes():
                yield from self._container(block)
            case _:
                assert_never(block)

    def _container(
        self, block: Listing | DefinitionList | Quote | Passage | Notes
    ) -> Iterator[SourceGroup]:
        match block:
            case Listing(items=items):
                for item in items:
                    yield from self.blocks(item.blocks)
            case DefinitionList(definitions):
                for definition in definitions:
                    yield from self._sentences(definition.term)
                    yield from self.blocks(definition.blocks)
            case Quote(blocks):
                kept = replace(self, changes=False)
                yield from _quoted(list(kept.blocks(blocks)))
            case Passage(language, blocks):
                kept = replace(self, changes=False)
                yield from (_in_language(group, language) for group in kept.blocks(blocks))
            case Notes(notes):
                for note in notes:
                    yield from self.blocks(note.blocks)
            case _:
                assert_never(block)

    # --- sentences ----------------------------------------------------------------------

    def _sentences(self, sentences: Sentences) -> Iterator[SourceGroup]:
        for sentence, quotes in zip(sentences, quoting(sentences), strict=True):
            yield SourceGroup(_sources((sentence,)), self._rows(sentence, keep=quotes))

    def _rows(self, sentence: Sentence, *, keep: bool) -> tuple[FileRow, ...]:
        """The rows of a sentence: mostly one, two where it was split, none without words."""
        runs = (sentence.inlines,) if keep or not self.changes else _reworded(sentence.inlines)
        rows = (self._row(run) for run in runs)
        pictures = (inline for inline in sentence.inlines if isinstance(inline, Picture))
        picture = next(
            (RowPicture(p.src, p.alt or "") for p in pictures if p.src in self.there), None
        )
        found = [row for row in rows if row.words]
        if picture:
            found = [replace(found[0], picture=picture), *found[1:]] if found else []
        return tuple(found)

    def _row(self, run: tuple[Inline, ...]) -> FileRow:
        lead, entries = (broken(run) if self.changes else None) or (run, ())
        if self.changes:
            self.glossary.flag(run)
        name = picture_of(walk.plain(run)) if self.changes else None
        return FileRow(
            words.write(lead),
            tuple(map(words.write, entries)),
            picture=RowPicture(name) if name else None,
        )

    # --- other blocks -------------------------------------------------------------------

    def _entries(self, listing: Listing) -> list[SourceGroup]:
        """The entries of a list, one group each; none if one is more than a sentence."""
        groups = [list(self.blocks(item.blocks)) for item in listing.items]
        simple = all(
            len(g) == 1 and len(g[0].rows) == 1 and _is_plain(g[0].rows[0]) for g in groups
        )
        return [group for (group,) in groups] if simple else []

    def _table(self, table: Table) -> Iterator[SourceGroup]:
        """A row for each row of a table: each cell below the name of its column."""
        yield from self._sentences(table.caption)
        for row, heads in zip(table.rows, column_headers(table), strict=True):
            cells = [
                (cell.sentences, head)
                for cell, head in zip(row.cells, heads, strict=True)
                if cell.sentences
            ]
            sources = tuple(s for sentences, _ in cells for s in _sources(sentences))
            if cells and any(head for _, head in cells):
                said = [_cell(sentences, head) for sentences, head in cells]
                first, rest = (said[0], said[1:]) if len(said) > 1 else (said[0], [])
                yield SourceGroup(sources, (FileRow(first, tuple(rest)),))
            elif sources:
                yield SourceGroup(sources)  # the names of the columns, which each row has

    def _figure(self, figure: Figure) -> Iterator[SourceGroup]:
        """A picture of the post with its caption, or with what describes it."""
        alt = "" if is_rubbish(figure.picture.alt) else figure.picture.alt or ""
        sources = (Source(figure.id, _shown(figure)), *_sources(figure.caption))
        captions = [row for s in figure.caption for row in self._rows(s, keep=False)]
        said = captions or ([FileRow(words.write((Text(alt),)))] if alt else [])
        shown = figure.picture.src in self.there
        picture = RowPicture(figure.picture.src, alt if captions else "") if shown else None
        rows = [replace(said[0], picture=picture), *said[1:]] if said else []
        yield SourceGroup(sources, tuple(rows))


def is_rubbish(alt: str | None) -> bool:
    """Whether a description is the name of a file, such as IMG_1856: nothing for readers."""
    low = (alt or "").strip().lower()
    named = low.endswith((".jpg", ".jpeg", ".png", ".gif", ".webp", ".svg"))
    return named or (low.startswith(_RUBBISH) and any(sign.isdigit() for sign in low))


def _sources(sentences: Iterable[Sentence]) -> tuple[Source, ...]:
    return tuple(Source(s.id, _shown(s)) for s in sentences)


def _leads(group: SourceGroup) -> bool:
    """Whether a group ends with words that a list goes on from."""
    return bool(group.rows) and group.rows[-1].words.endswith(":") and not group.rows[-1].entries


def _is_plain(row: FileRow) -> bool:
    return not row.entries and not row.picture


def _listed(lead: SourceGroup, entries: Iterable[SourceGroup], *, numbered: bool) -> SourceGroup:
    """The words before a list and its entries as one row."""
    entries = tuple(entries)
    last = replace(
        lead.rows[-1],
        entries=tuple(group.rows[0].words for group in entries),
        numbered=numbered,
    )
    sources = (*lead.sources, *(source for group in entries for source in group.sources))
    return SourceGroup(sources, (*lead.rows[:-1], last))


def _cell(sentences: Sentences, head: str) -> str:
    said = " ".join(words.write(s.inlines) for s in sentences)
    return f"{words.write((Text(head),))}: {said}" if head else said


def _quoted(groups: list[SourceGroup]) -> Iterator[SourceGroup]:
    """A quotation in quotation marks, where it has none of its own."""
    said = [n for n, group in enumerate(groups) if group.rows]
    for number, group in enumerate(groups):
        rows = list(group.rows)
        if said and number == said[0] and not rows[0].words.startswith(("“", '"', "«", "‘")):
            rows[0] = replace(rows[0], words=f"“{rows[0].words}")
        if said and number == said[-1] and not rows[-1].words.endswith(("”", '"', "»", "’")):
            rows[-1] = replace(rows[-1], words=f"{rows[-1].words}”")
        yield replace(group, rows=tuple(rows))


def _in_language(group: SourceGroup, language: str) -> SourceGroup:
    """The rows of a passage in another language, marked as such."""
    rows = (
        replace(row, words=_marked(row.words, language), entries=_marked_each(row, language))
        for row in group.rows
    )
    return replace(group, rows=tuple(rows))


def _marked_each(row: FileRow, language: str) -> tuple[str, ...]:
    return tuple(_marked(entry, language) for entry in row.entries)


def _marked(written: str, language: str) -> str:
    return words.write((Foreign(language, words.read(written)),))


def _reworded(run: tuple[Inline, ...]) -> tuple[tuple[Inline, ...], ...]:
    """A sentence after the rules that kept its meaning: two where it was split."""
    plain = walk.plain(run)
    if all(isinstance(inline, Text) for inline in run):
        return _rewritten(plain)
    changed = reworded_run(run)
    return (run,) if changes(plain, walk.plain(changed)) else (changed,)


@memoised
def _rewritten(plain: str) -> tuple[tuple[Inline, ...], ...]:
    return tuple(s.inlines for s in cut_run((Text(rewrite(plain)),), "en"))
