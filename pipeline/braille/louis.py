"""liblouis through its C library: the translator of braille codes that screen readers use.

It is not a package of Python's: an operating system has it, in many versions. So it is tried out
before it is trusted, and what it logs is kept off the terminal.
"""

import ctypes
import os
import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from formats.errors import FormatError
from formats.model import BrailleRun

LIBRARIES = (
    "liblouis.so.20",
    "liblouis.so",
    "liblouis.20.dylib",
    "/opt/homebrew/lib/liblouis.dylib",
    "/usr/local/lib/liblouis.dylib",
)
"""The names of the library, and where Homebrew puts it; version 3 has the number 20."""

FOLDERS = (
    "/usr/share/liblouis/tables",
    "/usr/local/share/liblouis/tables",
    "/opt/homebrew/share/liblouis/tables",
)
"""Where its tables lie, unless LOUIS_TABLEPATH names other folders."""

_DOTS_IO, _UNICODE, _NO_UNDEFINED = 4, 64, 128  # translationModes of liblouis.h
_NO_CONTRACT = 0x1000  # formtype of liblouis.h
_LOG_OFF = 60_000

_TRIAL = ("en-ueb-g2.ctb", "people knowledge", "⠏⠀⠅")
"""A table, words, and what every version 3 makes of them."""

_LOG = ctypes.CFUNCTYPE(None, ctypes.c_int, ctypes.c_char_p)
_LOCK = threading.Lock()  # the library keeps its tables and buffers in global variables


class LouisError(FormatError):
    """A text that liblouis did not translate; it concerns braille alone."""


def _ignored(_level: int, _message: bytes) -> None:
    """What liblouis logs: a missing table and the like, which its results tell us, too."""


_LOGGED = _LOG(_ignored)  # kept, since the library calls it for as long as it is loaded


@dataclass(frozen=True, slots=True)
class Louis:
    """The library: its version, the folder of its tables, and the bytes of its characters."""

    version: str
    folder: Path
    wide: int
    _translate: Callable[..., int] = field(repr=False)

    def has(self, table: str) -> bool:
        """Whether there is a table of this name."""
        return (self.folder / table).is_file()

    def translate(self, table: str, runs: Sequence[BrailleRun]) -> str:
        """Runs as Unicode braille; characters that the table lacks give nothing.

        Raises `LouisError` where the table can't be read, or not all was translated.
        """
        text = "".join(run.text for run in runs)
        forms = [form for run in runs for form in self._forms(run)]
        source = text.encode(f"utf-{8 * self.wide}-le")
        units = len(source) // self.wide
        room = 256 + 8 * units
        out = ctypes.create_string_buffer(room * self.wide)
        read, written = ctypes.c_int(units), ctypes.c_int(room)
        typeforms = (ctypes.c_ushort * room)(*forms) if any(forms) else None
        with _LOCK:
            done = self._translate(
                os.fsencode(self.folder / table),
                ctypes.create_string_buffer(source, len(source) + self.wide),
                ctypes.byref(read),
                out,
                ctypes.byref(written),
                typeforms,
                None,
                _DOTS_IO | _UNICODE | _NO_UNDEFINED,
            )
        if not done or read.value != units:
            raise LouisError(
                f"liblouis {self.version} did not translate all of a text by “{table}”.",
                "Choose another table under [braille] in publication.toml, or update liblouis.",
            )
        return out.raw[: written.value * self.wide].decode(f"utf-{8 * self.wide}-le")

    def _forms(self, run: BrailleRun) -> Iterator[int]:
        """How each unit of a run is set, as liblouis numbers it."""
        form = int(run.emphasis) | (0 if run.contracted else _NO_CONTRACT)
        yield from [form] * (len(run.text.encode(f"utf-{8 * self.wide}-le")) // self.wide)


@cache
def installed() -> Louis | str:
    """The library of this machine; or why there is none that can be used."""
    return opened(LIBRARIES, folders())


def folders() -> tuple[Path, ...]:
    """The folders in which tables are looked for."""
    named = os.environ.get("LOUIS_TABLEPATH", "")
    return tuple(Path(folder) for folder in (*named.split(","), *FOLDERS) if folder)


def opened(names: Sequence[str], where: Sequence[Path]) -> Louis | str:
    """The first library of these names that there is, tried out; or why it can't be used."""
    library = next(filter(None, map(_loaded, names)), None)
    if library is None:
        return "liblouis is not installed"
    table, words, cells = _TRIAL
    folder = next((path for path in where if (path / table).is_file()), None)
    if folder is None:
        return "the tables of liblouis are not installed"
    try:
        found = _bound(library, folder)
        translated = found.translate(table, (BrailleRun(words),))
    except (AttributeError, LouisError, UnicodeError, ValueError):
        return "this version of liblouis does not work as version 3 does"
    if translated != cells:
        return f"liblouis {found.version} does not translate a sample as it should"
    return found


def _loaded(name: str) -> ctypes.CDLL | None:
    try:
        return ctypes.CDLL(name)
    except OSError:
        return None


def _bound(library: ctypes.CDLL, folder: Path) -> Louis:
    """The functions of a library. Raises `AttributeError` where it lacks one."""
    library.lou_registerLogCallback.argtypes = [_LOG]
    library.lou_registerLogCallback(_LOGGED)
    library.lou_setLogLevel(_LOG_OFF)
    translate = library.lou_translateString
    translate.restype = ctypes.c_int
    translate.argtypes = [
        *(ctypes.c_char_p, ctypes.c_char_p, ctypes.POINTER(ctypes.c_int)),
        *(ctypes.c_char_p, ctypes.POINTER(ctypes.c_int)),
        *(ctypes.POINTER(ctypes.c_ushort), ctypes.c_char_p, ctypes.c_int),
    ]
    return Louis(_version(library), folder, library.lou_charSize(), translate)


def identity() -> str:
    """What would change braille: the library's version, and its tables' names, sizes and times.

    The library is not tried out here: each run asks this, even one that ends at once.
    """
    library = next(filter(None, map(_loaded, LIBRARIES)), None)
    if library is None:
        return ""
    return repr((_version(library), [_facts(folder) for folder in folders() if folder.is_dir()]))


def _facts(folder: Path) -> list[tuple[str, int, int]]:
    with os.scandir(folder) as entries:
        found = ((entry.name, entry.stat()) for entry in entries)
        return sorted((name, stat.st_size, stat.st_mtime_ns) for name, stat in found)


def _version(library: ctypes.CDLL) -> str:
    """The version of a library; "" of one that does not say it."""
    try:
        library.lou_version.restype = ctypes.c_char_p
        return str(library.lou_version().decode("ascii", "replace"))
    except AttributeError:
        return ""
