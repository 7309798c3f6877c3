"""A few words tried out: heard as a file, or seen line by line."""

import itertools
import subprocess
import sys
from pathlib import Path

import pytest

from pipeline.errors import SettingsError, SpeakError
from pipeline.narrate.say import print_lines, say


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """A folder of posts with a lexicon."""
    folder = tmp_path / "posts"
    folder.mkdir()
    (folder / "lexicon.csv").write_text(
        "written,spoken,language\nLeach,Leech,\nUsk,Isk,cy\nNish,/nɪʃ/,\n", "utf-8"
    )
    return folder


def test_each_line_is_printed_as_it_would_be_said(source: Path) -> None:
    """One for one, blank for blank, whatever ends them."""
    lines = ["Bernard Leach’s bowl\n", "\n", " \t ", "Dr Nish\r\n", "at 8.50\n", "a\x0bb\u2028c"]

    *said, last = print_lines(lines, source)
    assert said == ["Bernard Leech’s bowl", "", "", "Doctor nish", "at eight fifty"]
    assert len(last.splitlines()) == 1


def test_lines_are_printed_as_they_come(source: Path) -> None:
    """So that another program may ask and wait."""
    printed = print_lines(itertools.repeat("Leach\n"), source)
    assert [next(printed), next(printed)] == ["Leech", "Leech"]


@pytest.mark.parametrize(
    ("language", "said"), [("", "Usk"), ("cy", "Isk"), ("cy_GB", "Isk"), ("en-US", "Usk")]
)
def test_lines_are_in_the_language_that_is_asked_for(
    source: Path, language: str, said: str
) -> None:
    assert list(print_lines(["Usk"], source, language)) == [said]


def test_printing_loads_nothing_that_speaks(source: Path) -> None:
    """It starts at once."""
    code = (
        "import sys; from pathlib import Path; from pipeline.narrate.say import print_lines; "
        f"assert list(print_lines(['Leach'], Path({str(source)!r}))) == ['Leech']; "
        "sys.exit('numpy' in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_words_are_spoken_into_a_file(source: Path, tmp_path: Path) -> None:
    """With the lexicon; and the words are given back, and who says them."""
    (source / "publication.toml").write_text('[voice]\nengine = "espeak"\n')
    to = tmp_path / "say.mp3"

    said, voice = say("By Leach", source, to, tmp_path / "cache")
    assert (said, voice) == ("By Leech", "eSpeak NG English (Great Britain)")
    assert to.stat().st_size > 2000


def test_tags_are_not_read_aloud_and_say_the_language_of_the_words_inside(
    source: Path, tmp_path: Path
) -> None:
    (source / "publication.toml").write_text('[voice]\nengine = "espeak"\n')
    text = 'The <b>Usk</b> &amp; <span lang="cy">Usk</span>, 1 < 2'

    said, _ = say(text, source, tmp_path / "say.mp3", tmp_path / "cache")
    assert said == "The Usk and Isk, one is less than two"


@pytest.mark.parametrize("text", [" ", "<br>"])
def test_no_words_are_told(text: str, source: Path, tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="no words"):
        say(text, source, tmp_path / "say.mp3", tmp_path / "cache")


def test_an_engine_that_is_none_is_told(source: Path, tmp_path: Path) -> None:
    (source / "publication.toml").write_text('[voice]\nengine = "peper"\n')

    with pytest.raises(SettingsError, match=r'no voice engine "peper"\. Choose: command, espeak'):
        say("Usk", source, tmp_path / "say.mp3", tmp_path / "cache")


def test_words_that_a_voice_fails_on_are_in_no_file(source: Path, tmp_path: Path) -> None:
    (source / "publication.toml").write_text('[voice]\nengine = "command"\ncommand = ["false"]\n')

    with pytest.raises(SpeakError) as raised:
        say("Usk", source, tmp_path / "say.mp3", tmp_path / "cache")

    assert raised.value.where == ""


def test_a_language_that_is_none_is_told(source: Path, tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match='"English please" is not a language'):
        list(print_lines(["Usk"], source, "English please"))
    with pytest.raises(SettingsError, match="is not a language"):
        say("Usk", source, tmp_path / "say.mp3", tmp_path / "cache", "English please")
