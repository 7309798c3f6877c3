"""What a book claims of its accessibility follows from what is in it."""

import dataclasses
import io
import zipfile
from datetime import date

import pytest
from lxml import etree

from formats.epub import render, render_blog
from formats.model import CodeBlock, Edition, Evaluation, Figure, Media, Picture
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


EVALUATION = Evaluation("Ada & Co.", date(2026, 5, 1), "WCAG 2.2 AA", "https://example.org/?a&b")


def package_of(made: Edition) -> etree._Element:
    (file,) = render(made)
    return etree.fromstring(zipfile.ZipFile(io.BytesIO(file.data)).read("EPUB/content.opf"))


def evaluated(made: Edition, evaluation: Evaluation = EVALUATION) -> Edition:
    publication = dataclasses.replace(made.publication, evaluation=evaluation)
    return dataclasses.replace(made, publication=publication)


def test_no_conformance_is_claimed_where_nobody_stands_for_it() -> None:
    package = etree.tostring(package_of(edition()))

    assert b"conformsTo" not in package
    assert b"certifi" not in package
    assert "No person has assessed the accessibility" in summary(edition())


def test_conformance_is_claimed_with_its_evaluator_the_day_and_the_report() -> None:
    package = package_of(evaluated(edition()))

    said = {(e.get("property"), e.get("refines"), e.text) for e in package.iter("{*}meta")}
    assert {
        ("dcterms:conformsTo", None, "EPUB Accessibility 1.1 - WCAG 2.2 Level AA"),
        ("a11y:certifiedBy", "#conformance", "Ada & Co."),
        ("dcterms:date", "#certifier", "2026-05-01"),
    } <= said
    (link,) = package.iter("{*}link")
    assert link.get("href") == EVALUATION.report
    assert summary(evaluated(edition())).endswith("evaluated by Ada & Co. on 1 May 2026.")


def test_who_found_nothing_to_be_met_is_named_and_nothing_is_claimed() -> None:
    made = evaluated(edition(), dataclasses.replace(EVALUATION, level=""))

    assert b"conformsTo" not in etree.tostring(package_of(made))
    assert "Ada & Co." in summary(made)


def test_a_book_that_certainly_fails_claims_nothing_even_so() -> None:
    made = evaluated(pictured(None))

    assert b"conformsTo" not in etree.tostring(package_of(made))


def test_one_post_decides_for_the_whole_blog() -> None:
    (file,) = render_blog(blog_of(edition(slug="a"), pictured(None)))

    assert _claims(file.data, "accessModeSufficient") == ["textual,visual"]


@pytest.mark.parametrize(
    ("language", "tag", "said"),
    [
        ("fr", "fr", "Une voix de synthèse (a test voice) lit le texte à voix haute"),
        ("fi", "en", "The text is read aloud by a synthetic voice (a test voice)"),
    ],
)
def test_the_summary_is_in_the_language_of_the_book_or_marked(
    language: str, tag: str, said: str
) -> None:
    (file,) = render(edition(paragraph("Xyz."), language=language))
    package = etree.fromstring(zipfile.ZipFile(io.BytesIO(file.data)).read("EPUB/content.opf"))
    name = "schema:accessibilitySummary"
    (summary,) = [e for e in package.iter("{*}meta") if e.get("property") == name]

    assert (summary.text or "").startswith(said)
    assert summary.get("{http://www.w3.org/XML/1998/namespace}lang") == tag
