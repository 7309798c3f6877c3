"""Feeds of every kind become posts; what is no post, or not whole, is told."""

import ast
import re
from pathlib import Path

import pytest

from pipeline.errors import ReadError
from pipeline.readers import Defaults
from pipeline.readers.exports import feed_entry, feeds, texts
from pipeline.readers.exports.xml_text import parse
from pipeline.readers.html.document import plain
from tests.corpus import corpus_path
from tests.pipeline.readers.exports.shapes import file, lines
from tests.pipeline.readers.reading import codes, only_post, reading

RSS = '<?xml version="1.0"?><rss version="2.0"><channel><title>Tides</title>{}</channel></rss>'
ITEM = "<item><title>A tide</title><link>https://a.org/a-tide</link><description>{}</description></item>"
ATOM = '<feed xmlns="http://www.w3.org/2005/Atom"><title>Tides</title>{}</feed>'
KIND = (
    "<category scheme='http://schemas.google.com/g/2005#kind'"
    " term='http://schemas.google.com/blogger/2008/kind#{}'/>"
)
WHOLE = "<p>It rained &amp;amp; stopped.</p>"


@pytest.mark.parametrize(
    "text",
    [
        "<rss version='0.91'><channel><item/></channel></rss>",
        "<?xml version='1.0'?>\n<!-- <x> -->\n<?xml-stylesheet href='a'?><rss>",
        "<!DOCTYPE rss PUBLIC '-//Netscape//DTD RSS 0.91//EN' 'http://a.org/x.dtd'><rss>",
        "<!DOCTYPE rss [<!ENTITY a 'b'>]><rss>",
        "<!DOCTYPE rss [<!ENTITY a 'cut off",
        "<rdf:RDF xmlns:rdf='x' xmlns='http://purl.org/rss/1.0/'>",
        "<feed xmlns='http://www.w3.org/2005/Atom'>",
        "<atom:feed xmlns:atom='http://www.w3.org/2005/Atom'>",
        "<CHANNEL HREF='x'><ITEM/>",
        " \n<rss>",
    ],
)
@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_feed_is_known_by_its_root_whatever_its_name(text: str, codec: str) -> None:
    assert feeds.claims("any.name", text.encode(codec))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "<opml><body/></opml>",
        "<rdf:RDF xmlns:rdf='x' xmlns:foaf='http://xmlns.com/foaf/0.1/'>",
        "<html><feed>",
        "Some text about <rss>",
        "<rss xmlns:wp='http://wordpress.org/export/1.2/'>",
    ],
)
def test_other_files_and_exports_of_wordpress_are_no_feeds(text: str) -> None:
    assert not feeds.claims("feed.xml", text.encode())


@pytest.mark.parametrize(
    "data",
    [
        RSS.format(ITEM.format("&lt;p&gt;It rained &amp;amp; stopped.&lt;/p&gt;")),
        RSS.format(ITEM.format("<![CDATA[<p>It rained &amp; stopped.</p>]]>")),
        RSS.format(ITEM.format("It rained & stopped.")),
        RSS.format(ITEM.format("It rained &amp; stopped.")).replace("item", "ITEM"),
        ATOM.format(
            '<entry><title>A tide</title><link href="https://a.org/a-tide"/><content type="xhtml">'
            '<div xmlns="http://www.w3.org/1999/xhtml"><p>It rained &amp; stopped.</p></div>'
            "</content></entry>"
        ),
        ATOM.format(
            '<entry><title>A tide</title><link href="https://a.org/a-tide"/>'
            "<summary>It rained &amp; stopped.</summary></entry>"
        ).replace("www.w3.org/2005/Atom", "purl.org/atom/ns#"),
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"'
        ' xmlns="http://purl.org/rss/1.0/"><channel><title>Tides</title></channel>'
        + ITEM.format("It rained &amp; stopped.")
        + "</rdf:RDF>",
    ],
)
def test_every_kind_of_feed_gives_the_same_post(tmp_path: Path, data: str) -> None:
    found = reading(tmp_path, {"feed.xml": data})
    post = only_post(found)

    assert (post.slug, post.title, lines(post)) == ("a-tide", "A tide", ["It rained & stopped."])
    assert found.title == "Tides"


