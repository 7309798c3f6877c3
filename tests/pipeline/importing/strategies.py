"""Posts as a reader could have made them, with every sign that means something to Markdown."""

from collections.abc import Callable
from pathlib import Path

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

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
    Foreign,
    Heading,
    Inline,
    Item,
    Link,
    Listing,
    Note,
    NoteRef,
    Notes,
    Paragraph,
    Passage,
    Picture,
    Quote,
    Row,
    Sentence,
    Sentences,
    Style,
    Styled,
    Table,
    Text,
    ThematicBreak,
)
from pipeline.errors import AllwaysError
from pipeline.readers import Defaults, markdown
from pipeline.readers.html.headings import normalise
from pipeline.readers.html.white_space import tidy, worth_keeping
from pipeline.readers.shared.chars import collapse, one_line
from pipeline.readers.shared.reading import File

_PIECES = (
    *("walk", "the canal", "1", "2", " ", " ", " ", "\u00a0", "é", "日本", "Ada"),
    *"*_`[]()<>#+-.!&{}|~^=:;\"'$%@/?\\",
    *("**", "``", "[^1]", "](", "![", "<b>", "&amp;", "&copy;", "---", "***", "- ", "1. ", "1) "),
    *(
        "# ",
        "> ",
        "{% if %}",
        "{{ x }}",
        "{: .a}",
        "$$x$$",
        "==",
        "~~",
        "https://a.org/x_y",
        "<!--",
    ),
    *(
        "[TOC]",
        ":::",
        "!!! note",
        "[[wiki]]",
        "*[A]: b",
        "[a]: b",
        ":   ",
        "+++",
        "a@b.org",
        "www.a.b",
    ),
    *(
        "H~2~O",
        "x^2^",
        "^[note]",
        ":smile:",
        ":100:",
        "==mark==",
        "> [!NOTE]",
        "??? note",
        "[[page|words]]",
        "[[Bug #12]]",
        "![[a.png]]",
    ),
    *(
        '[caption id="a"]',
        "[/caption]",
        "[gallery]",
        "{#a}",
        "{{< x >}}",
        "{/* a */}",
        "{x}",
        "<Note>",
        'import A from "b"',
        "export const a = 1",
        "title: a",
        "{::nomarkdown}",
        "${toc}",
        "ftp://a.org",
    ),
)
words = st.lists(st.sampled_from(_PIECES), min_size=1, max_size=8).map("".join).map(collapse)
addresses = st.sampled_from(
    (
        *("https://a.org/b", "https://a.org/Foo_(bar)?x=1&copy=2", "mailto:a@b.org", "other.html"),
        *('https://a.org/"x"', "https://a.org/a b", "https://a.org/[x]", "https://a.org/{y}*z*_q_"),
    )
)
_sources = st.sampled_from(
    ("pictures/a.png", "https://a.org/my picture.png", "https://a.org/(x).png")
)


_lines = words.map(one_line).filter(bool)
pictures = st.builds(Picture, _sources, st.none() | st.just("") | _lines)
_leaves: SearchStrategy[Inline] = st.one_of(
    words.map(Text),
    words.map(Text),
    _lines.map(Code),
    st.builds(Break),
    st.builds(Abbreviation, _lines, _lines),
    pictures,
)


def _around(inner: SearchStrategy[Inline]) -> SearchStrategy[Inline]:
    runs = st.lists(inner, min_size=1, max_size=3).map(tuple)
    styled = st.builds(Styled, st.sampled_from(Style), runs)
    return styled | st.builds(Foreign, st.sampled_from(("cy", "fr-CA")), runs)


_unlinked: SearchStrategy[Inline] = st.recursive(_leaves, _around, max_leaves=4)
_links = st.builds(Link, addresses, st.lists(_unlinked, min_size=1, max_size=2).map(tuple))


def _sentence(run: list[Inline]) -> Sentences:
    made = tidy(run)
    return (Sentence("", made),) if worth_keeping(made) else ()


_runs = st.lists(_unlinked | _links, min_size=1, max_size=5).map(_sentence)
running = _runs.filter(lambda made: bool(made) and not _only_pictures(made[0].inlines))
code = st.builds(
    CodeBlock,
    st.just(""),
    st.lists(words, min_size=1, max_size=3)
    .map("\n".join)
    .filter(lambda text: bool(text.strip()) and text == text.strip("\n")),
    st.sampled_from(("", "python", "c++")),
)


