"""What every format promises of every post, however awkward.

A format that is new in the registry is held to all of it without a line here.
"""

import dataclasses
import functools
import io
import posixpath
import re
import sys
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import unescape
from itertools import chain
from pathlib import PurePosixPath

import pytest
from lxml import etree, html

from formats import walk
from formats.model import (
    Blog,
    Edition,
    FileCard,
    Format,
    Offer,
    OutputFile,
    Reminder,
    Sentence,
    Stage,
    Text,
)
from formats.registry import BLOG_FORMATS, FORMATS, POST_FORMATS, chosen
from tests import policies
from tests.formats.builders import (
    AWKWARD,
    PUBLICATION,
    RICH_MEDIA,
    blog_of,
    edition_of,
    narrated,
    rich_post,
)
from tests.formats.easy_read.texts import with_easy_read

pytestmark = pytest.mark.xdist_group("every-format")  # what is made is kept for all tests

OTHER_WORDS = {"easy-read", "easy-read-sound", "easy-read-draft"}
"""Formats that say what the post says in other words, and in sentences of their own."""

POSTS = {"every kind of block": rich_post(), **AWKWARD}
OUTSIDE = ("open", "os.", "socket.", "subprocess.", "shutil.", "tempfile.", "urllib.")
"""How the names of audit events begin that tell of disk, network or other programs."""

every_post = pytest.mark.parametrize("post", POSTS)
every_post_format = pytest.mark.parametrize("name", POST_FORMATS)
every_blog_format = pytest.mark.parametrize("name", BLOG_FORMATS)


@dataclass(frozen=True, slots=True)
class Printing:
    """One value rendered twice, and what the second time reached for outside."""

    first: tuple[OutputFile, ...]
    second: tuple[OutputFile, ...]
    outside: tuple[str, ...]


_heard: list[str] | None = None


def _listen(event: str, arguments: tuple[object, ...]) -> None:
    if _heard is not None and event.startswith(OUTSIDE):
        _heard.append(f"{event} {arguments[:1]}")


sys.addaudithook(_listen)


def _printing(first: Iterable[OutputFile], second: Iterable[OutputFile]) -> Printing:
    """Render once for what is loaded on first use; then again, listening."""
    global _heard  # noqa: PLW0603 -- an audit hook can't be taken away, so it is told when to listen
    before = _whole(first)
    heard: list[str] = []
    _heard = heard
    try:
        after = _whole(second)
    finally:
        _heard = None
    return Printing(before, after, tuple(heard))


def _whole(files: Iterable[OutputFile]) -> tuple[OutputFile, ...]:
    """Files with their bytes; some are only written when they are asked for."""
    return tuple(OutputFile(file.path, file.mime, file.data) for file in files)


@functools.cache
def edition(post: str) -> Edition:
    """The edition of a post, by the post's name, with an easy-read text that was signed."""
    return with_easy_read(edition_of(POSTS[post], RICH_MEDIA))


def edition_for(name: str, post: str) -> Edition:
    """The same for a format: for drafts, nobody has signed the text."""
    whole = edition(post)
    if not POST_FORMATS[name].format.draft or whole.easy is None:
        return whole
    draft = dataclasses.replace(whole.easy, stage=Stage.DRAFT, signature=None)
    return dataclasses.replace(whole, easy=draft, easy_heard=None)


@functools.cache
def printed(name: str, post: str) -> Printing:
    """What a format makes of a post."""
    render, whole = POST_FORMATS[name].render, edition_for(name, post)
    return _printing(iter_of(render, whole), iter_of(render, whole))


@functools.cache
def printed_blog(name: str) -> Printing:
    """What a format makes of a blog of all the posts."""
    render, blog = BLOG_FORMATS[name].render, blog_of(*map(edition, POSTS))
    return _printing(iter_of(render, blog), iter_of(render, blog))


def iter_of(render: object, value: Edition | Blog) -> Iterable[OutputFile]:
    """The files of a format, made only when they are asked for."""
    assert callable(render)
    yield from render(value)


# --- bytes, paths, purity -----------------------------------------------------------------


