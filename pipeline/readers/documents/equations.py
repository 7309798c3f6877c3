"""Word's equations (OMML, ECMA-376 part 1, 22.1) → MathML."""

import re
from collections.abc import Callable, Iterable
from html import escape

from lxml import etree

from pipeline.readers.documents.xml_trees import text_of

M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"

_DEEPEST = 40
_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+|\S")


def mathml(equation: etree._Element) -> str:
    """An equation as a `math` element."""
    return f"<math>{_row(equation, 0)}</math>"


def _row(element: etree._Element | None, depth: int) -> str:
    """What is in an element, as one `mrow`."""
    if element is None:
        return "<mrow></mrow>"
    if depth > _DEEPEST:
        return f"<mtext>{escape(text_of(element))}</mtext>"
    return f"<mrow>{''.join(_part(child, depth + 1) for child in _children(element))}</mrow>"


def _children(element: etree._Element) -> Iterable[etree._Element]:
    return (child for child in element if isinstance(child.tag, str))


def _part(element: etree._Element, depth: int) -> str:
    name = etree.QName(element).localname
    if element.tag == f"{M}r":
        return _tokens("".join(text.text or "" for text in element.findall(f"{M}t")))
    if name.endswith("Pr"):
        return ""
    made = _PARTS.get(name)
    return made(element, depth) if made else _row(element, depth)


def _tokens(text: str) -> str:
    return "".join(map(_token, _TOKEN.findall(text)))


def _token(word: str) -> str:
    name = "mn" if word[0].isdecimal() else "mi" if word[0].isalpha() else "mo"
    return f"<{name}>{escape(word)}</{name}>"


def _of(name: str, *parts: str) -> Callable[[etree._Element, int], str]:
    """A part whose own parts become those of the MathML element `name`, in that order."""

    def made(element: etree._Element, depth: int) -> str:
        rows = (_row(element.find(f"{M}{part}"), depth) for part in parts)
        return f"<{name}>{''.join(rows)}</{name}>"

    return made


def _said(element: etree._Element, path: str, instead: str) -> str:
    found = element.find("/".join(f"{M}{step}" for step in path.split("/")))
    return instead if found is None else found.get(f"{M}val", "")


def _root(element: etree._Element, depth: int) -> str:
    base, degree = _row(element.find(f"{M}e"), depth), element.find(f"{M}deg")
    if degree is None or not text_of(degree).strip():
        return f"<msqrt>{base}</msqrt>"
    return f"<mroot>{base}{_row(degree, depth)}</mroot>"


def _brackets(element: etree._Element, depth: int) -> str:
    between = _tokens(_said(element, "dPr/sepChr", "|"))
    inner = between.join(_row(part, depth) for part in element.findall(f"{M}e"))
    before, after = (_said(element, f"dPr/{c}Chr", b) for c, b in (("beg", "("), ("end", ")")))
    return f"<mrow>{_tokens(before)}{inner}{_tokens(after)}</mrow>"


def _sum(element: etree._Element, depth: int) -> str:
    sign = _tokens(_said(element, "naryPr/chr", "∫"))
    below, above = (element.find(f"{M}{name}") for name in ("sub", "sup"))
    limits = f"<msubsup>{sign}{_row(below, depth)}{_row(above, depth)}</msubsup>"
    return f"{limits}{_row(element.find(f'{M}e'), depth)}"


def _accent(element: etree._Element, depth: int) -> str:
    sign = _tokens(_said(element, "accPr/chr", "̂"))
    return f"<mover>{_row(element.find(f'{M}e'), depth)}{sign}</mover>"


def _matrix(element: etree._Element, depth: int) -> str:
    rows = (
        "".join(f"<mtd>{_row(cell, depth)}</mtd>" for cell in row.findall(f"{M}e"))
        for row in element.findall(f"{M}mr")
    )
    return f"<mtable>{''.join(f'<mtr>{row}</mtr>' for row in rows)}</mtable>"


def _lines(element: etree._Element, depth: int) -> str:
    rows = (_row(line, depth) for line in element.findall(f"{M}e"))
    return f"<mtable>{''.join(f'<mtr><mtd>{row}</mtd></mtr>' for row in rows)}</mtable>"


_PARTS: dict[str, Callable[[etree._Element, int], str]] = {
    "f": _of("mfrac", "num", "den"),
    "sSup": _of("msup", "e", "sup"),
    "sSub": _of("msub", "e", "sub"),
    "sSubSup": _of("msubsup", "e", "sub", "sup"),
    "limLow": _of("munder", "e", "lim"),
    "limUpp": _of("mover", "e", "lim"),
    "func": _of("mrow", "fName", "e"),
    "rad": _root,
    "d": _brackets,
    "nary": _sum,
    "acc": _accent,
    "m": _matrix,
    "eqArr": _lines,
}
