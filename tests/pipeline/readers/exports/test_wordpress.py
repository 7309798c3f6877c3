"""A WordPress export is published as its blog is: public posts, with their names and words."""

import json
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from formats.model import Figure, Link, Notes, Paragraph, Post
from formats.slugs import slugify
from pipeline.readers import Defaults, Reading, read
from pipeline.readers.exports.wordpress import claims
from tests.corpus import corpus_path
from tests.growth import grows_evenly
from tests.pipeline.readers.exports.wordpress_files import export, item, picture
from tests.pipeline.readers.reading import codes, only_post, reading, words
from tests.pipeline.readers.shared.drawings import png


def found(folder: Path, *items: str, language: str = "en-US", pages: bool = False) -> Reading:
    """What is read of an export with some items."""
    return reading(folder, {"blog.xml": export(*items, language=language)}, Defaults(pages=pages))


def post(folder: Path, *items: str) -> Post:
    """The one post of an export."""
    return only_post(found(folder, *items))


# --- which files are exports ------------------------------------------------------------


@pytest.mark.parametrize("name", ["blog.xml", "blog.wxr", "blog.txt", "blog.rss", "blog"])
def test_an_export_is_recognised_by_what_it_is(name: str) -> None:
    assert claims(name, export().encode()[:8192])
    assert claims(name, ("\n" + export()).encode("utf-16")[:8192])


@pytest.mark.parametrize("version", ["1.0", "1.1", "1.2"])
def test_every_version_is_an_export(version: str) -> None:
    assert claims("a.xml", export().replace("/1.2/", f"/{version}/").encode())


def test_a_feed_a_page_and_a_text_that_quotes_an_export_are_none() -> None:
    assert not claims("feed.xml", b'<?xml version="1.0"?><rss version="2.0"><channel/></rss>')
    assert not claims("a.md", f"How to export:\n\n```\n{export()}\n```".encode())
    assert not claims("a.html", b"<html><p>wordpress.org/export/1.2/</p></html>")


# --- what is published ------------------------------------------------------------------


def test_a_post_has_its_title_name_author_date_and_place(tmp_path: Path) -> None:
    text = export(item("Text.", post_name="the-tide"))
    one = only_post(reading(tmp_path, {"blog.xml": text}))

    assert (one.title, one.slug, one.authors) == ("A tide", "the-tide", ("Ada Example",))
    assert one.published == datetime(2026, 5, 31, 10, tzinfo=UTC)
    file, line = one.source.split(":")
    assert file == "blog.xml"
    assert text.split("\n")[int(line) - 1].startswith("<content:encoded>")


def test_the_blog_has_the_title_of_the_channel(tmp_path: Path) -> None:
    assert found(tmp_path, item()).title == "Towpath notes"


@pytest.mark.parametrize(
    "status", ["draft", "auto-draft", "pending", "future", "private", "trash", "archive", ""]
)
def test_what_is_not_public_is_left_out_and_told(status: str, tmp_path: Path) -> None:
    some = found(tmp_path, item("Secret.", status=status))

    assert some.posts == ()
    assert codes(some) == ["draft"]


def test_what_a_password_protects_is_left_out(tmp_path: Path) -> None:
    some = found(tmp_path, item("Secret.", post_password="enter"))

    assert some.posts == ()
    assert "is protected by a password" in some.findings[0].message


def test_pages_are_left_out_in_one_note_that_says_how_to_publish_them(tmp_path: Path) -> None:
    page = item(post_type="page")
    some = found(tmp_path, item(), page, page)

    assert len(some.posts) == 1
    (finding,) = some.findings
    assert finding.code == "pages-left-out"
    assert "2" in finding.message
    assert "pages = true" in finding.remedy


def test_pages_are_published_where_the_settings_say_so(tmp_path: Path) -> None:
    some = found(tmp_path, item(), item(post_type="page", title="About"), pages=True)

    assert [one.title for one in some.posts] == ["A tide", "About"]
    assert some.findings == ()


def test_other_kinds_of_items_are_told_and_attachments_are_not(tmp_path: Path) -> None:
    some = found(tmp_path, item(), item(post_type="recipe"), picture("7", "https://a.org/a.jpg"))

    assert len(some.posts) == 1
    assert [(one.code, "1 “recipe”" in one.message) for one in some.findings] == [
        ("export-others", True)
    ]


def test_comments_are_never_published(tmp_path: Path) -> None:
    comment = "<wp:comment><wp:comment_content>Hello</wp:comment_content></wp:comment>"

    assert words(post(tmp_path, item("Text.", comment))) == ["Text."]