@every_post
@every_post_format
def test_the_same_edition_gives_the_same_bytes(name: str, post: str) -> None:
    assert printed(name, post).first == printed(name, post).second


@every_blog_format
def test_the_same_blog_gives_the_same_bytes(name: str) -> None:
    assert printed_blog(name).first == printed_blog(name).second


@every_post
@every_post_format
def test_a_format_reaches_for_nothing_outside(name: str, post: str) -> None:
    assert printed(name, post).outside == ()


@every_blog_format
def test_a_format_of_the_blog_reaches_for_nothing_outside(name: str) -> None:
    assert printed_blog(name).outside == ()


def test_reaching_outside_is_heard(tmp_path: PurePosixPath) -> None:
    def leak() -> Iterable[OutputFile]:
        with open(f"{tmp_path}/leak", "wb"):  # noqa: PTH123 -- the plainest way to open a file
            yield OutputFile("leak", "text/plain", b"")

    assert _printing((), leak()).outside


@every_post
def test_paths_are_relative_safe_and_each_of_one_file(post: str) -> None:
    names = [name for name in POST_FORMATS if POST_FORMATS[name].when(edition(post))]
    paths = [file.path for name in names for file in printed(name, post).first]

    assert _unsafe(paths) == []
    assert len(set(paths)) == len(paths)


def test_paths_of_the_blog_are_relative_safe_and_each_of_one_file() -> None:
    paths = [file.path for name in BLOG_FORMATS for file in printed_blog(name).first]

    assert _unsafe(paths) == []
    assert len(set(paths)) == len(paths)


def _unsafe(paths: Iterable[str]) -> list[str]:
    safe = re.compile(r"[a-z0-9][a-z0-9._-]*(/[a-z0-9][a-z0-9._-]*)*")
    return [path for path in paths if not safe.fullmatch(path)]


@pytest.mark.parametrize("path", ["/etc/x", "../x", "a b.mp3", "Ä.html", "A.html", "a//b", ".x"])
def test_a_path_that_is_not_safe_is_seen(path: str) -> None:
    assert _unsafe([path]) == [path]


@every_post
@every_post_format
def test_every_file_has_a_kind_and_bytes(name: str, post: str) -> None:
    assert all("/" in file.mime and file.data for file in printed(name, post).first)


# --- what is offered ----------------------------------------------------------------------


@every_post
@every_post_format
def test_each_file_is_offered_to_readers_or_said_to_be_for_programs(name: str, post: str) -> None:
    """So a new format that offers nothing fails, and one that offers is on index and page."""
    paths = {file.path for file in printed(name, post).first}

    assert _unnamed(POST_FORMATS[name].format, edition(post).post.slug, paths) == set()


def _unnamed(row: Format, slug: str, paths: set[str]) -> set[str]:
    """The files that a row does not name, and those that it names and are not there."""
    named = (*(offer.path for offer in row.offers), *row.for_programs)
    always = {path for path in paths if not path.startswith(row.sometimes or ("//",))}
    return always ^ {path.format(slug=slug) for path in named}


def test_a_file_that_no_row_names_and_a_name_without_a_file_are_seen() -> None:
    row = Format("words", (Offer("{slug}.words", "Words", "text"),), for_programs=("words.json",))

    assert _unnamed(row, "tides", {"tides.words", "words.json"}) == set()
    assert _unnamed(row, "tides", {"tides.words"}) == {"words.json"}
    assert _unnamed(row, "tides", {"tides.words", "words.json", "new"}) == {"new"}


@pytest.mark.parametrize("post", ["every kind of block", "one word"])
def test_the_index_and_the_page_of_a_post_lead_to_all_that_is_offered(post: str) -> None:
    whole = edition(post)
    slug = whole.post.slug
    rows = [row.format for row in POST_FORMATS.values() if row.when(whole)]
    offered = {o.path.format(slug=slug) for row in rows for o in row.offers}

    assert _links(printed("read-along", post).first, "index.html") >= offered - {"index.html"}
    assert _links(_index(whole), "index.html") >= {f"posts/{slug}/{path}" for path in offered}


