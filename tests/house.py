"""The rules of the house, each a function from one source file to what is wrong in it.

`test_house.py` holds every file to them, and shows of every rule that it refuses something.
"""

import ast
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from graphlib import CycleError, TopologicalSorter

LONGEST_BODY = 50
LONGEST_MODULE = 400
LONGEST_TESTS = 600  # a list of tests is read one at a time
MOST_PARAMETERS = 5

ROOMS = frozenset(
    {
        "model",
        "names",
        "memo",
        "typesetting",
        "walk",
        "flat",
        "zipped",
        "texts",
        "groups",
        "words",
        "clock",
        "chapters",
        "errors",
        "languages",
        "markup",
        "page",
        "reader",
        "offers",
        "original",
        "about",
        "access",
        "addresses",
        "share",
        "structured",
        "iso639",
        "look",
        "slugs",
        "tables",
        "typefaces",
        "smil",
        "ogg_opus",
    }
)
"""What formats share. Everything else in `formats/` is a format, and a stranger to the others."""

_PURE = """
    base64 bisect collections colorsys contextlib contextvars copy csv dataclasses datetime email
    enum functools graphlib hashlib html importlib io itertools json math mimetypes operator
    posixpath re string struct textwrap types typing unicodedata2 urllib uuid zipfile zlib xml
    bs4 docx ebooklib fontTools formats lxml mutagen numpy PIL segno typst
    """
PURE = frozenset(_PURE.split())
"""What the pure half may import: none of these reaches outside by being imported."""

PURE_PARTS = {"pathlib.PurePosixPath"}
IMPURE_PARTS = ("urllib.request", "urllib.error", "xml.dom", "importlib.metadata")

_IMPURE_CALLS = """
    open print input exec eval breakpoint __import__ now today utcnow fromtimestamp getenv
    uuid1 uuid4 read_file write_file
    """
IMPURE_CALLS = frozenset(_IMPURE_CALLS.split())
"""Names that, called, reach the disk, the clock, chance or a person."""


@dataclass(frozen=True)
class Source:
    """A Python file: its dotted module name and its text."""

    module: str
    text: str
    package: bool = False

    @cached_property
    def tree(self) -> ast.Module:
        """Its syntax, parsed once."""
        return ast.parse(self.text)

    @property
    def half(self) -> str:
        """`formats`, `pipeline` or `tests`."""
        return self.module.partition(".")[0]

    def imports(self) -> Iterator[tuple[int, str]]:
        """(line, dotted name) of all that is imported; `from a import b` gives "a.b"."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                yield from ((node.lineno, alias.name) for alias in node.names)
            elif isinstance(node, ast.ImportFrom):
                yield from ((node.lineno, f"{node.module}.{alias.name}") for alias in node.names)


# --- imports ----------------------------------------------------------------------------


def one_way(source: Source) -> Iterator[str]:
    """Imports run from pipeline to formats, and from tests to both."""
    closed = {"formats": ("pipeline", "tests"), "pipeline": ("tests",)}.get(source.half, ())
    for line, name in source.imports():
        if name.partition(".")[0] in closed:
            yield f"{line}: {source.half} imports {name}"


def pure(source: Source) -> Iterator[str]:
    """The pure half imports and calls nothing that reaches outside."""
    if source.half != "formats":
        return
    for line, name in source.imports():
        if name not in PURE_PARTS and name.partition(".")[0] not in PURE:
            yield f"{line}: imports {name}"
        if name.startswith(IMPURE_PARTS):
            yield f"{line}: imports {name}"
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Call) and _called(node) in IMPURE_CALLS and not _in_memory(node):
            yield f"{node.lineno}: calls {_called(node)}"


def _in_memory(node: ast.Call) -> bool:
    """Whether it is Pillow's `open` of bytes that are here, or an entry of an open zip file."""
    return ast.unparse(node).startswith(("Image.open(io.BytesIO(", "self._zip.open("))


def _called(node: ast.Call) -> str:
    match node.func:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
        case _:
            return ""


def one_unicode(source: Source) -> Iterator[str]:
    """Unicode is that of `unicodedata2` with every Python; each Python's own is another."""
    for line, name in source.imports():
        if name.partition(".")[0] == "unicodedata":
            yield f"{line}: imports {name}"


