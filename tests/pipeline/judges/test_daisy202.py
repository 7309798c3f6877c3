"""Every rule of DAISY 2.02 refuses a book that breaks it."""

from pathlib import Path

import pytest

from tests.judging import codes, judged
from tests.pipeline.judges.talking_books import (
    BLOG,
    LONGER,
    OLD,
    SHORTER,
    Changes,
    broken,
)

NCC = "ncc.html"
FIRST = "s0001.smil"


def test_a_book_that_keeps_the_rules_passes(tmp_path: Path) -> None:
    assert judged("daisy", broken(tmp_path, OLD, {})) == ()
    assert judged("daisy", broken(tmp_path, BLOG, {})) == ()


def meta(name: str, content: str) -> str:
    return f'<meta name="{name}" content="{content}"/>'


@pytest.mark.parametrize(
    "name",
    [
        *("dc:title", "dc:creator", "dc:date", "dc:format", "dc:identifier", "dc:language"),
        *("dc:publisher", "ncc:charset", "ncc:pageFront", "ncc:pageNormal", "ncc:pageSpecial"),
        *("ncc:tocItems", "ncc:totalTime"),
    ],
)
def test_a_book_without_a_required_fact_is_refused(tmp_path: Path, name: str) -> None:
    path = broken(tmp_path, OLD, {(NCC, f'name="{name}"'): 'name="prod:other"'})

    assert "daisy-meta" in codes(judged("daisy", path))


@pytest.mark.parametrize(
    ("code", "changes"),
    [
        ("meta", {(NCC, "</head>"): meta("dc:title", "Again") + "</head>"}),
        ("meta", {(NCC, 'content="Daisy 2.02"'): 'content="DAISY 2"'}),
        ("meta", {(NCC, "2024-03-05"): "5 March 2024"}),
        ("meta", {(NCC, 'content="en-GB"'): 'content=" "'}),
        ("meta", {(FIRST, "Daisy 2.02"): "Daisy 3"}),
        ("title", {(NCC, ' class="title"'): ""}),
        ("title", {(NCC, '<h2 id="ncc-4"'): '<h2 class="title" id="ncc-4"'}),
        ("item", {(NCC, ' id="ncc-4"'): ""}),
        ("item", {(NCC, ">Water<"): "> <"}),
        ("heading", {(NCC, "<h2 "): "<h3 ", (NCC, "</h2>"): "</h3>"}),
        ("heading", {("t0001.html", "<h3>"): "<h2>", ("t0001.html", "</h3>"): "</h2>"}),
        ("count", {(NCC, meta("ncc:tocItems", "11")): meta("ncc:tocItems", "12")}),
        ("count", {(NCC, meta("ncc:files", "15")): meta("ncc:files", "14")}),
        ("count", {(NCC, meta("ncc:depth", "3")): meta("ncc:depth", "2")}),
        ("count", {(NCC, meta("ncc:pageNormal", "4")): meta("ncc:pageNormal", "5")}),
        ("count", {(NCC, meta("ncc:maxPageNormal", "4")): meta("ncc:maxPageNormal", "9")}),
        ("count", {(NCC, meta("ncc:footnotes", "2")): ""}),
        (
            "count",
            {
                (
                    NCC,
                    'smil#s1">1</a></span>\n<span class="n',
                ): 'smil#s1">i</a></span>\n<span class="n'
            },
        ),
        ("link", {(NCC, "s0002.smil#s4"): "s0002.smil#s99"}),
        ("link", {(NCC, "s0002.smil#s4"): "s0009.smil#s4"}),
        (
            "order",
            {
                (NCC, "s0002.smil#s4"): "s0003.smil#s9",
                (NCC, 's0003.smil#s9">D'): 's0002.smil#s4">D',
            },
        ),
        ("smil", {(FIRST, ' id="s1-sound"'): ""}),
        ("smil", {(FIRST, 'endsync="last" id="s1-par"'): 'id="s1-par"'}),
        ("smil", {("s0005.smil", '"footnote-on"'): '"note-on"'}),
        ("smil", {(FIRST, '<region id="txtView"/>'): ""}),
        ("smil", {(FIRST, "</body>"): "<seq/></body>"}),
        ("par", {(FIRST, '<text src="t0001.html#s1" id="s1"/>'): ""}),
        ("id", {(FIRST, 'id="s2"'): 'id="s1"'}),
        ("id", {("t0001.html", 'id="s2"'): 'id="s1"'}),
        ("text", {("t0001.html", 'id="s2"'): 'id="s98"'}),
        ("text", {(FIRST, "t0001.html#s2"): "t0002.html#s2"}),
        ("twice", {(FIRST, "t0001.html#s2"): "t0001.html#s1"}),
        (
            "order",
            {
                (FIRST, "html#s2"): "html#s0",
                (FIRST, "html#s1"): "html#s2",
                (FIRST, "html#s0"): "html#s1",
            },
        ),
        ("clip", {(FIRST, 'clip-end="npt=0.600s"'): 'clip-end="npt=0.000s"'}),
        ("clip", {(FIRST, 'clip-end="npt=0.600s"'): 'clip-end="soon"'}),
        ("past-end", {(FIRST, 'clip-end="npt=4.800s"'): 'clip-end="npt=4.803s"'}),
        ("overlap", {(FIRST, 'clip-begin="npt=0.600s"'): 'clip-begin="npt=0.500s"'}),
        ("sound", {(FIRST, "s0001.mp3"): "s0009.mp3"}),
        ("unplayed", {(FIRST, "s0001.mp3"): "s0002.mp3"}),
        ("time", {(FIRST, 'dur="4.800s"'): 'dur="4.900s"'}),
        ("time", {(FIRST, '"00:00:04.800"'): '"00:00:05.800"'}),
        ("time", {("s0002.smil", '"00:00:04.800"'): '"00:00:00.000"'}),
        ("time", {(NCC, '"00:00:27"'): '"00:00:29"'}),
        ("picture", {("t0001.html", "i0001.jpg"): "i0009.jpg"}),
        ("master", {("master.smil", "s0002.smil"): "s0003.smil"}),
        ("xml", {(NCC, "</body>"): ""}),
    ],
)
def test_a_broken_rule_is_refused(tmp_path: Path, code: str, changes: Changes) -> None:
    assert f"daisy-{code}" in codes(judged("daisy", broken(tmp_path, OLD, changes)))


