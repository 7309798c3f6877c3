"""The only list of formats: one row each. Everything else about a format is in its row.

It is not in the package's `__init__`, so that importing the model does not load every library
that a format uses, and an unchanged run takes about 0.25 s. Pages that offer the other formats get
the rows as values, in `Publication.formats`.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from formats import (
    braille,
    daisy,
    easy_read,
    epub,
    large_print,
    listen,
    low_data,
    mail,
    mp3,
    opds,
    plain_text,
    podcast,
    read_along,
    site,
    sitemap,
    statement,
    take_away,
    transcript,
    word,
)
from formats.model import Blog, Edition, Format, LargePrint, Offer, OutputFile


@dataclass(frozen=True, slots=True)
class PostFormat:
    """A format that is made of each post, and how.

    One that `packs` is made after the others, and gets their files. It is made only of posts for
    which `when` is true.
    """

    format: Format
    render: Callable[[Edition], Iterable[OutputFile]]
    packs: bool = False
    when: Callable[[Edition], bool] = lambda _edition: True


@dataclass(frozen=True, slots=True)
class BlogFormat:
    """A format that is made of the whole blog, and how; the index page links to its files.

    `whole_posts` says that it needs the editions of the posts, and not only their episodes, and
    `heard` that these are with all their sound. One that `packs` is made after all others, and
    gets their files.
    """

    format: Format
    render: Callable[[Blog], Iterable[OutputFile]]
    whole_posts: bool = False
    heard: bool = False
    packs: bool = False


EASY_READ = "easy-read"
"""The format of the easy-read edition that people have signed."""

EASY_SOUND = "easy-read-sound"
"""The format of the easy-read edition as sound, and as a book that speaks."""


def _easy_sound(edition: Edition) -> Iterator[OutputFile]:
    if edition.easy_heard:
        yield from mp3.render(edition.easy_heard)
        yield from epub.render(edition.easy_heard)


_POST_ROWS = (
    PostFormat(
        Format(
            "read-along",
            (Offer("index.html", "read_along", "web_page_with_sound"),),
            always=True,
        ),
        read_along.render,
    ),
    PostFormat(
        Format("mp3", (Offer("{slug}.mp3", "listen", "MP3", heard=True),), always=True),
        mp3.render,
    ),
    PostFormat(
        Format("low-data", (Offer("{slug}.opus", "listen_low_data", "Opus", heard=True),)),
        low_data.render,
    ),
    PostFormat(
        Format("epub", (Offer("{slug}.epub", "book", "EPUB", heard=True),)),
        epub.render,
    ),
    PostFormat(
        Format(
            EASY_READ,
            (
                Offer("easy-read.html", "easy_read", "web_page"),
                Offer("easy-read.pdf", "easy_read_print", "PDF", points=16),
                Offer("easy-read-large.pdf", "easy_read_large", "PDF", points=24),
            ),
            sometimes=("easy-read-whole.html", "easy-read/"),
        ),
        easy_read.render,
        when=easy_read.is_signed,
    ),
    PostFormat(
        Format(
            EASY_SOUND,
            (
                Offer("{slug}-easy-read.mp3", "listen_easy_read", "MP3"),
                Offer("{slug}-easy-read.epub", "book_easy_read", "EPUB"),
            ),
        ),
        _easy_sound,
        when=lambda edition: edition.easy_heard is not None,
    ),
    PostFormat(
        Format(
            "easy-read-draft",
            (Offer("simpler.html", "simpler", "web_page"),),
            sometimes=("simpler-whole.html", "easy-read/"),
            draft=True,
        ),
        easy_read.render,
        when=easy_read.is_draft,
    ),
    PostFormat(
        Format(
            "large-print",
            large_print.offers(LargePrint().sizes),
        ),
        large_print.render,
    ),
    PostFormat(
        Format("word", (Offer("large-print.docx", "large_print_file", "Word", points=18),)),
        word.render,
    ),
    PostFormat(
        Format(
            "braille",
            (
                Offer(braille.BRF, "braille", "BRF"),
                Offer(braille.BOOK, "braille_book", "EBRL"),
                Offer(braille.PEF, "braille_to_emboss", "PEF"),
            ),
        ),
        braille.render,
        when=lambda edition: edition.braille is not None,
    ),
    PostFormat(Format("text", (Offer("{slug}.txt", "plain_text", "text"),)), plain_text.render),
    PostFormat(
        Format(
            "transcript",
            (
                Offer("transcript.vtt", "transcript", "WebVTT"),
                Offer("transcript.srt", "older_transcript", "SubRip"),
            ),
            for_programs=("transcript.json", "chapters.json"),
        ),
        transcript.render,
    ),
    PostFormat(
        Format("email", for_programs=("email.html", "email.txt"), optional=True),
        mail.render,
    ),
    PostFormat(
        Format(
            "daisy202",
            (Offer(f"{{slug}}{daisy.DAISY_202}", "talking_book", "DAISY 2.02", heard=True),),
            optional=True,
        ),
        daisy.render_202,
    ),
    PostFormat(
        Format(
            "daisy3",
            (Offer(f"{{slug}}{daisy.DAISY_3}", "talking_book", "DAISY 3", heard=True),),
            optional=True,
        ),
        daisy.render_3,
    ),
    PostFormat(
        Format("zip", (Offer("{slug}.zip", "take_away", "ZIP"),), optional=True),
        take_away.render,
        packs=True,
    ),
)

_BLOG_ROWS = (
    BlogFormat(Format("podcast"), podcast.render_blog),
    BlogFormat(Format("catalog", for_programs=("opds.json",)), opds.render_blog),
    BlogFormat(
        Format("sitemap", for_programs=("sitemap.xml", "robots.txt"), always=True),
        sitemap.render_blog,
    ),
    BlogFormat(
        Format("listen", for_programs=(listen.SCRIPT, listen.PAGE, listen.SNIPPET)),
        listen.render_blog,
    ),
    BlogFormat(
        Format("index", for_programs=("404.html", "reader/"), always=True), site.render_blog
    ),
    BlogFormat(Format("statement", always=True), statement.render_blog),
    BlogFormat(Format("book"), epub.render_blog, whole_posts=True, heard=True),
    BlogFormat(Format("text-book"), epub.render_blog_text, whole_posts=True),
    BlogFormat(
        Format("blog-daisy202", optional=True), daisy.render_blog_202, whole_posts=True, heard=True
    ),
    BlogFormat(
        Format("blog-daisy3", optional=True), daisy.render_blog_3, whole_posts=True, heard=True
    ),
    BlogFormat(Format("blog-zip", optional=True), take_away.render_blog, packs=True),
)

POST_FORMATS: Mapping[str, PostFormat] = {row.format.name: row for row in _POST_ROWS}
"""The formats of a post by name, in the order in which they are offered."""

BLOG_FORMATS: Mapping[str, BlogFormat] = {row.format.name: row for row in _BLOG_ROWS}

FORMATS: tuple[Format, ...] = tuple(row.format for row in (*_POST_ROWS, *_BLOG_ROWS))
"""Every format, those of a post first."""


USUAL = tuple(row.name for row in FORMATS if not row.optional)
"""The formats that are made where the settings name none."""

DRAFTS = tuple(row.name for row in FORMATS if row.draft)
"""Drafts that nobody has checked: made for the editor, and published only by a setting."""


def chosen(names: Collection[str], sizes: Sequence[int] = ()) -> tuple[Format, ...]:
    """The formats of these names, and those that are always made.

    `sizes` are those of the large print, in points; () for the usual ones.
    """
    return tuple(_sized(row, sizes) for row in FORMATS if row.always or row.name in names)


def _sized(row: Format, sizes: Sequence[int]) -> Format:
    if row.name != "large-print" or not sizes:
        return row
    return replace(row, offers=large_print.offers(sizes))
