"""The pictures of rows are found by their names: the group's own before ours."""

from pathlib import Path

import pytest

from formats.easy_read.concepts import CONCEPTS
from pipeline.easy_read.pictures import RowPictures
from pipeline.errors import ReadError
from pipeline.readers.shared import images
from tests.formats.builders import RICH_MEDIA

PNG = RICH_MEDIA[0].data


def _group(tmp_path: Path, *names: str) -> RowPictures:
    (tmp_path / "pictures").mkdir()
    for name in names:
        (tmp_path / "pictures" / name).write_bytes(PNG)
    return RowPictures(tmp_path)


def test_a_picture_of_the_post_goes_by_its_path(tmp_path: Path) -> None:
    own = RICH_MEDIA[0]
    assert RowPictures(tmp_path, RICH_MEDIA).find(own.path, "x") is own


@pytest.mark.parametrize("name", ["our boat", "our boat.jpg", "pictures/our boat.jpg"])
def test_a_picture_of_the_group_goes_by_its_name_with_or_without_its_ending(
    tmp_path: Path, name: str
) -> None:
    found = _group(tmp_path, "our boat.jpg").find(name, "x")
    assert found.path.startswith("easy-read/our-boat.")


def test_names_are_those_of_pictures_alone_and_in_order(tmp_path: Path) -> None:
    group = _group(tmp_path, "b.png", "a.jpg", "notes.txt")
    assert group.names() == ("a.jpg", "b.png")
    assert RowPictures(tmp_path / "nowhere").names() == ()


@pytest.mark.parametrize("name", sorted(CONCEPTS))
def test_every_picture_of_ours_can_be_shown(tmp_path: Path, name: str) -> None:
    found = RowPictures(tmp_path).find(name, "x")
    image = images.look(found.data, name)
    assert image.whole
    assert (found.mime, found.width, found.height) == (image.mime, image.width, image.height)


def test_a_folder_in_place_of_a_picture_is_told(tmp_path: Path) -> None:
    (tmp_path / "pictures/boat.png").mkdir(parents=True)
    with pytest.raises(ReadError) as error:
        RowPictures(tmp_path).find("boat", "tide.easy.md:3")
    assert error.value.where == "tide.easy.md:3"
    assert error.value.remedy
