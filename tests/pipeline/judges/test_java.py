"""Java comes with Python packages; one that is absent is told with the way to get it."""

import json
from pathlib import Path

import pytest

from pipeline.judges import java
from tests.judging import JAVA


def test_a_package_that_is_not_here_is_named() -> None:
    told = java.missing("no_such_package")

    assert "no_such_package" in told
    assert "pip install 'allways[judges]'" in told


def test_a_package_has_its_files_in_its_own_folder() -> None:
    assert (java.package_folder("pytest") / "__init__.py").is_file()
    with pytest.raises(ModuleNotFoundError, match="no_such_package"):
        java.package_folder("no_such_package")


@JAVA
def test_classes_are_those_of_the_jars_and_the_loader_is_put_back() -> None:
    if told := java.missing():
        pytest.skip(told)
    word, before, after = java.on_its_thread(_loaded)()

    assert word == "tide"
    assert after == before


def _loaded() -> tuple[str, object, object]:
    with java.classes(()) as outer:
        loader = outer("java.lang.Thread").currentThread().getContextClassLoader()
        with java.classes((Path("none.jar"),)) as named:
            word = str(named("java.lang.String")("tide"))
        return word, loader, outer("java.lang.Thread").currentThread().getContextClassLoader()


@JAVA
def test_a_file_is_named_by_its_whole_path() -> None:
    if told := java.missing():
        pytest.skip(told)
    named = java.on_its_thread(lambda: str(java.file(Path("a.epub")).getPath()))()

    assert named == str(Path("a.epub").absolute())


@JAVA
def test_beside_a_java_machine_recursion_without_end_is_an_error_as_anywhere() -> None:
    """Where the machine had the end of this thread's stack, the process would end here."""
    if told := java.missing():
        pytest.skip(told)
    java.on_its_thread(_loaded)()

    with pytest.raises(RecursionError):
        json.loads("[" * 1_000_000)


def test_an_error_on_that_thread_is_raised_here() -> None:
    with pytest.raises(ZeroDivisionError):
        java.on_its_thread(lambda: 1 / 0)()
