"""The documents name everything that there is: every finding, format, voice and command."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from formats.registry import BLOG_FORMATS, POST_FORMATS
from pipeline.voices import ENGINES

ROOT = Path(__file__).parents[1]
CODE = re.compile(r"[a-z]+(-[a-z0-9]+)*")
TELLERS = ("Finding", "UnusableError", "fault", "note", "tell", "warning")


def said(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


def told(source: str) -> Iterator[str]:
    """The codes of findings in a module: the first short literal handed to one who tells."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and called(node).lstrip("_") in TELLERS:
            words = (a.value for a in node.args[:2] if isinstance(a, ast.Constant))
            yield from (w for w in words if isinstance(w, str) and CODE.fullmatch(w))


def called(node: ast.Call) -> str:
    match node.func:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
        case _:
            return ""


def codes() -> list[str]:
    files = [f for f in (ROOT / "pipeline").rglob("*.py") if "node_modules" not in f.parts]
    return sorted({code for file in files for code in told(file.read_text("utf-8"))})


def documented(code: str, text: str) -> bool:
    """Whether a code has a row, or the group that it begins with."""
    return f"| `{code}` |" in text or f"| `{code.split('-')[0]}-` |" in text


def test_every_finding_is_documented() -> None:
    text = said("docs/findings.md")

    assert len(codes()) > 30
    assert [code for code in codes() if not documented(code, text)] == []


def test_a_finding_that_nobody_documented_is_noticed() -> None:
    (code,) = told('found = warning("new-thing", where, "A thing.")')

    assert not documented(code, said("docs/findings.md"))


@pytest.mark.parametrize("name", [*POST_FORMATS, *BLOG_FORMATS])
def test_every_format_is_documented(name: str) -> None:
    assert f"`{name}`" in said("docs/settings.md")


@pytest.mark.parametrize("name", ENGINES)
def test_every_voice_is_documented(name: str) -> None:
    assert f'`"{name}"`' in said("docs/settings.md")


def test_every_link_between_the_documents_leads_to_a_file() -> None:
    files = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]
    broken = [
        f"{file.name}: {link}"
        for file in files
        for link in re.findall(r"\]\((?!https?:|mailto:|#)([^)#]+)", file.read_text("utf-8"))
        if not (file.parent / link).exists()
    ]

    assert broken == []
