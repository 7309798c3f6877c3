"""Large print keeps every word, at its size, in the order of the post."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from formats import walk
from formats.errors import FormatError
from formats.large_print import pages
from formats.model import Edition, LargePrint
from formats.registry import chosen
from tests.formats.builders import (
    AWKWARD,
    RICH_MEDIA,
    edition,
    edition_of,
    heading,
    paragraph,
    rich_post,
)
from tests.formats.large_print.prints import (
    PDFS,
    lines,
    made,
    poppler,
    shown,
    sizes,
    squeezed,
    unmarked,
    words,
    written,
)
from tests.judging import JAVA, judged


@pytest.mark.parametrize("name", PDFS)
def test_words_of_plain_post_are_the_words_of_the_pdf_in_order(name: str) -> None:
    """After the header nothing stands in the PDF but the post's words."""
    said = [
        f"Sentence {n} says that well-known things at 3 p.m. on 5 March stay." for n in range(99)
    ]
    found = words(made(edition(*(paragraph(s) for s in said)))[name])
    assert found[-len(" ".join(said).split()) :] == " ".join(said).split()


@pytest.mark.parametrize("name", PDFS)
def test_every_unit_of_a_rich_post_is_printed_in_order(name: str) -> None:
    """Each sentence, picture and code block follows the one before it."""
    post = rich_post()
    rest = squeezed(unmarked("\n".join(lines(made(edition_of(post, RICH_MEDIA))[name]))))
    for unit in walk.units(post.blocks):
        _, found, rest = rest.partition(squeezed(shown(unit)))
        assert found or not squeezed(shown(unit)), unit


@pytest.mark.parametrize("name", AWKWARD)
def test_no_awkward_post_stops_large_print(name: str) -> None:
    """Whatever typefaces the machine has or has not."""
    assert list(made(edition_of(AWKWARD[name]))) == [
        "large-print.pdf",
        "giant-print.pdf",
        "large-print.html",
    ]


@pytest.mark.parametrize(("name", "points"), PDFS.items())
def test_nothing_is_smaller_than_the_text(name: str, points: int) -> None:
    """Page numbers, captions, notes, code and raised letters included."""
    found = sizes(made(edition_of(rich_post(), RICH_MEDIA))[name])
    assert min(found) == points
    assert max(found) == points * 1.5


def test_two_renders_are_the_same_bytes() -> None:
    """No clock and no chance."""
    assert made(edition_of(rich_post(), RICH_MEDIA)) == made(edition_of(rich_post(), RICH_MEDIA))


def test_a_changed_word_changes_the_bytes() -> None:
    """The check above would see it."""
    one, other = (made(edition(paragraph(words)))["large-print.pdf"] for words in ("Sea.", "See."))
    assert one != other


@pytest.mark.parametrize(
    "sentences", [("x" * 700_000,), ("A word.",) * 30_000], ids=["long", "many"]
)
def test_a_post_that_would_fill_the_memory_is_refused(sentences: tuple[str, ...]) -> None:
    with pytest.raises(FormatError, match="longer than a book") as told:
        made(edition(paragraph(*sentences)))
    assert "several posts" in told.value.remedy


@pytest.mark.parametrize("language", ["", "english", "x"])
def test_a_post_without_a_language_is_refused(language: str) -> None:
    """Typst would write that it is English."""
    with pytest.raises(FormatError, match="language"):
        made(edition(paragraph("Sea."), language=language))


JUDGED: Sequence[str] = [name for name in AWKWARD if name != "a thousand paragraphs"]


@JAVA
def test_verapdf_passes_the_rich_post_and_the_awkward_ones(tmp_path: Path) -> None:
    """PDF/UA-1 and PDF/A-2a, every machine rule of both."""
    paths = []
    for n, post in enumerate([rich_post(), *(AWKWARD[name] for name in JUDGED)]):
        folder = tmp_path / str(n)
        folder.mkdir()
        paths += [p for p in written(edition_of(post, RICH_MEDIA), folder) if p.suffix == ".pdf"]
    assert judged("verapdf", *paths) == ()


def test_each_sentence_begins_on_the_page_that_is_told() -> None:
    """Asked of the PDF itself; two sentences of a paragraph may be on two pages."""
    waves = range(10, 99)
    whole = edition(
        *(paragraph(f"Here the {n}th wave breaks and runs.", "Then it goes.") for n in waves)
    )

    told = pages(whole)

    printed = poppler("pdftotext", pdf=made(whole)["large-print.pdf"]).split("\f")
    assert max(told.values()) > 5
    for number in waves:
        unit = f"s{2 * (number - 10) + 1}"
        assert f"the {number}th" in printed[told[unit] - 1].replace("\u00a0", " ")


def test_every_unit_has_a_page_even_a_heading_and_what_is_not_printed() -> None:
    whole = edition_of(rich_post(), RICH_MEDIA)

    told = pages(whole)

    assert list(told) == [unit.id for unit in walk.units(whole.post.blocks)]
    assert list(told.values()) == sorted(told.values())


def test_a_heading_begins_where_what_is_below_it_does() -> None:
    whole = edition(*(b for n in range(30) for b in (heading(2, f"Part {n}"), paragraph("Sea."))))

    told = pages(whole)

    assert all(told[f"s{n}"] == told[f"s{n + 1}"] for n in range(1, 60, 2))


def test_a_post_that_cannot_be_printed_has_no_pages() -> None:
    with pytest.raises(FormatError):
        pages(edition(paragraph("Sea."), language=""))


def sized(whole: Edition, *sizes: int, paper: str = "white") -> Edition:
    """The same at other sizes."""
    blog = replace(whole.publication, large_print=LargePrint(sizes, paper))
    return replace(whole, publication=blog)


def test_each_size_of_the_settings_is_a_file_named_after_it() -> None:
    files = made(sized(edition(paragraph("Sea.")), 16, 18, 20, 24, 28))

    names = ["large-print-16.pdf", "large-print.pdf", "large-print-20.pdf", "giant-print.pdf"]
    assert list(files) == [*names, "giant-print-28.pdf", "large-print.html"]
    assert min(sizes(files["giant-print-28.pdf"])) == 28


def test_what_is_offered_is_what_is_made() -> None:
    whole = sized(rich(), 20, 28)

    (row,) = (row for row in chosen(("large-print",), (20, 28)) if row.name == "large-print")

    assert [offer.path for offer in row.offers] == list(made(whole))
    assert [offer.what for offer in row.offers] == [
        *("large_print", "giant_print", "large_print_page")
    ]


def test_the_pages_are_those_of_the_smallest_size() -> None:
    whole = edition(*(paragraph("The tide came in at three. " * 9) for _ in range(20)))

    assert max(pages(sized(whole, 18, 24)).values()) < max(pages(sized(whole, 24)).values())


@pytest.mark.parametrize("paper", ["cream", "yellow"])
def test_the_paper_has_its_colour_and_passes(paper: str, tmp_path: Path) -> None:
    files = written(sized(rich(), 18, paper=paper), tmp_path)

    assert made(sized(rich(), 18, paper=paper)) != made(sized(rich(), 18))
    assert judged("large print", *files) == ()


def rich() -> Edition:
    """An edition with everything."""
    return edition_of(rich_post(), RICH_MEDIA)
