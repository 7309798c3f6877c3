"""A post in braille: laid out as transcribers do, whole, and honest about how it was made."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from formats import braille, walk
from formats.braille.cells import CONTINUED, to_ascii
from formats.braille.transcriber import clean
from formats.braille.uncontracted import UNCONTRACTED, translate
from formats.errors import FormatError
from formats.model import (
    Block,
    BrailleChoices,
    CodeBlock,
    Edition,
    Figure,
    Item,
    Listing,
    Picture,
    Post,
    Quote,
    Row,
    Run,
    Sentence,
    Table,
    ThematicBreak,
)
from tests.formats.builders import (
    AWKWARD,
    PUBLICATION,
    RICH_MEDIA,
    bullets,
    cell,
    edition,
    edition_of,
    heading,
    paragraph,
    rich_post,
    sentences,
)
from tests.judging import judged

RULE = f'{"":13}"33333333333'
END = f'{"":13}"31111111111'
POSTS = {"rich": rich_post(), **AWKWARD}
NARROW = replace(PUBLICATION, braille=BrailleChoices(width=20, height=10))


def files(of: Edition) -> dict[str, bytes]:
    return {file.path: file.data for file in braille.render(of)}


def pages(of: Edition) -> list[list[str]]:
    """The pages of a BRF, as lines."""
    text = files(of)["braille.brf"].decode("ascii")
    return [page.splitlines() for page in text.removesuffix("\f").split("\f")]


def body(*blocks: Block) -> list[str]:
    """The lines of a short post below its front, without those that have the numbers."""
    whole = [line for page in pages(edition(*blocks)) for line in page[1:]]
    first = whole.index(RULE, whole.index(RULE) + 1)
    return whole[first + 1 : -1]


def printed(of: Edition, each: int = 4) -> Edition:
    """The same edition, with so many units on each printed page."""
    units = walk.units(of.post.blocks)
    return replace(of, printed={unit.id: 1 + at // each for at, unit in enumerate(units)})


@pytest.mark.parametrize("post", POSTS.values(), ids=POSTS.keys())
@pytest.mark.parametrize("publication", [PUBLICATION, NARROW], ids=["usual", "narrow"])
def test_whatever_the_post_the_judge_of_braille_accepts_all_three_files(
    post: Post, publication: object, tmp_path: Path
) -> None:
    of = printed(replace(edition_of(post, RICH_MEDIA), publication=publication))  # type: ignore[arg-type]
    for path, data in files(of).items():
        (tmp_path / path).write_bytes(data)

    assert judged("braille", *sorted(tmp_path.iterdir())) == ()


@pytest.mark.parametrize("post", POSTS.values(), ids=POSTS.keys())
def test_every_word_of_the_post_is_there_in_order(post: Post) -> None:
    lines = [line.strip() for page in pages(edition_of(post, RICH_MEDIA)) for line in page[1:]]
    text = " ".join(lines).replace(f"{to_ascii(CONTINUED)} ", "")
    at = 0
    for unit in walk.units(post.blocks):
        shown = walk.plain(unit.inlines) if isinstance(unit, Sentence) else ""
        for word in re.findall(r"[a-z]{4,}", clean(shown)):
            at = text.index(word.upper(), at) + len(word)


def test_the_first_page_says_what_it_is_and_that_nobody_has_checked_it() -> None:
    (page,) = pages(edition(paragraph("Sea."), title="Salt"))

    assert page[:3] == ["#A".rjust(38), f"{'':16},SALT", RULE]
    assert page[-1] == RULE
    told = " ".join(page)
    assert ",UEB GRADE #A4" in told
    assert ",ALLWAYS1 WITHOUT CONTRACTIONS4" in told
    assert "NOT PROOFREAD BY A BRAILLE READER4@.>" in told


def test_it_says_who_has_proofread_it() -> None:
    blog = replace(PUBLICATION, braille=BrailleChoices(proofread_by="Ada Shore"))
    (page,) = pages(replace(edition(paragraph("Sea.")), publication=blog))

    assert ",MACHINE TRANSLATED1 AND PROOFREAD BY ,ADA ,SHORE4@.>" in " ".join(page)
    assert "NOT PROOFREAD" not in " ".join(page)


def test_paragraphs_begin_in_cell_3_and_go_on_in_cell_1() -> None:
    assert body(paragraph("sea and sand and salt and tide and stone")) == [
        "  SEA AND SAND AND SALT AND TIDE AND",
        "STONE",
    ]


def test_headings_are_centred_then_at_the_side_then_indented() -> None:
    blocks = [heading(level, "Tide") for level in (2, 3, 4, 5)]

    assert body(*blocks) == ["", f"{'':16},TIDE", "", ",TIDE4", "  .1,TIDE.'4", "  ,TIDE4"]


def test_the_run_overs_of_lists_are_two_cells_further_in_than_the_deepest_list() -> None:
    inner = Item((paragraph("two"), bullets("three " + "and so on " * 4)))
    listing = Listing(ordered=True, start=3, items=(Item((paragraph("one " * 12),)), inner))

    assert body(listing) == [
        "",
        "#C4 ONE ONE ONE ONE ONE ONE ONE ONE",
        "    ONE ONE ONE ONE",
        "#D4 TWO",
        "  _4 THREE AND SO ON AND SO ON AND SO",
        "    ON AND SO ON",
    ]


def test_quotations_are_indented_and_program_text_keeps_its_lines() -> None:
    code = CodeBlock("c1", "if a:\n    b", "")

    assert body(Quote((paragraph("Sea."),)), code) == [
        "",
        "      ,SEA4",
        "",
        "IF A3",
        "    B",
        END,
    ]


def test_a_table_is_told_row_by_row_after_a_note_and_ends_with_dots_2() -> None:
    rows = (
        Row((cell("Day", header=True), cell("Height", header=True))),
        Row((cell("Monday"), cell("2"))),
    )

    assert body(Table(sentences("Tides"), rows)) == [
        "  ,TIDES",
        "  @.<,THE TABLE IS TOLD ROW BY ROW4",
        ",EACH ENTRY FOLLOWS THE HEADING OF ITS",
        "COLUMN4@.>",
        "  ,DAY2 ,HEIGHT",
        "  ,DAY3 ,MONDAY2 ,HEIGHT3 #B",
        END,
    ]


def test_a_table_of_a_thousand_rows_is_told_whole() -> None:
    rows = tuple(Row((cell(f"{number}"), cell("x"))) for number in range(1000))

    assert sum(line.endswith("2 X") for line in body(Table((), rows))) == 1000


@pytest.mark.parametrize(
    ("alt", "lines"),
    [
        ("A wave.", ["  @.<,PICTURE3 ,A WAVE4@.>"]),
        (None, ["  @.<,PICTURE WITHOUT A DESCRIPTION4", "@.>"]),
        ("", []),
    ],
)
def test_a_picture_is_a_note_of_the_transcriber(alt: str | None, lines: list[str]) -> None:
    told = body(Figure("f1", Picture("a.png", alt), ()), ThematicBreak())

    assert " ".join(told).replace(" @.>", "@.>") == " ".join([*lines, END]).replace(" @.>", "@.>")


def test_a_long_post_has_contents_whose_pages_are_right() -> None:
    blocks = [
        block
        for number in range(12)
        for block in (
            heading(2 + number % 2, f"Part {'xyz'[number % 3] * 4}"),
            paragraph("sea " * 150),
        )
    ]
    made = pages(edition(*blocks))
    listed = [
        re.fullmatch(r" *(,PART [XYZ]{4}) -+ (#[A-J]+)", line) for page in made for line in page[1:]
    ]
    entries = [(found[1], found[2]) for found in listed if found]
    stand = [
        (line.strip().rstrip("4"), page[0].split()[-1])
        for page in made
        for line in page[1:]
        if re.fullmatch(r" *,PART [XYZ]{4}4?", line)
    ]

    assert len(entries) == 12
    assert entries == stand


def test_a_short_post_has_no_contents() -> None:
    blocks = [block for _ in range(3) for block in (heading(2, "Part"), paragraph("sea"))]

    assert not any(",CONTENTS" in line for page in pages(edition(*blocks)) for line in page)


def test_where_a_printed_page_begins_a_line_says_so() -> None:
    of = printed(edition(paragraph("One. Two. Three.")), each=2)
    (page,) = pages(of)

    assert page[0] == "#A" + "#A".rjust(36)
    assert page[-4:] == ["  ,ONE4 ,TWO4", f'{"":17}"3#B', ",THREE4", RULE]
    assert "PRINT PAGE NUMBERS" in " ".join(page).replace(",PRINT", "PRINT")


def test_bytes_are_the_same_each_time() -> None:
    of = printed(edition_of(rich_post(), RICH_MEDIA))

    assert files(of) == files(of)


def test_without_a_code_there_is_no_braille_and_a_remedy() -> None:
    with pytest.raises(FormatError) as error:
        list(braille.render(replace(edition(paragraph("x")), braille=None)))
    assert "[braille]" in error.value.remedy


def test_a_code_of_eight_dots_is_refused() -> None:
    eight = replace(UNCONTRACTED, translate=lambda runs: translate(runs) + "⡀")

    with pytest.raises(FormatError):
        list(braille.render(replace(edition(paragraph("x")), braille=eight)))


def test_another_code_than_unified_braille_gets_no_signs_of_it() -> None:
    other = replace(UNCONTRACTED, unified=False)
    (page,) = pages(replace(edition(paragraph("Sea.")), braille=other))

    assert "@.<" not in " ".join(page)
    assert f"{'':13}333333333333" in page
    assert translate((Run("["),)) == "⠨⠣"
