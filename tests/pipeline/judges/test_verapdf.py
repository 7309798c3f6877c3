"""veraPDF is heard, against both standards."""

from pathlib import Path

import typst

from tests.judging import JAVA, codes, judged

pytestmark = JAVA

TEXT = '#set document(title: "The tide")\n#set text(lang: "en")\n= The tide\nIt came in.\n'


def _pdf(folder: Path, text: str, *, claims: bool) -> Path:
    """A PDF; one that claims to be nothing is held to nothing by Typst."""
    path = folder / "tide.pdf"
    source = text.encode()
    if claims:
        path.write_bytes(typst.compile(source, pdf_standards=["ua-1", "a-2a"]))
    else:
        path.write_bytes(typst.compile(source))
    return path


def test_a_tagged_pdf_passes(tmp_path: Path) -> None:
    assert judged("verapdf", _pdf(tmp_path, TEXT, claims=True)) == ()


def test_a_pdf_that_does_not_say_what_it_is_is_refused_by_both_standards(tmp_path: Path) -> None:
    found = codes(judged("verapdf", _pdf(tmp_path, TEXT, claims=False)))

    assert {"verapdf-ua1-5-1", "verapdf-2a-6.6.4-1"} <= found


def test_a_heading_jump_is_refused(tmp_path: Path) -> None:
    path = _pdf(tmp_path, f"{TEXT}=== Too deep\n", claims=False)

    assert "verapdf-ua1-7.4.2-1" in codes(judged("verapdf", path))
