"""The words of a row: plain text with three marks, and nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from formats import walk
from formats.model import Foreign, Inline, Link, NoteRef, Style, Styled, Text
from pipeline.easy_read import words


@pytest.mark.parametrize(
    ("written", "run"),
    [
        ("Plain & <b>words</b>.", (Text("Plain & <b>words</b>."),)),
        ("A **hard** word.", (Text("A "), Styled(Style.STRONG, (Text("hard"),)), Text(" word."))),
        (
            "See [our page](https://example.org/).",
            (Text("See "), Link("https://example.org/", (Text("our page"),)), Text(".")),
        ),
        ("[Croeso]{lang=cy}", (Foreign("cy", (Text("Croeso"),)),)),
        (r"\*not bold\* \[not a link\]", (Text("*not bold* [not a link]"),)),
    ],
)
def test_three_marks_have_a_meaning(written: str, run: tuple[Inline, ...]) -> None:
    assert words.read(written) == run
    assert words.read(words.write(run)) == run


@pytest.mark.parametrize("href", ["javascript:alert(1)", "data:text/html,x", "vbscript:x"])
def test_an_address_that_could_run_something_is_no_link(href: str) -> None:
    run = words.read(f"[press]({href})")
    assert not any(isinstance(inline, Link) for inline in run)
    assert "press" in walk.plain(run)


@given(st.text(st.characters(blacklist_categories=("C", "Z")), max_size=60))
def test_any_text_is_written_so_that_it_reads_back_the_same(text: str) -> None:
    assert words.read(words.write((Text(text),))) == ((Text(text),) if text else ())


def test_the_mark_of_a_note_and_emphasis_are_left_out_and_their_words_are_kept() -> None:
    run = (Styled(Style.EMPHASIS, (Text("Sea"),)), NoteRef("n1", "1"), Text("\nand sand"))
    assert words.write(run) == "Sea and sand"