def test_a_book_without_its_ncc_is_refused(tmp_path: Path) -> None:
    path = broken(tmp_path, OLD, {}, ncc_html=None)

    assert codes(judged("daisy", path)) == {"daisy-ncc"}


def test_sound_that_no_clip_plays_is_refused(tmp_path: Path) -> None:
    path = broken(tmp_path, OLD, {}, s0001_mp3=LONGER)

    assert codes(judged("daisy", path)) == {"daisy-unplayed"}


def test_a_clip_past_the_end_of_a_shorter_sound_is_refused(tmp_path: Path) -> None:
    path = broken(tmp_path, OLD, {}, s0001_mp3=SHORTER)

    assert codes(judged("daisy", path)) == {"daisy-past-end"}


def test_a_sound_that_is_none_is_refused(tmp_path: Path) -> None:
    path = broken(tmp_path, OLD, {}, s0001_mp3=b"RIFF" * 40)

    assert codes(judged("daisy", path)) == {"daisy-sound"}


@pytest.mark.parametrize("name", ["s9_smil", "mpeg9_mp3"])
def test_a_file_to_which_nothing_leads_is_refused(tmp_path: Path, name: str) -> None:
    path = broken(tmp_path, OLD, {}, **{name: b"<smil/>"})

    assert {"daisy-link", "daisy-unplayed"} & codes(judged("daisy", path))


@pytest.mark.parametrize("name", ["picture of the sea_jpg", "thepicture_jpg", "bild\u00e4_jpg"])
def test_a_name_that_old_players_can_not_read_is_refused(tmp_path: Path, name: str) -> None:
    assert "daisy-name" in codes(judged("daisy", broken(tmp_path, OLD, {}, **{name: b""})))
