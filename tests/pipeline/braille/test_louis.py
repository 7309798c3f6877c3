"""liblouis is asked rightly, and its lack or its strangeness stops nothing."""

import ctypes.util
import shutil
import subprocess
from pathlib import Path

import pytest
import unicodedata2 as unicodedata

from formats.braille.cells import to_ascii
from formats.model import BrailleRun, Emphasis
from pipeline.braille.louis import FOLDERS, LIBRARIES, Louis, LouisError, identity, opened
from tests.corpus import corpus_path

GRADE_2, GRADE_1 = "en-ueb-g2.ctb", "en-ueb-g1.ctb"


def lou_translate(text: str, table: str, direction: str = "-f") -> str:
    """What liblouis' own program makes of a text, as a witness that is not our binding."""
    program = shutil.which("lou_translate")
    if program is None:
        pytest.skip("lou_translate is not here (liblouis-bin)")
    command = [program, direction, f"en-us-brf.dis,{table}"]
    escaped = text.replace("\\", "\\\\")  # it reads "\\x2801" as a character
    done = subprocess.run(command, input=f"{escaped}\n", capture_output=True, text=True, check=True)
    return done.stdout.strip("\n")


def paragraphs() -> list[str]:
    text = (corpus_path("coproduction-archive") / "archive.txt").read_text("utf-8")
    return [" ".join(line.split()) for line in text.splitlines() if line.strip()]


@pytest.mark.parametrize("table", [GRADE_2, GRADE_1])
def test_every_paragraph_of_a_real_archive_is_as_lou_translate_has_it(
    louis: Louis, table: str
) -> None:
    found = paragraphs()

    ours = [to_ascii(louis.translate(table, (BrailleRun(text),))) for text in found]

    assert len(found) > 100
    witness = lou_translate("\n".join(found), table).split("\n")
    assert ours == [line.rstrip() for line in witness]


def words(text: str) -> list[str]:
    letters = unicodedata.normalize("NFKC", text).lower()
    plain = "".join(c if c.isalnum() else " " for c in letters.replace("’", "").replace("'", ""))
    return plain.split()


def test_translated_back_the_words_of_a_real_archive_return(louis: Louis) -> None:
    found = paragraphs()
    cells = [to_ascii(louis.translate(GRADE_2, (BrailleRun(text),))) for text in found]
    returned = lou_translate("\n".join(cells), GRADE_2, "-b").split("\n")

    pairs = [(words(text), words(back)) for text, back in zip(found, returned, strict=True)]
    lost = [set(wanted) - set(back) for wanted, back in pairs]

    assert sum(len(wanted) for wanted, _ in pairs) > 6000
    # Words that liblouis writes short and can't read back beside punctuation: 6 of 6,368.
    assert set().union(*lost) <= {"1980s", "such", "receivers", "was", "us", "e"}


def test_emphasis_and_words_without_contractions_are_passed_on(louis: Louis) -> None:
    runs = (
        BrailleRun("the "),
        BrailleRun("low", Emphasis.BOLD),
        BrailleRun(" the", contracted=False),
    )

    assert to_ascii(louis.translate(GRADE_2, runs)) == "! ^1L[ THE"


@pytest.mark.parametrize("text", ["x" * 400, "word " * 20_000, "É" * 999, "😀x", ""])
def test_hostile_text_is_translated_to_its_end(louis: Louis, text: str) -> None:
    translated = louis.translate(GRADE_2, (BrailleRun(text), BrailleRun("z", Emphasis.ITALIC)))

    assert translated.endswith("⠵")
    assert set(translated) <= {chr(0x2800 + dots) for dots in range(64)}


def test_a_text_of_which_a_part_would_be_lost_is_an_error(louis: Louis) -> None:
    with pytest.raises(LouisError) as error:
        louis.translate(GRADE_2, (BrailleRun("a\x00b"),))
    assert "did not translate all" in error.value.message


def test_a_table_that_can_not_be_read_is_an_error_and_prints_nothing(
    louis: Louis, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "broken.ctb").write_text("sign nonsense nonsense\n")
    elsewhere = Louis(louis.version, tmp_path, louis.wide, louis._translate)

    assert elsewhere.has("broken.ctb")
    assert not elsewhere.has(GRADE_2)
    with pytest.raises(LouisError) as error:
        elsewhere.translate("broken.ctb", (BrailleRun("a"),))
    assert "[braille]" in error.value.remedy
    assert capfd.readouterr() == ("", "")


def test_without_the_library_or_its_tables_the_reason_is_known(
    louis: Louis, tmp_path: Path
) -> None:
    assert opened(("liblouis.so.none",), (louis.folder,)) == "liblouis is not installed"
    assert opened(LIBRARIES, (tmp_path,)) == "the tables of liblouis are not installed"


def test_another_library_by_its_name_is_not_taken_for_it(louis: Louis) -> None:
    other = ctypes.util.find_library("c")
    assert other

    assert opened((other,), (louis.folder,)) == (
        "this version of liblouis does not work as version 3 does"
    )


def test_a_library_that_translates_otherwise_is_not_trusted(louis: Louis, tmp_path: Path) -> None:
    for path in louis.folder.iterdir():
        (tmp_path / path.name).symlink_to(path)
    (tmp_path / GRADE_2).unlink()
    (tmp_path / GRADE_2).write_text(f"include {GRADE_1}\n")

    told = opened(LIBRARIES, (tmp_path,))

    assert told == f"liblouis {louis.version} does not translate a sample as it should"


def test_what_it_is_changes_with_its_tables(
    louis: Louis, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = identity()
    assert louis.version in before
    assert str(louis.folder) in FOLDERS
    monkeypatch.setenv("LOUIS_TABLEPATH", str(tmp_path))
    (tmp_path / GRADE_2).write_text("#\n")

    assert identity() not in ("", before)
