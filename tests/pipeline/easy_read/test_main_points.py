"""Which sentences are chosen as the main points of a post, and which never are."""

import os
import subprocess
import sys
from itertools import pairwise

import pytest

from formats import walk
from formats.model import (
    Block,
    Cell,
    CodeBlock,
    Figure,
    Heading,
    Item,
    Listing,
    Note,
    Notes,
    Paragraph,
    Passage,
    Picture,
    Post,
    Quote,
    Row,
    Sentence,
    Table,
    Text,
)
from pipeline.easy_read.main_points import main_points
from pipeline.readers.shared.posts import placed
from pipeline.split.sentences import split
from tests.growth import grows_evenly

SUBJECTS = ("gardens", "buses", "doctors", "schools", "libraries")


def run(text: str) -> tuple[Sentence, ...]:
    return (Sentence("", (Text(text),)),)


def paragraph(text: str) -> Paragraph:
    return Paragraph(run(text))


def heading(text: str, level: int = 2) -> Heading:
    return Heading(level, run(text))


def post(
    *blocks: Block, title: str = "P", language: str = "en-GB", authors: tuple[str, ...] = ()
) -> Post:
    return split(Post("p", title, language, authors, None, placed("p", 0), blocks))


def chosen(whole: Post, most: int = 10) -> list[str]:
    """The words of the main points."""
    words = {
        s.id: walk.plain(s.inlines) for s in walk.units(whole.blocks) if isinstance(s, Sentence)
    }
    return [words[found] for found in main_points(whole, most)]


def about(subject: str, sentences: int) -> str:
    """Sentences on a subject: three that share words, and then remarks that share none."""
    core = [
        f"The {subject} have new{subject} with old{subject}.",
        f"Some {subject} need old{subject} for big{subject}.",
        f"All {subject} give new{subject} and big{subject}.",
    ]
    letters = (chr(97 + n) + subject[0] for n in range(sentences))
    rest = [f"{x.title()}one {x}two {x}three {x}four." for x in letters]
    return " ".join([*core, *rest][:sentences])


LONG = post(*(b for s in SUBJECTS for b in (heading(f"About {s}"), paragraph(about(s, 12)))))


def test_each_section_is_represented_by_what_carries_it() -> None:
    found = chosen(LONG, 5)
    assert [next(s for s in SUBJECTS if s in text) for text in found] == list(SUBJECTS)
    assert not any(text.endswith("four.") for text in found)


def test_there_are_at_most_ten_in_reading_order_and_none_twice() -> None:
    found = [int(number.removeprefix("s")) for number in main_points(LONG)]
    assert 5 <= len(found) <= 10
    assert found == sorted(set(found))


def test_only_sentences_of_running_text_are_chosen_and_whole() -> None:
    texts = {
        walk.plain(s.inlines) for b in LONG.blocks if isinstance(b, Paragraph) for s in b.sentences
    }
    assert set(chosen(LONG)) <= texts


def test_with_more_sections_than_places_the_deeper_headings_are_taken_together() -> None:
    parts = [
        block
        for s in SUBJECTS[:3]
        for block in (
            heading(f"About {s}"),
            paragraph(about(s, 3)),
            heading("More", 3),
            paragraph(f"Some {s} have a garden of their own."),
            heading("Yet more", 3),
            paragraph(f"Some {s} have a roof of their own."),
        )
    ]
    found = chosen(post(*parts), 3)
    assert [next(s for s in SUBJECTS if s in text) for text in found] == list(SUBJECTS[:3])


def test_with_more_sections_of_one_level_than_places_the_longest_are_represented() -> None:
    short = [b for n in "abcd" for b in (heading(f"H {n}"), paragraph(f"A remark on {n}{n} only."))]
    longer = [b for s in SUBJECTS[:2] for b in (heading(s), paragraph(about(s, 3)))]
    assert all("remark" not in text for text in chosen(post(*short, *longer), 2))


def test_a_post_without_headings_is_covered_from_its_beginning_to_its_end() -> None:
    whole = post(*(paragraph(about(s, 8)) for s in SUBJECTS))
    places = [int(number.removeprefix("s")) for number in main_points(whole, 5)]
    assert places[0] <= 13
    assert places[-1] > 26
    assert all(later - earlier < 20 for earlier, later in pairwise(places))


def test_a_short_post_has_all_its_sentences() -> None:
    text = "We met. It rained. Was it cold? He said so."
    assert chosen(post(paragraph(text))) == ["We met.", "It rained.", "Was it cold?", "He said so."]


@pytest.mark.parametrize("blocks", [(), (heading("Only a heading"),), (paragraph("12 – 14."),)])
def test_a_post_without_sentences_has_no_main_points(blocks: tuple[Block, ...]) -> None:
    assert main_points(post(*blocks)) == ()


