"""Running text: bold in place of italics, links, letters that keep their size."""

from formats.model import Foreign, Link, NoteRef, Picture, Style, Styled, Text
from tests.formats.builders import (
    PUBLICATION,
    edition,
    edition_of,
    paragraph,
    picture,
    post_of,
    sentence,
)
from tests.formats.word.documents import W, made, styled, values, xml


def test_emphasis_is_bold_by_its_style_and_never_slanted() -> None:
    words = sentence(Styled(Style.EMPHASIS, (Text("low"),)), Styled(Style.MARK, (Text("tide"),)))
    document = made(edition(paragraph(words)))

    assert values(document, "rStyle")[-2:] == ["Emphasis", "Strong"]
    assert not list(xml(document).iter(f"{W}i", f"{W}u"))


def test_raised_letters_keep_their_size() -> None:
    words = sentence("m", Styled(Style.SUPERSCRIPT, (Text("2"),)))

    assert values(made(edition(paragraph(words))), "position") == ["8"]


def test_a_link_leads_to_its_full_address_and_one_that_leads_nowhere_is_its_words() -> None:
    words = sentence(Link("../other/", (Text("there"),)), Link("javascript:x", (Text("here"),)))
    document = made(edition(paragraph(words)))
    (last,) = [p for p in document.paragraphs if "there" in p.text]

    assert [link.address for link in last.hyperlinks] == [
        f"{PUBLICATION.base_url}posts/other/",
    ]
    assert last.text == "therehere"


def test_an_address_that_is_met_twice_is_one_relation() -> None:
    link = Link("https://a.example/", (Text("a"),))
    document = made(edition(paragraph(sentence(link, link))))

    addresses = [rel.target_ref for rel in document.part.rels.values() if rel.is_external]
    assert addresses.count("https://a.example/") == 1


def test_a_phrase_in_arabic_says_its_language_and_its_direction() -> None:
    document = made(edition(paragraph(sentence("Salt: ", Foreign("ar", (Text("ملح"),))))))
    (language,) = xml(document).iter(f"{W}lang")

    assert (language.get(f"{W}val"), language.get(f"{W}bidi")) == ("ar", "ar")
    assert len(values(document, "rtl")) == 1


def test_a_quotation_keeps_its_marks() -> None:
    document = made(edition(paragraph(sentence(Styled(Style.QUOTATION, (Text("wait"),))))))

    assert styled(document)[-1][1] == "“wait”"


def test_the_mark_of_a_note_that_is_not_there_is_raised() -> None:
    document = made(edition(paragraph(sentence("Salt", NoteRef("gone", "7")))))

    assert styled(document)[-1][1] == "Salt7"
    assert values(document, "position") == ["8"]


def test_a_picture_in_a_sentence_is_in_it() -> None:
    post = post_of(paragraph(sentence("A ", Picture("a.png", "wave"), " here.")))
    document = made(edition_of(post, (picture("a.png"),)))

    assert styled(document)[-1][1] == "A  here."
    assert [e for e in xml(document).iter() if e.get("descr") == "wave"]
