"""What a module can load is read from its source: all that Python would find, and its data."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.store import imports
from tests.program import ROOT

HALVES = ("formats", "pipeline")
FILES = [p for half in HALVES for p in (ROOT / half).rglob("*.py") if "node_modules" not in p.parts]


def module(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


MODULES = {module(path): path for path in FILES}


def nodes(node: ast.AST) -> Iterator[ast.AST]:
    """All of a module but what is imported for types alone."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.If) and ast.unparse(child.test) == "TYPE_CHECKING":
            assert not child.orelse
            continue
        yield child
        yield from nodes(child)


def imported(path: Path) -> Iterator[str]:
    """Every module of ours that Python would find in the source of one."""
    for node in nodes(ast.parse(path.read_bytes())):
        match node:
            case ast.Import(names=names):
                yield from (alias.name for alias in names)
            case ast.ImportFrom(module=base, names=names, level=0):
                yield from (str(base), *(f"{base}.{alias.name}" for alias in names))
            case ast.ImportFrom():
                pytest.fail(f"{path}: {ast.unparse(node)}")
            case ast.Call(func=ast.Name(id="import_module"), args=[argument, *_]):
                yield from put_together(argument, path)
            case ast.Constant(value=str(text)):
                yield text
            case _:
                pass


def put_together(argument: ast.expr, path: Path) -> list[str]:
    """The modules that `import_module` may be asked for."""
    match argument:
        case ast.Constant() | ast.Name():
            return []  # one of the texts of the module
        case ast.JoinedStr(values=[ast.Constant(value="formats."), _]):
            assert module(path) == "formats.registry"  # its rows have the names
            return []
        case ast.JoinedStr(values=[ast.Constant(value=str(start)), _]) if start.endswith("."):
            return [name for name in MODULES if name.startswith(start)]
        case ast.JoinedStr(values=[ast.FormattedValue(value=ast.Name(id="__name__")), *_]):
            return [name for name in MODULES if name.startswith(f"{module(path)}.")]
        case _:
            pytest.fail(f"{path}: what is imported by {ast.unparse(argument)}?")


def test_all_that_the_grammar_of_python_finds_is_found() -> None:
    missed = {
        name: lost
        for name, path in MODULES.items()
        if (lost := set(imported(path)) & MODULES.keys() - imports.reached([name], {}))
    }
    assert missed == {}


def test_what_an_import_leads_to_is_reached_with_the_packages_that_it_lies_in() -> None:
    found = imports.reached(["formats.transcript"], {})

    assert {"formats.transcript", "formats.walk", "formats.model.edition", "formats"} <= found
    assert "formats.epub" not in found


def test_what_is_imported_in_a_function_or_under_a_name_put_together_is_reached() -> None:
    assert "pipeline.judges.large_print.opened" in imports.reached(
        ["pipeline.judges.large_print"], {}
    )
    assert "pipeline.readers.markdown" in imports.reached(["pipeline.readers"], {})
    assert "pipeline.script.normalise.languages.cy" in imports.reached(
        ["pipeline.script.normalise.languages"], {}
    )


def test_what_is_imported_for_types_alone_is_not_reached() -> None:
    assert "pipeline.publish.workers" not in imports.reached(["pipeline.publish.progress"], {})


def test_what_counts_elsewhere_is_left_out_where_it_is_named_alone() -> None:
    out = {"formats.transcript": ("formats.walk",)}

    assert "formats.walk" not in imports.reached(["formats.errors"], out)
    assert "formats.walk" in imports.reached(["formats.chapters"], out)
    assert "formats.clock" in imports.reached(["formats.transcript"], out)


def data(*modules: str) -> set[str]:
    return {path.name for path in imports.files_of(set(modules)) if path.suffix != ".py"}


def test_a_file_of_data_belongs_to_what_names_it() -> None:
    assert data("formats.read_along") == {"read_along.css"}
    assert "read_along.js" in data("formats.reader")
    assert data("formats.words.player") == {"player.csv"}
    assert "site.css" not in data("formats.page")


def test_a_file_that_others_name_for_a_file_of_their_own_is_not_theirs() -> None:
    """A post has a script "listen.js", and books a style sheet "style.css"."""
    assert "listen.js" in data("formats.listen.script")
    assert "listen.js" not in data("formats.offers")
    assert "style.css" in data("formats.epub.package")
    assert "style.css" not in data("formats.braille.book")


def test_a_file_that_nothing_names_belongs_to_its_whole_package() -> None:
    assert "home.svg" in data("formats.easy_read.concepts")
    assert "home.svg" in data("formats.easy_read.sections")
    assert "home.svg" not in data("formats.page")


def test_each_file_of_the_program_belongs_to_something() -> None:
    every = imports.files_of(MODULES.keys())

    there = {p for half in HALVES for p in (ROOT / half).rglob("*.*") if p.is_file()}
    ours = {p for p in there if not {"node_modules", "__pycache__"} & set(p.parts)}
    assert ours <= every


def test_packages_count_with_what_they_require_themselves() -> None:
    assert imports.packages_of(["formats.transcript"]) == set()
    assert {"ebooklib", "lxml"} <= imports.packages_of(["formats.epub.package"])
    assert "pillow" in imports.packages_of(["formats.access"])  # imported as PIL
    assert "manimgx-fonts" in imports.packages_of(["pipeline.publish.typefaces"])  # by a text


def test_a_digest_is_the_same_each_time_and_another_for_other_modules() -> None:
    one, other = ["formats.transcript"], ["formats.plain_text"]

    assert imports.digest_of(one, {}) == imports.digest_of(one, {})
    assert imports.digest_of(one, {}) != imports.digest_of(other, {})