def _index(whole: Edition) -> tuple[OutputFile, ...]:
    """The index of a blog of one post, of which every file was written."""
    rows = [row for row in POST_FORMATS.values() if row.when(whole)]
    paths = [file.path for row in rows for file in row.render(whole)]
    return tuple(BLOG_FORMATS["index"].render(_blog_with(whole, *paths)))


def _links(files: Iterable[OutputFile], path: str) -> set[str]:
    page = next(file for file in files if file.path == path)
    return {str(a.get("href")) for a in html.document_fromstring(page.data).iter("a")}


@every_blog_format
def test_the_index_leads_to_each_file_of_the_blog(name: str) -> None:
    """By its own links, or by those of pages that it leads to."""
    made = printed_blog(name).first
    slugs = [post.slug for post in POSTS.values()]
    programs = tuple(
        path.format(slug=slug) for path in BLOG_FORMATS[name].format.for_programs for slug in slugs
    )
    for_readers = {file.path for file in made if not file.path.startswith(programs or "/")}

    assert for_readers <= _reached((*printed_blog("index").first, *made))


def _reached(files: Sequence[OutputFile]) -> set[str]:
    """All that can be reached from the index, link by link."""
    made = {file.path for file in files if file.path.endswith(".html")}
    reached, new = {"index.html"}, ["index.html"]
    while new:
        page = new.pop()
        links = {link.partition("#")[0] for link in _links(files, page)}
        paths = {posixpath.normpath(posixpath.join(posixpath.dirname(page), x)) for x in links}
        new += sorted((paths - reached) & made)
        reached |= paths
    return reached


@pytest.mark.parametrize("name", [n for n, row in POST_FORMATS.items() if not row.format.always])
def test_what_is_not_made_is_offered_nowhere(name: str) -> None:
    """On no page: not the index, not the page of the post, not the one in large print."""
    without = tuple(row for row in FORMATS if row.name != name)
    publication = dataclasses.replace(PUBLICATION, formats=without)
    slug = POSTS["one word"].slug
    whole = edition_of(POSTS["one word"], publication=publication)
    gone = {offer.path.format(slug=slug) for offer in POST_FORMATS[name].format.offers}

    assert not publication.makes(name)
    for maker, path in (("read-along", "index.html"), ("large-print", "large-print.html")):
        lead_to = _links(POST_FORMATS[maker].render(whole), path)
        assert lead_to & gone == set()


def test_a_format_that_is_added_is_offered_wherever_formats_are_offered() -> None:
    """One row, as CONTRIBUTING says, and no line elsewhere."""
    added = Format("words", (Offer("{slug}.json", "plain_text", "JSON"),))
    publication = dataclasses.replace(PUBLICATION, formats=(*FORMATS, added))
    whole = edition_of(POSTS["one word"], publication=publication)
    path = f"{whole.post.slug}.json"

    assert path in _links(POST_FORMATS["read-along"].render(whole), "index.html")
    assert path in _links(POST_FORMATS["large-print"].render(whole), "large-print.html")
    for name, listing in (("index", "index.html"), ("podcast", "feed.xml")):
        made = BLOG_FORMATS[name].render(_blog_with(whole, f"{whole.post.slug}.mp3", path))
        (page,) = (f.data.decode() for f in made if f.path == listing)
        assert f"posts/{whole.post.slug}/{path}" in page


def _blog_with(whole: Edition, *paths: str) -> Blog:
    """A blog of one post, of which these files were written."""
    folder = f"posts/{whole.post.slug}/"
    files = tuple(FileCard(folder + path, "application/x", 1, "") for path in paths)
    blog = blog_of(whole, publication=whole.publication)
    episodes = tuple(dataclasses.replace(episode, files=files) for episode in blog.episodes)
    return dataclasses.replace(blog, episodes=episodes)


def test_print_is_offered_at_the_size_that_it_is_set_in() -> None:
    offered = {offer.path: offer.points for offer in POST_FORMATS["large-print"].format.offers}

    assert offered == {"large-print.pdf": 18, "giant-print.pdf": 24, "large-print.html": 0}


def test_what_everything_leads_to_is_always_made() -> None:
    assert {row.name for row in chosen(())} == {
        "read-along",
        "mp3",
        "index",
        "sitemap",
        "statement",
    }


