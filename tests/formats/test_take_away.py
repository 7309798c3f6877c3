"""What is in a zip file, and where its links lead."""

import base64
import hashlib
import io
import zipfile
from dataclasses import replace

from lxml import html

from formats import take_away
from formats.model import Edition, FileCard, Format, OutputFile
from formats.page import FONTS
from formats.reader import shared_files
from formats.registry import POST_FORMATS
from tests.formats.builders import PUBLICATION, RICH_MEDIA, blog_of, edition_of, rich_post

WITHOUT = {"zip", "easy-read", "large-print"}


def made_of(whole: Edition) -> tuple[OutputFile, ...]:
    """The files of the other formats."""
    rows = [row for name, row in POST_FORMATS.items() if name not in WITHOUT]
    return tuple(file for row in rows for file in row.render(whole))


def packed(whole: Edition) -> dict[str, bytes]:
    """The files in the zip of a post, by their names in its folder."""
    (file,) = take_away.render(whole)
    assert file.path == f"{whole.post.slug}.zip"
    return _inside(file, f"{whole.post.slug}/")


def _inside(file: OutputFile, folder: str) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(file.data)) as archive:
        assert archive.testzip() is None
        assert all(name.startswith(folder) for name in archive.namelist())
        return {name.removeprefix(folder): archive.read(name) for name in archive.namelist()}


def links(page: bytes) -> set[str]:
    """Where a page leads."""
    found = html.document_fromstring(page).iter("*")
    return {str(e.get(name)) for e in found for name in ("href", "src") if e.get(name)}


RICH = edition_of(rich_post(), RICH_MEDIA)
SLUG = RICH.post.slug
PLAIN = OutputFile("index.html", "text/html", b"")


def page(markup: str) -> OutputFile:
    """A page of a post."""
    return replace(PLAIN, content=f"<p>{markup}</p>".encode())


def test_a_post_is_packed_with_pages_sound_texts_and_pictures_and_begins_with_its_page() -> None:
    found = packed(replace(RICH, made=made_of(RICH)))

    assert next(iter(found)) == "index.html"
    assert set(found) == {
        *("index.html", f"{SLUG}.mp3", f"{SLUG}.txt", "transcript.vtt", "transcript.srt"),
        *("large-print.docx", "braille.brf", "braille.pef", "braille.ebrl"),
        *(media.path for media in RICH_MEDIA),
        *(file.path for file in shared_files()),
        *FONTS[: len(PUBLICATION.typeface.web)],
    }


def test_each_link_leads_into_the_folder_or_to_the_web() -> None:
    found = packed(replace(RICH, made=made_of(RICH)))
    lead_to = {link for link in links(found["index.html"]) if not link.startswith("#")}
    inside = {link for link in lead_to if "://" not in link and not link.startswith("mailto:")}

    assert f"{SLUG}.mp3" in inside
    assert {link.partition("#")[0] for link in inside} <= set(found)
    assert f"https://example.org/posts/{SLUG}/{SLUG}.epub" in lead_to
    assert "https://example.org/index.html" in lead_to


def test_what_a_page_loads_comes_along_even_if_it_is_for_programs() -> None:
    row = Format("x", for_programs=("style.css", "other.css"))
    publication = replace(PUBLICATION, formats=(row,))
    files = [OutputFile(name, "text/css", b"p{}") for name in row.for_programs]
    whole = edition_of(rich_post(), publication=publication)
    found = packed(replace(whole, made=(page('<link href="style.css"/>'), *files)))

    assert "style.css" in found
    assert "other.css" not in found


def test_an_address_of_the_author_is_never_made_worse() -> None:
    hostile = (
        'a href="//e.org/x" href="http://[" href="a&amp;b.pdf" href="#x" href="?q" href="../../.."'
    )
    whole = replace(RICH, media=(), made=(page(f"<{hostile}>"),))
    found = packed(whole)["index.html"]

    assert found.decode() == (
        '<p><a href="//e.org/x" href="http://["'
        f' href="https://example.org/posts/{SLUG}/a&amp;b.pdf" href="#x" href="?q"'
        ' href="https://example.org/"></p>'
    )


def test_what_looks_like_a_link_in_the_words_of_a_post_stays_as_it_is() -> None:
    words = "<code>href=&quot;index.html&quot; src='x.mp3'</code>"
    found = packed(replace(RICH, media=(), made=(page(words),)))["index.html"]

    assert found == f"<p>{words}</p>".encode()


def test_the_whole_blog_is_packed_as_it_lies_on_the_web() -> None:
    blog = blog_of(RICH)
    made = (
        OutputFile("index.html", "text/html", f'<a href="posts/{SLUG}/index.html#s1">'.encode()),
        OutputFile(f"posts/{SLUG}/index.html", "text/html", b'<a href="../../index.html">'),
        OutputFile(f"posts/{SLUG}/chapters.json", "application/json", b"{}"),
        OutputFile("feed.xml", "application/rss+xml", b"<rss/>"),
        OutputFile("all.epub", "application/epub+zip", b""),
    )
    (file,) = take_away.render_blog(replace(blog, made=made))
    found = _inside(file, f"{PUBLICATION.slug}/")

    assert found == {file.path: file.data for file in made[:2]}


def test_no_file_of_the_episodes_is_needed_to_know_what_is_for_programs() -> None:
    """A zip of a blog whose posts have cards has the same files."""
    card = FileCard(f"posts/{SLUG}/{SLUG}.mp3", "audio/mpeg", 1, "")
    blog = blog_of(RICH)
    episodes = tuple(replace(episode, files=(card,)) for episode in blog.episodes)
    one, two = (
        [f.data for f in take_away.render_blog(b)] for b in (blog, replace(blog, episodes=episodes))
    )

    assert one == two


def test_a_style_that_loads_from_another_place_is_still_allowed_by_its_page() -> None:
    (page,) = (f for f in made_of(RICH) if f.path == "index.html")
    found = packed(replace(RICH, made=(page,)))["index.html"].decode()
    style = found.partition("<style>")[2].partition("</style>")[0]
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()

    assert FONTS[0] in found
    assert f"../../{FONTS[0]}" not in found
    assert f"style-src 'sha256-{digest}'" in found
