"""Blocks in large print: nothing runs off its page, and no picture is a gap."""

import re

import pytest

from formats.large_print.blocks import blocks
from formats.large_print.setting import setting
from formats.model import (
    CodeBlock,
    Figure,
    Item,
    Listing,
    Media,
    Picture,
    Quote,
    Row,
    Style,
    Styled,
    Table,
    Text,
)
from tests.formats.builders import (
    bullets,
    cell,
    edition,
    edition_of,
    numbered,
    paragraph,
    picture,
    post_of,
    sentence,
    sentences,
)
from tests.formats.large_print.prints import PDFS, lines, made, poppler, squeezed


@pytest.mark.parametrize("name", PDFS)
def test_no_cell_entry_or_picture_runs_off_its_page(name: str) -> None:
    """What is kept on one page is only ever what surely fits."""
    long = "Words and more words. " * 60
    cells = (cell("Who", header=True), cell("What", header=True))
    of = post_of(
        Table((), (Row(cells), Row((cell("All"), cell(long))))),
        bullets(long, bullets(bullets(bullets(bullets(*("one two three four " * 3,) * 9))))),
        Figure("", Picture("a.png", long), ()),
        Quote((CodeBlock("", "x = 1\n" * 60, ""),)),
    )
    pdf = made(edition_of(of, (picture("a.png", width=900, height=900),)))[name]
    boxes = poppler("pdftotext", "-bbox", pdf=pdf)
    assert squeezed("".join(lines(pdf))).count(squeezed(long)) == 3
    assert max(float(y) for y in re.findall(r'yMax="([\d.]+)"', boxes)) < 842 - 28
    assert max(float(x) for x in re.findall(r'xMax="([\d.]+)"', boxes)) <= 595.3 - 70


def test_a_picture_that_is_missing_is_told_in_words() -> None:
    """Never a gap."""
    found = lines(made(edition(Figure("", Picture("gone.png", "A boat"), ())))["large-print.pdf"])
    assert found[-1] == "Picture: A boat"


def test_decoration_is_left_out() -> None:
    """A picture that says nothing takes no page."""
    figure = Figure("", Picture("a.png", ""), ())
    pdf = made(edition_of(post_of(figure), (picture("a.png"),)))["large-print.pdf"]
    assert b"/Subtype/Image" not in pdf


def test_the_words_below_a_picture_for_decoration_are_kept() -> None:
    figure = Figure("", Picture("a.png", ""), sentences("Photo: Ada"))
    found = lines(made(edition_of(post_of(figure), (picture("a.png"),)))["large-print.pdf"])
    assert found[-1] == "Photo: Ada"


def test_a_list_goes_on_from_its_first_number() -> None:
    listing = Listing(ordered=True, start=4, items=(Item((paragraph("four"),)),))
    (node,) = blocks(numbered(listing), setting(edition(listing), 18))
    assert isinstance(node, dict)
    assert (node["kind"], node["start"]) == ("numbers", 4)


def width_of(media: Media) -> object:
    """How wide a picture is set, in millimetres."""
    whole = edition_of(post_of(Figure("", Picture(media.path, "A"), ())), (media,))
    (node,) = blocks(whole.post.blocks, setting(whole, 18))
    assert isinstance(node, dict)
    return node["width"]


def test_a_picture_is_neither_too_coarse_nor_too_tall_nor_wider_than_the_line() -> None:
    assert width_of(picture("a.png", width=72, height=72)) == 25.4
    assert width_of(picture("a.png", width=1000, height=2000)) == 65
    assert width_of(picture("a.png", width=1000, height=500)) == 160


def test_that_a_picture_has_no_description_is_not_printed() -> None:
    shown = Figure("", Picture("a.png", None), ())
    inline = paragraph(sentence("See ", Picture("b.png", None), "."))

    found = lines(made(edition_of(post_of(shown, inline), (picture("a.png"),)))["large-print.pdf"])

    assert not [line for line in found if "without a description" in line]


def test_a_paragraph_in_bold_is_not_last_on_its_page() -> None:
    bold = Styled(Style.STRONG, (Text("The harbour"),))
    for count in range(18, 27):
        above = paragraph("The tide came in at three and went. " * count)
        whole = edition(above, paragraph(sentence(bold)), paragraph("Two boats lay there."))
        printed = poppler("pdftotext", pdf=made(whole)["large-print.pdf"]).split("\f")
        held = [page for page in printed if "The harbour" in page]
        assert "Two boats" in held[0], count
