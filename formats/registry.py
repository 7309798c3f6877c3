"""The only list of formats: one row each. Everything else about a format is in its row.

A format is loaded when it is first made: its libraries cost a process up to 0.1 s each, and most
processes make few of them. Pages that offer the other formats get the rows as values, in
`Publication.formats`.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from importlib import import_module
from typing import Any

from formats.model import Blog, Edition, Format, LargePrint, Offer, OutputFile
from formats.offers import (
    BRF,
    DAISY_3,
    DAISY_202,
    EBRAILLE,
    GIANT,
    LISTEN_PAGE,
    LISTEN_SCRIPT,
    LISTEN_SNIPPET,
    PEF,
    PRINT_PAGE,
    print_path,
)


def _itself(whole: Any) -> Any:
    return whole


@dataclass(frozen=True, slots=True)
class Renderer:
    """Makes the files of a format by a function of modules, which are loaded when it is called.

    `modules` are their names in this package. They are given what `of` takes from the edition
    or the blog; where that is None, there are no files.
    """

    modules: tuple[str, ...]
    function: str = "render"
    of: Callable[[Any], Any] = _itself

    def load(self) -> tuple[Callable[[Any], Iterable[OutputFile]], ...]:
        """The function of each module."""
        loaded = [import_module(f"formats.{module}") for module in self.modules]
        return tuple(getattr(module, self.function) for module in loaded)

    def __call__(self, whole: Edition | Blog) -> Iterator[OutputFile]:
        """The files, those of one module after those of the other."""
        given = self.of(whole)
        for render in self.load() if given is not None else ():
            yield from render(given)


@dataclass(frozen=True, slots=True)
class PostFormat:
    """A format that is made of each post, and how.

    One that `packs` is made after the others, and gets their files. It is made only of posts for
    which `when` is true.
    """

    format: Format
    render: Renderer
    packs: bool = False
    when: Callable[[Edition], bool] = lambda _edition: True


@dataclass(frozen=True, slots=True)
class BlogFormat:
    """A format that is made of the whole blog, and how; the index page links to its files.

    `whole_posts` says that it needs the editions of the posts, and not only their episodes, and
    `heard` that these are with all their sound; one that has `kept` pieces of posts asks for few
    of them. One that `packs` is made after all others, and gets their files.
    """

    format: Format
    render: Renderer
    whole_posts: bool = False
    heard: bool = False
    kept: bool = False
    packs: bool = False


BRAILLE = "braille"
"""The format that is made where this machine can write a post's braille code."""

LARGE_PRINT = "large-print"
"""The format of large print as PDF and as a page."""

EASY_READ = "easy-read"
"""The format of the easy-read edition that people have signed."""

EASY_SOUND = "easy-read-sound"
"""The format of the easy-read edition as sound, and as a book that speaks."""


def _easy_heard(edition: Edition) -> Edition | None:
    return edition.easy_heard


def _of(module: str, function: str = "render") -> Renderer:
    return Renderer((module,), function)


def _is_signed(edition: Edition) -> bool:
    """Whether people have checked and signed an easy-read edition of the post."""
    return edition.easy is not None and edition.easy.is_signed


def _is_draft(edition: Edition) -> bool:
    """Whether there is an easy-read edition that nobody has signed."""
    return edition.easy is not None and not edition.easy.is_signed


def _prints(sizes: Sequence[int]) -> tuple[Offer, ...]:
    """The files of the large print, for these sizes in points."""
    prints = (
        Offer(print_path(n), "giant_print" if n >= GIANT else "large_print", "PDF", points=n)
        for n in sizes
    )
    return (*prints, Offer(PRINT_PAGE, "large_print_page", "web_page"))


