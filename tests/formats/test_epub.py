"""The book of a post and the book of the blog: what is in them, and what agrees with what."""

import dataclasses
import io
import re
import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from lxml import etree

from formats import walk
from formats.clock import milliseconds
from formats.epub import render, render_blog
from formats.model import (
    Edition,
    Figure,
    Foreign,
    Heading,
    Media,
    Notes,
    OutputFile,
    Picture,
    Sentence,
    Table,
    Text,
)
from tests.formats.builders import (
    AWKWARD,
    HOSTILE,
    PUBLICATION,
    RICH_MEDIA,
    blog_of,
    bullets,
    drawing,
    edition,
    edition_of,
    heading,
    paragraph,
    picture,
    post_of,
    rich_post,
    sentence,
)

NAMES = {
    "opf": "http://www.idpf.org/2007/opf",
    "dc": "http://purl.org/dc/elements/1.1/",
    "h": "http://www.w3.org/1999/xhtml",
    "s": "http://www.w3.org/ns/SMIL",
    "epub": "http://www.idpf.org/2007/ops",
}


class Book:
    """A book opened again."""

    def __init__(self, file: OutputFile) -> None:
        self.archive = zipfile.ZipFile(io.BytesIO(file.data))
        self.package = self.xml("content.opf")

    def xml(self, name: str) -> etree._Element:
        """A file of the book, parsed."""
        return etree.fromstring(self.archive.read(f"EPUB/{name}"))

    def said(self, name: str) -> list[str]:
        """The values of a Dublin Core element."""
        return [e.text or "" for e in self.package.iterfind(f".//dc:{name}", NAMES)]

    def metas(self, name: str) -> dict[str, str]:
        """What each thing refined by this property is said to be; "" is the book."""
        return {
            e.get("refines", ""): e.text or ""
            for e in self.package.iterfind(f".//opf:meta[@property='{name}']", NAMES)
        }


def book_of(edition: Edition) -> Book:
    """The book of an edition."""
    (file,) = render(edition)
    return Book(file)


def rich() -> Edition:
    """An edition with every kind of block and inline."""
    return edition_of(rich_post(), RICH_MEDIA)


def pars(smil: etree._Element) -> list[tuple[str, str, int, int]]:
    """(text, sound, begin, end) of each `par`, in milliseconds."""
    return list(_pars(smil))


def _pars(smil: etree._Element) -> Iterator[tuple[str, str, int, int]]:
    for par in smil.iter(f"{{{NAMES['s']}}}par"):
        text, audio = par
        begin, end = _clock(audio.get("clipBegin", "")), _clock(audio.get("clipEnd", ""))
        yield text.get("src", ""), audio.get("src", ""), begin, end


def _clock(value: str) -> int:
    found = re.fullmatch(r"(\d+):(\d\d):(\d\d)\.(\d{3})", value)
    assert found, value
    hours, minutes, seconds, thousandths = map(int, found.groups())
    return ((hours * 60 + minutes) * 60 + seconds) * 1000 + thousandths


# --- overlays ---------------------------------------------------------------------------------


@pytest.mark.parametrize("name", AWKWARD)
def test_every_unit_is_heard_once_and_in_order(name: str) -> None:
    made = edition_of(AWKWARD[name], RICH_MEDIA)
    book = book_of(made)

    heard = pars(book.xml(f"posts/{made.post.slug}/post.smil"))

    page = book.xml(f"posts/{made.post.slug}/post.xhtml")
    shown = {e.get("id") for e in page.iter("*")}
    units = [u.id for u in walk.edition_units(made) if u.id in shown]
    assert [text.removeprefix("post.xhtml#") for text, _, _, _ in heard] == units


def test_no_unit_is_left_out_of_a_rich_post() -> None:
    made = rich()

    heard = pars(book_of(made).xml("posts/rich/post.smil"))

    assert [text for text, _, _, _ in heard] == [
        f"post.xhtml#{cue.id}" for cue in made.narration.cues
    ]


def test_clips_touch_and_last_as_long_as_the_sound() -> None:
    made = rich()

    clips = pars(book_of(made).xml("posts/rich/post.smil"))

    edges = [begin for _, _, begin, _ in clips] + [clips[-1][3]]
    assert edges[0] == 0
    assert [end for _, _, _, end in clips] == edges[1:]
    assert edges[-1] == milliseconds(made.narration.samples, made.narration.rate)


def test_a_clip_begins_with_its_cue() -> None:
    made = edition(paragraph("One.", "Two."))
    (cue,) = [c for c in made.narration.cues if c.id == "s2"]

    clips = {text: begin for text, _, begin, _ in pars(book_of(made).xml("posts/a-post/post.smil"))}

    assert clips["post.xhtml#s2"] == milliseconds(cue.begin, made.narration.rate)