def strangers(source: Source) -> Iterator[str]:
    """A format imports shared rooms and itself, never another format; nor does a room.

    The registry alone knows them all.
    """
    if source.half != "formats" or source.module in {"formats", "formats.registry"}:
        return
    own = source.module.split(".")[1]
    for line, name in source.imports():
        parts = name.split(".")
        if parts[0] == "formats" and len(parts) > 1 and parts[1] not in ROOMS | {own}:
            yield f"{line}: {own} imports {parts[1]}"


def cycle(sources: Mapping[str, Source]) -> list[str]:
    """The modules of one import cycle, or none."""
    return _circle(_imports(sources))


def folder_cycle(sources: Mapping[str, Source]) -> list[str]:
    """What lies side by side in one folder, files and folders, and imports in a circle; or none.

    A folder imports what any file in it imports from beside the folder.
    """
    beside: dict[str, dict[str, set[str]]] = {}
    for name, targets in _imports(sources).items():
        for target in targets:
            parent, one, other = _parting(name.split("."), target.split("."))
            if one and other:
                beside.setdefault(parent, {}).setdefault(one, set()).add(other)
    return next((circle for graph in beside.values() if (circle := _circle(graph))), [])


def _parting(one: list[str], other: list[str]) -> tuple[str, str, str]:
    """The folder that two modules share, and what in it leads to each; "" for the folder itself."""
    shared = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), None)
    depth = min(len(one), len(other)) if shared is None else shared
    return ".".join(one[:depth]), "".join(one[depth : depth + 1]), "".join(other[depth : depth + 1])


def _imports(sources: Mapping[str, Source]) -> dict[str, set[str]]:
    return {
        name: {_module(imported, sources) for _, imported in source.imports()} - {"", name}
        for name, source in sources.items()
    }


def _circle(graph: Mapping[str, set[str]]) -> list[str]:
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        return list(error.args[1])
    return []


def _module(imported: str, sources: Mapping[str, Source]) -> str:
    """The module that an import reaches: "a.b" may be the module a.b, or b in the module a."""
    return next((m for m in (imported, imported.rpartition(".")[0]) if m in sources), "")


# --- sizes ------------------------------------------------------------------------------


def functions(source: Source) -> Iterator[ast.FunctionDef]:
    """Every function and method."""
    return (node for node in ast.walk(source.tree) if isinstance(node, ast.FunctionDef))


def body_lines(function: ast.FunctionDef) -> int:
    """How many lines a function's body has, its docstring left out."""
    body = function.body[1:] if ast.get_docstring(function) is not None else function.body
    return (body[-1].end_lineno or 0) - body[0].lineno + 1 if body else 0


def short(source: Source) -> Iterator[str]:
    """No function body is over 50 lines, no module over 400 (of tests, 600)."""
    lines = len(source.text.splitlines())
    if lines > (LONGEST_TESTS if source.half == "tests" else LONGEST_MODULE):
        yield f"1: {lines} lines"
    for function in functions(source):
        if body_lines(function) > LONGEST_BODY:
            yield f"{function.lineno}: {function.name} has {body_lines(function)} lines"


def few_parameters(source: Source) -> Iterator[str]:
    """No function takes more than 5 parameters, besides `self`."""
    for function in functions(source):
        arguments = function.args
        names = [a.arg for a in (*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs)]
        if len(set(names) - {"self", "cls"}) > MOST_PARAMETERS:
            yield f"{function.lineno}: {function.name} takes {len(names)} parameters"


def shared_names(sources: Iterable[Source]) -> list[str]:
    """The public classes of which there is more than one by a name: one word, one meaning."""
    named = Counter(
        node.name
        for source in sources
        for node in ast.walk(source.tree)
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_")
    )
    return sorted(name for name, count in named.items() if count > 1)


# --- other programs ---------------------------------------------------------------------

SHELLS = {"os.system", "os.popen", "subprocess.getoutput", "subprocess.getstatusoutput"}


