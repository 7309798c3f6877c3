"""axe is heard: AAA rules, narrow pages and dark ones included."""

from pathlib import Path

from pipeline.findings import Level
from tests.judging import BROWSER, codes, judged
from tests.pipeline.judges.pages import page

pytestmark = BROWSER


def test_an_accessible_page_passes(tmp_path: Path) -> None:
    assert judged("axe", page(tmp_path)) == ()


def test_a_picture_without_alternative_text_is_refused(tmp_path: Path) -> None:
    path = page(tmp_path, '<p><img src="data:image/gif;base64,R0lGODlhAQABAAAAACw="/></p>')

    assert "axe-image-alt" in codes(judged("axe", path))


def test_contrast_that_is_only_good_enough_for_aa_is_refused(tmp_path: Path) -> None:
    path = page(tmp_path, style="p { color: #767676; background: #fff; }")

    assert codes(judged("axe", path)) == {"axe-color-contrast-enhanced"}


def test_a_fault_that_only_the_dark_page_has_is_found(tmp_path: Path) -> None:
    style = "@media (prefers-color-scheme: dark) { p { color: #555; } }"

    found = judged("axe", page(tmp_path, style=style))

    assert "axe-color-contrast" in codes(found)
    assert all("dark" in finding.where for finding in found)


def test_a_fault_that_only_the_narrow_page_has_is_found(tmp_path: Path) -> None:
    style = "@media (max-width: 400px) { p { color: #ccc; background: #fff; } }"

    found = judged("axe", page(tmp_path, style=style))

    assert "axe-color-contrast" in codes(found)
    assert all("320 px" in finding.where for finding in found)


def test_targets_too_small_to_hit_are_refused(tmp_path: Path) -> None:
    style = "button { width: 9px; height: 9px; padding: 0; }"
    buttons = '<p><button aria-label="a"></button><button aria-label="b"></button></p>'

    assert "axe-target-size" in codes(judged("axe", page(tmp_path, buttons, style)))


def test_a_bar_that_stays_at_the_foot_of_the_window_covers_no_target(tmp_path: Path) -> None:
    """One scrolls on; axe-core does not, and took a link under the bar for too small."""
    links = "".join(f'<p><a href="#a{n}" id="a{n}">The post number {n}</a></p>' for n in range(60))
    bar = "".join(f"<button>Play the sound {n}</button>" for n in range(9))
    style = "a { display: block; } .bar { position: sticky; bottom: 0; } button { height: 44px; }"
    path = page(tmp_path, f'{links}<div class="bar">{bar}</div>', style)

    assert "axe-target-size" not in codes(judged("axe", path))


def test_what_axe_can_not_decide_is_a_note(tmp_path: Path) -> None:
    style = "p { background: linear-gradient(#fff, #000); }"

    found = judged("axe", page(tmp_path, style=style))

    assert {finding.level for finding in found} == {Level.NOTE}
