"""What the pages that programs save have in common is read in one way."""

from pipeline.readers.documents.saved_page import (
    css,
    declarations,
    drop_same_languages,
    gather_notes,
    has_class,
    language_of,
    most_spoken,
    named_as_page,
)
from pipeline.readers.html.document import parse, tree


def test_styles_and_classes_are_read() -> None:
    paragraph = tree('<p style="Font: A; mso-list:l0" class="MsoQuote x">t</p>').find("p")

    assert paragraph is not None
    assert css(paragraph) == {"font": "a", "mso-list": "l0"}
    assert declarations("a:b;;c") == {"a": "b", "c": ""}
    assert has_class(paragraph, "Mso")
    assert not has_class(paragraph, "y")


def test_a_page_may_be_named_as_a_document_of_word() -> None:
    assert named_as_page("a.DOC")
    assert not named_as_page("a.md")


def test_the_language_is_that_of_the_body_or_the_root() -> None:
    assert language_of(parse("<html lang=fr><body lang=EN-gb><p>x")) == "en-GB"
    assert language_of(parse("<html lang=fr><body><p>x")) == "fr"
    assert language_of(parse("<p>x")) == ""


def test_only_words_in_another_language_keep_it() -> None:
    body = tree("<p lang=en-US>a</p><p lang=cy>b</p>")
    drop_same_languages(body, "en-GB")

    assert [str(tag["lang"]) for tag in body.find_all(lang=True)] == ["cy"]


def test_the_most_spoken_language_has_the_most_letters() -> None:
    assert most_spoken(tree("<p lang=cy>abcd</p><p>abc 12345</p>"), "en") == "cy"
    assert most_spoken(tree(""), "en") == "en"


def test_notes_are_what_links_back_to_its_mark() -> None:
    body = tree(
        '<p>a<a id="m" href="#n">[1]</a></p><p><a href="#top">up</a></p>'
        '<hr><div><p><a id="n" href="#m">[1]</a>&nbsp;Note.</p></div>'
    )
    gather_notes(body)

    notes = body.find("ol", class_="footnotes")
    assert notes is not None
    assert notes.get_text() == "Note."
    assert body.find("hr") is None
