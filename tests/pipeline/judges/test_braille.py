"""Our own check of braille refuses what can't be embossed or opened, rule by rule."""

from pathlib import Path

import pytest

from formats import braille
from tests.formats.braille.pages import printed
from tests.formats.builders import edition, heading, paragraph
from tests.judging import codes, judged

MADE = {
    file.path: file.data
    for file in braille.render(printed(edition(heading(2, "Sea"), paragraph("One. Two. " * 99))))
}
BRF, PEF, EBRL = (MADE[f"braille.{kind}"] for kind in ("brf", "pef", "ebrl"))
HEIGHT = 27


def written(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def test_what_we_make_passes(tmp_path: Path) -> None:
    paths = [written(tmp_path, name, data) for name, data in MADE.items()]

    assert judged("braille", *paths) == ()
    assert judged("braille", written(tmp_path, "alone.brf", BRF)) == ()


@pytest.mark.parametrize(
    ("code", "data"),
    [
        ("brf-character", BRF.replace(b"4", b"\xc3\xa9", 1)),
        ("brf-character", BRF.replace(b"O", b"o", 1)),
        ("brf-character", BRF.replace(b"4", b"\x00", 1)),
        ("brf-width", BRF.replace(b"\n", b"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\n", 1)),
        ("brf-length", b"A\n" * (HEIGHT + 1) + b"\f"),
        ("brf-length", BRF.replace(b"\f", b"", 1)),
        ("brf-end", BRF.removesuffix(b"\f")),
    ],
)
def test_a_brf_that_can_not_be_embossed_is_refused(code: str, data: bytes, tmp_path: Path) -> None:
    assert code in codes(judged("braille", written(tmp_path, "braille.brf", data)))


def test_a_brf_is_held_to_the_page_of_the_pef_beside_it(tmp_path: Path) -> None:
    written(tmp_path, "braille.pef", PEF)
    wide = BRF.replace(b"\n", b"A\n", 1)
    other = BRF.replace(b"SEA", b"SEE", 1)

    assert codes(judged("braille", written(tmp_path, "braille.brf", wide))) == {
        "brf-width",
        "brf-differs",
    }
    assert codes(judged("braille", written(tmp_path, "braille.brf", other))) == {"brf-differs"}


@pytest.mark.parametrize(
    ("code", "old", "new"),
    [
        ("pef-root", 'version="2008-1"', 'version="2009-1"'),
        ("pef-structure", "<head>", "<foot/><head>"),
        ("pef-structure", "<page>", "<page><page/>"),
        ("pef-structure", "<section>", "<section/><section>"),
        ("pef-structure", "volume", "volumes"),
        ("pef-metadata", "application/x-pef+xml", "text/xml"),
        ("pef-metadata", "dc:identifier", "dc:identity"),
        ("pef-volume", 'cols="38"', 'cols="0"'),
        ("pef-volume", 'rowgap="0"', ""),
        ("pef-volume", 'duplex="true"', 'duplex="both"'),
        ("pef-character", "<row>", "<row>A"),
        ("pef-width", 'cols="38"', 'cols="20"'),
        ("pef-length", 'rows="27"', 'rows="9"'),
        ("file-broken", "</pef>", ""),
    ],
)
def test_a_pef_against_its_schema_is_refused(code: str, old: str, new: str, tmp_path: Path) -> None:
    text = PEF.decode()
    assert old in text
    data = text.replace(old, new).encode()

    assert code in codes(judged("braille", written(tmp_path, "braille.pef", data)))
