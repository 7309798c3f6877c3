"""Editions made by hand: posts of every kind, narrated with exact silence.

Text is written without ids; `post_of` has it split into sentences and numbered in reading
order. Each unit is then "spoken" for a fixed time and followed by a
fixed pause, so that a test can work out every cue by itself.
"""

import io
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeAlias, TypeVar

from PIL import Image

from formats import walk
from formats.braille.uncontracted import UNCONTRACTED
from formats.chapters import chapters
from formats.clock import milliseconds
from formats.model import (
    Abbreviation,
    Block,
    Blog,
    Break,
    Cell,
    Code,
    CodeBlock,
    Cue,
    Definition,
    DefinitionList,
    Edition,
    Episode,
    Figure,
    Foreign,
    Heading,
    Inline,
    Item,
    Link,
    Listing,
    Media,
    Narration,
    Note,
    NoteRef,
    Notes,
    Packets,
    Paragraph,
    Passage,
    Picture,
    Post,
    Publication,
    Quote,
    Row,
    Sentence,
    Sentences,
    Style,
    Styled,
    Table,
    Text,
    ThematicBreak,
    Typeface,
)
from formats.ogg_opus import CLOCK, PACKET
from formats.registry import FORMATS
from pipeline.publish import typefaces
from pipeline.split.sentences import split

# --- sound: MPEG-2 layer III, 24 kHz mono, 64 kb/s; a frame is 192 bytes and 576 samples ----

RATE = 24_000
FRAME_SAMPLES = 576
FRAME = bytes.fromhex("fff384c0") + bytes(188)
"""One frame whose side information is all zeros: it decodes to silence."""

SILENT_PACKET = bytes.fromhex("f8fffe")
"""20 ms of silence as Opus, one channel."""

SPOKEN_FRAMES = 20
"""How long each unit is heard: 480 ms."""

PAUSE_FRAMES = 5
"""The silence after each unit: 120 ms."""

# --- words --------------------------------------------------------------------------------

Words: TypeAlias = str | Inline
T = TypeVar("T")


def sentence(*words: Words, tail: str = "") -> Sentence:
    """One sentence of text and inlines, still without its id."""
    return Sentence("", tuple(Text(w) if isinstance(w, str) else w for w in words), tail)


def sentences(*written: str | Sentence) -> Sentences:
    """A block's sentences, with a space between them."""
    made = [sentence(w) if isinstance(w, str) else w for w in written]
    run = [inline for s in made for inline in (Text(" "), *s.inlines)]
    return (Sentence("", tuple(run[1:])),)


def paragraph(*written: str | Sentence) -> Paragraph:
    """A paragraph, a sentence for each argument."""
    return Paragraph(sentences(*written))


def heading(level: int, words: str) -> Heading:
    """A heading of one sentence."""
    return Heading(level, sentences(words))


def bullets(*entries: str | Block) -> Listing:
    """A list without numbers, one block for each entry."""
    return Listing(
        False,  # noqa: FBT003 - the model's own order
        1,
        tuple(Item((paragraph(e) if isinstance(e, str) else e,)) for e in entries),
    )


def cell(words: str, *, header: bool = False, columns: int = 1, rows: int = 1) -> Cell:
    """One cell of a table; an empty one holds no sentence."""
    return Cell(sentences(words) if words else (), header, columns, rows)


def numbered(*blocks: Block, language: str = "en-GB") -> tuple[Block, ...]:
    """The same blocks with the sentences and the ids that every edition shares."""
    return split(_post(blocks, {"language": language})).blocks


# --- pictures and fonts -------------------------------------------------------------------


def picture(path: str, *, width: int = 64, height: int = 48, frames: int = 1) -> Media:
    """A plain picture of the kind that the path's suffix names; a GIF may have several frames."""
    kind = {"jpg": "JPEG", "png": "PNG", "gif": "GIF", "webp": "WEBP"}[path.rsplit(".", 1)[-1]]
    images = [Image.new("RGB", (width, height), (20, 60, 90 + 60 * n % 160)) for n in range(frames)]
    out = io.BytesIO()
    rest: dict[str, Any] = {"save_all": True, "append_images": images[1:]} if frames > 1 else {}
    images[0].save(out, kind, **rest)
    return Media(path, f"image/{kind.lower()}", out.getvalue(), width, height)


