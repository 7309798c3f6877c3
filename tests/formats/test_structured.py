"""What pages say to programs is what schema.org knows, true of the page, and ends nowhere else."""

import dataclasses
from datetime import date
from typing import Any

import pytest

from formats import read_along, site
from formats.model import CodeBlock, Edition, Evaluation, Figure, Picture
from formats.registry import chosen
from formats.structured import blog_data, post_data
from tests.formats.builders import (
    AWKWARD,
    HOSTILE,
    PUBLICATION,
    RICH_MEDIA,
    blog_of,
    edition,
    edition_of,
    heading,
    paragraph,
    picture,
    post_of,
    rich_post,
)
from tests.formats.schema_org import data, problems

PREVIEW = dataclasses.replace(PUBLICATION, base_url="http://localhost:8000/")


def said(whole: Edition) -> Any:
    """What the page of an edition says."""
    return data(post_data(whole))


@pytest.mark.parametrize("name", AWKWARD)
def test_every_post_says_only_what_schema_org_knows(name: str) -> None:
    assert problems(said(edition_of(AWKWARD[name]))) == []


def test_a_rich_post_and_the_blog_say_only_what_schema_org_knows() -> None:
    whole = edition_of(rich_post(original="https://a.org/x"), RICH_MEDIA)
    blog = blog_of(whole)

    assert problems(said(whole)) == []
    assert problems(data(blog_data(blog, blog.episodes))) == []


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("headlines", "Sea"),
        ("datePublished", "5 March 2024"),
        ("accessibilityFeature", ["largeLetters"]),
        ("audio", {"@type": "AudioObject", "duration": "7 minutes"}),
        ("audio", {"@type": "Sound"}),
        ("author", [{"@type": "Person", "name": ""}]),
        ("url", "javascript:alert(1)"),
        ("@context", "https://schema.example"),
    ],
)
def test_what_schema_org_does_not_know_is_refused(key: str, value: object) -> None:
    assert problems({**said(edition(paragraph("Sea."))), key: value})


def test_a_post_says_what_it_is_and_where() -> None:
    found = said(edition(paragraph("Sea."), original="https://a.org/x", tags=("salt",)))

    assert (found["@type"], found["headline"]) == ("BlogPosting", "A post")
    assert found["url"] == "https://example.org/posts/a-post/index.html"
    assert (found["isBasedOn"], found["keywords"]) == ("https://a.org/x", ["salt"])
    assert found["author"] == [{"@type": "Person", "name": "Ada Shore"}]


def test_the_sound_says_its_address_its_length_and_its_captions() -> None:
    whole = edition(paragraph("Sea."))
    sound = dataclasses.replace(whole.narration, samples=24_000 * 3723)
    audio = said(dataclasses.replace(whole, narrations=(sound,)))["audio"]

    assert audio["contentUrl"] == "https://example.org/posts/a-post/a-post.mp3"
    assert (audio["encodingFormat"], audio["duration"]) == ("audio/mpeg", "PT1H2M3S")
    assert audio["caption"]["contentUrl"] == "https://example.org/posts/a-post/transcript.vtt"
    assert "synthetic voice: a test voice" in audio["description"]


def test_captions_that_are_not_made_are_not_named() -> None:
    publication = dataclasses.replace(PUBLICATION, formats=chosen(("mp3",)))

    assert "caption" not in said(edition_of(post_of(paragraph("A.")), (), publication))["audio"]


@pytest.mark.parametrize(
    ("synthesis", "source"),
    [
        ("trained", "https://schema.org/TrainedAlgorithmicMediaDigitalSource"),
        ("rules", "https://schema.org/AlgorithmicMediaDigitalSource"),
        ("", None),
    ],
)
def test_how_a_voice_is_made_is_said_where_it_is_known(synthesis: str, source: str | None) -> None:
    whole = edition(paragraph("Sea."))
    sound = dataclasses.replace(whole.narration, synthesis=synthesis)
    audio = said(dataclasses.replace(whole, narrations=(sound,)))["audio"]

    assert audio.get("digitalSourceType") == source


def test_without_an_address_files_are_named_from_the_page() -> None:
    found = said(edition_of(post_of(paragraph("Sea.")), publication=PREVIEW))

    assert found["audio"]["contentUrl"] == "a-post.mp3"
    assert "url" not in found
    assert "localhost" not in str(found)


# --- accessibility ------------------------------------------------------------------------


def modes(found: Any) -> list[list[str]]:
    """The access modes that are enough."""
    return [one["itemListElement"] for one in found["accessModeSufficient"]]


def test_a_post_of_words_can_be_read_or_heard() -> None:
    found = said(edition(heading(2, "Sea"), paragraph("Blue.")))

    assert found["accessMode"] == ["textual"]
    assert modes(found) == [["textual"], ["auditory"]]
    assert {"synchronizedAudioText", "structuralNavigation"} <= {*found["accessibilityFeature"]}
    assert found["accessibilityHazard"] == ["none"]


def test_a_picture_without_words_needs_eyes() -> None:
    figure = Figure("", Picture("a.png", None), ())
    found = said(edition_of(post_of(figure), (picture("a.png"),)))

    assert modes(found) == [["textual", "visual"]]
    assert "alternativeText" not in found["accessibilityFeature"]
    assert "Pictures without a description: 1." in found["accessibilitySummary"]


def test_code_that_is_not_read_out_needs_reading() -> None:
    assert ["auditory"] not in modes(said(edition(CodeBlock("", "a = 1", ""))))


def test_a_silent_draft_is_not_for_the_ear() -> None:
    whole = edition(paragraph("Sea."))
    silent = dataclasses.replace(whole.narration, silent=True)
    found = said(dataclasses.replace(whole, narrations=(silent,)))

    assert modes(found) == [["textual"]]
    assert "synchronizedAudioText" not in found["accessibilityFeature"]


def test_nobody_vouches_for_a_picture_that_moves() -> None:
    figure = Figure("", Picture("a.gif", "Waves"), ())
    found = said(edition_of(post_of(figure), (picture("a.gif", frames=3),)))

    assert found["accessibilityHazard"] == ["unknown"]


def test_a_page_that_nobody_assessed_says_so() -> None:
    evaluated = dataclasses.replace(PUBLICATION, evaluation=Evaluation("Jo", date(2026, 5, 31)))
    post = post_of(paragraph("Sea."))
    words = "No person has assessed"

    assert words in said(edition_of(post))["accessibilitySummary"]
    assert words not in said(edition_of(post, (), evaluated))["accessibilitySummary"]


def test_hostile_words_can_not_end_the_block() -> None:
    block = post_data(edition(paragraph("Sea."), title=HOSTILE, tags=(HOSTILE, "\ud800")))

    assert block.count("<") == 2
    assert data(block)["headline"].startswith("<&>")


def test_the_pages_have_their_blocks() -> None:
    whole = edition(paragraph("Sea."))
    (page,) = read_along.render(whole)
    blog = blog_of(whole)
    index = next(iter(site.render_blog(blog)))

    assert post_data(whole) in page.data.decode()
    assert blog_data(blog, blog.episodes) in index.data.decode()
    assert data(index.data.decode())["blogPost"][0]["headline"] == "A post"
