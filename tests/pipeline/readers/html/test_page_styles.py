"""A page's own style hides what its rules say, on every screen, unless others show it again."""

import pytest

from pipeline.readers.html.page_styles import PageStyles
from tests.pipeline.readers.html.trees import first


def hides(css: str, mark: str = '<p class="x y" id="i">') -> bool:
    return PageStyles([css]).hides(first(f'<div class="d">{mark}</div>', "p"))


@pytest.mark.parametrize(
    "css",
    [
        ".x{display:none}", "p.x.y { color: red; visibility: hidden }",
        "#i{display:none!important}",
        "a, .x{display:none}", ".d .x{display:none}", "div > p{display:none}",
        "@media screen{.x{display:none}}", "@supports (a:b){.x{display:none}}",
        "/* } */ .x{display:none}", ".x{display:block}#i{display:none}",
    ],
)  # fmt: skip
def test_a_rule_hides(css: str) -> None:
    assert hides(css)


@pytest.mark.parametrize(
    "css",
    [
        "", ".z{display:none}", "@media print{.x{display:none}}", ".open .x{display:none}",
        "@media (max-width:9px){.x{display:none}}", ".x:hover{display:none}", "{", "}}}", "a{b",
        ".x{display:none}.x.y{display:block}", "/* .x{display:none} */", "/*" * 50_000,
        ".x{display:none}@media(min-width:9px){.x{display:block}}", "@font-face{.x{display:none}}",
    ],
)  # fmt: skip
def test_a_rule_does_not_hide(css: str) -> None:
    assert not hides(css)
