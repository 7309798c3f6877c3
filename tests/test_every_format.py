"""What every format promises of every post, however awkward.

A format that is new in the registry is held to all of it without a line here.
"""

import functools
import io
import re
import sys
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from html import unescape
from itertools import chain
from pathlib import PurePosixPath

import pytest
from lxml import etree, html

from formats import walk
from formats.model import Blog, Edition, OutputFile, Sentence
from formats.registry import BLOG_FORMATS, POST_FORMATS
from tests.formats.builders import AWKWARD, RICH_MEDIA, blog_of, edition_of, rich_post

pytestmark = pytest.mark.xdist_group("every-format")  # what is made is kept for all tests

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
    before = tuple(first)
    heard: list[str] = []
    _heard = heard
    try:
        after = tuple(second)
    finally:
        _heard = None
    return Printing(before, after, tuple(heard))


@functools.cache
def edition(post: str) -> Edition:
    """The edition of a post, by the post's name."""
    return edition_of(POSTS[post], RICH_MEDIA)


@functools.cache
def printed(name: str, post: str) -> Printing:
    """What a format makes of a post."""
    render, whole = POST_FORMATS[name], edition(post)
    return _printing(iter_of(render, whole), iter_of(render, whole))


@functools.cache
def printed_blog(name: str) -> Printing:
    """What a format makes of a blog of all the posts."""
    render, blog = BLOG_FORMATS[name], blog_of(*map(edition, POSTS))
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
    paths = [file.path for name in POST_FORMATS for file in printed(name, post).first]

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


# --- words --------------------------------------------------------------------------------


def pages(name: str, post: str) -> dict[str, list[etree._Element]]:
    """The pages that a format makes of a post, by file; of a book, its spine."""
    found = {}
    for file in printed(name, post).first:
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
@every_post_format
def test_a_page_has_each_unit_once_and_in_reading_order(name: str, post: str) -> None:
    units = [unit.id for unit in walk.units(edition(post).post.blocks)]

    for path, documents in pages(name, post).items():
        assert [i for i, _ in _by_id(documents) if i in set(units)] == units, path


@every_post
@pytest.mark.parametrize("name", [name for name in POST_FORMATS if name != "easy-read"])
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
