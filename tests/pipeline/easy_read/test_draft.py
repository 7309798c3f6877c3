"""The first draft: every sentence of the post beside what a computer suggests for it."""

import pytest

from formats import walk
from formats.model import (
    Block,
    Cell,
    CodeBlock,
    Figure,
    Item,
    Listing,
    Passage,
    Picture,
    Quote,
    Row,
    Sentence,
    Table,
)
from pipeline.easy_read.draft import draft, is_rubbish
from pipeline.easy_read.easy_file import FileRow, read, write
from pipeline.split.sentences import split
from tests.formats.builders import (
    AWKWARD,
    RICH_MEDIA,
    bullets,
    cell,
    heading,
    paragraph,
    post_of,
    rich_post,
    sentences,
)

POSTS = {**AWKWARD, "rich": rich_post()}


def rows(*blocks: Block, language: str = "en-GB") -> list[FileRow]:
    """The rows of the whole text."""
    post = split(post_of(*blocks, language=language))
    return [row for group in draft(post).whole for row in group.rows]


@pytest.mark.parametrize("name", POSTS)
def test_every_sentence_of_the_post_is_there_once_and_in_order(name: str) -> None:
    """An editor who cuts must see what is cut."""
    post = split(POSTS[name])
    file = draft(post)
    ids = [source.id for group in file.whole for source in group.sources]
    assert ids == [unit.id for unit in walk.units(post.blocks)]


@pytest.mark.parametrize("name", POSTS)
def test_what_is_written_reads_back_the_same(name: str) -> None:
    file = draft(split(POSTS[name]))
    assert read(write(file), file.name) == file


def test_a_sentence_is_a_row_with_small_rewriting() -> None:
    assert [row.words for row in rows(paragraph("We utilise 2 boats. We don't row."))] == [
        "We use 2 boats.",
        "We do not row.",
    ]


def test_in_another_language_words_stay_as_they_are() -> None:
    assert [row.words for row in rows(paragraph("We utilise boats."), language="fr")] == [
        "We utilise boats."
    ]


def test_a_series_is_a_list() -> None:
    (row,) = rows(paragraph("We need: paint, wood and nails."))
    assert (row.words, row.entries) == ("We need:", ("paint", "wood", "and nails."))


def test_words_before_a_list_and_its_entries_are_one_row() -> None:
    """Cut in three, neither half of the sentence means anything."""
    (row,) = rows(paragraph("We aim:"), bullets("to listen", "to learn"))
    assert (row.words, row.entries) == ("We aim:", ("to listen", "to learn"))
    steps = Listing(True, 1, (Item((paragraph("Rise."),)), Item((paragraph("Fall."),))))  # noqa: FBT003 (the model's order)
    (row,) = rows(paragraph("The steps:"), steps)
    assert row.numbered


def test_a_quotation_keeps_its_words_and_gets_its_marks() -> None:
    first, last = rows(Quote((paragraph("We don't utilise it. Never."),)))
    assert (first.words, last.words) == ("“We don't utilise it.", "Never.”")
    (marked,) = rows(Quote((paragraph("“We don't.”"),)))
    assert marked.words == "“We don't.”"


def test_a_row_of_a_table_keeps_what_belongs_together() -> None:
    """Which rule goes with which view is its meaning."""
    head = Row((cell("View", header=True), cell("Rule", header=True)))
    body = Row((Cell(sentences("Experts know"), False), Cell(sentences("Ask them"), False)))  # noqa: FBT003 (the model's order)
    (row,) = rows(Table((), (head, body)))
    assert (row.words, row.entries) == ("View: Experts know", ("Rule: Ask them",))


def test_a_passage_in_another_language_is_marked_as_such() -> None:
    (row,) = rows(Passage("cy", (paragraph("Croeso i bawb."),)))
    assert row.words == "[Croeso i bawb.]{lang=cy}"


def test_a_picture_of_the_post_stands_beside_its_caption_where_it_can_be_shown() -> None:
    boat = RICH_MEDIA[0]
    post = split(post_of(Figure("", Picture(boat.path, "A boat"), sentences("Our boat."))))
    (row,) = draft(post, media=RICH_MEDIA).rows[-1:]
    assert row.picture
    assert (row.words, row.picture.name) == ("Our boat.", boat.path)
    assert [one.picture for one in draft(post).rows[-1:]] == [None]


@pytest.mark.parametrize("alt", ["IMG_1856", "photo.JPG", "DSC_0012.jpeg", "Screenshot 2020"])
def test_the_name_of_a_file_is_nothing_for_readers(alt: str) -> None:
    assert is_rubbish(alt)
    assert rows(Figure("", Picture("x.jpg", alt), ())) == []
    assert not is_rubbish("Two people talk beside a boat")


def test_program_text_is_left_out_and_stands_there_for_the_editor() -> None:
    post = split(post_of(CodeBlock("", "x = 1", "python")))
    (group,) = draft(post).whole
    assert (group.rows, group.sources[0].words) == ((), "x = 1")


def test_a_heading_is_a_heading() -> None:
    post = split(post_of(heading(2, "Boats"), paragraph("They float.")))
    assert [group.heading for group in draft(post).whole] == ["Boats", ""]


def test_a_long_main_point_is_an_empty_line_for_the_editor() -> None:
    """The program selects; it never shortens by itself."""
    long = " ".join(["boats"] * 16) + "."
    post = split(post_of(paragraph("Boats float on the sea."), paragraph(f"All {long}")))
    words = [row.words for group in draft(post).main_points for row in group.rows]
    assert words == ["Boats float on the sea.", ""]


def test_hard_words_are_listed_with_their_meanings_in_alphabetical_order() -> None:
    post = split(post_of(paragraph("They saw tokenism. All participants came.")))
    assert [m.word for m in draft(post).meanings] == ["participants", "tokenism"]
    own = draft(post, (("tokenism", "A sham."),)).meanings
    assert own[-1].meaning == "A sham."


def test_a_picture_without_words_in_a_sentence_goes_beside_it() -> None:
    (row,) = rows(paragraph(Sentence("", (Picture("sea.png", "The sea"),)), "Waves rise."))[-1:]
    assert row.words == "Waves rise."
