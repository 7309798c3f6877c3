"""Every rule of DAISY 3 refuses a book that breaks it."""

from pathlib import Path

import pytest

from tests.judging import codes, judged
from tests.pipeline.judges.talking_books import LONGER, NEW, Changes, broken

OPF, NCX, FIRST, TEXT = "package.opf", "book.ncx", "s0001.smil", "t0001.xml"


def test_a_book_that_keeps_the_rules_passes(tmp_path: Path) -> None:
    assert judged("daisy", broken(tmp_path, NEW, {})) == ()


@pytest.mark.parametrize("name", ["Title", "Publisher", "Date", "Format", "Identifier", "Language"])
def test_a_book_without_a_required_fact_is_refused(tmp_path: Path, name: str) -> None:
    changes = {(OPF, f"<dc:{name}"): "<dc:Type", (OPF, f"</dc:{name}>"): "</dc:Type>"}

    assert "daisy-meta" in codes(judged("daisy", broken(tmp_path, NEW, changes)))


@pytest.mark.parametrize(
    ("code", "changes"),
    [
        ("meta", {(OPF, "dtb:totalTime"): "prod:time"}),
        ("meta", {(OPF, "dtb:multimediaType"): "prod:type"}),
        ("meta", {(OPF, "2024-03-05"): "March"}),
        ("meta", {(OPF, "Z39.86-2005"): "Z39.86-2002"}),
        ("meta", {(OPF, 'unique-identifier="uid"'): 'unique-identifier="other"'}),
        ("meta", {(NCX, "dtb:depth"): "prod:depth"}),
        ("manifest", {(OPF, "i0001.jpg"): "i0009.jpg"}),
        ("manifest", {(OPF, 'media-type="image/jpeg"'): 'media-type="image/png"'}),
        ("manifest", {(OPF, 'id="ncx"'): 'id="toc"'}),
        ("spine", {(OPF, '<itemref idref="s0002-smil"/>'): ""}),
        ("uid", {(TEXT, 'name="dtb:uid"'): 'name="prod:uid"'}),
        ("uid", {(FIRST, 'name="dtb:uid" content="'): 'name="dtb:uid" content="x'}),
        ("par", {(FIRST, f'<text src="{TEXT}#s1"/>'): ""}),
        ("smil", {(FIRST, ' id="s1"'): ""}),
        ("escape", {("s0003.smil", "DTBuserEscape;s14.end"): "DTBuserEscape;s13.end"}),
        ("escape", {("s0003.smil", ' class="list"'): ""}),
        ("back", {(TEXT, ' smilref="s0001.smil#s1"'): ""}),
        ("back", {(TEXT, 'smilref="s0001.smil#s1"'): 'smilref="s0001.smil#s2"'}),
        ("back", {(TEXT, "<p>1</p>"): '<p smilref="s0001.smil#s1">1</p>'}),
        ("time", {(OPF, "0:00:27.000"): "0:00:28.000"}),
        ("time", {("s0002.smil", "0:00:04.800"): "0:00:04.700"}),
        ("time", {(FIRST, 'dur="0:00:04.800"'): 'dur="0:00:05.800"'}),
        ("text", {(TEXT, 'id="s2"'): 'id="s98"'}),
        ("past-end", {(FIRST, 'clipEnd="0:00:04.800"'): 'clipEnd="0:00:04.900"'}),
        ("picture", {(TEXT, "i0001.jpg"): "i0009.jpg"}),
        ("count", {(NCX, 'name="dtb:depth" content="3"'): 'name="dtb:depth" content="1"'}),
        ("count", {(NCX, 'PageCount" content="4"'): 'PageCount" content="3"'}),
        ("count", {(NCX, 'PageNumber" content="4"'): 'PageNumber" content="3"'}),
        ("link", {(NCX, "s0002.smil#s4"): "s0002.smil#s99"}),
        ("order", {(NCX, 'playOrder="3"'): 'playOrder="30"'}),
        ("order", {(NCX, 'playOrder="3"'): 'playOrder="2"'}),
        ("sound", {(NCX, "s0002.mp3"): "s0099.mp3"}),
        ("clip", {(NCX, 'clipEnd="0:00:00.600"'): 'clipEnd="0:10:00.600"'}),
        ("skip", {("s0005.smil", '<customTest id="note"'): '<customTest id="other"'}),
        ("skip", {(NCX, '<smilCustomTest id="note"'): '<smilCustomTest id="other"'}),
        ("xml", {(TEXT, "</book>"): ""}),
    ],
)
def test_a_broken_rule_is_refused(tmp_path: Path, code: str, changes: Changes) -> None:
    assert f"daisy-{code}" in codes(judged("daisy", broken(tmp_path, NEW, changes)))


@pytest.mark.parametrize("name", ["package_opf", "book_ncx"])
def test_a_book_without_its_package_or_its_ncx_is_refused(tmp_path: Path, name: str) -> None:
    path = broken(tmp_path, NEW, {}, **{name: None})

    assert codes(judged("daisy", path)) == {"daisy-package"}


def test_sound_that_no_clip_plays_is_refused(tmp_path: Path) -> None:
    path = broken(tmp_path, NEW, {}, s0001_mp3=LONGER)

    assert codes(judged("daisy", path)) == {"daisy-unplayed"}