def _only_pictures(run: tuple[Inline, ...]) -> bool:
    """Whether a run is a figure, or several, and not a paragraph."""
    return all(
        isinstance(inline, Picture)
        or (isinstance(inline, Text) and not inline.text.strip())
        or (isinstance(inline, Styled | Foreign | Link) and _only_pictures(inline.children))
        for inline in run
    )


def _cell(*, header: bool) -> SearchStrategy[Cell]:
    return st.builds(Cell, _runs, st.just(header))


def _table(width: int) -> SearchStrategy[Table]:
    """A table with a header row, or one with joined cells."""
    head = st.lists(_cell(header=True), min_size=width, max_size=width).map(tuple).map(Row)
    row = st.lists(_cell(header=False), min_size=width, max_size=width).map(tuple).map(Row)
    wide = st.builds(Cell, running, st.booleans(), st.integers(1, 3), st.integers(1, 3))
    odd = st.lists(wide, min_size=1, max_size=3).map(tuple).map(Row)
    caption = st.just(()) | running
    some = st.lists(row, min_size=1, max_size=3)
    plain = st.tuples(head, some).map(lambda parts: (parts[0], *parts[1]))
    rows = plain | st.lists(odd, min_size=1, max_size=3).map(tuple)
    return st.builds(Table, caption, rows.map(_filled)).filter(lambda table: bool(table.rows))


def _filled(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    return tuple(row for row in rows if any(cell.sentences for cell in row.cells))


_simple: SearchStrategy[Block] = st.one_of(
    st.builds(Paragraph, running),
    st.builds(Paragraph, running),
    code,
    st.builds(Figure, st.just(""), pictures, st.just(()) | running),
    st.integers(1, 3).flatmap(_table),
    st.builds(ThematicBreak),
)


def _containers(inner: SearchStrategy[Block]) -> SearchStrategy[Block]:
    some = st.lists(inner, min_size=1, max_size=3).map(tuple)
    items = st.lists(st.builds(Item, some), min_size=1, max_size=3).map(tuple)
    definitions = st.lists(st.builds(Definition, running, some), min_size=1, max_size=2).map(tuple)
    numbered = st.builds(
        Listing, ordered=st.just(value=True), start=st.integers(0, 120), items=items
    )
    return st.one_of(
        st.builds(Listing, ordered=st.just(value=False), start=st.just(1), items=items),
        numbered,
        st.builds(Quote, some),
        st.builds(Passage, st.just("cy"), some),
        st.builds(DefinitionList, definitions),
    )


_headings = st.builds(Heading, st.integers(2, 4), running)
_nested: SearchStrategy[Block] = st.recursive(_simple, _containers, max_leaves=5)
_bodies = st.lists(_nested | _headings, min_size=1, max_size=5).map(tuple).map(normalise)


def _noted(body: tuple[Block, ...], notes: list[tuple[Block, ...]]) -> tuple[Block, ...]:
    """A body whose last paragraph has a mark for each note."""
    if not notes:
        return body
    marks = tuple(NoteRef(f"n{n}", str(n)) for n in range(1, len(notes) + 1))
    made = tuple(Note(f"n{n}", str(n), inner) for n, inner in enumerate(notes, 1))
    return (*body, Paragraph((Sentence("", (Text("See"), *marks)),)), Notes(made))


_paragraphs = st.lists(st.builds(Paragraph, running), min_size=1, max_size=2).map(tuple)
bodies: SearchStrategy[tuple[Block, ...]] = st.builds(
    _noted, _bodies, st.lists(_paragraphs, max_size=2)
)


def rereader(empty: Path) -> Callable[[str], tuple[Block, ...]]:
    """From Markdown to blocks, as a post in a folder is read."""

    def reread(text: str) -> tuple[Block, ...]:
        data = f"---\ntitle: Written down\n---\n\n{text}".encode()
        try:
            (found,) = markdown.read(File(empty, empty / "a.md", "a.md", data), Defaults()).drafts
        except AllwaysError:
            return ()
        return found.blocks

    return reread
