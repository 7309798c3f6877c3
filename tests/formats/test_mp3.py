"""The MP3 holds the narration as it is, under a tag that players read."""

import dataclasses
import json
import subprocess
from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from mutagen.id3 import ID3
from mutagen.mp3 import MP3

from formats import mp3
from formats.chapters import chapters
from formats.model import Edition, Post
from tests.decoding import decoded, require
from tests.formats.builders import (
    AWKWARD,
    PUBLICATION,
    edition_of,
    heading,
    paragraph,
    post_of,
    rich_post,
)

RICH = edition_of(rich_post(authors=("Ada Shore", "Bo Strand")))


def made(edition: Edition) -> bytes:
    """The file's bytes."""
    (file,) = mp3.render(edition)
    return file.data


def tag_of(edition: Edition) -> Any:
    """The tag, as mutagen reads it."""
    return ID3(BytesIO(made(edition)))


def probed(data: bytes, tmp_path: Path) -> Any:
    """What ffprobe reads: format and chapters."""
    require("ffprobe")
    path = tmp_path / "post.mp3"
    path.write_bytes(data)
    command = ["ffprobe", "-v", "error", "-of", "json", "-show_chapters", "-show_format"]
    done = subprocess.run([*command, path], capture_output=True, check=True)
    assert not done.stderr
    return json.loads(done.stdout)


def test_the_frames_follow_the_tag_untouched() -> None:
    """Nothing stands before, between or after them."""
    data = made(RICH)
    assert data.endswith(RICH.narration.frames)
    size = int.from_bytes(bytes(10), "big")
    for byte in data[6:10]:
        size = size << 7 | byte
    assert data[:5] == b"ID3\x03\x00"
    assert len(data) == 10 + size + len(RICH.narration.frames)


def test_the_same_edition_gives_the_same_bytes() -> None:
    """No clock, no padding left over."""
    assert made(RICH) == made(edition_of(rich_post(authors=("Ada Shore", "Bo Strand"))))


def test_the_tag_says_what_a_player_shows() -> None:
    """Title, authors, blog, genre, language, date, page, cover."""
    tag = tag_of(RICH)
    assert tag.version == (2, 3, 0)
    texts = {key: str(tag[key]) for key in ("TIT2", "TPE1", "TALB", "TCON", "TLAN", "TDRC")}
    assert texts == {
        "TIT2": "Salt & <Light>",
        "TPE1": "Ada Shore, Bo Strand",
        "TALB": "Tide & Time",
        "TCON": "Podcast",
        "TLAN": "eng",
        "TDRC": "2024-03-05",
    }
    assert tag["WOAS"].url == "https://example.org/posts/rich/"
    assert tag["APIC:Cover"].data == PUBLICATION.cover.data
    assert tag["APIC:Cover"].mime == "image/jpeg"


def test_a_post_without_author_or_date_claims_neither() -> None:
    """The publication's author stands in, and there is no date."""
    tag = tag_of(edition_of(AWKWARD["nobody, never"]))
    assert str(tag["TPE1"]) == PUBLICATION.author
    assert "TDRC" not in tag


def test_the_voice_is_said_to_be_synthetic() -> None:
    """To people in the words of the opening, to programs as Podcasting 2.0 has it."""
    tag = tag_of(RICH)
    assert str(tag["COMM::eng"]) == "Read by a test voice."
    assert str(tag["TXXX:ai-content"]) == "true"
    assert str(tag["TXXX:voice"]) == "a test voice"


@pytest.mark.parametrize(
    ("synthesis", "source"), [("trained", "trainedAlgorithmicMedia"), ("rules", "algorithmicMedia")]
)
def test_programs_are_told_how_the_voice_was_made(synthesis: str, source: str) -> None:
    sound = dataclasses.replace(RICH.narration, synthesis=synthesis)
    tag = tag_of(dataclasses.replace(RICH, narrations=(sound,)))

    address = f"http://cv.iptc.org/newscodes/digitalsourcetype/{source}"
    assert str(tag["TXXX:DigitalSourceType"]) == address
    assert "TXXX:DigitalSourceType" not in tag_of(RICH)


