"""Formulas: MathML → running text with raised and lowered parts; TeX in Markdown → program text.

TeX keeps its double dollars, by which the script tells it from other program text. Single
dollars are money.
"""

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterable

from bs4 import Tag
from markdown import Markdown
from markdown.inlinepatterns import InlineProcessor
from markdown.util import AtomicString

from formats.model import Inline, Style, Styled, Text
from pipeline.readers.shared.chars import one_line

_AFTER_ESCAPES = 185  # before `markdown` handles backslashes, after code spans
_BEFORE_CODE = 195
_DEEPEST = 30

# Text in double dollars is a formula if it is one word, or has a sign that prose does not have.
_TEX = r"\$\$\s*((?:[^$\s]+|(?=[^$]*[\\^_={}+<>])[^$]{1,2000}?))\s*\$\$"
_TICKED = r"\$`([^`\n]+)`\$"

# As pandoc has it: no space inside the dollars, and no figure behind them ("$5 and $10").
_DOLLARS = r"\$((?=\S)[^$\n]{1,1000}?(?<=\S))\$(?!\d)"

_SPACED = frozenset("=+−-±×÷·<>≤≥≠≈→⇒∈")


class _Tex(InlineProcessor):
    """TeX, kept to the character: Markdown in it is not interpreted."""

    def handleMatch(  # type: ignore[override] # noqa: N802 (the package's own name and older type)
        self,
        m: re.Match[str],
        data: str,  # noqa: ARG002 (the package gives it)
    ) -> tuple[ET.Element, int, int]:
        element = ET.Element("code")
        element.text = AtomicString(f"$${m.group(1)}$$")
        return element, m.start(0), m.end(0)


def register(converter: Markdown) -> None:
    """Make a converter keep TeX: `$$…$$`, and the form of GitHub and GitLab with backticks."""
    patterns = converter.inlinePatterns
    patterns.register(_Tex(_TICKED, converter), "ticked-formula", _BEFORE_CODE)
    patterns.register(_Tex(_TEX, converter), "formula", _AFTER_ESCAPES)


def register_dollars(converter: Markdown) -> None:
    """Make a converter take `$x$` for a formula, too, where the settings say so."""
    converter.inlinePatterns.register(_Tex(_DOLLARS, converter), "dollars", _AFTER_ESCAPES - 1)


def mathml(tag: Tag, depth: int = 0) -> list[Inline]:
    """The parts of a formula in the order in which they are read, or its alternative text."""
    if tag.name in {"annotation", "annotation-xml"}:
        return []
    if depth > _DEEPEST or not any(isinstance(child, Tag) for child in tag.children):
        return _words(tag.get_text()) or _words(str(tag.get("alttext") or ""))
    parts = [mathml(child, depth + 1) for child in tag.children if isinstance(child, Tag)]
    return _arranged(tag.name, [part for part in parts if part])


def _words(text: str) -> list[Inline]:
    return [Text(word)] if (word := one_line(text)) else []


def _arranged(name: str, parts: list[list[Inline]]) -> list[Inline]:
    match name, parts:
        case "mfrac", [above, below]:
            made = [*_bracketed(above), Text(" / "), *_bracketed(below)]
        case "msup", [base, above]:
            made = [*base, Styled(Style.SUPERSCRIPT, tuple(above))]
        case "msub", [base, below]:
            made = [*base, Styled(Style.SUBSCRIPT, tuple(below))]
        case "msubsup", [base, below, above]:
            lowered = Styled(Style.SUBSCRIPT, tuple(below))
            made = [*base, lowered, Styled(Style.SUPERSCRIPT, tuple(above))]
        case "msqrt", _:
            made = [Text("√"), *_bracketed(_all(parts))]
        case (("mtr" | "mtd"), _):
            made = [*_all(parts), Text(" ")]
        case _:
            made = _all(parts)
    return made


def _all(parts: Iterable[list[Inline]]) -> list[Inline]:
    """The parts one after the other, with spaces around an operator."""
    found: list[Inline] = []
    for part in parts:
        match part:
            case [Text(sign)] if sign in _SPACED and found:
                found.append(Text(f" {sign} "))
            case _:
                found += part
    return found


def _bracketed(part: list[Inline]) -> list[Inline]:
    return part if len(part) == 1 else [Text("("), *part, Text(")")]


def is_picture_of_formula(tag: Tag) -> bool:
    """Whether an element only draws a formula that is also there as MathML (KaTeX)."""
    return "katex-html" in tag.get_attribute_list("class")