def test_durations_are_those_of_the_clips_and_add_up() -> None:
    (file,) = render_blog(blog_of(rich(), edition(heading(2, "Sand"), slug="other")))
    book = Book(file)
    said = {name: _clock(value) for name, value in book.metas("media:duration").items()}

    total = said.pop("")

    assert sum(said.values()) == total
    for item in book.package.iterfind(".//opf:item[@media-type='application/smil+xml']", NAMES):
        played = sum(end - begin for _, _, begin, end in pars(book.xml(item.get("href", ""))))
        assert said[f"#{item.get('id')}"] == played


def test_every_place_that_an_overlay_names_is_there() -> None:
    book = book_of(rich())
    for folder, text in (("", "nav"), ("posts/rich/", "post")):
        page, smil = book.xml(f"{folder}{text}.xhtml"), book.xml(f"{folder}{text}.smil")
        ids = {f"{text}.xhtml#{e.get('id')}" for e in page.iter("*")}
        named = [src for src, _, _, _ in pars(smil)]
        named += [e.get(f"{{{NAMES['epub']}}}textref", "") for e in smil.iter("{*}seq")]

        assert set(named) <= ids


def test_structures_can_be_escaped_from_or_skipped() -> None:
    smil = book_of(rich()).xml("posts/rich/post.smil")

    kinds = {e.get(f"{{{NAMES['epub']}}}type") for e in smil.iter("{*}seq")}

    assert kinds == {
        *("chapter", "list", "list-item", "figure", "table", "table-row", "table-cell"),
        *("endnotes", "endnote"),
    }


def test_escapable_structures_are_not_nested() -> None:
    smil = book_of(edition(bullets("one", bullets("two", bullets("three"))))).xml(
        "posts/a-post/post.smil"
    )

    assert len(smil.findall(".//s:seq[@epub:type='list']", NAMES)) == 1
    assert len(pars(smil)) == 5 + 3 + 1


def test_an_empty_structure_leaves_no_seq() -> None:
    made = edition(Table((), ()), bullets(), paragraph("Sea."))

    kinds = [
        e.get(f"{{{NAMES['epub']}}}type")
        for e in book_of(made).xml("posts/a-post/post.smil").iter("{*}seq")
    ]

    assert kinds == ["chapter"]


# --- documents --------------------------------------------------------------------------------


def shown(element: etree._Element) -> str:
    """The words of an element as `walk.plain` has them: without note marks, pictures in words."""
    match etree.QName(element).localname:
        case "br":
            return "\n"
        case "img":
            return f"[{element.get('alt')}]" if element.get("alt") else ""
        case "a" if element.get("role") == "doc-noteref":
            return ""
    return (element.text or "") + "".join(shown(child) + (child.tail or "") for child in element)


def test_the_page_has_the_words_of_the_post_once_and_in_order() -> None:
    made = rich()
    page = book_of(made).xml("posts/rich/post.xhtml")
    sentences = [u for u in walk.edition_units(made) if isinstance(u, Sentence)]
    ids = {s.id for s in sentences}

    read = [(e.get("id"), shown(e)) for e in page.iter("{*}span") if e.get("id") in ids]

    assert read == [(s.id, walk.plain(s.inlines)) for s in sentences]


def test_a_right_to_left_book_is_turned_from_right_to_left() -> None:
    book = book_of(edition_of(AWKWARD["right to left"]))

    spine = book.package.find("opf:spine", NAMES)

    assert spine is not None
    assert spine.get("page-progression-direction") == "rtl"
    assert book.xml("posts/rtl/post.xhtml").get("dir") == "rtl"


def test_a_left_to_right_book_leaves_the_turning_alone() -> None:
    spine = book_of(rich()).package.find("opf:spine", NAMES)

    assert spine is not None
    assert not spine.attrib


def test_a_missing_picture_is_shown_in_words() -> None:
    book = book_of(edition_of(AWKWARD["pictures that are missing"]))

    text = "".join(map(str, book.xml("posts/missing/post.xhtml").itertext()))

    assert "Picture: A boat" in text
    assert not [n for n in book.archive.namelist() if "pictures" in n]


def test_only_pictures_that_the_text_shows_are_packed() -> None:
    post = post_of(Figure("", Picture("pictures/a.png", "A"), ()))

    names = book_of(
        edition_of(post, (picture("pictures/a.png"), picture("pictures/b.png")))
    ).archive.namelist()

    assert [n for n in names if "pictures" in n] == ["EPUB/posts/a-post/pictures/a.png"]


SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">{}</svg>'