def drawing(path: str) -> Media:
    """A small SVG picture."""
    data = (
        b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 30" width="40" height="30">'
        b'<rect width="40" height="30" fill="#246"/></svg>'
    )
    return Media(path, "image/svg+xml", data, 40, 30)


def typeface() -> Typeface:
    """The typeface that print is made with."""
    return typefaces.typeface(Path(tempfile.gettempdir()) / "allways-tests")


PUBLICATION = Publication(
    title="Tide & Time",
    language="en-GB",
    base_url="https://example.org/",
    guid="917393e3-1b1e-5cef-ace4-edaa54e1f810",
    cover=picture("cover.jpg", width=1400, height=1400),
    typeface=typeface(),
    formats=FORMATS,
    slug="tide-and-time",
    description="Notes from the shore.",
    author="Ada Shore",
    email="ada@example.org",
    licence="CC BY 4.0",
)

# --- posts, editions, blogs ---------------------------------------------------------------


def post_of(*blocks: Block, **fields: Any) -> Post:
    """A post with numbered sentences; any field of `Post` may be given by name."""
    return split(_post(blocks, fields))


def _post(blocks: tuple[Block, ...], fields: Mapping[str, Any]) -> Post:
    given: dict[str, Any] = {
        "slug": "a-post",
        "title": "A post",
        "language": "en-GB",
        "authors": ("Ada Shore",),
        "published": datetime(2024, 3, 5, 9, 30, tzinfo=UTC),
        "placed": datetime(2024, 3, 5, 9, 30, tzinfo=UTC),
    }
    return Post(blocks=blocks, **(given | dict(fields)))


def edition_of(
    post: Post, media: tuple[Media, ...] = (), publication: Publication = PUBLICATION
) -> Edition:
    """An edition of a post: framed, scripted in its own words and narrated with silence."""
    opening, closing = _frame(post, publication)
    about = opening[1:-1]
    whole = Edition(publication, post, opening, closing, (silence(()),), media, about)
    return narrated(replace(whole, braille=UNCONTRACTED))


def narrated(whole: Edition) -> Edition:
    """The same edition, scripted in its own words and narrated with silence."""
    script = tuple((unit.id, said) for unit, said in _said(tuple(walk.edition_units(whole))))
    narration = replace(silence(tuple(unit for unit, _ in script)), script=script)
    return replace(whole, narrations=(narration,))


def edition(*blocks: Block, **fields: Any) -> Edition:
    """An edition of a post of these blocks, without pictures."""
    return edition_of(post_of(*blocks, **fields))


def _frame(post: Post, publication: Publication) -> tuple[Sentences, Sentences]:
    lines = [("title", post.title), ("from", f"From {publication.title}.")]
    if post.authors:
        lines.append(("byline", f"By {', '.join(post.authors)}."))
    if post.published:
        lines.append(("date", f"{post.published.day} {post.published:%B %Y}."))
    lines.append(("voice", "Read by a test voice."))
    opening = tuple(Sentence(unit, (Text(words),)) for unit, words in lines)
    return opening, (Sentence("end", (Text(f"End of {post.title}."),)),)


def _said(units: tuple[walk.Unit, ...]) -> Iterator[tuple[walk.Unit, str]]:
    for unit in units:
        match unit:
            case Sentence():
                yield unit, walk.plain(unit.inlines)
            case Figure():
                yield unit, f"Picture: {unit.picture.alt or 'without description'}."
            case CodeBlock():
                yield unit, f"Program text, {len(unit.text.splitlines())} lines, not read out."