def test_a_post_without_a_title_gets_its_first_words(tmp_path: Path) -> None:
    some = found(tmp_path, item("<p>Rain all <b>night</b>, again.</p>", title=""))

    assert only_post(some).title == "Rain all night, again."
    assert codes(some) == ["title-guessed"]


def test_a_picture_without_a_title_gets_the_words_of_its_address(tmp_path: Path) -> None:
    picture = '<img src="https://a.org/a.png" alt="">'

    assert post(tmp_path, item(picture, title="", post_name="the-old-lock")).title == "The old lock"


def test_words_after_a_nested_mark_of_cdata_are_not_lost(tmp_path: Path) -> None:
    one = post(tmp_path, item("It begins <![CDATA[ here ]]]]><![CDATA[> and ends."))

    assert words(one) == ["It", "begins", "<![CDATA[", "here", "]]>", "and", "ends."]


def test_a_post_without_text_is_left_out_and_told(tmp_path: Path) -> None:
    some = found(tmp_path, item("<!-- wp:latest-posts /-->"), item("Text.", title="Rope"))

    assert [one.title for one in some.posts] == ["Rope"]
    assert some.errors == ()
    assert codes(some) == ["dynamic-block", "no-text"]


def test_an_export_without_posts_says_so(tmp_path: Path) -> None:
    assert codes(found(tmp_path)) == ["no-posts"]


# --- what a post says about itself ------------------------------------------------------


@pytest.mark.parametrize("name", ["%e3%81%82", "あ"])
def test_a_name_in_another_script_is_read_whether_encoded_or_not(name: str, tmp_path: Path) -> None:
    assert post(tmp_path, item(post_name=name)).slug == slugify("あ")


def test_a_name_with_folders_and_a_suffix_is_its_last_part(tmp_path: Path) -> None:
    assert post(tmp_path, item(post_name="blog/2023/04/my-post.html")).slug == "my-post"


def test_a_post_without_a_name_is_named_by_its_title(tmp_path: Path) -> None:
    assert post(tmp_path, item(post_name="")).slug == "a-tide"


@pytest.mark.parametrize(
    ("fields", "published"),
    [
        (
            {"post_date": "2026-06-01 00:30:00", "post_date_gmt": "2026-05-31 22:30:00"},
            datetime(2026, 6, 1, 0, 30, tzinfo=timezone(timedelta(hours=2))),
        ),
        (
            {"post_date_gmt": "0000-00-00 00:00:00", "pubDate": "Sun, 31 May 2026 22:30:00 +0000"},
            datetime(2026, 5, 31, 22, 30, tzinfo=UTC),
        ),
        (
            {"post_date_gmt": "0000-00-00 00:00:00", "pubDate": "Mon, 30 Nov -0001 00:00:00 +0000"},
            datetime(2026, 5, 31, 10, tzinfo=UTC),
        ),
        (
            {"post_date": "", "post_date_gmt": "2026-05-31 22:30:00"},
            datetime(2026, 5, 31, 22, 30, tzinfo=UTC),
        ),
        (
            {"post_date": "2020-01-01 00:00:00", "post_date_gmt": "2026-05-31 22:30:00"},
            datetime(2026, 5, 31, 22, 30, tzinfo=UTC),
        ),
    ],
)
def test_a_post_has_the_day_that_its_blog_shows(
    fields: dict[str, str], published: datetime, tmp_path: Path
) -> None:
    one = post(tmp_path, item("Text.", "", None, **fields))

    assert one.published == published
    assert one.published is not None
    assert one.published.utcoffset() == published.utcoffset()


@pytest.mark.parametrize(("changed", "days"), [("2026-05-31", []), ("2026-06-05", [5])])
def test_a_late_change_is_said_and_the_correction_of_a_slip_is_not(
    changed: str, days: list[int], tmp_path: Path
) -> None:
    one = post(tmp_path, item(post_modified_gmt=f"{changed} 12:00:00"))

    assert [day.day for day in [one.updated] if day] == days


def test_an_excerpt_is_the_summary_and_terms_are_tags_once(tmp_path: Path) -> None:
    extra = (
        "<excerpt:encoded><![CDATA[<p>In <b>short</b>.</p>]]></excerpt:encoded>"
        '<category domain="category" nicename="uncategorized">Uncategorized</category>'
        '<category domain="category" nicename="non-classe">Non classé</category>'
        '<category domain="post_tag" nicename="locks"><![CDATA[Locks &amp; gates]]></category>'
        '<category domain="category" nicename="walks">Walks</category><category>walks</category>'
        '<category domain="post_format" nicename="post-format-aside">Aside</category>'
    )
    one = post(tmp_path, item("Text.", extra))

    assert one.summary == "In short."
    assert one.tags == ("Locks & gates", "Walks")


