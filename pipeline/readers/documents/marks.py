"""Marks in the text of a document, which become HTML after mammoth has made the rest of it.

mammoth passes on neither languages nor equations, nor the numbers of a list. So the text gets
marks made of two of Unicode's noncharacters (23.7), which no text has: each is replaced by HTML.
"""

import re
from collections.abc import Sequence

from pipeline.readers.documents.flat_lists import LEVEL, NUMBER

_BEGIN, _END = "\ufdd0", "\ufdd1"
_MARK = re.compile(f"{_BEGIN}([a-z]+):([^{_BEGIN}{_END}<>]*){_END}")
_ITEM = re.compile(f"<p>((?:<a[^>]*></a>)*){_BEGIN}item:(\\d+):(\\d*){_END}")
_LANGUAGE = re.compile(r"[A-Za-z0-9-]+")

DECORATION = f"{_BEGIN}decoration{_END}"
"""The alternative text of a picture that is only decoration."""

_FIXED = {
    "endlang": "</span>",
    "ruby": "<ruby>",
    "rt": "<rp> (</rp><rt>",
    "endruby": "</rt><rp>)</rp></ruby>",
}


def mark(kind: str, value: str = "") -> str:
    """A mark of a kind, perhaps with a value."""
    return f"{_BEGIN}{kind}:{value}{_END}"


def strange(text: str) -> bool:
    """Whether a text has the signs of marks already."""
    return _BEGIN in text or _END in text


def unmarked(text: str) -> str:
    """A text without the signs of marks."""
    return text.replace(_BEGIN, "").replace(_END, "")


def replaced(html: str, equations: Sequence[str]) -> str:
    """The HTML with what the marks in it stand for; `equations` by the numbers in theirs."""
    html = html.replace(f'alt="{DECORATION}"', 'alt=""')
    html = _ITEM.sub(rf'<p {LEVEL}="\2" {NUMBER}="\3">\1', html)
    return unmarked(_MARK.sub(lambda found: _html(found[1], found[2], equations), html))


def _html(kind: str, value: str, equations: Sequence[str]) -> str:
    if kind == "lang":
        return f'<span lang="{value}">' if _LANGUAGE.fullmatch(value) else "<span>"
    if kind == "equation":
        return f" {equations[int(value)]} "
    return _FIXED.get(kind, "")
