"""An entry says what it is, who wrote it, when, and which of its texts is the post."""

from datetime import UTC, datetime

import pytest
from lxml import etree

from pipeline.readers.exports.feed_entry import FeedEntry, FeedHead, entry, feed

NAMES = " ".join(
    f'xmlns:{prefix}="{space}"'
    for prefix, space in {
        "a": "http://www.w3.org/2005/Atom",
        "app": "http://www.w3.org/2007/app",
        "blogger": "http://schemas.google.com/blogger/2018",
        "content": "http://purl.org/rss/1.0/modules/content/",
        "dc": "http://purl.org/dc/elements/1.1/",
        "itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
        "media": "http://search.yahoo.com/mrss/",
        "thr": "http://purl.org/syndication/thread/1.0",
    }.items()
)
KIND = "http://schemas.google.com/g/2005#kind"
HEAD = FeedHead("Blog", "https://a.org/", "", ("Ada",))


def read(inner: str, around: FeedHead = HEAD) -> FeedEntry:
    """An entry with these elements."""
    return entry(etree.fromstring(f"<item {NAMES}>{inner}</item>"), around, "en-GB")


def test_the_whole_text_goes_before_the_description() -> None:
    found = read("<description>Short</description><content:encoded>Whole</content:encoded>")

    assert (found.html, found.beginning, found.meta.summary) == ("Whole", False, "Short")


def test_a_description_may_be_only_the_beginning() -> None:
    found = read("<description>Short</description>")

    assert (found.html, found.beginning, found.meta.summary) == ("Short", True, "")


def test_an_empty_content_or_one_that_is_elsewhere_does_not_hide_the_summary() -> None:
    found = read(
        '<a:content src="https://a.org/x"/><a:content> </a:content><a:summary>S</a:summary>'
    )

    assert (found.html, found.beginning) == ("S", True)


@pytest.mark.parametrize("said", ["Broken […]", "Broken [&#8230;] The post appeared", "More…"])
def test_a_description_that_breaks_off_is_no_summary(said: str) -> None:
    found = read(f"<description>{said}</description><content:encoded>W</content:encoded>")

    assert found.meta.summary == ""


@pytest.mark.parametrize(
    ("element", "title"),
    [
        ("<title>A &amp;amp; B</title>", "A &amp; B"),
        ("<title>How <![CDATA[<T>]]> works</title>", "How <T> works"),
        ('<a:title type="text">a &lt;b&gt;</a:title>', "a &lt;b&gt;"),
        ('<a:title type="html">a &lt;b&gt;c&lt;/b&gt;</a:title>', "a c"),
        ("<title> </title><media:title>M</media:title>", "M"),
        ("<description>x</description>", ""),
    ],
)
def test_a_title_is_html_with_its_own_words_only(element: str, title: str) -> None:
    assert read(element).meta.title == title


@pytest.mark.parametrize(
    ("element", "names"),
    [
        ("<author>ada@a.org (Ada Lovelace)</author>", ("Ada Lovelace",)),
        ("<author>Ada &lt;ada@a.org&gt;</author>", ("Ada",)),
        ("<dc:creator>Ada</dc:creator><dc:creator>Bea</dc:creator>", ("Ada", "Bea")),
        ("<a:author><a:name>Ada</a:name><a:email>a@a.org</a:email></a:author>", ("Ada",)),
        ("<author>bea@a.org</author>", ("Ada",)),
        ("", ("Ada",)),
    ],
)
def test_authors_are_names_and_no_addresses_or_else_the_blogs(
    element: str, names: tuple[str, ...]
) -> None:
    assert read(element).meta.authors == names


def test_dates_are_of_publishing_and_of_change() -> None:
    found = read(
        "<pubDate>Mon, 06 May 2024 10:00:00 GMT</pubDate><a:updated>2024-05-07</a:updated>"
    )

    assert found.meta.published == datetime(2024, 5, 6, 10, tzinfo=UTC)
    assert found.meta.updated == datetime(2024, 5, 7, tzinfo=UTC)


def test_without_a_date_of_publishing_that_of_change_orders_the_post() -> None:
    found = read("<a:updated>2024-05-07T00:00:00Z</a:updated>")

    assert found.meta.published == datetime(2024, 5, 7, tzinfo=UTC)


