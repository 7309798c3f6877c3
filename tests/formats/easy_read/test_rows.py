"""Each row is one sentence, with its picture before it and its hard words explained below it."""

from dataclasses import replace

from formats.model import EasyPart, Sentence, Text
from tests.formats.easy_read.texts import ICON, of, page, row, text, words


def test_a_row_has_its_picture_on_the_left_and_before_its_words() -> None:
    whole = page(of(text(row("We met.", picture=True), media=(ICON,))))
    (found,) = whole.findall(".//div[@class='row']")
    assert [div.get("class") for div in found] == ["picture", "words"]
    (img,) = found.iter("img")
    assert (img.get("src"), img.get("alt"), img.get("width")) == (ICON.path, "", "48")


def test_a_row_without_a_picture_tells_readers_of_no_gap() -> None:
    """Empty places are the editor's business."""
    whole = page(of(text(row("We met."))))
    (picture,) = whole.findall(".//div[@class='picture']")
    assert (len(picture), words(picture)) == (0, "")


def test_a_series_is_a_list_below_the_words_before_it() -> None:
    whole = page(of(text(row("We need:", 1, "paint", "nails"))))
    assert [li.get("id") for li in whole.findall(".//div[@class='words']/ul/li")] == [
        "e1-2",
        "e1-3",
    ]
    numbered = page(of(text(replace(row("First:", 1, "paint"), numbered=True))))
    assert len(numbered.findall(".//div[@class='words']/ol/li")) == 1


def test_a_hard_word_is_bold_and_explained_once_on_a_page_after_its_sentence() -> None:
    """Inside the sentence it would make it longer (GOV.UK)."""
    whole = page(
        of(
            text(
                row("The tide is tokenism."),
                row("No tokenism.", 2),
                meanings=(("tokenism", "Show."),),
            )
        )
    )
    first, second = whole.findall(".//div[@class='words']")
    assert [words(p) for p in first] == ["The tide is tokenism.", "Tokenism means: Show."]
    assert [words(strong) for strong in first.findall("p[1]/strong")] == ["tokenism"]
    assert len(second) == 1


def test_no_row_has_more_than_two_explanations_and_the_list_has_all() -> None:
    """With more, there would be more to read and not less."""
    meanings = (("ebb", "Down."), ("flow", "Up."), ("neap", "Low."))
    whole = page(of(text(row("The ebb, the flow and the neap."), meanings=meanings)))
    assert len(whole.findall(".//p[@class='meaning']")) == 2
    assert [words(dt) for dt in whole.findall(".//dt")][:3] == ["ebb", "flow", "neap"]


def test_only_words_that_the_text_explains_are_explained() -> None:
    """What is shown is what people checked."""
    whole = page(of(text(row("Consultation is tokenism."))))
    assert whole.findall(".//p[@class='meaning']") == []


def test_a_row_names_the_sentences_of_the_post_that_it_says() -> None:
    (found,) = page(of(text(row("We met.")))).findall(".//div[@class='row']")
    assert found.get("data-post") == "s1"


def test_a_heading_is_a_heading_with_its_id() -> None:
    part = EasyPart(Sentence("e1", (Text("High water"),)), (row("It rises.", 2),))
    (heading,) = page(of(text(parts=(part,)))).findall(".//div[@id='page-post']/h2")
    assert (heading.get("id"), words(heading)) == ("e1", "High water")


def test_words_with_hyphens_stay_on_one_line() -> None:
    whole = page(of(text(row("Co-production is good."))))
    assert [words(s) for s in whole.findall(".//article//span[@class='whole']")] == [
        "Co-production"
    ]
