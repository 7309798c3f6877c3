"""The package: only what the document needs, and each thing once."""

import io
import zipfile

from formats.model import Figure, Picture
from formats.word import render
from tests.formats.builders import edition, edition_of, paragraph, picture, post_of


def _names(data: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return sorted(archive.namelist())


def test_nothing_of_the_library_s_own_template_is_left() -> None:
    (file,) = render(edition(paragraph("Sea.")))

    assert _names(file.data) == [
        "[Content_Types].xml",
        "_rels/.rels",
        "docProps/app.xml",
        "docProps/core.xml",
        "word/_rels/document.xml.rels",
        "word/document.xml",
        "word/footer1.xml",
        "word/numbering.xml",
        "word/settings.xml",
        "word/styles.xml",
    ]


def test_a_picture_that_is_shown_twice_is_there_once() -> None:
    shown = Figure("", Picture("a.png", "A boat"), ())
    (file,) = render(edition_of(post_of(shown, shown), (picture("a.png"),)))

    assert [n for n in _names(file.data) if "media" in n] == ["word/media/image1.png"]