def test_only_a_draft_says_on_its_page_that_it_is_one() -> None:
    """A row that is a draft is one whose page says so; no other page does."""
    for name, row in POST_FORMATS.items():
        said = [f for f in printed(name, "one word").first if b"(draft)" in _own_words(f)]
        assert bool(said) is row.format.draft, name


def _own_words(file: OutputFile) -> bytes:
    """The first heading of a page."""
    return file.data.partition(b"<h1>")[2].partition(b"</h1>")[0]


# --- words --------------------------------------------------------------------------------


def pages(name: str, post: str) -> dict[str, list[etree._Element]]:
    """The pages that a format makes of a post, by file; of a book, its spine."""
    return _pages(printed(name, post).first)


def _pages(files: Iterable[OutputFile]) -> dict[str, list[etree._Element]]:
    found = {}
    for file in files:
        if file.mime == "text/html":
            found[file.path] = [html.document_fromstring(file.data)]
        elif file.path.endswith(".epub"):
            found[file.path] = _spine(file.data)
    return found


def _spine(book: bytes) -> list[etree._Element]:
    with zipfile.ZipFile(io.BytesIO(book)) as archive:
        root = next(name for name in archive.namelist() if name.endswith(".opf"))
        package = etree.fromstring(archive.read(root))
        hrefs = {item.get("id"): item.get("href", "") for item in package.iter("{*}item")}
        order = [hrefs[ref.get("idref")] for ref in package.iter("{*}itemref")]
        folder = PurePosixPath(root).parent
        return [etree.fromstring(archive.read(str(folder / href))) for href in order]


def _by_id(documents: list[etree._Element]) -> list[tuple[str, etree._Element]]:
    elements = chain.from_iterable(document.iter("*") for document in documents)
    return [(element.get("id", ""), element) for element in elements if element.get("id")]


@every_post
@pytest.mark.parametrize("name", [name for name in POST_FORMATS if name not in OTHER_WORDS])
def test_a_page_has_each_unit_once_and_in_reading_order(name: str, post: str) -> None:
    units = [unit.id for unit in walk.units(edition(post).post.blocks)]

    for path, documents in pages(name, post).items():
        assert [i for i, _ in _by_id(documents) if i in set(units)] == units, path


@every_post
@pytest.mark.parametrize("name", [name for name in POST_FORMATS if name not in OTHER_WORDS])
def test_a_sentence_on_a_page_has_the_words_of_the_post(name: str, post: str) -> None:
    """Easy read alone says things in other words; its own tests say which."""
    for path, documents in pages(name, post).items():
        shown = dict(_by_id(documents))
        for unit in walk.units(edition(post).post.blocks):
            if isinstance(unit, Sentence):
                assert _shown(shown[unit.id]) == _letters(walk.plain(unit.inlines)), path


def _shown(element: etree._Element) -> str:
    """The letters of an element: pictures by their alternative text, note marks left out."""
    if "noteref" in element.get("role", ""):
        return ""
    if etree.QName(element).localname == "img":
        return _letters(element.get("alt", ""))
    if element.get("class") == "no-picture":  # says more: that there should be a picture
        return _letters(re.sub(r"^Picture: | \(the picture itself.*", "", element.text or ""))
    inside = [_letters(element.text or "")]
    for child in element:
        inside += [_shown(child), _letters(child.tail or "")]
    return "".join(inside)


def _letters(text: str) -> str:
    """Letters and digits alone: marks and spaces are each format's own."""
    return "".join(filter(str.isalnum, text))


@every_post
@every_post_format
def test_a_text_has_every_sentence_in_reading_order(name: str, post: str) -> None:
    whole = edition(post)
    for file in printed(name, post).first:
        if file.mime in {"text/plain", "text/vtt"}:
            written = file.data.decode()
            text, at = _words(unescape(written) if file.mime == "text/vtt" else written), 0
            for unit in walk.units(whole.post.blocks):
                if isinstance(unit, Sentence):
                    words = _words(walk.plain(unit.inlines))
                    at = text.find(words, at)
                    assert at >= 0, f"{file.path}: {unit.id}"
                    at += len(words)


