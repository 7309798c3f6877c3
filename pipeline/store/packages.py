"""The packages that the program requires, and which others and which imports are theirs.

`importlib.metadata` would read what every package says of itself, which takes 0.1 s. Their
versions are in the names of the folders where they say it (PyPA, “Recording installed projects”).
"""

import re
import sys
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

_SAYS = ".dist-info"
_REQUIRES, _EXTRA = "Requires-Dist: ", "extra =="
_NAME = re.compile(r"[\w.-]+")


def required() -> Mapping[str, str]:
    """What pyproject.toml requires, without an extra: the version of each package that is here."""
    return {name: _installed()[name][0] for name in _requires("allways")}


@cache
def imported() -> Mapping[str, tuple[str, ...]]:
    """The required packages that each name of an import belongs to."""
    found: dict[str, tuple[str, ...]] = {}
    for package in required():
        for name in _imports(package):
            found[name] = (*found.get(name, ()), package)
    return found


def with_theirs(package: str) -> frozenset[str]:
    """A package, and all that it requires itself."""
    found = {package}
    waiting = [package]
    while waiting:
        more = set(_requires(waiting.pop())) - found
        found |= more
        waiting += more
    return frozenset(found)


@cache
def _installed() -> dict[str, tuple[str, Path]]:
    """The version of each installed package, and the folder where it says what it is.

    Of two of a name, the first on the path is imported.
    """
    found: dict[str, tuple[str, Path]] = {}
    for place in sys.path:
        for folder in sorted(Path(place).glob(f"*{_SAYS}")):
            name, _, version = folder.name.removesuffix(_SAYS).rpartition("-")
            found.setdefault(_plain(name), (version, folder))
    return found


@cache
def _requires(package: str) -> tuple[str, ...]:
    """The packages that are here of those that one requires, without an extra."""
    lines = [line for line in _said(package, "METADATA") if line.startswith(_REQUIRES)]
    names = [_NAME.findall(line.removeprefix(_REQUIRES))[0] for line in lines if _EXTRA not in line]
    return tuple(plain for plain in map(_plain, names) if plain in _installed())


def _imports(package: str) -> frozenset[str]:
    """The names under which the files of a package are imported."""
    paths = (line.partition(",")[0] for line in _said(package, "RECORD"))
    return frozenset(path.partition("/")[0].partition(".")[0] for path in paths)


def _said(package: str, file: str) -> Iterator[str]:
    """The lines of a file in which a package says what it is, up to an empty one."""
    if package not in _installed():
        return
    try:
        text = (_installed()[package][1] / file).read_text("utf-8")
    except OSError:
        return
    yield from text.partition("\n\n")[0].split("\n")


def _plain(name: str) -> str:
    """The name of a package as it is compared: in lower case, with one kind of sign between."""
    return re.sub(r"[-_.]+", "-", name).lower()