def silence(units: tuple[str, ...]) -> Narration:
    """A narration that gives each unit the same time, one clip a unit."""
    step = SPOKEN_FRAMES + PAUSE_FRAMES
    cues = tuple(
        Cue(unit, n * step * FRAME_SAMPLES, (n * step + SPOKEN_FRAMES) * FRAME_SAMPLES)
        for n, unit in enumerate(units)
    )
    frames = len(units) * step
    clips = (step * FRAME_SAMPLES,) * len(units)
    voices = ("a test voice",)
    sound = (FRAME * step,) * len(units)
    made = Narration(sound, RATE, frames * FRAME_SAMPLES, clips, cues, 64, voices=voices)
    packets = -(-step * FRAME_SAMPLES * CLOCK // (RATE * PACKET)) + 1
    still = Packets((len(SILENT_PACKET),) * packets, SILENT_PACKET * packets)
    return replace(made, small=(still,) * len(units))


def blog_of(*editions: Edition, publication: Publication = PUBLICATION) -> Blog:
    """A blog of some editions, in the order given."""
    return Blog(publication, tuple(map(episode_of, editions)), editions)


def episode_of(edition: Edition) -> Episode:
    """The card of an edition, with no files."""
    sound = edition.narration
    return Episode(
        edition.post,
        milliseconds(sound.samples, sound.rate),
        walk.word_count(edition.post),
        len(sound.cues),
        len(sound.cues),
        sound.voices,
        chapters(edition),
        (),
    )


# --- samples ------------------------------------------------------------------------------

RICH_MEDIA: tuple[Media, ...] = (
    picture("pictures/harbour.jpg"),
    picture("pictures/mark.png", width=16, height=16),
    drawing("pictures/drawing.svg"),
)
"""The pictures that `rich_post` shows."""


def rich_post(**fields: Any) -> Post:
    """A post with every kind of block and every kind of inline."""
    return post_of(
        *_running_text(),
        *_lists(),
        *_standing(),
        Notes(
            (
                Note("n1", "1", (paragraph("A first note.", "It has two sentences."),)),
                Note("n2", "2", (paragraph("A second note."), bullets("with a list"))),
            )
        ),
        **({"slug": "rich", "title": "Salt & <Light>", "tags": ("sea", "light")} | fields),
    )


def _running_text() -> tuple[Block, ...]:
    return (
        paragraph(
            sentence(
                "The ",
                Styled(Style.EMPHASIS, (Text("low "), Styled(Style.STRONG, (Text("tide"),)))),
                " came in at ",
                Abbreviation("GMT", "Greenwich Mean Time"),
                ".",
                NoteRef("n1", "1"),
            ),
            sentence("See ", Link("https://example.org/a?b=1&c=2", (Text("the tables"),)), "."),
            sentence("Type ", Code("tide --now"), " & press ", _styled(Style.KEYBOARD, "Enter")),
        ),
        heading(2, "Water"),
        paragraph(
            sentence("H", _styled(Style.SUBSCRIPT, "2"), "O, m", _styled(Style.SUPERSCRIPT, "2")),
            sentence(_styled(Style.DELETED, "Old"), " ", _styled(Style.INSERTED, "new"), "."),
            sentence(_styled(Style.MARK, "Marked"), " and ", _styled(Style.QUOTATION, "quoted")),
            sentence("In Welsh, ", Foreign("cy", (Text("y môr"),)), ".", NoteRef("n2", "2")),
            sentence("A mark ", Picture("pictures/mark.png", "of a wave"), " in the text."),
        ),
        paragraph(sentence("Ada Shore", Break(), "The Quay")),
        heading(3, "Deeper"),
    )


def _styled(style: Style, words: str) -> Styled:
    return Styled(style, (Text(words),))


def _lists() -> tuple[Block, ...]:
    return (
        bullets("one", "two", bullets("two and a half", "two and two thirds"), "three"),
        Listing(
            True,  # noqa: FBT003 - the model's own order
            4,
            (Item((paragraph("four"), paragraph("more of four"))), Item((paragraph("five"),))),
        ),
        DefinitionList((Definition(sentences("Ebb"), (paragraph("The tide going out."),)),)),
        Quote((paragraph("Time and tide", "wait for no man."),)),
        Passage("fr", (paragraph("La mer monte."), bullets("le sable"))),
    )


def _standing() -> tuple[Block, ...]:
    return (
        heading(2, "Things that stand by themselves"),
        CodeBlock("", 'if tide < 2 and sea["a"] > 1:\n    wait()\n', "python"),
        Figure("", Picture("pictures/harbour.jpg", "The harbour at noon"), sentences("A caption.")),
        Figure("", Picture("pictures/drawing.svg", "A dark rectangle"), ()),
        ThematicBreak(),
        Table(
            sentences("Tides of the week"),
            (
                Row((cell("Day", header=True), cell("Height", header=True))),
                Row((cell("Monday", header=True), cell("2.1 m"))),
                Row((cell("Tuesday", header=True), cell(""))),
                Row((cell("No more this week", columns=2),)),
            ),
        ),
        paragraph("That is all."),
    )


def _deep(levels: int) -> Listing:
    inner: Block = paragraph("The deepest entry.")
    for level in range(levels, 0, -1):
        inner = Listing(bool(level % 2), 1, (Item((paragraph(f"Level {level}."), inner)), Item(())))
    assert isinstance(inner, Listing)
    return inner


HOSTILE = (
    "<&>\"' ]]> --> &amp; <script>alert(1)</script> \u00a0\u200b\u2028\u202e\ufeff 🌊\U0001f1fc"
)
"""Characters that break a writer which pastes strings together; all are allowed in XML."""

AWKWARD: Mapping[str, Post] = {
    "empty body": post_of(slug="empty"),
    "one word": post_of(paragraph("Sea."), slug="one-word"),
    "nobody, never": post_of(paragraph("Sea."), slug="nobody", authors=(), published=None),
    "right to left": post_of(
        heading(2, "البحر"),
        paragraph("كان البحر هادئا.", "ثم جاءت الريح (قوية)."),
        bullets("رمل", "ملح"),
        slug="rtl",
        title="عند البحر",
        language="ar",
    ),
    "Japanese": post_of(
        Paragraph((sentence("海は静かだった。"), sentence("そして風が来た。"))),
        slug="ja",
        title="海辺にて",
        language="ja",
    ),
    "lists eight deep": post_of(_deep(8), slug="deep"),
    "a thousand paragraphs": post_of(
        *(paragraph("One.", "Two.") for _ in range(1000)), slug="long"
    ),
    "three hundred headings": post_of(
        *(heading(2 + n % 5, f"Part {n}") for n in range(300)), slug="headings"
    ),
    "headings that jump": post_of(
        heading(4, "Low first"), heading(2, "High"), heading(6, "Lowest"), slug="jumps"
    ),
    "pictures that are missing": post_of(
        Figure("", Picture("pictures/gone.jpg", "A boat"), sentences("Gone.")),
        Figure("", Picture("pictures/lost.jpg", None), ()),
        paragraph(sentence("An ", Picture("pictures/away.png", "anchor"), " here.")),
        slug="missing",
    ),
    "pictures without words": post_of(
        Figure("", Picture("pictures/harbour.jpg", None), ()),
        Figure("", Picture("pictures/harbour.jpg", ""), ()),
        slug="wordless",
    ),
    "hostile characters": post_of(
        heading(2, HOSTILE),
        paragraph(sentence(HOSTILE, Link(f"https://example.org/?{HOSTILE}", (Text(HOSTILE),)))),
        CodeBlock("", HOSTILE, HOSTILE),
        slug="hostile",
        title=HOSTILE,
        authors=(HOSTILE,),
        tags=(HOSTILE,),
        summary=HOSTILE,
    ),
    "empty blocks": post_of(
        Paragraph(()),
        Quote(()),
        Listing(False, 1, ()),  # noqa: FBT003 - the model's own order
        DefinitionList(()),
        Table((), ()),
        Table((), (Row(()),)),
        CodeBlock("", "", ""),
        ThematicBreak(),
        paragraph(sentence("")),
        slug="empty-blocks",
    ),
}
"""Posts that must never stop an edition, each under the name of what is awkward in it."""