def test_an_excerpt_is_published_and_told_once(tmp_path: Path) -> None:
    found = reading(tmp_path, {"a.rss": RSS.format(ITEM.format("One") + ITEM.format("Two"))})

    assert [post.slug for post in found.posts] == ["a-tide", "a-tide-2"]
    assert codes(found) == ["excerpt-only"]
    assert found.findings[0].message.startswith("2 posts of this feed")


def test_a_post_without_a_title_and_one_without_text_are_told(tmp_path: Path) -> None:
    items = "<item><description>Rain again.</description></item><item><title>Bare</title></item>"
    found = reading(tmp_path, {"a.rss": RSS.format(items)})

    assert only_post(found).title == "Rain again."
    assert codes(found) == ["excerpt-only", "title-guessed", "no-text"]


def test_a_feed_without_posts_is_told(tmp_path: Path) -> None:
    assert codes(reading(tmp_path, {"a.rss": RSS.format("")})) == ["no-posts"]


def test_comments_are_left_out_and_told(tmp_path: Path) -> None:
    comment = "<item><title>By: X</title><link>https://a.org/b#comment-1</link><description>y</description></item>"
    found = reading(tmp_path, {"a.rss": RSS.format(comment)})

    assert found.posts == ()
    assert codes(found) == ["comments-left-out"]


def test_a_podcast_gives_its_notes_and_says_so(tmp_path: Path) -> None:
    item = ITEM.format(
        "Notes.</description><enclosure url='a.mp3' type='audio/mpeg'/><description>"
    )
    found = reading(tmp_path, {"a.rss": RSS.format(item)})

    assert lines(only_post(found)) == ["Notes."]
    assert "recording-left-out" in codes(found)


def blogger() -> str:
    """A backup of Blogger: settings, a post, a draft, a comment and a page."""
    entries = {
        "settings": "x",
        "post": "Rain.&lt;br /&gt;&lt;br /&gt;Sun.",
        "comment": "Nice",
        "page": "Us",
    }
    made = "".join(
        f"<entry>{KIND.format(kind)}<title type='text'>The {kind}</title>"
        f"<content type='html'>{text}</content></entry>"
        for kind, text in entries.items()
    )
    draft = "<app:control xmlns:app='http://purl.org/atom/app#'><app:draft>yes</app:draft></app:control>"
    return ATOM.format(
        f"{made}<entry>{KIND.format('post')}{draft}<title>Later</title><content>x</content></entry>"
    )


def test_a_backup_of_blogger_gives_its_posts_only(tmp_path: Path) -> None:
    found = reading(tmp_path, {"blog.xml": blogger()})

    assert lines(only_post(found)) == ["Rain.", "Sun."]
    assert codes(found) == ["comments-left-out", "pages-left-out", "draft"]


def test_pages_of_blogger_are_published_by_setting(tmp_path: Path) -> None:
    found = reading(tmp_path, {"blog.xml": blogger()}, Defaults(pages=True))

    assert [post.title for post in found.posts] == ["The post", "The page"]


POST, HOME = '<a href="https://a.org/a-tide/?x=1">A tide</a>', '<a href="https://a.org">Tides</a>'
CLOSERS = {
    "WordPress": f"<p>The post {POST} appeared first on {HOME}.</p>",
    "WordPress in German": f"<p>Der Beitrag {POST} erschien zuerst auf {HOME}.</p>\n",
    "Medium": "<hr><p>A tide was originally published in X on Medium, where people are continuing"
    " the conversation by highlighting and responding to this story.</p>",
    "Substack": '<div class="subscription-widget-wrap" data-component-name="x">Share</div>',
    "Ghost": '<div class="kg-card kg-signup-card">Share</div>',
    "FeedBurner": '<div class="feedflare"><a href="x">Share</a></div><img src="p" width="1">',
}


@pytest.mark.parametrize("closer", CLOSERS.values(), ids=CLOSERS.keys())
def test_a_closing_line_of_the_system_is_left_out_and_told(tmp_path: Path, closer: str) -> None:
    body = f"<![CDATA[<p>Rain.</p>{closer}]]>"
    data = RSS.format(f"<link>https://a.org</link>{ITEM.format(body)}")
    found = reading(tmp_path, {"a.rss": data})

    assert lines(only_post(found))[0] == "Rain."
    assert "A tide" not in "".join(lines(only_post(found)))
    assert "Share" not in "".join(lines(only_post(found)))
    assert "page-furniture" in codes(found)