def test_categories_are_tags_each_once_but_those_that_nobody_chose() -> None:
    found = read(
        "<category>Cats &amp;amp; dogs</category><category>Uncategorized</category>"
        '<a:category term="x" label="Walks"/><dc:subject>Walks</dc:subject>'
    )

    assert found.meta.tags == ("Cats & dogs", "Walks")


@pytest.mark.parametrize(
    ("element", "slug", "base"),
    [
        ("<link>https://a.org/2024/walk/</link>", "walk", "https://a.org/2024/walk/"),
        ('<a:link rel="self" href="x"/><a:link href="https://b.org/w"/>', "w", "https://b.org/w"),
        ("<guid>https://a.org/own</guid><link>https://b.org/x</link>", "own", "https://b.org/x"),
        ('<guid isPermaLink="false">https://a.org/?p=1</guid>', "", "https://a.org/"),
        ("<blogger:filename>/2026/06/shop.html</blogger:filename>", "shop", "https://a.org/"),
        ("<link>/relative/walk</link>", "", "https://a.org/relative/walk"),
    ],
)
def test_an_address_names_the_post_and_is_the_base_of_its_links(
    element: str, slug: str, base: str
) -> None:
    found = read(element)

    assert (found.meta.slug, found.base) == (slug, base)


def test_xml_base_is_the_base_of_links() -> None:
    found = read('<link>https://a.org/b/</link><description xml:base="c/">x</description>')

    assert found.base == "https://a.org/b/c/"


def test_another_language_of_the_feed_is_that_of_the_post() -> None:
    french = FeedHead("Blog", "", "fr", ())

    assert read("<description>x</description>", french).meta.language == "fr"
    assert read('<description xml:lang="cy">x</description>', french).meta.language == "cy"
    assert read("<dc:language>en-US</dc:language>", french).meta.language == ""


@pytest.mark.parametrize(
    ("element", "kind"),
    [
        ("", "post"),
        ('<thr:in-reply-to ref="x"/>', "comment"),
        ("<link>https://a.org/post/#comment-12</link>", "comment"),
        ("<link>https://a.org/post/#comments</link>", "post"),
        ("<blogger:type>PAGE</blogger:type>", "page"),
        (f'<a:category scheme="{KIND}" term="blogger/2008/kind#template"/>', "template"),
    ],
)
def test_an_entry_may_be_no_post(element: str, kind: str) -> None:
    assert read(element).kind == kind


@pytest.mark.parametrize(
    ("element", "why"),
    [
        ("<app:control><app:draft>yes</app:draft></app:control>", "is a draft"),
        ("<app:control><app:draft>no</app:draft></app:control>", ""),
        ("<blogger:status>DRAFT</blogger:status>", "is a draft"),
        ("<blogger:status>SOFT_TRASHED</blogger:status>", "is in the bin"),
        ("<blogger:status>SCHEDULED</blogger:status>", "is not published yet"),
        ("<blogger:status>LIVE</blogger:status><blogger:trashed/>", ""),
    ],
)
def test_what_is_not_public_is_withheld(element: str, why: str) -> None:
    assert read(element).meta.withheld == why


def test_a_picture_comes_with_its_description_unless_the_text_has_one() -> None:
    media = '<media:content url="https://a.org/a.png" type="image/png">{}</media:content>'
    said = media.format("<media:description>Two ducks</media:description>")

    picture = read(said).meta.picture
    assert picture is not None
    assert (picture.src, picture.alt) == ("https://a.org/a.png", "Two ducks")
    assert read(f"<description>&lt;img src='b'&gt;</description>{said}").meta.picture is None


def test_a_recording_is_noticed() -> None:
    assert read('<enclosure url="https://a.org/a.mp3" type="audio/mpeg"/>').recording
    assert not read('<enclosure url="https://a.org/a.png" type="image/png"/>').recording


def test_the_head_of_a_feed_is_in_its_channel_or_at_its_root() -> None:
    inner = "<title>T</title><link>https://a.org</link><language>fr</language>"
    author = "<author><name>A</name></author>"

    rss = feed(etree.fromstring(f"<rss><channel>{inner}</channel></rss>"))
    atom = feed(etree.fromstring(f"<feed>{author}<title>T</title></feed>"))
    assert rss == FeedHead("T", "https://a.org", "fr", ())
    assert atom == FeedHead("T", "", "", ("A",))
