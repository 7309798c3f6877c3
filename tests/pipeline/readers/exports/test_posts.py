"""Articles of an export become posts with a title and a text; what lacks one is told."""

from datetime import UTC, datetime

from pipeline.errors import ReadError
from pipeline.readers.exports.posts import ExportContents, contents
from pipeline.readers.shared.reading import Article, Defaults, FileContents, Meta, note
from tests.pipeline.readers.exports.shapes import file


def made(*articles: Article) -> FileContents:
    return contents(ExportContents(articles), file(""), Defaults())


def test_a_post_without_a_title_is_called_by_its_first_words() -> None:
    found = made(Article(Meta(), "<p>Fish &amp; chips. More.</p>"))

    assert [post.meta.title for post in found.drafts] == ["Fish & chips."]
    assert [post.meta.slug for post in found.drafts] == ["fish-chips"]
    assert [finding.code for finding in found.findings] == ["title-guessed"]


def test_a_picture_without_words_is_called_by_its_date() -> None:
    day = Meta(published=datetime(2024, 8, 5, tzinfo=UTC))
    found = made(Article(day, '<img src="https://a.org/a.png">'))

    assert [post.meta.title for post in found.drafts] == ["2024-08-05"]


def test_a_picture_without_words_is_called_by_the_words_of_its_address_if_it_has_two() -> None:
    picture = '<img src="https://a.org/a.png">'
    day = datetime(2024, 8, 5, tzinfo=UTC)
    found = made(
        Article(Meta(slug="the-old-lock", published=day), picture),
        Article(Meta(slug="post-12", published=day), picture),
    )

    assert [post.meta.title for post in found.drafts] == ["The old lock", "2024-08-05"]


def test_a_post_without_text_is_left_out_and_named() -> None:
    found = made(Article(Meta("A"), "<p> </p>"), Article(Meta("B"), "<p>Text.</p>"))

    assert [post.meta.title for post in found.drafts] == ["B"]
    assert [finding.message for finding in found.findings] == [
        "Left out: 1 post without any text: “A”."
    ]


def test_what_has_neither_title_nor_words_nor_date_is_left_out() -> None:
    assert made(Article(Meta(), '<img src="https://a.org/a.png">')).drafts == ()


def test_a_withheld_post_needs_neither_title_nor_text() -> None:
    found = made(Article(Meta(withheld="is a draft"), ""))

    assert [post.meta.withheld for post in found.drafts] == ["is a draft"]
    assert found.findings == ()


def test_the_slug_is_that_of_the_title_as_people_see_it() -> None:
    (post,) = made(Article(Meta("R &amp; D"), "<p>Text.</p>")).drafts

    assert (post.meta.title, post.meta.slug) == ("R & D", "r-d")


def test_links_of_a_post_without_an_address_lead_nowhere_and_it_is_told() -> None:
    text = '<p><a href="/b">b</a></p>'
    found = made(Article(Meta("A"), text), Article(Meta("B"), text, base="https://a.org/b"))

    assert "href" not in str(found.drafts[0].blocks)
    assert "https://a.org/b" in str(found.drafts[1].blocks)
    assert [finding.code for finding in found.findings] == ["links-left-out"]


def test_title_findings_and_errors_of_the_export_are_kept() -> None:
    export = ExportContents((), (note("draft", "a", "b"),), (ReadError("c"),), "My &amp; blog")
    found = contents(export, file(""), Defaults())

    assert found.title == "My & blog"
    assert [finding.code for finding in found.findings] == ["draft"]
    assert [error.message for error in found.errors] == ["c"]