def test_a_last_paragraph_with_other_links_stays(tmp_path: Path) -> None:
    last = '<p>See <a href="https://a.org/b">b</a> and <a href="https://a.org">home</a>.</p>'
    data = RSS.format(f"<link>https://a.org</link>{ITEM.format(f'<![CDATA[<p>Rain.</p>{last}]]>')}")

    assert lines(only_post(reading(tmp_path, {"a.rss": data}))) == ["Rain.", "See b and home."]


def test_a_post_is_placed_at_its_line_and_its_links_start_from_its_page(tmp_path: Path) -> None:
    data = RSS.format("\n\n" + ITEM.format('<![CDATA[<p><a href="../b">b</a></p>]]>'))
    post = only_post(reading(tmp_path, {"a.rss": data}))

    assert post.source == "a.rss:3"
    assert "https://a.org/b" in str(post.blocks)


def test_a_broken_feed_gives_what_can_be_read_and_is_told(tmp_path: Path) -> None:
    whole = RSS.format(ITEM.format("Rain."))
    found = reading(tmp_path, {"a.rss": whole[: whole.index("</item>")]})

    assert lines(only_post(found)) == ["Rain."]
    assert "xml-broken" in codes(found)


def test_more_entries_than_a_blog_has_are_an_error() -> None:
    with pytest.raises(ReadError, match=r"50,001 entries"):
        feeds.read(file(RSS.format("<item/>" * 50_001)), Defaults())


EXPECTED = re.compile(
    r"Expect:.*?entries\[0\](?:\['|\.)(title|summary|description|content|published_parsed"
    r"|updated_parsed)(?:_detail)?'?\]?(?:\[0\])?(?:\['value'\])? == (.+?)\s*(?:-->|\n)"
)


def agrees(path: Path) -> bool | None:
    """Whether a feed gives what its own first lines say that it must; None if they don't say."""
    data = path.read_bytes()
    said = EXPECTED.search(data.decode("latin-1"))
    try:
        wanted = ast.literal_eval(said[2]) if said else None
    except (SyntaxError, ValueError):
        return None
    if said is None or wanted is None:
        return None
    root, _ = parse(file(data))
    (first, *_) = feeds.entries(root)
    found = feed_entry.entry(first, feed_entry.feed(root), "en-GB")
    match said[1]:
        case "title":
            return plain(found.meta.title) in {texts.words(wanted), plain(wanted), wanted}
        case "published_parsed" | "updated_parsed":
            moment = found.meta.published if said[1][0] == "p" else found.meta.updated
            return moment is not None and moment.utctimetuple()[:6] == tuple(wanted)[:6]
        case _:
            return texts.words(found.html) in {texts.words(wanted), " ".join(wanted.split())}


def test_feeds_of_another_reader_give_what_it_expects_of_them() -> None:
    """Of the feeds that say what must come out, 95 in 100 do."""
    folders = [corpus_path("feeds/feedparser-wellformed"), corpus_path("hostile")]
    paths = [path for folder in folders for path in sorted(folder.rglob("*.xml"))]
    judged = [result for path in paths if (result := agrees(path)) is not None]

    assert len(judged) > 300
    assert sum(judged) >= 0.95 * len(judged), f"{sum(judged)} of {len(judged)}"


def test_no_feed_of_the_corpus_makes_a_fault_or_is_passed_over() -> None:
    folders = [corpus_path("feeds"), corpus_path("hostile/feedparser-illformed")]
    silent = []
    for path in (path for folder in folders for path in sorted(folder.rglob("*.xml"))):
        data = path.read_bytes()
        if not feeds.claims(path.name, data[:8192]):
            continue
        found = feeds.read(file(data, path.name), Defaults())
        assert [str(error) for error in found.errors if not isinstance(error, ReadError)] == []
        if not (found.drafts or found.findings or found.errors):
            silent.append(path.name)

    assert silent == []
