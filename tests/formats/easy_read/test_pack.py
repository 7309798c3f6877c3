"""The pack that is printed: what a group reads, and what it can write."""

import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from formats.easy_read.pack import Sheet, render
from formats.easy_read.sections import QUESTIONS
from formats.errors import FormatError
from formats.model import EasyPart, EasyText, Foreign, Link, Media, Picture, Sentence, Text
from tests.formats.builders import HOSTILE, picture, typeface
from tests.formats.easy_read.texts import ICON, row, text
from tests.judging import JAVA, judged

pytestmark = JAVA

BOAT = picture("easy-read/boat.png", width=2000, height=900)
TEXT = text(
    main_points=(row("The sea rises.", picture=True),),
    parts=(
        EasyPart(None, (replace(row("Boats float.", 2), picture=Picture(BOAT.path, "A boat")),)),
        EasyPart(
            Sentence("e3", (Text("What we need"),)),
            (row("We need:", 4, "nails", "paint"), row("We saw tokenism.", 7)),
        ),
    ),
    meanings=(("tokenism", "Only for show."),),
    media=(ICON, BOAT),
)


def pdf(made: EasyText, language: str = "en-GB") -> bytes:
    return render(Sheet(made, language, 2, "ab12 cd34", typeface(), 0))


def words(data: bytes) -> str:
    """All words of a PDF, in its order."""
    if not shutil.which("pdftotext"):
        pytest.skip("no pdftotext here: apt-get install poppler-utils")
    done = subprocess.run(["pdftotext", "-", "-"], input=data, capture_output=True, check=True)
    return " ".join(done.stdout.decode().split())


def test_a_group_reads_every_row_and_has_boxes_and_room_for_better_words() -> None:
    printed = words(pdf(TEXT))
    for said in ("The sea rises.", "Boats float.", "nails", "paint", "What we need"):
        assert said in printed
    assert printed.count("not clear") == 4 + 1  # and where it says what it means
    assert printed.count("Better words:") == 4
    assert printed.count("No picture") == 2
    assert "tokenism: Only for show." in printed
    assert [printed.count(question) for question in QUESTIONS] == [3, 3, 3, 3]


def test_it_says_what_it_is_its_version_its_round_and_asks_who_checked_it() -> None:
    printed = words(pdf(TEXT))
    assert "a text that is not finished" in printed
    assert "Version: ab12 cd34. This is round 2." in printed
    assert "Page 1 of" in printed
    for asked in ("Date of the meeting", "Who checked", "May we print this name", "paid", "disab"):
        assert asked in printed


def test_it_never_calls_the_text_easy_read() -> None:
    """That is what the group decides."""
    assert not re.search("easy.?read", words(pdf(TEXT)), re.IGNORECASE)


def test_the_same_values_give_the_same_bytes() -> None:
    assert pdf(TEXT) == pdf(TEXT)


def test_letters_of_other_scripts_and_links_are_words_with_their_spaces() -> None:
    run = (
        Text("See "),
        Link("https://example.org", (Text("our page"),)),
        Text(" or "),
        Foreign("cy", (Text("ein tudalen"),)),
        Text(" 你好."),
    )
    made = text(replace(row("x"), sentence=Sentence("e1", run)))
    assert "See our page or ein tudalen 你好." in words(pdf(made))


def test_hostile_words_are_words() -> None:
    """No sign of Typst, Markdown or HTML means anything."""
    bad = ("#panic(1)", '#read("/etc/passwd")', "$x$ *a* _b_ `c` @d <e>", "= Heading", HOSTILE)
    made = text(*(row(one, number) for number, one in enumerate(bad, 1)), title=bad[0])
    printed = words(pdf(made))
    assert "#panic(1)" in printed
    assert '#read("/etc/passwd")' in printed
    assert "root:" not in printed
    assert "$x$ *a* _b_ `c` @d <e>" in printed


def test_a_picture_that_cant_be_decoded_is_an_error_with_a_remedy() -> None:
    broken = Media(BOAT.path, "image/png", b"\x89PNG nothing", 10, 10)
    with pytest.raises(FormatError, match="can't be decoded") as error:
        pdf(replace(TEXT, media=(ICON, broken)))
    assert error.value.remedy


@pytest.mark.parametrize("language", ["en-GB", "ar", "ja"])
def test_verapdf_passes_the_pack(tmp_path: Path, language: str) -> None:
    path = tmp_path / "pack.pdf"
    path.write_bytes(pdf(TEXT, language))
    assert judged("verapdf", path) == ()


def test_a_word_in_a_list_alone_is_shown_to_the_group_with_its_meaning() -> None:
    listed = text(row("We need:", 1, "nails"), meanings=(("nails", "Thin pins."),))
    printed = words(pdf(listed))
    assert printed.count("nails: Thin pins.") == 1
    assert printed.count("Better words:") == 2
    assert "Other hard words" not in words(pdf(TEXT))
