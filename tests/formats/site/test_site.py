"""The index page: every post, every edition that was made, each link plain by itself."""

import dataclasses
import re
from datetime import UTC, datetime

import pytest
from lxml import etree, html

from formats import site
from formats.model import Blog, Episode, FileCard, Picture, Post
from formats.offers import offers
from formats.words.en import EN
from tests.formats.builders import (
    AWKWARD,
    HOSTILE,
    PUBLICATION,
    edition_of,
    episode_of,
    paragraph,
    post_of,
    rich_post,
)

KEPT = ("index.html", "{slug}.mp3", "large-print.pdf", "transcript.json")


def card(path: str, octets: int = 120_000) -> FileCard:
    """A written file of some size."""
    return FileCard(path, "application/octet-stream", octets, "0" * 64)


def episode(post: Post) -> Episode:
    """The card of a post of seven minutes, of which a few editions were made."""
    paths = (f"posts/{post.slug}/{name.format(slug=post.slug)}" for name in KEPT)
    files = tuple(map(card, paths))
    return dataclasses.replace(episode_of(edition_of(post)), duration=420_000, files=files)


def page(*posts: Post) -> etree._Element:
    """The index of some posts."""
    return page_of(Blog(PUBLICATION, tuple(map(episode, posts)), ()))


def page_of(blog: Blog) -> etree._Element:
    """The index of a blog."""
    file, *_ = site.render_blog(blog)
    assert file.path == "index.html"
    return html.document_fromstring(file.data.decode())


def words(element: etree._Element) -> str:
    """All text of an element, white space collapsed."""
    return " ".join("".join(map(str, element.itertext())).split())


def test_posts_are_listed_in_the_order_given_each_under_its_heading() -> None:
    """Who listens can go from post to post by headings."""
    tree = page(
        post_of(paragraph("a"), title="New"), post_of(paragraph("b"), title="Old", slug="b")
    )
    assert [words(h) for h in tree.findall(".//article/h3")] == ["New", "Old"]


def test_the_title_of_a_post_leads_to_the_page_to_read_along() -> None:
    (title,) = page(rich_post(title="Salt")).findall(".//article/h3/a")
    assert (title.get("href"), words(title)) == ("posts/rich/index.html", "Salt")


def test_two_actions_are_in_sight_and_all_other_formats_are_folded() -> None:
    """To read along, and to listen where one is: with the browser's own player, and no script."""
    (article,) = page(rich_post(title="Salt")).findall(".//article")
    (read,) = article.findall("./div[@class='actions']/a")
    (listen,) = article.findall("./div[@class='actions']/details")
    (audio,) = listen.findall("audio")
    (more,) = article.findall("./details[@class='more']")

    assert words(read) == "Read along: Salt"
    assert words(*listen.findall("summary")) == "Listen here: Salt"
    assert (audio.get("src"), audio.get("preload")) == ("posts/rich/rich.mp3", "none")
    assert audio.get("controls") is not None
    assert words(*more.findall("summary")) == "Other ways to read: Salt"
    assert more.get("open") is None


def test_an_edition_is_offered_with_format_length_and_size_only_where_it_was_made() -> None:
    """A link to a file that is not there is worse than none; files for programs are not offered."""
    links = page(rich_post(title="Salt")).findall(".//article/details//a")
    assert [(a.get("href"), words(a)) for a in links] == [
        ("posts/rich/rich.mp3", "Listen (MP3, 7 minutes, 120 kB): Salt"),
        ("posts/rich/large-print.pdf", "Large print (PDF, 18 point, 120 kB): Salt"),
    ]


def test_a_post_without_sound_offers_none_to_listen_to() -> None:
    bare = dataclasses.replace(episode(rich_post()), files=(card("posts/rich/index.html"),))
    (article,) = page_of(Blog(PUBLICATION, (bare,), ())).findall(".//article")

    assert article.findall(".//audio") == []
    assert article.findall("./details") == []


def test_each_link_is_plain_by_itself() -> None:
    """In a list of a page's links no two that say the same lead to two places (WCAG 2.4.9)."""
    posts = [post_of(paragraph("a"), title=f"Post {n}", slug=f"p{n}") for n in range(30)]
    links = {(words(a), a.get("href")) for a in page(*posts).iter("a")}
    assert len({said for said, _ in links}) == len(links)


def test_what_is_not_known_of_a_post_is_not_said() -> None:
    """No author, no date."""
    known = page(rich_post()).findall(".//article/p")[0]
    unknown = page(AWKWARD["nobody, never"]).findall(".//article/p")[0]
    assert words(known) == "By Ada Shore · 5 March 2024 · 7 minutes to listen to"
    assert words(unknown) == "7 minutes to listen to"
    assert known.findall("time")[0].get("datetime") == "2024-03-05"


def test_which_post_came_first_is_said_only_where_every_post_has_a_date() -> None:
    dated, undated = post_of(slug="a"), post_of(slug="b", published=None)
    heading = ".//h2[@id='page-posts']"

    assert page(dated, dated).findtext(heading) == "2 posts, newest first"
    assert page(dated, undated).findtext(heading) == "2 posts"
    assert page(dated).findtext(heading) == "1 post"


