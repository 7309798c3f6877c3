"""What an easy-read text says of itself: a draft that it is one, a signed one who checked it."""

from dataclasses import replace

import pytest

from formats.model import Stage
from formats.words import LANGUAGES
from formats.words import words as words_of
from formats.words.easy_read import easy_read_words
from tests.formats.builders import PUBLICATION
from tests.formats.easy_read.texts import ICON, SIGNATURE, of, page, row, signed, text, words


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_draft_says_first_that_it_is_one_and_never_that_it_is_easy_read(language: str) -> None:
    """Only what people have checked may be called Easy Read."""
    whole = page(of(text(), language))
    ours = words_of(language)
    said = easy_read_words(ours)
    main = whole.findall(".//main")[0]
    assert words(main).startswith(f"{said.is_draft} {said.computer}")
    assert words(whole.findall(".//h1")[0]).startswith(" ".join(said.label.split()))
    for element in (whole.findall(".//title")[0], whole.findall(".//h1")[0]):
        assert ours.page.easy_read not in words(element)


def test_a_draft_says_in_plain_words_that_most_sentences_are_still_long_and_hard() -> None:
    assert "Most sentences are still long and hard." in words(page(of(text())))
    assert "Les mots ne sont pas plus simples." in words(page(of(text(), "fr")))


def test_an_edited_text_is_still_a_draft_and_says_that_people_work_on_it() -> None:
    banner = page(of(text(stage=Stage.EDITED))).findall(".//section[@class='banner']")[0]
    assert "This is a draft. People are still working on it." in words(banner)
    assert "No person with a learning disability has checked it yet." in words(banner)
    later = page(of(text(stage=Stage.EDITED, round=1))).findall(".//section[@class='banner']")[0]
    assert "No person" not in words(later)


def test_a_checked_text_is_a_draft_until_it_is_signed() -> None:
    banner = page(of(text(stage=Stage.CHECKED, round=1))).findall(".//section[@class='banner']")[0]
    assert "A group has read it. It is not finished yet." in words(banner)


def test_a_signed_text_is_called_easy_read_and_says_who_checked_it() -> None:
    whole = page(of(signed(text())))
    assert words(whole.findall(".//title")[0]).startswith("Easy Read: The tide")
    assert words(whole.findall(".//h1")[0]).startswith("Easy Read:")
    assert whole.findall(".//section[@class='banner']") == []
    last = words(whole.findall(".//section[@class='done']")[0])
    assert "The Tide Group checked this text. 27 November 2026. They were paid for it." in last


def test_who_did_not_want_to_be_named_is_not_named() -> None:
    silent = replace(signed(text()), signature=replace(SIGNATURE, by="", paid=False))
    last = words(page(of(silent)).findall(".//section[@class='done']")[0])
    assert "A group checked this text." in last
    assert "They were not paid for it." in last


def test_the_banner_is_in_sentences_of_ten_words_or_fewer() -> None:
    """The warning itself must be easy."""
    banner = page(of(text())).findall(".//section[@class='banner']")[0]
    assert all(len(words(p).split()) <= 10 for p in banner.findall("p"))
    assert f"mailto:{PUBLICATION.email}" in [a.get("href") for a in banner.iter("a")]


def test_without_an_address_nobody_is_named_to_ask() -> None:
    silent = replace(of(text()), publication=replace(PUBLICATION, email=""))
    banner = page(silent).findall(".//section[@class='banner']")[0]
    assert [a.get("href") for a in banner.iter("a")] == ["index.html"]


def test_every_way_to_ask_stands_at_the_end() -> None:
    blog = replace(PUBLICATION, telephone="020 7946 0000", address="1 High Street\nTown")
    last = page(replace(of(text()), publication=blog)).findall(".//section[@class='done']")[0]
    for way in (PUBLICATION.email, "020 7946 0000", "1 High Street"):
        assert way in words(last)


def test_a_language_model_that_helped_is_named() -> None:
    last = words(page(of(text(model="A model 7"))).findall(".//section[@class='done']")[0])
    assert "A computer program that writes text helped: A model 7." in last


def test_the_makers_of_the_drawings_are_named_where_one_is_shown() -> None:
    shown = page(of(text(row("We met.", picture=True), media=(ICON,))))
    assert "The drawings are from Health Icons." in words(shown)
    assert "Health Icons" not in words(page(of(text())))


def test_the_readers_page_holds_none_of_the_editors_jobs() -> None:
    shown = words(page(of(text()))).lower()
    assert not any(job in shown for job in ("needed", "must still", "find a picture", "to do"))