def _words(text: str) -> str:
    """The letters of a text, without the marks that lead to notes."""
    return _letters(re.sub(r"\[\d+\]", "", text))


@every_post
def test_captions_name_every_cue_in_order(post: str) -> None:
    whole = edition(post)
    captions = {f.path: f.data.decode() for f in printed("transcript", post).first}
    named = re.findall(r"^(\S+)\n\S+ --> ", captions["transcript.vtt"], re.MULTILINE)

    assert named == [cue.id for cue in whole.narration.cues]


SOUND = {"read-along", "epub", "transcript", "mp3", "daisy202", "daisy3"}
"""The formats that have sound."""


@every_post_format
def test_a_reminder_is_in_every_format_with_sound_and_in_no_other(name: str) -> None:
    said = Reminder(Sentence("reminder", (Text("Zwischenruf"),)), after=3)
    whole = narrated(dataclasses.replace(edition("every kind of block"), reminder=said))
    made = tuple(POST_FORMATS[name].render(whole))
    documents = list(chain.from_iterable(_pages(made).values()))
    units = [unit for unit, _ in _by_id(documents) if re.fullmatch(r"s\d+|reminder", unit)]
    held = [f for f in made if any(word in f.data for word in _spellings("Zwischenruf"))]

    assert bool(held or "reminder" in units) == (name in SOUND)
    if "reminder" in units:
        at = units.index("reminder")
        assert units.count("reminder") == 1
        assert units[at - 1 : at + 2] == [f"s{at}", "reminder", f"s{at + 1}"]


def _spellings(word: str) -> tuple[bytes, ...]:
    return word.encode(), word.encode("utf-16-le")


# --- what a page may load and run -------------------------------------------------------


def _against_policy(files: tuple[OutputFile, ...]) -> list[str]:
    """What the pages among some files do that their policies should forbid, or do."""
    found = (page for file in files for page in policies.pages(file.path, file.data))
    own = PUBLICATION.base_url
    return [f"{path}: {what}" for path, page in found for what in policies.broken(page, own)]


@every_post
@every_post_format
def test_each_page_has_a_policy_and_does_nothing_that_it_forbids(name: str, post: str) -> None:
    assert _against_policy(printed(name, post).first) == []


@every_blog_format
def test_each_page_of_the_blog_has_a_policy_and_does_nothing_that_it_forbids(name: str) -> None:
    assert _against_policy(printed_blog(name).first) == []


NEVER = "default-src 'none'; base-uri 'none'; form-action 'none'"


@pytest.mark.parametrize(
    ("policy", "body"),
    [
        ("", ""),
        ("default-src 'none'", ""),
        ("default-src 'self'; base-uri 'none'; form-action 'none'", ""),
        (f"{NEVER}; script-src 'self' 'unsafe-inline'", ""),
        (f"{NEVER}; script-src 'self' https://a.example", ""),
        (f"{NEVER}; script-src 'self'", "<script>x()</script>"),
        (f"{NEVER}; style-src 'self'", "<style>p {}</style>"),
        (f"{NEVER}; img-src 'self'", "<img src='https://a.example/a.png'>"),
        (f"{NEVER}; img-src 'self'", "<img src='//a.example/a.png'>"),
        (NEVER, "<img src='a.png'>"),
        (NEVER, "<iframe src='a.html'></iframe>"),
        (NEVER, "<p style='color: red'>"),
        (NEVER, "<p onclick='x()'>"),
    ],
)
def test_a_page_without_its_policy_or_against_it_is_seen(policy: str, body: str) -> None:
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy}">' if policy else ""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as pack:
        pack.writestr("a.html", f"<html><head>{meta}</head><body>{body}</body></html>")

    assert _against_policy((OutputFile("a.zip", "application/zip", data.getvalue()),))


def test_a_policy_that_stands_too_late_is_seen() -> None:
    meta = f'<meta http-equiv="Content-Security-Policy" content="{NEVER}">'
    page = f"<html><head><title>A</title>{meta}</head></html>".encode()

    assert _against_policy((OutputFile("a.html", "text/html", page),))
    assert not _against_policy(
        (OutputFile("a.html", "text/html", page.replace(b"<title>A</title>", b"")),)
    )