@pytest.mark.parametrize(
    "media",
    [
        Media("p", "image/tiff", b"II*", 1, 1),
        Media("p", "image/png", b"no picture", 1, 1),
        dataclasses.replace(picture("p.jpg"), path="p", mime="image/png"),
        Media("p", "image/svg+xml", b"<svg", 1, 1),
        Media("p", "image/svg+xml", b"<html/>", 1, 1),
        Media("p", "image/svg+xml", SVG.format("<script/>").encode(), 1, 1),
        Media("p", "image/svg+xml", SVG.format('<image href="http://x/y.png"/>').encode(), 1, 1),
        Media("p", "image/svg+xml", SVG.format('<image xlink:href="y.png"/>').encode(), 1, 1),
        Media("p", "image/svg+xml", SVG.format("<style>@import 'x'</style>").encode(), 1, 1),
        Media("p", "image/svg+xml", SVG.format('<g style="fill:url( x )"/>').encode(), 1, 1),
    ],
)
def test_a_picture_that_no_book_can_hold_is_shown_in_words(media: Media) -> None:
    made = edition_of(post_of(Figure("", Picture("p", "A boat"), ())), (media,))

    text = "".join(map(str, book_of(made).xml("posts/a-post/post.xhtml").itertext()))

    assert "Picture: A boat" in text


def test_a_drawing_loses_its_document_type_and_nothing_else() -> None:
    plain = drawing("p")
    typed = b'<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://x/svg11.dtd">' + plain.data
    post = post_of(Figure("", Picture("p", "A"), ()))

    book = book_of(edition_of(post, (dataclasses.replace(plain, data=typed),)))

    assert book.archive.read("EPUB/posts/a-post/p") == plain.data


# --- navigation -------------------------------------------------------------------------------


def contents(book: Book) -> list[str]:
    """The labels of the table of contents, each with two spaces for each level below the first."""
    nav = book.xml("nav.xhtml").find(".//h:nav[@epub:type='toc']", NAMES)
    assert nav is not None
    return [
        "  " * (len(list(link.iterancestors("{*}ol"))) - 1) + (link.text or "")
        for link in nav.iter("{*}a")
    ]


def test_the_contents_nest_as_the_headings_do() -> None:
    made = edition(heading(2, "A"), heading(3, "B"), heading(2, "C"), title="T")

    assert contents(book_of(made)) == ["T", "  A", "    B", "  C"]


def test_the_contents_of_the_blog_are_grouped_by_post() -> None:
    one = edition(heading(2, "A"), title="One", slug="one")
    two = edition(heading(2, "B"), title="Two", slug="two", language="cy")
    (file,) = render_blog(blog_of(one, two))
    book = Book(file)

    assert contents(book) == ["One", "  A", "Two", "  B"]
    assert [e.get("lang") for e in book.xml("nav.xhtml").iter("{*}li")][:4] == [
        *(None, None, "cy", None)
    ]


def test_a_heading_without_words_is_no_line_of_the_contents() -> None:
    made = edition(Heading(2, (sentence(Picture("gone.png", "")),)), title="T")

    assert contents(book_of(made)) == ["T"]


def test_the_contents_are_narrated_with_the_sound_of_the_headings() -> None:
    made = edition(heading(2, "A"), paragraph("Sea."), title="T")
    book = book_of(made)
    clips = {text: (begin, end) for text, _, begin, end in pars(book.xml("posts/a-post/post.smil"))}

    named = pars(book.xml("nav.smil"))

    assert named == [
        ("nav.xhtml#toc-a-post-title", "posts/a-post/post.mp3", *clips["post.xhtml#title"]),
        ("nav.xhtml#toc-a-post-s1", "posts/a-post/post.mp3", *clips["post.xhtml#s1"]),
    ]


def test_notes_are_a_landmark_where_there_are_notes() -> None:
    marks = [
        [link.get(f"{{{NAMES['epub']}}}type") for link in nav.iter("{*}a")]
        for made in (rich(), edition(paragraph("Sea.")))
        for nav in book_of(made).xml("nav.xhtml").iterfind(".//h:nav[@hidden]", NAMES)
    ]

    assert marks == [["bodymatter", "endnotes"], ["bodymatter"]]
    assert any(isinstance(b, Notes) for b in rich().post.blocks)


# --- metadata ---------------------------------------------------------------------------------


def test_a_book_is_described() -> None:
    book = book_of(edition_of(rich_post(summary="Salt."), RICH_MEDIA))

    assert book.said("title") == ["Salt & <Light>"]
    assert book.said("language") == ["en-GB"]
    assert book.said("creator") == ["Ada Shore"]
    assert book.said("publisher") == ["Tide & Time"]
    assert book.said("description") == ["Salt."]
    assert book.said("subject") == ["sea", "light"]
    assert book.said("rights") == ["CC BY 4.0"]
    assert book.said("source") == ["https://example.org/posts/rich/"]
    assert book.said("date") == ["2024-03-05T09:30:00+00:00"]
    assert book.metas("media:narrator") == {"": "a test voice"}
    assert book.package.get("{http://www.w3.org/XML/1998/namespace}lang") == "en-GB"