def no_shell(source: Source) -> Iterator[str]:
    """Other programs get their words as a list: no shell reads a name for a command."""
    for line, name in source.imports():
        if name in SHELLS or name.endswith(".create_subprocess_shell"):
            yield f"{line}: imports {name}"
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Call):
            called = ast.unparse(node.func)
            if called in SHELLS or called.endswith(".create_subprocess_shell"):
                yield f"{node.lineno}: calls {called}"
            if any(k.arg == "shell" and ast.unparse(k.value) != "False" for k in node.keywords):
                yield f"{node.lineno}: {called} starts a shell"


# --- where tests lie --------------------------------------------------------------------


def acts(source: Source) -> bool:
    """Whether a module does anything, and not only holds values or says what others promise."""
    return any(body_lines(function) for function in functions(source))


def own_tests(source: Source) -> tuple[str, str]:
    """Where a module's own tests may be: a file of its name where it lies, or a table of cases."""
    *folders, name = source.module.split(".")
    folder = "/".join(("tests", *folders, *([name] if source.package else [])))
    return f"{folder}/test_{name}.py", f"{folder}/cases/{name}.csv"


def untested(sources: Iterable[Source], files: frozenset[str]) -> list[str]:
    """The modules that act and have no tests of their own among some files."""
    return [s.module for s in sources if acts(s) and files.isdisjoint(own_tests(s))]


def mirrors_nothing(sources: Iterable[Source], files: Iterable[str]) -> list[str]:
    """The files of tests in a folder that bear the name of no module there."""
    named = {path for source in sources for path in own_tests(source)}
    tests = (
        path for path in files if re.fullmatch(r"tests/(formats|pipeline)/.*test_\w+\.py", path)
    )
    return [path for path in tests if path not in named]


# --- words and shapes -------------------------------------------------------------------


def says_what_it_is(source: Source) -> Iterator[str]:
    """Every module opens with a docstring, but an empty one that only makes a package."""
    if source.text.strip() and not ast.get_docstring(source.tree):
        yield "1: no docstring"


def frozen(source: Source) -> Iterator[str]:
    """Dataclasses are frozen and slotted."""
    if source.half == "tests":
        return
    for node in ast.walk(source.tree):
        if isinstance(node, ast.ClassDef):
            for decorator in map(ast.unparse, node.decorator_list):
                if "dataclass" in decorator and decorator != "dataclass(frozen=True, slots=True)":
                    yield f"{node.lineno}: {node.name} is @{decorator}"


PATCHES = {f"monkeypatch.{name}" for name in ("setattr", "delattr", "setitem", "delitem")}


def real_objects(source: Source) -> Iterator[str]:
    """Tests patch no code: what is slow or outside is passed in."""
    for line, name in source.imports():
        if re.search(r"\bmock\b", name):
            yield f"{line}: imports {name}"
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Attribute) and ast.unparse(node) in PATCHES:
            yield f"{node.lineno}: {ast.unparse(node)}"


def excuses_have_reasons(source: Source) -> Iterator[str]:
    """A rule that is switched off says why, after the codes, on the same line."""
    for number, line in enumerate(source.text.splitlines(), 1):
        for excuse in re.finditer(
            r"# (noqa\b(?:: ?[A-Z]+\d+(?:, ?[A-Z]+\d+)*)?|type: ignore(?:\[[\w, -]*\])?)(.*)", line
        ):
            if not re.search(r"\w+ \w+", excuse[2]):
                yield f"{number}: {excuse[1]} without a reason"


LATER = ("TO" + "DO", "FIX" + "ME", "XX" + "X")


def finished(text: str) -> Iterator[str]:
    """Nothing is left to be done some other day."""
    for number, line in enumerate(text.splitlines(), 1):
        if re.search(rf"\b({'|'.join(LATER)})\b", line):
            yield f"{number}: {line.strip()}"


ADDRESSES = ("/work" + "/", "pypi" + ".org", "python" + "hosted", "npm" + "js")


def names_no_workshop(text: str) -> Iterator[str]:
    """No file names the place it was made at, or a package registry."""
    for number, line in enumerate(text.splitlines(), 1):
        for address in ADDRESSES:
            if address in line:
                yield f"{number}: {address}"