def test_what_is_not_the_authors_running_text_is_never_chosen() -> None:
    picture = Picture("a.png", "A picture of this.")
    blocks = (
        heading("The heading of this."),
        Quote((paragraph("The quotation in a block of its own."),)),
        Passage("cy", (paragraph("Mae hon yn frawddeg arall."),)),
        Table(
            run("The caption of the table."),
            (Row((Cell(run("The cell of a table."), header=False),)),),
        ),
        Figure("", picture, run("The caption of the picture.")),
        CodeBlock("", "print()", "python"),
        paragraph("She said: “We begin here. We go on here. We end here.”"),
        paragraph("Ada Lovelace is the chair of a group."),
        paragraph("By Ada Lovelace"),
        paragraph("We chose these three words:"),
        Listing(
            ordered=False,
            start=1,
            items=(
                Item((paragraph("A label"),)),
                Item((paragraph("We kept the whole of this entry."),)),
            ),
        ),
        Notes((Note("n", "1", (paragraph("The words of a note."),)),)),
    )
    whole = post(*blocks, authors=("Ada Lovelace",))
    assert chosen(whole) == ["We kept the whole of this entry."]


def test_of_sentences_that_are_equally_central_the_short_one_is_chosen() -> None:
    short = "The council opens a garden for people in town."
    long = f"{short[:-1]}, and buses and trains run to the garden for everyone in it."
    others = "Buses and trains run to town. A garden for people is good. The council has a garden."
    others += " People in town ask the council for a garden."
    found = chosen(post(paragraph(f"{long} {others} {short}")), 1)
    assert found == [short]


def test_a_long_sentence_is_chosen_where_no_short_one_carries_the_section() -> None:
    long = (
        "The council opens a garden in the town for everyone who lives near, and it asks "
        "neighbours, schools and the library to plan the garden with the council."
    )
    weak = "Rain fell. So what?"
    whole = post(
        heading("A garden"), paragraph(f"{long} {weak}"), heading("B"), paragraph(about("buses", 9))
    )
    assert long in chosen(whole, 2)


@pytest.mark.parametrize(
    "weak", ["This is why the council opens a garden.", "Why does the council open a garden?"]
)
def test_what_needs_the_sentence_before_it_and_what_asks_comes_after_a_statement(weak: str) -> None:
    others = "Ada asked the council. A garden is good. Rain fell on Monday."
    found = chosen(post(paragraph(f"{weak} {others} Today the council opens a garden.")), 1)
    assert found == ["Today the council opens a garden."]


def test_a_point_that_is_repeated_is_chosen_once() -> None:
    point = "The council opens a garden for people in town."
    others = " ".join(
        f"Remark {n} came from Ms {n.title()} at noon." for n in ("ab", "cd", "ef", "gh")
    )
    found = chosen(post(*(paragraph(f"{point} {others}") for _ in range(4))), 4)
    assert found.count(point) == 1


@pytest.mark.parametrize(
    ("language", "core", "other"),
    [
        (
            "ja",
            "公園はみんなの場所です。市は公園を開きます。みんなが公園を使えます。",
            "雨が降った。",
        ),
        (
            "ar",
            "الحديقة مكان للجميع. تفتح المدينة الحديقة للجميع. الجميع في الحديقة.",
            "نزل المطر أمس.",
        ),
        ("th", "สวนเป็นของทุกคน เมืองเปิดสวนให้ทุกคน ทุกคนใช้สวนได้", "ฝนตก"),
        ("hi", "बगीचा सबके लिए है। शहर सबके लिए बगीचा खोलता है। सब बगीचे में आते हैं।", "कल बारिश हुई।"),
    ],
)
def test_words_are_found_in_every_script(language: str, core: str, other: str) -> None:
    whole = post(paragraph(core), paragraph(other), language=language)
    found = chosen(whole, 1)
    assert found
    assert found[0] in core


def test_the_choice_is_the_same_for_every_order_of_sets() -> None:
    module = "tests.pipeline.easy_read.test_main_points"
    script = f"from {module} import LONG, main_points; print(main_points(LONG))"
    printed = {
        subprocess.run(
            [sys.executable, "-c", script],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("0", "1", "2")
    }
    assert printed == {f"{main_points(LONG)}\n".encode()}


def of_sentences(count: int) -> Post:
    sentences = tuple(
        Sentence(
            f"s{n}",
            (Text(f"Word{n % 997} and thing{n % 89} make " + "more of it " * 4 + "."),),
            " ",
        )
        for n in range(count)
    )
    return Post("p", "P", "en", (), None, placed("p", 0), (Paragraph(sentences),))


def test_a_post_of_any_length_takes_even_time() -> None:
    """With a cosine for each pair of sentences, a long post would take minutes."""
    assert len(main_points(of_sentences(2_000))) <= 10
    assert grows_evenly(main_points, of_sentences, 500)
