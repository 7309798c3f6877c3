"""The pictures that can be chosen: the group's own first, and no picture as a choice."""

from pathlib import Path

from formats.easy_read.concepts import CONCEPTS
from pipeline.easy_read.editor import choices
from tests.pipeline.easy_read.editor.served import place_of, write_posts


def test_own_photographs_come_first_and_our_drawings_last(tmp_path: Path) -> None:
    write_posts(tmp_path)
    found = dict(choices.choices(place_of(tmp_path)))

    assert list(found) == ["Your own photographs", "Pictures of the post", "Drawings"]
    own = [(choice.name, choice.caption) for choice in found["Your own photographs"]]
    assert own == [("meeting.png", "meeting"), ("our money (2).png", "our money (2)")]
    drawings = [choice.name for choice in found["Drawings"]]
    assert drawings == [name for name in sorted(CONCEPTS) if name != "meeting"]


def test_no_picture_is_the_first_choice_and_each_has_its_name(tmp_path: Path) -> None:
    write_posts(tmp_path)
    grid = choices.grid(place_of(tmp_path))

    assert grid.index("No picture") < grid.index("meeting.png")
    assert 'src="/easy-read/plan/picture?name=our%20money%20%282%29.png"' in grid
    assert "You have no photographs" not in grid


def test_without_photographs_it_says_where_they_belong(tmp_path: Path) -> None:
    write_posts(tmp_path)
    for path in (tmp_path / "pictures").iterdir():
        path.unlink()

    assert "Put them into the folder <b>pictures</b>" in choices.grid(place_of(tmp_path))


def test_a_name_that_a_row_can_not_hold_is_no_choice(tmp_path: Path) -> None:
    write_posts(tmp_path)
    (tmp_path / "pictures/meeting.png").rename(tmp_path / "pictures/a) b.png")

    assert "a) b" not in choices.grid(place_of(tmp_path))


def test_a_hostile_name_is_text(tmp_path: Path) -> None:
    write_posts(tmp_path)
    (tmp_path / "pictures/meeting.png").rename(tmp_path / 'pictures/"><script>.png')

    assert "<script>" not in choices.grid(place_of(tmp_path))


def test_a_picture_is_known_by_its_name_with_or_without_its_ending(tmp_path: Path) -> None:
    write_posts(tmp_path)
    place = place_of(tmp_path)

    assert choices.is_there("meeting", place)
    assert choices.is_there("pictures/meeting.png", place)
    assert not choices.is_there("nobody", place)


def test_a_drawing_is_found_by_any_of_its_words(tmp_path: Path) -> None:
    write_posts(tmp_path)
    (name, concept), *_ = CONCEPTS.items()
    grid = choices.grid(place_of(tmp_path))

    assert f'data-words="{" ".join(concept.words)}"' in grid
    assert choices.is_there(name, place_of(tmp_path))