def test_what_nobody_said_is_not_written() -> None:
    nobody = dataclasses.replace(PUBLICATION, author="", licence="")

    book = book_of(edition_of(AWKWARD["nobody, never"], (), nobody))

    absent = ("creator", "rights", "date", "description", "subject")
    assert [book.said(name) for name in absent] == [[]] * 5


def test_a_post_without_authors_is_the_publications() -> None:
    assert book_of(edition_of(AWKWARD["nobody, never"])).said("creator") == ["Ada Shore"]


def test_the_identifier_follows_the_slug_and_not_the_title() -> None:
    first, renamed, other = (
        book_of(edition(**fields)).said("identifier")
        for fields in ({"title": "A"}, {"title": "B"}, {"slug": "other"})
    )

    assert first == renamed
    assert first != other
    assert first[0].startswith("urn:uuid:")


def test_the_date_of_change_comes_from_the_post() -> None:
    changed = datetime(2025, 1, 2, 3, 4, 5, tzinfo=UTC)

    assert book_of(edition()).metas("dcterms:modified") == {"": "2024-03-05T09:30:00Z"}
    assert book_of(edition(updated=changed)).metas("dcterms:modified") == {
        "": "2025-01-02T03:04:05Z"
    }


def test_the_blog_changed_when_its_latest_post_did() -> None:
    later = datetime(2025, 1, 2, tzinfo=UTC)
    (file,) = render_blog(blog_of(edition(), edition(slug="b", updated=later)))

    assert Book(file).metas("dcterms:modified") == {"": "2025-01-02T00:00:00Z"}


# --- the file ---------------------------------------------------------------------------------


def test_two_renders_are_the_same_bytes() -> None:
    assert list(render(rich())) == list(render(rich()))
    assert list(render_blog(blog_of(rich()))) == list(render_blog(blog_of(rich())))


def test_the_container_begins_with_its_type_and_tells_no_time() -> None:
    (file,) = render(rich())
    entries = Book(file).archive.infolist()

    assert file.data[30:58] == b"mimetypeapplication/epub+zip"
    assert {e.date_time for e in entries} == {(1980, 1, 1, 0, 0, 0)}
    assert {e.compress_type for e in entries} == {zipfile.ZIP_STORED}
    assert len({e.filename for e in entries}) == len(entries)


def test_the_sound_is_the_narration_to_the_byte() -> None:
    made = rich()

    assert book_of(made).archive.read("EPUB/posts/rich/post.mp3") == made.narration.frames


def test_files_are_named_by_slug() -> None:
    (post,), (blog,) = render(rich()), render_blog(blog_of(rich()))

    assert (post.path, blog.path) == ("rich.epub", "tide-and-time.epub")
    assert post.mime == blog.mime == "application/epub+zip"


def test_a_blog_without_posts_has_no_book() -> None:
    assert list(render_blog(blog_of())) == []


def test_a_control_character_does_not_stop_a_book() -> None:
    made = edition(paragraph(f"{HOSTILE}\x0b"), title="A\x00b", tags=("\x01",))

    assert book_of(made).said("title") == ["A\ufffdb"]


def test_a_foreign_title_keeps_its_language() -> None:
    made = edition(title="Y môr")
    opening = (sentence(Foreign("cy", (Text("Y môr"),))), *made.opening[1:])
    opening = (dataclasses.replace(opening[0], id="title"), *opening[1:])

    page = book_of(dataclasses.replace(made, opening=opening)).xml("posts/a-post/post.xhtml")

    assert page.xpath("string(//h:h1//@lang)", namespaces=NAMES) == "cy"


def test_the_highlight_stands_out_by_contrast_and_by_a_line() -> None:
    css = book_of(rich()).archive.read("EPUB/style.css").decode()

    pairs = re.findall(
        r"\.-epub-media-overlay-active \{[^}]*background-color: (#\w+);\s+color: (#\w+);", css
    )

    assert len(pairs) == 2
    assert all(_contrast(*pair) >= 7 for pair in pairs)
    assert "outline:" in css


def _contrast(one: str, other: str) -> float:
    """The contrast of two colours (WCAG 2.2)."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(c * 2 for c in colour[1:])
    parts = [int(digits[n : n + 2], 16) / 255 for n in (0, 2, 4)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return sum(w * p for w, p in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
