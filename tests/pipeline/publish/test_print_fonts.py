"""The editor's own typefaces: found, chosen, or told why not."""

import shutil
from importlib.resources import files
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from pipeline.errors import SettingsError
from pipeline.publish import print_fonts

ATKINSON = Path(str(files("fontpkg_atkinson_hyperlegible").joinpath("files")))
REGULAR = ATKINSON / "AtkinsonHyperlegible-Regular.ttf"
BOLD = ATKINSON / "AtkinsonHyperlegible-Bold.ttf"


def posts(folder: Path, *fonts: Path) -> Path:
    """A folder of posts with these typefaces."""
    (folder / "posts/fonts").mkdir(parents=True)
    for font in fonts:
        shutil.copy(font, folder / "posts/fonts")
    return folder / "posts"


def renamed(path: Path, to: Path, **about: int) -> Path:
    """A typeface of another family, with other facts about it."""
    with TTFont(path) as font:
        for record in font["name"].names:
            record.string = str(record).replace("Atkinson Hyperlegible", "Harbour")
        for name, value in about.items():
            setattr(font["OS/2"], name, value)
        font.save(to)
    return to


def codes(found: print_fonts.PrintFont) -> list[str]:
    """The codes of what was noticed."""
    return [finding.code for finding in found.findings]


def test_the_one_family_in_the_folder_is_used(tmp_path: Path) -> None:
    found = print_fonts.chosen("", posts(tmp_path, REGULAR, BOLD), tmp_path)

    assert found.typeface
    assert found.typeface.family == "Atkinson Hyperlegible"
    assert found.typeface.bold == BOLD.read_bytes()
    assert codes(found) == []


def test_without_the_folder_the_usual_typeface_is_used(tmp_path: Path) -> None:
    assert print_fonts.chosen("", tmp_path, tmp_path) == print_fonts.PrintFont()


def test_the_packaged_typefaces_are_there_by_name(tmp_path: Path) -> None:
    found = print_fonts.chosen("atkinson hyperlegible", tmp_path, tmp_path)

    assert found.typeface
    assert found.typeface.regular == REGULAR.read_bytes()
    assert print_fonts.chosen("Source Sans Pro", tmp_path, tmp_path).typeface is None


def test_a_name_that_nothing_has_is_an_error_with_what_there_is(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="Harbour") as told:
        print_fonts.chosen("Harbour", tmp_path, tmp_path)
    assert "Atkinson" in told.value.remedy


def test_of_several_families_one_must_be_named(tmp_path: Path) -> None:
    other = [renamed(path, tmp_path / path.name.replace("A", "B")) for path in (REGULAR, BOLD)]
    folder = posts(tmp_path, REGULAR, BOLD, *other)

    assert codes(print_fonts.chosen("", folder, tmp_path)) == ["font-choice"]
    found = print_fonts.chosen("harbour", folder, tmp_path)
    assert found.typeface
    assert found.typeface.family == "Harbour"


def test_a_regular_without_a_bold_is_told(tmp_path: Path) -> None:
    found = print_fonts.chosen("", posts(tmp_path, REGULAR), tmp_path)

    assert (found.typeface, codes(found)) == (None, ["font-unusable"])


@pytest.mark.parametrize(
    "about", [{"fsType": 2}, {"usWidthClass": 3}, {"usWeightClass": 250}], ids=str
)
def test_a_typeface_that_may_not_or_should_not_be_printed_is_told(
    about: dict[str, int], tmp_path: Path
) -> None:
    fonts = [renamed(path, tmp_path / path.name, **about) for path in (REGULAR, BOLD)]
    found = print_fonts.chosen("", posts(tmp_path, *fonts), tmp_path)

    assert (found.typeface, set(codes(found))) == (None, {"font-unusable"})
    assert "embedded" in found.findings[0].message


@pytest.mark.parametrize("name", ["a.ttf", "a.woff2"])
def test_what_is_no_typeface_for_print_is_told(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(b"no typeface")

    assert codes(print_fonts.chosen("", posts(tmp_path, tmp_path / name), tmp_path)) == [
        "font-unusable"
    ]


def test_a_licence_beside_them_is_no_typeface(tmp_path: Path) -> None:
    (tmp_path / "OFL.txt").write_text("Free.")

    assert print_fonts.findings("", posts(tmp_path, tmp_path / "OFL.txt"), tmp_path) == ()
