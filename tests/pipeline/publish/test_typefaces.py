"""The typefaces that are kept are whole, and no others stand beside them."""

from pathlib import Path

from pipeline.publish.typefaces import typeface


def kept(cache: Path) -> dict[str, bytes]:
    """The files of the typeface of print by name."""
    return {path.name: path.read_bytes() for path in Path(typeface(cache).folder).iterdir()}


def test_the_typeface_of_print_is_its_regular_and_its_bold(tmp_path: Path) -> None:
    face = typeface(tmp_path)
    assert sorted(kept(tmp_path).values()) == sorted((face.regular, face.bold))


def test_a_damaged_typeface_is_made_anew(tmp_path: Path) -> None:
    """A file of the same size, with other letters in it."""
    whole = kept(tmp_path)
    for name, data in whole.items():
        (Path(typeface(tmp_path).folder) / name).write_bytes(data[:-9] + bytes(9))
    assert kept(tmp_path) == whole


def test_a_typeface_that_is_gone_is_made_anew(tmp_path: Path) -> None:
    whole = kept(tmp_path)
    (Path(typeface(tmp_path).folder) / min(whole)).unlink()
    assert kept(tmp_path) == whole


def test_a_typeface_put_there_by_hand_is_taken_away(tmp_path: Path) -> None:
    """Typst could take it for the bold."""
    whole = kept(tmp_path)
    (Path(typeface(tmp_path).folder) / "Other-Bold.otf").write_bytes(typeface(tmp_path).regular)
    assert kept(tmp_path) == whole


def test_the_other_typefaces_are_files_of_packages(tmp_path: Path) -> None:
    others = typeface(tmp_path).others
    assert all(Path(face.path).is_file() for face in others)
    assert len({face.family for face in others}) == len(others)
