"""The packages that the program requires are known by name, version and import."""

from importlib.metadata import requires, version

from pipeline.store import packages


def test_each_package_that_is_required_has_its_version() -> None:
    found = packages.required()

    assert found["lxml"] == version("lxml")
    assert found["beautifulsoup4"] == version("beautifulsoup4")
    assert "pytest" not in found  # an extra
    assert all("extra ==" in line for line in requires("allways") or () if "pytest" in line)


def test_a_name_that_is_imported_leads_to_its_package() -> None:
    found = packages.imported()

    assert found["PIL"] == ("pillow",)
    assert found["docx"] == ("python-docx",)
    assert found["bs4"] == ("beautifulsoup4",)
    assert "pytest" not in found


def test_a_package_comes_with_what_it_requires_in_turn() -> None:
    assert {"ebooklib", "lxml", "six"} <= packages.with_theirs("ebooklib")
    assert "numpy" in packages.with_theirs("piper-tts")  # which onnxruntime requires
    assert packages.with_theirs("of no such name") == {"of no such name"}
