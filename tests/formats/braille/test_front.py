"""What stands before a post says what the edition is, and where its parts are."""

import re
from dataclasses import replace

from formats.model import (
    BrailleChoices,
)
from tests.formats.braille.pages import RULE, pages
from tests.formats.builders import (
    PUBLICATION,
    edition,
    heading,
    paragraph,
)


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
