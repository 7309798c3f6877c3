"""What the documents say of the program is so: links, commands, codes of findings."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
DOCUMENTS = sorted(path for path in (*ROOT.glob("*.md"), *ROOT.glob("docs/*.md")))
FINDINGS = (ROOT / "docs" / "findings.md").read_text("utf-8")
CODE = re.compile(r"[a-z]+(-[a-z0-9]+)+")

TELLERS = {"Finding", "fault", "note", "warning", "tell", "_tell", "UnusableError"}
"""The functions that a finding's code is given to."""


def _text(path: Path) -> str:
    """A document without its examples of files and commands."""
    return re.sub(
        r"^( *)```.*?^\1```$", "", path.read_text("utf-8"), flags=re.DOTALL | re.MULTILINE
    )


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_every_link_to_a_file_leads_to_one(document: Path) -> None:
    links = re.findall(r"\]\(([^)#\s]+)[^)]*\)", _text(document))
    local = [link for link in links if not re.match(r"[a-z]+:", link)]

    assert [link for link in local if not (document.parent / link).exists()] == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_every_make_command_exists(document: Path) -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    targets = set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE))
    named = re.findall(r"(?:`|^ *\$? ?)make ([a-z]+)", document.read_text("utf-8"), re.MULTILINE)

    assert sorted(set(named) - targets) == []


def _strings(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def _codes(tree: ast.AST) -> Iterator[str]:
    """The codes that are given to what makes a finding, where they are written out."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and ast.unparse(node.func).rpartition(".")[2] in TELLERS:
            given = (node.args + [word.value for word in node.keywords if word.arg == "code"])[:2]
            for argument in given:
                if isinstance(argument, ast.Constant) and CODE.fullmatch(
                    code := str(argument.value)
                ):
                    yield code


def _trees() -> list[ast.AST]:
    paths = [p for p in (ROOT / "pipeline").rglob("*.py") if "node_modules" not in p.parts]
    return [ast.parse(path.read_text("utf-8")) for path in paths]


def test_every_code_of_a_finding_is_explained() -> None:
    rows = re.findall(r"^\| `([a-z0-9-]+)` \|", FINDINGS, re.MULTILINE)
    codes = {code for tree in _trees() for code in _codes(tree)}
    families = tuple(row for row in rows if row.endswith("-"))

    assert len(codes) > 20
    assert sorted(c for c in codes if c not in rows and not c.startswith(families)) == []


def test_every_code_that_is_explained_is_still_told() -> None:
    rows = re.findall(r"^\| `([a-z0-9-]+[a-z0-9])` \|", FINDINGS, re.MULTILINE)
    strings = {text for tree in _trees() for text in _strings(tree)}

    assert sorted(set(rows) - strings) == []