def test_the_words_are_there_as_lyrics_in_order() -> None:
    """From the opening to the close, a line for each block, and each once."""
    words = tag_of(RICH)["USLT::eng"].text
    order = ["Salt & <Light>", "The low tide came in", "Water", "wait()", "The harbour at noon"]
    places = [words.index(text) for text in [*order, "Tides of the week", "A second note."]]
    assert places == sorted(places)
    assert words.count("That is all.") == 1
    assert "See the tables. Type tide" in words


def test_chapters_stand_in_time_order_under_one_table_of_contents() -> None:
    """With their names and the times of the narration's cues."""
    tag = tag_of(RICH)
    (contents,) = tag.getall("CTOC")
    expected = chapters(RICH)
    assert contents.child_element_ids == [chapter.id for chapter in expected]
    assert contents.flags == 3
    for chapter in expected:
        frame = tag[f"CHAP:{chapter.id}"]
        assert (frame.start_time, frame.end_time) == (chapter.begin, chapter.end)
        assert str(frame.sub_frames["TIT2"]) == chapter.title


def test_players_see_the_chapters(tmp_path: Path) -> None:
    """By ffprobe, as they stand in the file: in order, joined end to end."""
    seen = probed(made(RICH), tmp_path)
    found = [(c["start"], c["end"], c["tags"]["title"]) for c in seen["chapters"]]
    assert found == [(c.begin, c.end, c.title) for c in chapters(RICH)]
    assert seen["format"]["tags"]["title"] == "Salt & <Light>"
    assert seen["format"]["tags"]["language"] == "eng"


def test_more_chapters_than_the_table_holds_are_merged_into_the_last() -> None:
    """A table of contents counts to 255; nothing is past its end."""
    post = post_of(*(heading(2, f"Part {n}") for n in range(300)), paragraph("End."))
    edition = edition_of(post)
    tag = tag_of(edition)
    listed = tag["CTOC:toc"].child_element_ids
    assert len(listed) == len(tag.getall("CHAP")) == 255
    assert tag[f"CHAP:{listed[-1]}"].end_time == chapters(edition)[-1].end


@pytest.mark.parametrize("name", AWKWARD)
def test_any_post_makes_a_file_that_decodes_to_the_narration(name: str) -> None:
    """To as many samples as it says, without a complaint; and mutagen reads tag and sound."""
    edition = edition_of(AWKWARD[name])
    data = made(edition)
    assert len(decoded(data)) == edition.narration.samples
    info: Any = MP3(BytesIO(data)).info
    assert info.bitrate == edition.narration.kbps * 1000
    assert info.length == pytest.approx(edition.narration.samples / edition.narration.rate, abs=0.1)


@pytest.mark.parametrize("name", ["hostile characters", "right to left", "three hundred headings"])
def test_mp3val_reports_no_problem(name: str, tmp_path: Path) -> None:
    """And does report one in a file that was cut."""
    data = made(edition_of(AWKWARD[name]))
    assert not _problems(data, tmp_path)
    assert _problems(data[:-50], tmp_path)


def _problems(data: bytes, tmp_path: Path) -> list[str]:
    require("mp3val")
    path = tmp_path / "post.mp3"
    path.write_bytes(data)
    done = subprocess.run(["mp3val", path], capture_output=True, check=False)
    printed = done.stdout.decode(errors="replace").splitlines()
    return [line for line in printed if line.startswith(("WARNING", "ERROR"))]


def test_words_in_every_script_survive() -> None:
    """UTF-16 holds them all, and what ends a text in ID3 is left out."""
    post: Post = post_of(paragraph("海は\0静か 🌊"), title="عند البحر 🌊\0", language="ja")
    tag = tag_of(edition_of(post))
    assert str(tag["TIT2"]) == "عند البحر 🌊"
    assert "海は静か 🌊" in tag["USLT::jpn"].text


def test_silence_decodes_as_silence() -> None:
    """The builders' frames are what they claim, so the counts above mean something."""
    assert not np.any(decoded(made(RICH)))
