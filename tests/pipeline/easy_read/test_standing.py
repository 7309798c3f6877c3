"""An editor is told how far a text has come, and what is next."""

from pathlib import Path

from pipeline.easy_read import standing, writing
from pipeline.easy_read.signing import sign
from pipeline.easy_read.writing import EasyPost
from tests.pipeline.easy_read.places import TEXT, checked, close, tide
from tests.pipeline.easy_read.test_signing import SIGNING


def told(place: EasyPost) -> list[str]:
    return list(standing.lines(place))


def test_each_stage_says_what_it_is_and_the_next_step(tmp_path: Path) -> None:
    place = tide(tmp_path, "")
    writing.draft_or_update(place)
    first, after = told(place)
    assert "a draft, as the computer wrote it" in first
    assert "choose, shorten and explain" in after
    place.path.write_text(TEXT, "utf-8")
    assert told(place) == [
        "tide.easy.md: edited. No group has checked it yet.",
        "Next: print the pack for a group: .venv/bin/allways easy-read pack tide",
    ]
    checked(place, {"1": "wrong"})
    first, of_round, after = told(place)
    assert "a group has checked it as it is now (round 1)" in first
    assert of_round == "Round 1, 2026-11-20 by The Tide Group: 2 clear, 1 wrong; 1 not closed."
    assert "marks that are not closed (1)" in after
    close(place)
    assert "sign it: .venv/bin/allways easy-read sign tide" in told(place)[-1]
    sign(place, SIGNING)
    assert "signed on 2026-11-27. It is called Easy Read." in told(place)[0]


def test_a_text_that_was_changed_after_it_was_signed_goes_back_to_the_group(tmp_path: Path) -> None:
    place = tide(tmp_path)
    checked(place)
    sign(place, SIGNING)
    place.path.write_text(place.path.read_text("utf-8").replace("rose", "fell"), "utf-8")
    first, *others = told(place)
    assert first == "tide.easy.md: edited. A group has checked it once. Since then it was changed."
    assert any("not called Easy Read any more" in line for line in others)
    assert others[-1] == "Next: print the pack for a group: .venv/bin/allways easy-read pack tide"


def test_rows_without_words_are_the_next_step(tmp_path: Path) -> None:
    place = tide(tmp_path, TEXT.replace(" We need:\n  - nails\n  - paint", ""))
    assert "rows that have no words (1)" in told(place)[-1]


def test_what_a_group_said_is_told_row_by_row(tmp_path: Path) -> None:
    place = tide(tmp_path)
    lines = list(standing.taken(checked(place, {"1": "wrong"}), place))
    counted = "Round 1, 2026-11-20 by The Tide Group: 2 clear, 1 wrong; 1 not closed."
    assert lines == [
        f"Kept in tide.easy.marks.csv. {counted}",
        "Row 1 is wrong: The sea rose. Better words: Other, words",
    ]
