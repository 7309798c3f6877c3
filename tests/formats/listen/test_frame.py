"""The player for the blog itself needs no script and says who reads."""

import dataclasses

from lxml import html

from formats.listen.frame import page, snippet
from tests.formats.builders import PUBLICATION, edition_of, episode_of, post_of

HOSTILE = '"><script>alert(1)</script>'
EPISODE = dataclasses.replace(
    episode_of(edition_of(post_of(title=HOSTILE, original="https://blog.example/x"))),
    voices=("Robin & <Co>",),
)


def test_the_page_plays_the_sound_without_a_script() -> None:
    shown = html.document_fromstring(page(EPISODE, PUBLICATION))
    (audio,) = shown.iter("audio")

    assert audio.get("src") == "../posts/a-post/a-post.mp3"
    assert audio.get("preload") == "none"
    assert audio.get("controls") is not None


def test_links_of_the_page_lead_out_of_the_frame() -> None:
    shown = html.document_fromstring(page(EPISODE, PUBLICATION))

    assert {a.get("target") for a in shown.iter("a")} == {"_top"}


def test_the_page_names_the_post_on_the_blog_as_the_first_one() -> None:
    assert b'rel="canonical" href="https://blog.example/x"' in page(EPISODE, PUBLICATION)


def test_both_say_that_the_voice_is_synthetic_and_its_name() -> None:
    said = "Read by a synthetic voice: Robin &amp; &lt;Co&gt;."

    assert said.encode() in page(EPISODE, PUBLICATION)
    assert said in snippet(EPISODE, PUBLICATION)


def test_several_voices_are_said_to_be_several() -> None:
    two = dataclasses.replace(EPISODE, voices=("Robin", "Wren"))

    assert b"Read by synthetic voices." in page(two, PUBLICATION)


def test_what_is_pasted_is_whole_addresses_and_harmless() -> None:
    pasted = html.fragment_fromstring(snippet(EPISODE, PUBLICATION))
    (audio,) = pasted.iter("audio")
    (link,) = pasted.iter("a")

    assert audio.get("src") == "https://example.org/posts/a-post/a-post.mp3"
    assert audio.get("aria-label") == f"Listen to this post: {HOSTILE}"
    assert link.get("href") == "https://example.org/posts/a-post/index.html"
    assert not [e for e in pasted.iter("*") if e.tag in ("script", "style") or e.get("style")]


def test_both_are_in_the_language_of_the_post() -> None:
    welsh = episode_of(edition_of(post_of(language="cy")))

    assert 'lang="cy"' in snippet(welsh, PUBLICATION)
    assert "Gwrando ar y post hwn" in snippet(welsh, PUBLICATION)
    assert b'<html lang="cy"' in page(welsh, PUBLICATION)


def test_our_words_around_a_post_in_another_language_are_marked_as_english() -> None:
    other = episode_of(edition_of(post_of(language="gd")))

    assert '<figcaption lang="en"' in snippet(other, PUBLICATION)
