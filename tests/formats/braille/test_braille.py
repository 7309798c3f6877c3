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
    Post,
    Publication,
    Sentence,
)
from tests.formats.braille.pages import NARROW, POSTS, files, pages, printed
from tests.formats.builders import (
    PUBLICATION,
    RICH_MEDIA,
    edition,
    edition_of,
    paragraph,
    rich_post,
)
from tests.judging import judged


@pytest.mark.parametrize("post", POSTS.values(), ids=POSTS.keys())
@pytest.mark.parametrize("publication", [PUBLICATION, NARROW], ids=["usual", "narrow"])
def test_whatever_the_post_the_judge_of_braille_accepts_all_three_files(
    post: Post, publication: Publication, tmp_path: Path
) -> None:
    of = printed(replace(edition_of(post, RICH_MEDIA), publication=publication))
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
