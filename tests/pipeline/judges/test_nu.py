"""The Nu HTML checker is heard."""

from pathlib import Path

from tests.judging import JAVA, judged
from tests.pipeline.judges.pages import page

pytestmark = JAVA


def test_a_valid_page_passes_though_it_is_well_formed_xml_too(tmp_path: Path) -> None:
    assert judged("nu", page(tmp_path, "<p>It came<br/>in.</p>")) == ()


def test_an_error_is_told_with_its_line(tmp_path: Path) -> None:
    path = page(tmp_path, "<ul><p>It came in.</p></ul>")

    (finding,) = judged("nu", path)

    assert finding.code == "nu-error"
    assert finding.where == f"{path}:20"


def test_an_error_in_a_style_is_told(tmp_path: Path) -> None:
    assert "colr" in judged("nu", page(tmp_path, style="p { colr: red; }"))[0].message


def test_a_warning_is_told(tmp_path: Path) -> None:
    (finding,) = judged("nu", page(tmp_path, '<nav role="navigation">Here</nav>'))

    assert finding.code == "nu-warning"
