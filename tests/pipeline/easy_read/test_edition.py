"""A file becomes an edition with its pictures, or says with its line why it does not."""

from pathlib import Path

import pytest

from formats.model import Stage
from pipeline.easy_read import edition
from pipeline.easy_read.draft import draft
from pipeline.easy_read.easy_file import write
from pipeline.easy_read.edition import findings, opened
from pipeline.errors import ReadError
from pipeline.split.sentences import split
from tests.formats.builders import RICH_MEDIA, paragraph, post_of

POST = split(post_of(paragraph("The tide came in."), slug="tide"))
PNG = RICH_MEDIA[0].data


def _file(folder: Path, text: str) -> Path:
    path = folder / "tide.easy.md"
    path.write_text(text, "utf-8")
    return path


def test_units_are_counted_in_reading_order_with_the_main_points_first(tmp_path: Path) -> None:
    points = "## The main points\n\n- Point.\n\n"
    whole = "## The whole post\n\n- One.\n\n### Head\n\n- Two:\n  - a\n"
    path = _file(tmp_path, f"# T\n\n{points}{whole}")
    made = edition.edition(opened(path, tmp_path))
    assert [row.sentence.id for row in made.rows] == ["e1", "e2", "e4"]
    assert [part.heading.id for part in made.parts if part.heading] == ["e3"]
    assert [entry.id for row in made.rows for entry in row.entries] == ["e4-2"]


def test_a_row_without_words_is_not_shown(tmp_path: Path) -> None:
    path = _file(tmp_path, "# T\n\n- [ ] \n- [ ] One.\n")
    assert len(edition.edition(opened(path, tmp_path)).rows) == 1


def test_a_draft_that_nobody_touched_is_a_draft_and_a_changed_one_is_edited(tmp_path: Path) -> None:
    text = write(draft(POST))
    assert opened(_file(tmp_path, text), tmp_path).state.stage is Stage.DRAFT
    changed = _file(tmp_path, text.replace("- [ ] The tide", "- [ ] A tide"))
    assert opened(changed, tmp_path).state.stage is Stage.EDITED


def test_the_groups_own_photograph_goes_before_our_picture(tmp_path: Path) -> None:
    path = _file(tmp_path, "# T\n\n- ![](meeting) We met.\n")
    (ours,) = edition.edition(opened(path, tmp_path)).media
    assert (ours.path, ours.mime) == ("easy-read/meeting.svg", "image/svg+xml")
    (tmp_path / "pictures").mkdir()
    (tmp_path / "pictures/meeting.png").write_bytes(PNG)
    (own,) = edition.edition(opened(path, tmp_path)).media
    assert own.mime == RICH_MEDIA[0].mime


def test_a_picture_that_is_missing_is_told_with_file_and_line(tmp_path: Path) -> None:
    path = _file(tmp_path, "# T\n\n- One.\n- ![](nowhere) Two.\n")
    with pytest.raises(ReadError, match="no picture “nowhere”") as error:
        opened(path, tmp_path)
    assert error.value.where == "tide.easy.md:4"


@pytest.mark.parametrize("name", ["../secret", "pictures/../../secret.png", "/etc/passwd"])
def test_a_picture_is_never_taken_from_elsewhere(tmp_path: Path, name: str) -> None:
    (tmp_path / "secret.png").write_bytes(PNG)
    posts = tmp_path / "posts"
    posts.mkdir()
    with pytest.raises(ReadError):
        opened(_file(posts, f"# T\n\n- ![]({name}) Two.\n"), posts)


def test_a_picture_that_is_none_is_told(tmp_path: Path) -> None:
    (tmp_path / "pictures").mkdir()
    (tmp_path / "pictures/boat.png").write_bytes(b"%!PS-Adobe-3.0 EPSF-3.0\n")
    with pytest.raises(ReadError) as error:
        opened(_file(tmp_path, "# T\n\n- ![](boat) Two.\n"), tmp_path)
    assert error.value.where == "tide.easy.md:3"


def test_text_that_is_not_utf8_is_told(tmp_path: Path) -> None:
    path = tmp_path / "tide.easy.md"
    path.write_bytes(b"# T\n\n- caf\xe9\n")
    with pytest.raises(ReadError, match="UTF-8"):
        opened(path, tmp_path)


def test_a_post_that_changed_since_is_told(tmp_path: Path) -> None:
    path = _file(tmp_path, write(draft(POST)))
    assert findings(opened(path, tmp_path), POST) == ()
    other = split(post_of(paragraph("The tide went out."), slug="tide"))
    assert [f.code for f in findings(opened(path, tmp_path), other)] == ["easy-read-behind"]


def test_a_signature_for_another_text_is_told(tmp_path: Path) -> None:
    file = draft(POST).with_facts(signed="0" * 64, signed_on="2026-11-27")
    path = _file(tmp_path, write(file))
    assert [f.code for f in findings(opened(path, tmp_path), POST)] == ["easy-read-changed"]
