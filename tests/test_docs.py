"""What the documents say about the program is true: links, commands, codes, folders, messages."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from formats.registry import FORMATS
from pipeline.voices import ENGINES
from tests.test_house import PRODUCT

ROOT = Path(__file__).parents[1]
DOCUMENTS = sorted(path for path in (*ROOT.glob("*.md"), *ROOT.glob("docs/*.md")))
FINDINGS = (ROOT / "docs" / "findings.md").read_text("utf-8")
CODE = re.compile(r"[a-z]+(-[a-z0-9]+)+")

TELLERS = {"Finding", "fault", "note", "warning", "tell", "_tell", "UnusableError", "_Kind"}
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
    targets = set(re.findall(r"^([a-z-]+):", makefile, re.MULTILINE))
    named = re.findall(r"(?:`|^ *\$? ?)make ([a-z-]+)", document.read_text("utf-8"), re.MULTILINE)

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


# --- the drawing in how-it-works.md ------------------------------------------------------

HOW = (ROOT / "docs" / "how-it-works.md").read_text("utf-8")


def _drawn() -> dict[str, str]:
    """Each file and folder of the drawing, from top to bottom, with what it says of it."""
    rows = re.findall(r"^(pipeline|formats)/|^  ([a-z0-9_]+(?:\.py|/)) +(.+)$", HOW, re.MULTILINE)
    half, drawn = "", {}
    for start, name, duty in rows:
        half = start or half
        if name:
            drawn[f"{half}/{name.removesuffix('/').removesuffix('.py')}"] = duty
    return drawn


def _place(module: str) -> str:
    """The file or folder of the drawing that a module is in."""
    return "/".join(module.split(".")[:2])


def test_the_drawing_of_the_house_has_every_file_and_folder_with_its_duty_and_no_other() -> None:
    lying = {
        f"{half}/{path.stem}"
        for half in ("pipeline", "formats")
        for path in (ROOT / half).iterdir()
        if path.suffix == ".py" or (path / "__init__.py").exists()
    }

    assert set(_drawn()) == lying - {"pipeline/__init__", "formats/__init__"}
    assert [name for name, duty in _drawn().items() if len(duty.split()) < 2] == []


def _upward() -> Iterator[str]:
    height = {name: n for n, name in enumerate(_drawn())}
    for source in PRODUCT:
        for _, imported in source.imports():
            above, below = _place(source.module), _place(imported)
            if above in height and below in height and height[above] > height[below]:
                yield f"{source.module} imports {imported}"


def test_what_stands_higher_in_the_drawing_imports_only_what_stands_below() -> None:
    assert list(_upward()) == []


def test_each_of_the_seven_steps_names_a_folder_that_is_there() -> None:
    steps = re.findall(r"^## \d\. \w+\n\n\*([^*]+)\*$", HOW, re.MULTILINE)
    named = [re.findall(r"`((?:pipeline|formats)/[^`]*)`", line) for line in steps]

    assert len(steps) == 7
    assert [names for names in named if not names] == []
    assert [name for names in named for name in names if not (ROOT / name).exists()] == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_every_file_of_the_program_that_is_named_exists(document: Path) -> None:
    places = "formats|pipeline|tests|docs|store|script|publish"
    named = re.findall(rf"`((?:{places})/[a-z_/]+(?:\.py|\.md|/))`", _text(document))

    assert [
        n for n in named if not (ROOT / n).exists() and not (ROOT / "pipeline" / n).exists()
    ] == []


# --- lists that the code has too ---------------------------------------------------------


def test_the_table_of_engines_is_that_of_the_program() -> None:
    voices = (ROOT / "docs" / "voices.md").read_text("utf-8")

    assert sorted(re.findall(r"^\| `(\w+)` \|", voices, re.MULTILINE)) == sorted(ENGINES)


def test_the_formats_in_the_settings_are_those_of_the_program() -> None:
    settings = (ROOT / "docs" / "settings.md").read_text("utf-8")
    section = settings.partition("## Formats")[2].partition("\n## ")[0]

    assert {row.name for row in FORMATS} <= set(re.findall(r"`([a-z0-9-]+)`", section))


# --- messages in the README --------------------------------------------------------------

SHELL = re.compile(r"\$\{[^}]*\}|\$\w+")
"""What the shell fills a message in with."""
EXAMPLES = re.compile(
    r"“[^”]*”|\"[^\"]*\"|\([^)]*\)|[\d.]*\d|[:…]|onnxruntime|the posts in|base_url, email"
    r"|posts? |large-print"
)
"""What the README fills them in with."""
OTHERS = ("make: command not found", "make: *** No rule", "make: *** [Makefile")
"""Messages of make and of the shell."""


def _messages() -> list[str]:
    """The messages in README's table: each piece of code in its first column."""
    table = (ROOT / "README.md").read_text("utf-8").partition("| It says |")[2]
    firsts = re.findall(r"^\| (.+?) \| ", table.partition("\n\n")[0], re.MULTILINE)
    return [message for first in firsts for message in re.findall(r"`([^`]+)`", first)]


def _written() -> str:
    """All that the program can say, in one text; what is filled in is a "§"."""
    texts = [SHELL.sub("§", (ROOT / "setup.sh").read_text("utf-8"))]
    for tree in _trees():
        texts += [_pattern(node) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr)]
        texts += _strings(tree)
    return "\n".join(texts)


def _pattern(node: ast.JoinedStr) -> str:
    return "".join(str(v.value) if isinstance(v, ast.Constant) else "§" for v in node.values)


def _is_said(message: str, written: str) -> bool:
    """Whether the program writes each piece of a message, apart from what it fills in."""
    told = [piece.strip(" .") for piece in EXAMPLES.split(message) if len(piece.split()) > 1]
    return bool(told) and all(piece in written for piece in told)


def test_every_message_that_the_readme_explains_is_one_of_the_program() -> None:
    written = _written()
    ours = [message for message in _messages() if not message.startswith(OTHERS)]

    assert len(ours) > 10
    assert [message for message in ours if not _is_said(message, written)] == []


def test_a_message_that_nobody_writes_is_noticed() -> None:
    assert not _is_said("the moon can't be published.", _written())