def test_the_page_says_how_to_subscribe_and_where_the_whole_book_is() -> None:
    """The feed's full address is in sight, to be copied into an app."""
    links = {a.get("href"): words(a) for a in page(rich_post()).iter("a")}
    assert links["feed.xml"] == "https://example.org/feed.xml"
    assert "EPUB" in links["tide-and-time.epub"]


def test_the_page_speaks_the_language_of_the_blog_and_marks_titles_in_others() -> None:
    """A voice must read each in its own language."""
    french = dataclasses.replace(PUBLICATION, language="fr")
    blog = Blog(french, (episode(rich_post()), episode(AWKWARD["right to left"])), ())
    tree = page_of(blog)
    titles = tree.findall(".//article/h3")
    assert tree.get("lang") == "fr"
    assert [(h.get("lang"), h.get("dir")) for h in titles] == [("en-GB", "ltr"), ("ar", "rtl")]
    assert words(tree.findall(".//article/p")[0]).startswith("Par Ada Shore · 5 mars 2024 · 7 min")
    assert "Écouter (MP3, 7 minutes, 120\u00a0ko)" in "".join(map(str, tree.itertext()))


def test_a_blog_in_a_language_without_words_has_an_english_page_with_its_own_title() -> None:
    """Not a Finnish page with English words in it."""
    finnish = dataclasses.replace(PUBLICATION, language="fi", author="Aino")
    tree = page_of(Blog(finnish, (episode(rich_post()),), ()))
    assert tree.get("lang") == "en"
    assert tree.findall(".//h1")[0].get("lang") == "fi"
    assert "5 March 2024" in words(tree)
    assert "By Aino." in words(tree)


def test_an_empty_blog_still_has_a_page() -> None:
    """Nothing published yet is no fault."""
    assert "0 posts" in words(page())


LOCK = Picture("pictures/lock.png", "A lock <gate>")
LOCK_FILE = FileCard("posts/a-post/pictures/lock.png", "image/png", 9, "0" * 64)


def _images(post: Post, *files: FileCard) -> list[etree._Element]:
    made = episode(post)
    whole = dataclasses.replace(made, files=(*made.files, *files))
    return page_of(Blog(PUBLICATION, (whole,), ())).findall(".//article/img")


def test_the_picture_that_stands_for_a_post_is_shown_with_its_description() -> None:
    (image,) = _images(post_of(picture=LOCK, language="cy"), LOCK_FILE)

    assert image.get("src") == "posts/a-post/pictures/lock.png"
    assert image.get("alt") == "A lock <gate>"
    assert image.get("lang") == "cy"


def test_a_picture_of_which_nobody_says_what_it_shows_is_told_as_such() -> None:
    (image,) = _images(post_of(picture=dataclasses.replace(LOCK, alt=None)), LOCK_FILE)

    assert image.get("alt") == EN.page.undescribed


def test_a_picture_that_was_not_written_is_not_shown() -> None:
    assert _images(post_of(picture=LOCK)) == []
    assert _images(post_of(), LOCK_FILE) == []


# --- a large blog -----------------------------------------------------------------------


def _offered(slug: str) -> tuple[FileCard, ...]:
    return tuple(card(f"posts/{slug}/{path}") for path in offers(slug, PUBLICATION))


@pytest.mark.parametrize("title", ["A walk along the harbour in the rain", HOSTILE * 20])
def test_no_page_of_2000_posts_has_100_kb_or_more_than_thirty_posts(title: str) -> None:
    """And all are made in a few seconds; of names that are longer, there are fewer on a page."""
    whole = episode_of(edition_of(rich_post(summary=title * 3)))
    episodes = []
    for n in range(2000):
        tags = (f"subject {n % 300}", f"rare {n}", "everywhere")
        post = dataclasses.replace(
            whole.post,
            slug=f"p{n}",
            title=f"{title} {n}",
            tags=tags,
            authors=(f"A {n % 40}",),
            published=datetime(2000 + n % 25, 1, 1, tzinfo=UTC),
        )
        files = _offered(post.slug)
        episodes.append(dataclasses.replace(whole, post=post, files=files))
    made = [f for f in site.render_blog(Blog(PUBLICATION, tuple(episodes), ())) if "html" in f.mime]
    listed = [f for f in made if re.fullmatch(r"(index|page-\d+)\.html", f.path)]

    assert max(len(file.data) for file in made) < 100_000
    assert max(file.data.count(b"<article") for file in made) <= 30
    assert sum(file.data.count(b"<article") for file in listed) == 2000


# --- the page for addresses that lead nowhere --------------------------------------------


def test_the_page_for_lost_addresses_works_in_any_folder() -> None:
    """A host shows it in place of a page of any folder, so that it names everything in full."""
    (lost,) = (f for f in site.render_blog(Blog(PUBLICATION, (), ())) if f.path == "404.html")
    tree = html.document_fromstring(lost.data.decode())

    assert [words(h) for h in tree.findall(".//h1")] == ["This page is not here"]
    (home,) = tree.findall(".//main//a")
    assert home.get("href") == "https://example.org/"
    assert b'url("https://example.org/reader/' in lost.data
