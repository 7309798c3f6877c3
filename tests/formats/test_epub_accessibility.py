"""What a book claims of its accessibility follows from what is in it."""

import dataclasses
import io
import zipfile

import pytest
from lxml import etree

from formats.epub import render, render_blog
from formats.model import CodeBlock, Edition, Figure, Media, Picture
from tests.formats.builders import (
    blog_of,
    edition,
    edition_of,
    heading,
    paragraph,
    picture,
    post_of,
)

PLAIN = {"synchronizedAudioText", "tableOfContents", "readingOrder"} | {
    *("displayTransformability", "unlocked")
}


def claims(made: Edition, name: str) -> list[str]:
    """The values of a schema.org property in the book of an edition."""
    (file,) = render(made)
    return _claims(file.data, name)


def _claims(data: bytes, name: str) -> list[str]:
    package = etree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read("EPUB/content.opf"))
    return [e.text or "" for e in package.iter("{*}meta") if e.get("property") == f"schema:{name}"]


def pictured(alt: str | None, media: Media | None = None) -> Edition:
    """An edition with one picture."""
    media = media or picture("pictures/a.png")
    post = post_of(paragraph("Sea."), Figure("", Picture(media.path, alt), ()))
    return edition_of(post, (media,))


def summary(made: Edition) -> str:
    """The book's accessibility summary."""
    (words,) = claims(made, "accessibilitySummary")
    return words


def test_words_alone_are_read_by_eye_or_by_ear() -> None:
    made = edition(paragraph("Sea."))

    assert claims(made, "accessMode") == ["textual"]
    assert claims(made, "accessModeSufficient") == ["textual", "auditory"]
    assert set(claims(made, "accessibilityFeature")) == PLAIN
    assert claims(made, "accessibilityHazard") == ["none"]


def test_described_pictures_can_be_done_without() -> None:
    made = pictured("A boat")

    assert claims(made, "accessMode") == ["textual", "visual"]
    assert claims(made, "accessModeSufficient") == ["textual", "textual,visual", "auditory"]
    assert "alternativeText" in claims(made, "accessibilityFeature")


def test_a_picture_without_description_has_to_be_seen() -> None:
    made = pictured(None)

    assert claims(made, "accessModeSufficient") == ["textual,visual"]
    assert "alternativeText" not in claims(made, "accessibilityFeature")
    assert "Pictures without a description: 1." in summary(made)


def test_a_decorative_picture_carries_nothing() -> None:
    made = pictured("")

    assert claims(made, "accessMode") == ["textual"]
    assert "alternativeText" not in claims(made, "accessibilityFeature")


def test_a_missing_picture_is_owned_up_to() -> None:
    made = edition_of(pictured("A boat").post)

    assert claims(made, "accessMode") == ["textual"]
    assert "Pictures that are missing, with words in their place: 1." in summary(made)


def test_code_that_is_only_announced_is_not_for_the_ear_alone() -> None:
    made = edition(CodeBlock("", "wait()\n", "python"))

    assert claims(made, "accessModeSufficient") == ["textual"]
    assert "Blocks of program text that are announced, not read aloud: 1." in summary(made)


def test_code_that_is_read_out_is() -> None:
    made = edition(CodeBlock("", "wait()\n", "python"))
    said = {"s1": "wait()"}
    script = tuple((unit, said.get(unit, words)) for unit, words in made.narration.script)
    narration = dataclasses.replace(made.narration, script=script)

    claimed = claims(dataclasses.replace(made, narrations=(narration,)), "accessModeSufficient")

    assert claimed == ["textual", "auditory"]


def test_what_is_not_wholly_narrated_is_not_for_the_ear_alone() -> None:
    made = edition(paragraph("One.", "Two."))
    narration = dataclasses.replace(
        made.narration, cues=tuple(c for c in made.narration.cues if c.id != "s2")
    )

    claimed = claims(dataclasses.replace(made, narrations=(narration,)), "accessModeSufficient")

    assert claimed == ["textual"]


def test_headings_make_a_structure_to_navigate() -> None:
    assert set(claims(edition(heading(2, "A")), "accessibilityFeature")) == PLAIN | {
        "structuralNavigation"
    }


@pytest.mark.parametrize(
    ("media", "hazard"),
    [
        (picture("p.gif"), "none"),
        (picture("p.gif", frames=3), "unknown"),
        (picture("p.webp", frames=3), "unknown"),
        (
            Media(
                "p.svg",
                "image/svg+xml",
                b'<svg xmlns="http://www.w3.org/2000/svg"><animate/></svg>',
                1,
                1,
            ),
            "unknown",
        ),
    ],
)
def test_nobody_vouches_for_what_moves(media: Media, hazard: str) -> None:
    assert claims(pictured("A wave", media), "accessibilityHazard") == [hazard]


def test_the_synthetic_voice_is_named() -> None:
    assert "a synthetic voice (a test voice)" in summary(edition())


def test_no_conformance_is_claimed() -> None:
    (file,) = render(edition())

    package = zipfile.ZipFile(io.BytesIO(file.data)).read("EPUB/content.opf")

    assert b"conformsTo" not in package
    assert b"certifi" not in package


def test_one_post_decides_for_the_whole_blog() -> None:
    (file,) = render_blog(blog_of(edition(slug="a"), pictured(None)))

    assert _claims(file.data, "accessModeSufficient") == ["textual,visual"]
