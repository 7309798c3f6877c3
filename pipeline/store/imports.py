"""Which files of the program a module can load, and which packages, by its source.

All that may be loaded counts, wherever it stands: at the top of a module, in a function, or under
a name that is put together when it runs. What is imported for types alone is never loaded.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import formats
from pipeline.store import fingerprint, packages
from pipeline.store.files import digest

Elsewhere = Mapping[str, tuple[str, ...]]
"""For some modules, the beginnings of the names of imports that count elsewhere."""

_FOR_TYPES = re.compile(r"^if TYPE_CHECKING:\n(?:[ \t]+\S.*\n|\n)+", re.MULTILINE)
_FROM = re.compile(r"^[ \t]*from ([\w.]+) import (\([^)]*\)|.+)", re.MULTILINE)
_IMPORT = re.compile(r"^[ \t]*import (.+)", re.MULTILINE)
_WORD, _DOTTED = re.compile(r"\w+"), re.compile(r"[\w.]+")
_NAMED = re.compile(r'"([a-z]\w*(?:\.\w+)*)"')
"""A text that may be the name of a module or package."""

_PUT_TOGETHER = re.compile(r'f"((?:formats|pipeline)\.[\w.]+|\{__name__\})\.\{')
"""A name that is put together when it runs: any module of the package may be meant.

Not that of the registry, f"formats.{module}": its rows have the names, each for one format.
"""

_ENDING = re.compile(rf"(?:{'|'.join(map(re.escape, fingerprint.CODE))})\b")
_FILE, _LONGEST = re.compile(r"[\w-]+\.\w+$"), 80


@dataclass(frozen=True, slots=True)
class _Module:
    """The names of what a module may import, and of files of ours."""

    imports: frozenset[str]
    files: frozenset[str]


def digest_of(modules: Iterable[str], elsewhere: Elsewhere) -> str:
    """A digest of all that these modules can load."""
    names = reached(modules, elsewhere)
    versions = packages.required()
    theirs = (f"{name} {versions[name]}" for name in sorted(packages_of(names)))
    files = (part for path in sorted(files_of(names)) for part in (path.name, _digest(path)))
    return digest(*files, *theirs)


@cache
def _digest(path: Path) -> str:
    return digest(path.read_bytes())


def reached(modules: Iterable[str], elsewhere: Elsewhere) -> frozenset[str]:
    """The names of all modules of ours that these can load, and their own."""
    found: set[str] = set()
    waiting = list(modules)
    while waiting:
        name = waiting.pop()
        if name in found:
            continue
        found.add(name)
        out = elsewhere.get(name, ())
        waiting += (one for one in _ours(name) if not one.startswith(out or "-"))
        waiting += (parent for parent in [name.rpartition(".")[0]] if parent)
    return frozenset(found)


def files_of(names: Collection[str]) -> frozenset[Path]:
    """The files of modules: their source, and the data that is theirs.

    A file of data belongs to the modules that name both it and its package, or lie in that and
    name it; else to all that name it. One that none of the program names belongs to all modules
    of its package.
    """
    found = {_modules()[name] for name in names}
    for path, package in _data().items():
        naming, inside = _naming().get(path.name, frozenset()), _below(package)
        own = {name for name in naming if name in inside or package in _read(name).imports}
        if not (own or naming or inside).isdisjoint(names):
            found.add(path)
    return frozenset(found)


def packages_of(names: Iterable[str]) -> frozenset[str]:
    """The required packages that modules import, with those that these require in turn.

    One whose imports nobody knows belongs to every module.
    """
    known, required = packages.imported(), packages.required().keys()
    imports = {one.partition(".")[0] for name in names for one in _read(name).imports}
    direct = {package for name in imports for package in known.get(name, ())}
    unknown = required - {package for those in known.values() for package in those}
    theirs = {other for package in direct for other in packages.with_theirs(package)}
    return frozenset((theirs | unknown) & required)


# --- the program ------------------------------------------------------------------------


def _root() -> Path:
    return Path(formats.__file__ or "").parents[1]


@cache
def _modules() -> Mapping[str, Path]:
    """The file of each module, by its name."""
    return {_name(path): path for path in map(Path, fingerprint.code()) if path.suffix == ".py"}


@cache
def _data() -> Mapping[Path, str]:
    """The package that each file of data lies in."""
    found = {}
    for path in (path for path in map(Path, fingerprint.code()) if path.suffix != ".py"):
        package = _name(path.parent)
        while package not in _modules():
            package = package.rpartition(".")[0]
        found[path] = package
    return found


def _name(path: Path) -> str:
    """The name of the module in a file, or of a folder."""
    parts = path.relative_to(_root()).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@cache
def _naming() -> Mapping[str, frozenset[str]]:
    """The modules that name a file, by its name."""
    found: dict[str, set[str]] = {}
    for name in _modules():
        for file in _read(name).files:
            found.setdefault(file, set()).add(name)
    return {file: frozenset(names) for file, names in found.items()}


@cache
def _below(package: str) -> frozenset[str]:
    """A package and all modules in it."""
    return frozenset(n for n in _modules() if n == package or n.startswith(f"{package}."))


# --- one module -------------------------------------------------------------------------


def _ours(name: str) -> Iterator[str]:
    return (one for one in _read(name).imports if one in _modules())


@cache
def _read(name: str) -> _Module:
    """What a module says, by patterns: to parse all of them took 1.5 s, and this takes 0.1."""
    text = _FOR_TYPES.sub("", _modules()[name].read_text("utf-8"))
    imports = {*_NAMED.findall(text)}
    for base, names in _FROM.findall(text):
        imports |= {base, *(f"{base}.{one}" for one in _WORD.findall(names))}
    for names in _IMPORT.findall(text):
        imports |= {*_DOTTED.findall(names)}
    for package in _PUT_TOGETHER.findall(text):
        imports |= _below(name if package == "{__name__}" else package)
    return _Module(frozenset(imports), frozenset(_files(text)))


def _files(text: str) -> Iterator[str]:
    """The names of files in a text. To look for whole names took ten times as long."""
    for ending in _ENDING.finditer(text):
        yield from _FILE.findall(text[max(0, ending.start() - _LONGEST) : ending.end()])
