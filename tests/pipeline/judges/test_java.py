"""Java comes with Python packages; one that is absent is told with the way to get it."""

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
    with java.classes(()) as outer:
        loader = outer("java.lang.Thread").currentThread().getContextClassLoader()
        with java.classes((Path("none.jar"),)) as named:
            assert str(named("java.lang.String")("tide")) == "tide"
        after = outer("java.lang.Thread").currentThread().getContextClassLoader()

    assert after == loader


@JAVA
def test_a_file_is_named_by_its_whole_path() -> None:
    if told := java.missing():
        pytest.skip(told)
    assert str(java.file(Path("a.epub")).getPath()) == str(Path("a.epub").absolute())
