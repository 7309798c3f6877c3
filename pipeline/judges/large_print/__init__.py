"""Large print as it was made: each rule of clear and large print that a program can decide.

The rules are those of UKAAF G003, RNIB and ACB, as LP-01 to LP-33; LP-31, PDF/UA-1 whole, is for
veraPDF, and LP-34, that somebody reads a copy on paper, for people. The PDFs are read back by
pdfminer.six, which knows nothing of how they were made.
"""

import re
from collections.abc import Iterator
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

from pipeline.findings import Finding, Level
from pipeline.judges.judge import Judge, fault, one_by_one
from pipeline.judges.large_print import layout, letters, structure, words
from pipeline.judges.large_print.printed import Print, Problem

_PAGE = "large-print.html"
_NAME = re.compile(r"(large|giant)-print(?:-(\d+))?\.pdf")
_USUAL = {"large": 18, "giant": 24}

_STYLE = re.compile(r"<style>(.*?)</style>", re.DOTALL)


def _points(path: Path) -> int:
    """The size that a file's name promises."""
    named = _NAME.fullmatch(path.name)
    return int(named[2] or _USUAL[named[1]]) if named else 0


def _missing() -> str:
    if find_spec("pdfminer") is None:
        return "no pdfminer.six in this Python: pip install 'allways[judges]'"
    return ""


def _findings(path: Path) -> Iterator[Finding]:
    if path.name == _PAGE:
        yield from (fault("LP-33", path, said) for said in _page(path.read_text("utf-8")))
        return
    opened = import_module("pipeline.judges.large_print.opened")
    printed: Print = opened.opened(path)
    twin = path.parent / _PAGE
    for code, page, said in dict.fromkeys(_problems(printed, _points(path), twin)):
        yield fault(code, _where(path, page), f"{said}.")
    for code, page, said in (*letters.capitals(printed), *layout.long_lines(printed)):
        yield Finding(Level.NOTE, code, _where(path, page), f"{said}.")


def _where(path: Path, page: int) -> str:
    return f"{path}: page {page}" if page else str(path)


def _problems(printed: Print, points: int, twin: Path) -> Iterator[Problem]:
    for rules in (letters, layout, structure):
        yield from rules.problems(printed, points)
    if twin.is_file():
        yield from words.problems(printed, twin.read_bytes())


def _page(text: str) -> Iterator[str]:
    """What is wrong with the style of the page in large letters (WCAG 2.2, 1.4.10 and 1.4.12)."""
    style = "".join(_STYLE.findall(text))
    if not re.search(r"body\s*\{[^}]*font-size:\s*1\.5rem", style):
        yield "its letters do not grow with those of the browser"
    if 'name="viewport"' not in text:
        yield "it does not fit narrow screens"
    if "font-size: 18pt" not in style or "size: A4" not in style:
        yield "it does not print at 18 point on A4"


LARGE_PRINT = Judge(
    "large print",
    lambda path: bool(_NAME.fullmatch(path.name)) or path.name == _PAGE,
    _missing,
    one_by_one(_findings),
)
