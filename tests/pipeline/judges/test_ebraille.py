"""Our own check of eBraille refuses a book against its rules, one by one."""

import io
import zipfile
from pathlib import Path

import pytest

from formats.zipped import Zip
from tests.judging import codes, judged
from tests.pipeline.judges.test_braille import BRF, EBRL, written

Change = tuple[str, str]
OPF, NAV, POST = "package.opf", "index.html", "ebraille/post.html"


def book(changes: dict[str, Change], add: dict[str, bytes] | None = None) -> bytes:
    """The book with some text of some of its files changed, or other files in it, too."""
    out = io.BytesIO()
    made = Zip(out)
    with zipfile.ZipFile(io.BytesIO(EBRL)) as archive:
        for name in archive.namelist():
            old, new = changes.get(name, ("", ""))
            text = archive.read(name).decode()
            assert old in text, (name, old)
            if new != "gone":
                made.writestr(name, text.replace(old, new, 1) if old else text)
    for name, data in (add or {}).items():
        made.writestr(name, data)
    made.close()
    return out.getvalue()


@pytest.mark.parametrize(
    ("code", "name", "old", "new"),
    [
        ("ebrl-container", "mimetype", "epub", "zip"),
        ("ebrl-container", "META-INF/container.xml", "package.opf", "content.opf"),
        ("ebrl-container", OPF, "", "gone"),
        ("ebrl-container", NAV, "", "gone"),
        ("ebrl-metadata", OPF, "eBraille 1.0", "eBraille"),
        ("ebrl-metadata", OPF, "en-Brai-GB", "en-GB"),
        ("ebrl-metadata", OPF, 'property="a11y:producer"', 'property="a11y:maker"'),
        ("ebrl-metadata", OPF, '"a11y:brailleCellType">6', '"a11y:brailleCellType">7'),
        ("ebrl-metadata", OPF, "UEB grade1", "UEB"),
        (
            "ebrl-metadata",
            OPF,
            '"a11y:completeTranscription">true',
            '"a11y:completeTranscription">',
        ),
        ("ebrl-metadata", OPF, '"a11y:tactileGraphics">none', '"a11y:tactileGraphics">GIF'),
        ("ebrl-metadata", OPF, '"dcterms:dateCopyrighted">2024', '"dcterms:dateCopyrighted">now'),
        ("ebrl-metadata", OPF, "dcterms:modified", "dcterms:changed"),
        ("ebrl-metadata", OPF, "<dc:creator>Ada Shore</dc:creator>", ""),
        ("ebrl-manifest", OPF, ' properties="nav"', ""),
        ("ebrl-manifest", OPF, "ebraille/style.css", "style.css"),
        ("ebrl-spine", OPF, '<itemref idref="post"/>', ""),
        ("ebrl-spine", OPF, '<itemref idref="post"/>', '<itemref idref="style"/>'),
        ("ebrl-unsupported", OPF, 'id="post"', 'id="post" fallback="nav"'),
        ("ebrl-unsupported", OPF, "</spine>", "</spine><guide/>"),
        (
            "ebrl-unsupported",
            OPF,
            "</metadata>",
            '<meta property="rendition:layout">pre-paginated</meta></metadata>',
        ),
        ("ebrl-navigation", NAV, ' role="doc-toc"', ""),
        ("ebrl-navigation", NAV, ' role="doc-pagelist"', ""),
        ("ebrl-navigation", NAV, ' title="1"', ""),
        ("ebrl-character", POST, "<main>", "<main>A"),
        ("ebrl-character", POST, "<main>", '<main aria-label="Post">'),
        ("ebrl-unsupported", POST, "<main>", "<main><script/>"),
        ("ebrl-unsupported", POST, "<main>", '<main><form action="a"/>'),
        ("ebrl-link", POST, "style.css", "https://example.org/style.css"),
        ("ebrl-link", POST, "style.css", "/style.css"),
        ("ebrl-link", POST, "style.css", "gone.css"),
        ("ebrl-link", NAV, "#heading-1", "#heading-9"),
        ("ebrl-encoding", POST, 'encoding="UTF-8"', 'encoding="ISO-8859-1"'),
    ],
)
def test_a_book_against_the_rules_of_ebraille_is_refused(
    code: str, name: str, old: str, new: str, tmp_path: Path
) -> None:
    made = book({name: (old, new)})

    assert code in codes(judged("braille", written(tmp_path, "braille.ebrl", made)))


def test_a_file_that_the_package_does_not_list_is_refused(tmp_path: Path) -> None:
    made = book({}, {"ebraille/more.css": b""})

    assert codes(judged("braille", written(tmp_path, "braille.ebrl", made))) == {"ebrl-manifest"}


def test_a_book_that_is_no_zip_is_refused_and_stops_nothing(tmp_path: Path) -> None:
    broken, whole = written(tmp_path, "a.ebrl", b"PK"), written(tmp_path, "b.brf", BRF)

    assert codes(judged("braille", broken, whole)) == {"file-broken"}
