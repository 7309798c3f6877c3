"""Several posts as one: nothing of one is taken for something of another."""

from dataclasses import replace

from formats import walk
from formats.large_print.joined import joined
from formats.model import (
    Edition,
    Foreign,
    Heading,
    Link,
    Note,
    NoteRef,
    Notes,
    Passage,
    Post,
    Text,
)
from tests.formats.builders import (
    PUBLICATION,
    RICH_MEDIA,
    edition_of,
    heading,
    paragraph,
    post_of,
    rich_post,
    sentence,
)


def _joined(*posts: Post) -> Edition:
    return joined(tuple(edition_of(post, RICH_MEDIA) for post in posts), PUBLICATION, "Issue")


def test_each_post_begins_with_a_heading_above_its_own() -> None:
    one, two = (post_of(heading(2, "Part"), slug=slug, title=slug) for slug in ("one", "two"))
    found = [b for b in _joined(one, two).post.blocks if isinstance(b, Heading)]

    assert [(walk.text(b.sentences), b.level) for b in found] == [
        ("one", 2),
        ("Part", 3),
        ("two", 2),
        ("Part", 3),
    ]


def test_every_id_and_every_picture_is_there_once_for_each_post() -> None:
    whole = _joined(rich_post(slug="one"), rich_post(slug="two"))
    ids = [unit.id for unit in walk.units(whole.post.blocks) if unit.id]

    assert len(set(ids)) == len(ids)
    assert len({media.path for media in whole.media}) == 2 * len(RICH_MEDIA)
    assert {p.src for p in walk.pictures(whole.post.blocks)} <= {m.path for m in whole.media}


def test_no_word_of_a_post_is_lost() -> None:
    post = rich_post()
    whole = "".join(_words(_joined(post).post))
    at = 0
    for words in _words(post):
        at = whole.index(words, at) + len(words)


def _words(post: Post) -> list[str]:
    units = walk.units(post.blocks)
    return [walk.plain(u.inlines) for u in units if hasattr(u, "inlines")]


def test_the_mark_of_a_note_leads_to_that_of_its_own_post_at_the_end_of_it() -> None:
    note = Notes((Note("n1", "1", (paragraph("Of the sea."),)),))
    posts = [
        post_of(paragraph(sentence("Salt.", NoteRef("n1", "1"))), note, slug=slug)
        for slug in ("one", "two")
    ]
    blocks = _joined(*posts).post.blocks
    notes = [n.id for b in walk.blocks(blocks) if isinstance(b, Notes) for n in b.notes]
    marks = [i.note for i in walk.block_inlines(blocks) if isinstance(i, NoteRef)]

    assert notes == marks == ["one-n1", "two-n1"]
    assert not isinstance(blocks[-1], Notes)


def test_an_address_is_that_from_the_page_of_its_post() -> None:
    links = (Link("../b/", (Text("b"),)), Link("#here", (Text("here"),)))
    blocks = _joined(post_of(paragraph(sentence(*links)), slug="one")).post.blocks
    found = [i.href for i in walk.block_inlines(blocks) if isinstance(i, Link)]

    assert found == ["https://example.org/posts/b/", "#"]


def test_a_post_in_another_language_says_so_in_its_title_and_its_body() -> None:
    title, body = _joined(post_of(paragraph("La mer."), language="fr")).post.blocks

    assert isinstance(title, Heading)
    assert title.sentences[0].inlines == (Foreign("fr", (Text("A post"),)),)
    assert isinstance(body, Passage)
    assert body.language == "fr"


def test_the_name_of_the_blog_is_said_once_for_all() -> None:
    whole = edition_of(post_of(paragraph("Sea.")))
    assert whole.about[0].id == "from"
    said = [walk.text(b.sentences) for b in joined((whole,), PUBLICATION, "x").post.blocks]  # type: ignore[union-attr]  # every block here has sentences

    assert said == ["A post", "By Ada Shore.\n5 March 2024.", "Sea."]


def test_the_date_is_that_of_the_newest_post_and_authors_are_named_once() -> None:
    old = post_of(slug="old")
    new = replace(post_of(slug="new"), placed=old.placed.replace(year=2026), published=None)
    whole = _joined(new, old).post

    assert (whole.placed.year, whole.authors) == (2026, ("Ada Shore",))
