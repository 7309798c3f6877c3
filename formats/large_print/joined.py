"""Several posts as one: each with names of its own for what the others have, too."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from formats import walk
from formats.addresses import address
from formats.model import (
    Block,
    Break,
    CodeBlock,
    Definition,
    DefinitionList,
    Edition,
    Figure,
    Foreign,
    Heading,
    Inline,
    Link,
    Media,
    NoteRef,
    Notes,
    Paragraph,
    Passage,
    Picture,
    Post,
    Publication,
    Sentence,
    Sentences,
    Styled,
    Table,
    Text,
)
from formats.words import words

_TOP = 2
"""The level of the title of each post; the post's own headings are below it."""


def joined(editions: tuple[Edition, ...], publication: Publication, title: str) -> Edition:
    """One edition of several, in the language of the publication; it must have at least one.

    Each post begins with a heading of the highest level, and its notes stand at its end. Ids,
    notes and pictures are named after their post, and addresses are full ones. A post in another
    language says so. The date is that of the newest post.
    """
    first = editions[0]
    language = publication.language
    blocks = tuple(block for edition in editions for block in _post(edition, language))
    newest = max((edition.post for edition in editions), key=lambda post: post.placed)
    post = Post(
        slug="",
        title=title,
        language=language,
        authors=tuple(dict.fromkeys(a for edition in editions for a in edition.post.authors)),
        published=newest.published,
        placed=newest.placed,
        blocks=blocks,
    )
    media = tuple(one for edition in editions for one in _media(edition))
    return replace(first, publication=publication, post=post, about=(), media=media)


def _media(edition: Edition) -> Iterable[Media]:
    names = _names(edition)
    return (replace(one, path=names.picture(one.path)) for one in edition.media)


def _post(edition: Edition, language: str) -> list[Block]:
    """The title of a post, who wrote it, its blocks, and its notes."""
    post, names = edition.post, _names(edition)
    title: tuple[Inline, ...] = (Text(post.title),)
    body: list[Block] = _facts(edition)
    body += _blocks((b for b in post.blocks if not isinstance(b, Notes)), names)
    for notes in (b for b in post.blocks if isinstance(b, Notes)):
        heading = Sentence(names.unit("notes"), (Text(words(post.language).page.notes),))
        body.append(Heading(_TOP + 1, (heading,)))
        body.append(Passage(post.language, (_block(notes, names),)))
    if post.language != language:
        title = (Foreign(post.language, title),)
        body = [Passage(post.language, tuple(body))]
    return [Heading(_TOP, (Sentence(names.unit("title"), title),)), *body]


def _facts(edition: Edition) -> list[Block]:
    """Who wrote a post and when, a line each."""
    facts = [s for s in edition.about if s.id != "from"]
    lines = [Sentence("", (*s.inlines, Break())) for s in facts[:-1]]
    return [Paragraph((*lines, replace(facts[-1], id="")))] if facts else []


# --- names ------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Names:
    """The names of what belongs to one post; `page` is the address of its page."""

    slug: str
    page: str

    def unit(self, name: str) -> str:
        """The id of a unit or a note; "" stays as it is."""
        return f"{self.slug}-{name}" if name else ""

    def picture(self, path: str) -> str:
        """The path of a picture."""
        return f"{self.slug}/{path}"


def _names(edition: Edition) -> _Names:
    slug = edition.post.slug
    return _Names(slug, f"{edition.publication.base_url}posts/{slug}/")


def _blocks(blocks: Iterable[Block], names: _Names) -> tuple[Block, ...]:
    return tuple(_block(block, names) for block in blocks)


def _block(block: Block, names: _Names) -> Block:  # noqa: PLR0911 - a case for each kind
    match block:
        case Heading():
            return Heading(block.level + 1, _sentences(block.sentences, names))
        case Paragraph():
            return Paragraph(_sentences(block.sentences, names))
        case CodeBlock():
            return replace(block, id=names.unit(block.id))
        case Figure():
            picture = replace(block.picture, src=names.picture(block.picture.src))
            return Figure(names.unit(block.id), picture, _sentences(block.caption, names))
        case Table():
            return _table(block, names)
        case DefinitionList():
            return DefinitionList(
                tuple(
                    Definition(_sentences(d.term, names), _blocks(d.blocks, names))
                    for d in block.definitions
                )
            )
        case Notes():
            return Notes(
                tuple(
                    replace(note, id=names.unit(note.id), blocks=_blocks(note.blocks, names))
                    for note in block.notes
                )
            )
        case _:
            return walk.map_children(block, lambda inner: _blocks(inner, names))


def _table(table: Table, names: _Names) -> Table:
    rows = tuple(
        replace(
            row,
            cells=tuple(replace(c, sentences=_sentences(c.sentences, names)) for c in row.cells),
        )
        for row in table.rows
    )
    return Table(_sentences(table.caption, names), rows)


def _sentences(sentences: Sentences, names: _Names) -> Sentences:
    return tuple(Sentence(names.unit(s.id), _inlines(s.inlines, names), s.tail) for s in sentences)


def _inlines(run: Iterable[Inline], names: _Names) -> tuple[Inline, ...]:
    return tuple(_inline(inline, names) for inline in run)


def _inline(inline: Inline, names: _Names) -> Inline:
    match inline:
        case Link():
            to = address(inline.href, names.page) or "#"
            return Link(to, _inlines(inline.children, names))
        case NoteRef():
            return NoteRef(names.unit(inline.note), inline.label)
        case Picture():
            return Picture(names.picture(inline.src), inline.alt)
        case Styled() | Foreign():
            return replace(inline, children=_inlines(inline.children, names))
        case _:
            return inline
