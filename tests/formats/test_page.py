"""The shell of the pages: contrast is computed from the style sheet's own colours."""

import base64
import hashlib
import re

import pytest
from lxml import html

from formats.page import BASE_STYLE, Page, write

# The blocks of :root, in the order of the sheet.
NAMES = ("light", "dark", "light, more contrast", "dark, more contrast")


def tokens() -> dict[str, dict[str, str]]:
    """The colours of each scheme, with those that it takes over from the one before it."""
    blocks = re.findall(r":root \{(.*?)\}", BASE_STYLE, re.DOTALL)
    light, dark, *more = (dict(re.findall(r"--([\w-]+): (#\w+)", block)) for block in blocks)
    schemes = (light, light | dark, light | more[0], light | dark | more[1])
    return dict(zip(NAMES, schemes, strict=True))


def luminance(colour: str) -> float:
    """Relative luminance (WCAG 2.2)."""
    digits = colour.removeprefix("#")
    digits = "".join(2 * d for d in digits) if len(digits) == 3 else digits
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio (WCAG 2.2)."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("scheme", NAMES)
@pytest.mark.parametrize("ink", ["ink", "quiet", "link", "visited"])
@pytest.mark.parametrize("ground", ["page", "panel"])
def test_text_stands_out_at_7_to_1(scheme: str, ink: str, ground: str) -> None:
    """WCAG 1.4.6, AAA."""
    colours = tokens()[scheme]
    assert contrast(colours[ink], colours[ground]) >= 7


@pytest.mark.parametrize("scheme", NAMES)
def test_the_spoken_sentence_stands_out_at_7_to_1(scheme: str) -> None:
    """Its own ink on its own ground."""
    colours = tokens()[scheme]
    assert contrast(colours["spoken-ink"], colours["spoken"]) >= 7


@pytest.mark.parametrize("scheme", NAMES)
@pytest.mark.parametrize("mark", ["line", "focus"])
def test_borders_and_focus_stand_out_at_3_to_1(scheme: str, mark: str) -> None:
    """WCAG 1.4.11 and 2.4.13."""
    colours = tokens()[scheme]
    assert min(contrast(colours[mark], colours[on]) for on in ("page", "panel")) >= 3


def test_contrast_itself_is_computed_right() -> None:
    """Black on white is 21 to 1, and #767676 on white is known to be just above 4.5."""
    assert round(contrast("#000", "#fff"), 3) == 21
    assert 4.5 < contrast("#767676", "#ffffff") < 4.6


def test_a_page_carries_its_language_and_direction() -> None:
    """The first thing that a screen reader asks."""
    page = write(Page("T", "he", "", "<main></main>")).decode()
    assert '<html lang="he" dir="rtl">' in page


def policy(page: bytes) -> dict[str, str]:
    """What a page allows, by kind."""
    (meta,) = html.document_fromstring(page).findall(".//meta[@http-equiv]")
    return dict(part.strip().split(" ", 1) for part in str(meta.get("content")).split(";"))


def digest(text: str) -> str:
    """How a policy names a text that stands in the page."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def test_the_policy_of_a_page_allows_its_own_style_and_files_beside_it_and_nothing_else() -> None:
    """A script or style that a post smuggled in is refused by the browser."""
    page = write(Page("T", "en", "", "<main></main>", style="p {}"))
    style = html.document_fromstring(page).findall(".//style")[0].text or ""
    beside = {f"{kind}-src": "'self' file:" for kind in ("script", "img", "media", "font")}
    never = {"default-src": "'none'", "base-uri": "'none'", "form-action": "'none'"}
    assert policy(page) == {**never, **beside, "style-src": digest(style)}


def test_data_for_programs_are_named_in_the_policy_and_no_other_script_of_the_page() -> None:
    """In the head and in the body."""
    data = '<script type="application/json">[1]</script>'
    page = Page("T", "en", "", f"{data}<script>alert(1)</script>", head=data.replace("1", "2"))
    named = policy(write(page))["script-src"].split()
    assert named == ["'self'", "file:", digest("[2]"), digest("[1]")]


def test_the_policy_stands_before_all_that_it_is_for() -> None:
    """What comes before it would not be held to it."""
    page = write(Page("T", "en", "", "", head='<link rel="canonical" href="https://e.org"/>'))
    assert page.index(b"Content-Security-Policy") < min(map(page.index, (b"<link", b"<style")))