_POST_ROWS = (
    PostFormat(
        Format(
            "read-along",
            (Offer("index.html", "read_along", "web_page_with_sound"),),
            always=True,
        ),
        _of("read_along"),
    ),
    PostFormat(
        Format("mp3", (Offer("{slug}.mp3", "listen", "MP3", heard=True),), always=True),
        _of("mp3"),
    ),
    PostFormat(
        Format("low-data", (Offer("{slug}.opus", "listen_low_data", "Opus", heard=True),)),
        _of("low_data"),
    ),
    PostFormat(
        Format("epub", (Offer("{slug}.epub", "book", "EPUB", heard=True),)),
        _of("epub"),
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
        _of("easy_read"),
        when=_is_signed,
    ),
    PostFormat(
        Format(
            EASY_SOUND,
            (
                Offer("{slug}-easy-read.mp3", "listen_easy_read", "MP3"),
                Offer("{slug}-easy-read.epub", "book_easy_read", "EPUB"),
            ),
        ),
        Renderer(("mp3", "epub"), of=_easy_heard),
        when=lambda edition: edition.easy_heard is not None,
    ),
    PostFormat(
        Format(
            "easy-read-draft",
            (Offer("simpler.html", "simpler", "web_page"),),
            sometimes=("simpler-whole.html", "easy-read/"),
            draft=True,
        ),
        _of("easy_read"),
        when=_is_draft,
    ),
    PostFormat(
        Format(
            LARGE_PRINT,
            _prints(LargePrint().sizes),
        ),
        _of("large_print"),
    ),
    PostFormat(
        Format("word", (Offer("large-print.docx", "large_print_file", "Word", points=18),)),
        _of("word"),
    ),
    PostFormat(
        Format(
            BRAILLE,
            (
                Offer(BRF, "braille", "BRF"),
                Offer(EBRAILLE, "braille_book", "EBRL"),
                Offer(PEF, "braille_to_emboss", "PEF"),
            ),
        ),
        _of("braille"),
        when=lambda edition: edition.braille is not None,
    ),
    PostFormat(Format("text", (Offer("{slug}.txt", "plain_text", "text"),)), _of("plain_text")),
    PostFormat(
        Format(
            "transcript",
            (
                Offer("transcript.vtt", "transcript", "WebVTT"),
                Offer("transcript.srt", "older_transcript", "SubRip"),
            ),
            for_programs=("transcript.json", "chapters.json"),
        ),
        _of("transcript"),
    ),
    PostFormat(
        Format("email", for_programs=("email.html", "email.txt"), optional=True),
        _of("mail"),
    ),
    PostFormat(
        Format(
            "daisy202",
            (Offer(f"{{slug}}{DAISY_202}", "talking_book", "DAISY 2.02", heard=True),),
            optional=True,
        ),
        _of("daisy", "render_202"),
    ),
    PostFormat(
        Format(
            "daisy3",
            (Offer(f"{{slug}}{DAISY_3}", "talking_book", "DAISY 3", heard=True),),
            optional=True,
        ),
        _of("daisy", "render_3"),
    ),
    PostFormat(
        Format("zip", (Offer("{slug}.zip", "take_away", "ZIP"),), optional=True),
        _of("take_away"),
        packs=True,
    ),
)

_BLOG_ROWS = (
    BlogFormat(Format("podcast"), _of("podcast", "render_blog")),
    BlogFormat(Format("catalog", for_programs=("opds.json",)), _of("opds", "render_blog")),
    BlogFormat(
        Format("sitemap", for_programs=("sitemap.xml", "robots.txt"), always=True),
        _of("sitemap", "render_blog"),
    ),
    BlogFormat(
        Format("listen", for_programs=(LISTEN_SCRIPT, LISTEN_PAGE, LISTEN_SNIPPET)),
        _of("listen", "render_blog"),
    ),
    BlogFormat(
        Format("index", for_programs=("404.html", "reader/"), always=True),
        _of("site", "render_blog"),
    ),
    BlogFormat(Format("statement", always=True), _of("statement", "render_blog")),
    BlogFormat(Format("book"), _of("epub", "render_blog"), whole_posts=True, heard=True, kept=True),
    BlogFormat(Format("text-book"), _of("epub", "render_blog_text"), whole_posts=True, kept=True),
    BlogFormat(
        Format("blog-daisy202", optional=True),
        _of("daisy", "render_blog_202"),
        whole_posts=True,
        heard=True,
    ),
    BlogFormat(
        Format("blog-daisy3", optional=True),
        _of("daisy", "render_blog_3"),
        whole_posts=True,
        heard=True,
    ),
    BlogFormat(Format("blog-zip", optional=True), _of("take_away", "render_blog"), packs=True),
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
    if row.name != LARGE_PRINT or not sizes:
        return row
    return replace(row, offers=_prints(sizes))