@pytest.mark.parametrize(
    ("creator", "extra", "authors"),
    [
        ("ada", "", ("Ada Example",)),
        ("Somebody Else", "", ("Somebody Else",)),
        ("ada@example.org", "", ()),
        (
            "x",
            '<category domain="author">ada</category><category domain="author">Bo</category>',
            ("Ada Example", "Bo"),
        ),
    ],
)
def test_authors_have_the_names_that_readers_know(
    creator: str, extra: str, authors: tuple[str, ...], tmp_path: Path
) -> None:
    assert post(tmp_path, item("Text.", extra, creator=creator)).authors == authors


@pytest.mark.parametrize(
    ("said", "language"),
    [
        ("en-US", "en-GB"),
        ("en", "en-GB"),
        ("", "en-GB"),
        ("not a tag!", "en-GB"),
        ("fr-FR", "fr-FR"),
        ("de_DE_formal", "de-DE"),
    ],
)
def test_the_language_of_the_site_counts_where_somebody_chose_it(
    said: str, language: str, tmp_path: Path
) -> None:
    assert only_post(found(tmp_path, item(), language=said)).language == language


def test_english_never_replaces_the_language_of_the_publication(tmp_path: Path) -> None:
    some = reading(tmp_path, {"a.xml": export(item())}, Defaults(language="fr"))

    assert only_post(some).language == "fr"


def test_a_post_in_a_language_of_its_own_has_that(tmp_path: Path) -> None:
    extra = '<category domain="language" nicename="cy">Cymraeg</category>'

    assert post(tmp_path, item("Testun.", extra)).language == "cy"


def test_the_featured_picture_stands_above_the_text(tmp_path: Path) -> None:
    attached = picture("7", "https://example.org/wp-content/uploads/lock.jpg", "A lock")
    one = post(tmp_path, item("Text.", metas={"_thumbnail_id": "7"}), attached)

    assert isinstance(one.blocks[0], Figure)
    assert one.blocks[0].picture.alt == "A lock"


def test_a_picture_beside_the_export_is_shown(tmp_path: Path) -> None:
    url = "https://example.org/wp-content/uploads/2026/dot-300x200.png"
    text = export(item(f'Text.\n\n<img src="{url}" alt="A dot" />'))
    some = reading(tmp_path, {"blog.xml": text, "wp-content/uploads/2026/dot.png": png()})

    assert [media.path for media in some.media["a-tide"]] == ["pictures/dot.png"]
    assert codes(some) == []


@pytest.mark.parametrize("name", ["a%00b.png", "a%2520b.png", "a%3Fb.png", "%ff.png", "a" * 300])
def test_an_odd_name_of_a_picture_does_no_harm(name: str, tmp_path: Path) -> None:
    url = f"https://example.org/wp-content/uploads/{name}"
    some = found(tmp_path, item(f'Text. <img src="{url}" alt="x">'))

    assert words(only_post(some)) == ["Text.", "[x]"]


def test_a_picture_with_signs_in_its_name_is_found(tmp_path: Path) -> None:
    url = "https://example.org/wp-content/uploads/100%25%20wet%23.png"
    text = export(item(f'Text. <img src="{url}" alt="x">'))
    some = reading(tmp_path, {"blog.xml": text, "uploads/100% wet#.png": png()})

    assert len(some.media["a-tide"]) == 1


def test_the_sound_of_a_podcast_is_linked_once(tmp_path: Path) -> None:
    url = "https://example.org/one.mp3"
    metas = {"enclosure": f"{url}\n21169426\naudio/mpeg\n"}
    there = item(f'<a href="{url}">Hear</a>', metas=metas, title="There")
    some = found(tmp_path, item(metas=metas), there)

    assert [words(one) for one in some.posts] == [["Text.", "Audio:", "example.org"], ["Hear"]]


def test_a_picture_is_never_taken_from_outside_the_folder(tmp_path: Path) -> None:
    (tmp_path / "secret.png").write_bytes(png())
    url = "https://example.org/wp-content/uploads/../../../secret.png"
    (tmp_path / "posts").mkdir()
    some = reading(tmp_path / "posts", {"b.xml": export(item(f'T <img src="{url}" alt="x">'))})

    assert some.media["a-tide"] == ()


