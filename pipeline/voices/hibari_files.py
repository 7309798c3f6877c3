"""The files of the package hibari-tts: one release of it, whole and unchanged, or none.

The program works without it. Its code runs in our processes, so not a byte of it is
loaded before all of it has been compared with what was read and tried.
"""

import hashlib
from importlib.machinery import all_suffixes
from importlib.util import find_spec
from pathlib import Path

from pipeline.errors import SettingsError

RELEASE = "hibari-tts 0.2.1"

DIGEST = "7c3f28bfa730d11b9df4a9e9235b9c77623c810773722e07c86c80d840120183"
"""`digest` of that release: its code, its model and its lexicons."""

_KINDS = {".gz", ".json", ".onnx", *(Path(f"module{end}").suffix for end in all_suffixes())}
"""What the package reads, and whatever Python would load as a module. Other files that lie in
its folder, such as those of a file manager, change nothing."""

REMEDY = 'Get it with: make natural; or write engine = "espeak" under [voice].'


def package() -> Path:
    """The folder of the package. Raises `SettingsError` where it is missing or altered."""
    found = find_spec("hibari")
    if found is None or not found.submodule_search_locations:
        raise SettingsError("the natural voice, hibari, is not installed.", remedy=REMEDY)
    folder = Path(found.submodule_search_locations[0])
    try:
        same = digest(folder) == DIGEST
    except OSError as error:
        raise _altered(f"{folder} can't be read ({error.strerror})") from error
    if not same:
        raise _altered(f"the files in {folder} are not those of {RELEASE}")
    return folder


def digest(folder: Path) -> str:
    """A digest of the files of a package that can be read, in the order of their paths.

    Not of caches, nor of what no program reads.
    """
    whole = hashlib.sha256()
    for path in sorted(folder.rglob("*"), key=lambda path: path.relative_to(folder).as_posix()):
        if _counts(path) and path.is_file():
            content = hashlib.sha256(path.read_bytes()).digest()
            whole.update(path.relative_to(folder).as_posix().encode() + b"\0" + content)
    return whole.hexdigest()


def _counts(path: Path) -> bool:
    hidden = path.name.startswith(".")  # no module has such a name
    return path.suffix in _KINDS and not hidden and "__pycache__" not in path.parts


def _altered(why: str) -> SettingsError:
    return SettingsError(f"the natural voice, hibari, can't be used: {why}.", remedy=REMEDY)