def test_a_relative_link_starts_from_the_post(tmp_path: Path) -> None:
    one = post(tmp_path, item('<a href="../about">x</a>', link="https://example.org/2026/tide/"))

    (paragraph,) = one.blocks
    assert isinstance(paragraph, Paragraph)
    (link,) = paragraph.sentences[0].inlines
    assert isinstance(link, Link)
    assert link.href == "https://example.org/2026/about"


def test_footnotes_are_notes(tmp_path: Path) -> None:
    notes = json.dumps([{"content": "A note.", "id": "ab"}])
    text = '<p>Text<sup data-fn="ab"><a href="#ab" id="ab-link">1</a></sup></p>'
    one = post(tmp_path, item(text, metas={"footnotes": notes}))

    assert isinstance(one.blocks[-1], Notes)
    assert words(one) == ["Text", "A", "note."]


def test_a_shortcode_is_told_at_its_line_of_the_file(tmp_path: Path) -> None:
    text = export(item('One.\n\n[my_form id="1"]'))
    some = reading(tmp_path, {"blog.xml": text})

    (finding,) = [one for one in some.findings if one.code == "template-tag"]
    assert "[my_form" in text.split("\n")[int(finding.where.split(":")[1]) - 1]


# --- files that are not well-formed -----------------------------------------------------


def test_a_broken_export_is_read_and_told(tmp_path: Path) -> None:
    text = export(item("One & two.", title="X")).replace("<title>X", "<title>A & B")
    some = reading(tmp_path, {"blog.xml": text})

    assert only_post(some).title == "A & B"
    assert codes(some) == ["xml-broken"]


def test_a_post_that_is_cut_off_is_an_error_and_the_others_are_published(tmp_path: Path) -> None:
    text = export(item("One.", title="First"), item("Two.", title="Second"))
    some = reading(tmp_path, {"blog.xml": text[: text.index("Two.") + 2]})

    assert [one.title for one in some.posts] == ["First"]
    (error,) = some.errors
    assert "“Second”" in error.message
    assert error.remedy


def test_an_export_of_which_nothing_can_be_read_is_an_error(tmp_path: Path) -> None:
    some = reading(tmp_path, {"blog.xml": export()[:-20]})

    assert some.posts == ()
    assert "No posts can be read" in some.errors[0].message


def test_a_large_export_is_read_in_linear_time(tmp_path: Path) -> None:
    comment = "<wp:comment><wp:comment_content>Hello</wp:comment_content></wp:comment>\n"

    def with_comments(count: int) -> str:
        return export(item("Text.", comment * count))

    large = with_comments(240_000)
    assert len(large) > 16 * 1024 * 1024
    assert words(only_post(reading(tmp_path, {"blog.xml": large}))) == ["Text."]
    assert grows_evenly(lambda text: reading(tmp_path, {"blog.xml": text}), with_comments, 10_000)


# --- exports that others have made ------------------------------------------------------


def test_every_export_of_the_corpus_is_read_without_an_error() -> None:
    files = sorted(corpus_path("wordpress").rglob("*.xml"))
    readings = [read(file, Defaults()) for file in files]

    assert [str(error) for some in readings for error in some.errors] == []
    assert sum(len(some.posts) for some in readings) == 147


def test_no_markup_of_wordpress_is_left_in_a_post_of_the_corpus() -> None:
    file = corpus_path("wordpress/wptt/themeunittestdata.wordpress.xml")
    shown = " ".join(" ".join(words(one)) for one in read(file, Defaults(pages=True)).posts)

    assert len(shown) > 80_000
    for mark in ("wp:paragraph", "wp:image", "[gallery", "[caption", "[/caption", "<p>", "]]>"):
        assert mark not in shown


def test_comments_that_the_blog_showed_are_counted_in_one_note(tmp_path: Path) -> None:
    said = "".join(
        f"<wp:comment><wp:comment_approved>{state}</wp:comment_approved>"
        "<wp:comment_content><![CDATA[Nice walk!]]></wp:comment_content></wp:comment>"
        for state in ("1", "<![CDATA[1]]>", "0", "spam", "trash")
    )
    read_export = found(tmp_path, item("One").replace("</item>", f"{said}</item>"))

    (told,) = [f for f in read_export.findings if f.code == "comments-left-out"]
    assert "2 comments" in told.message
    assert "Nice" not in " ".join(words(read_export.posts[0]))
