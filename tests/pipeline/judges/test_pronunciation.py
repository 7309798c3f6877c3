"""The words that an editor should listen to, read from what was published."""

from pathlib import Path

import pytest

from pipeline.cli import main
from pipeline.judges.pronunciation import likely_wrong
from pipeline.publish import progress
from pipeline.publish.request import Request
from pipeline.publish.up_to_date import publish
from tests.corpus import corpus_path

POST = """# Visit

Ceinwen met Huda. ![Glossop](x.png)
Two lines<br>of words.
Huda said <span lang="cy">bore da cyfeillion</span> to the BME group.

```python
zorkmid = frobnicate()
```
"""


@pytest.fixture
def published(tmp_path: Path) -> Request:
    posts = tmp_path / "posts"
    posts.mkdir()
    (posts / "visit.md").write_text(POST)
    request = Request(
        posts, tmp_path / "out", tmp_path / "cache", formats=("mp3",), engine="silence", jobs=1
    )
    publish(request, progress.Quiet())
    return request


def words(request: Request) -> list[tuple[str, int]]:
    return [(suspect.word, suspect.count) for suspect in likely_wrong(request.output)]


def test_unusual_words_are_listed_with_the_most_frequent_first(published: Request) -> None:
    """Not those of another language, of program text, or of what Allways adds."""
    assert words(published) == [("Huda", 2), ("BME", 1), ("Ceinwen", 1), ("Glossop", 1)]


def test_a_word_that_the_lexicon_has_is_listed_no_more(published: Request) -> None:
    (published.source / "lexicon.csv").write_text("written,spoken\nHuda,Hooda\n")
    publish(published, progress.Quiet())

    assert words(published) == [("BME", 1), ("Ceinwen", 1), ("Glossop", 1)]


def test_a_real_blog_has_few_and_they_are_names(tmp_path: Path) -> None:
    source = corpus_path("coproduction-archive")
    request = Request(
        source, tmp_path / "out", tmp_path / "cache", formats=("mp3",), engine="silence", jobs=1
    )
    publish(request, progress.Quiet())

    told = [suspect.word for suspect in likely_wrong(request.output)]

    assert len(told) < 40
    assert {"Shahana", "Ceinwen", "Huda"} <= set(told[:10])


def test_a_folder_that_nothing_was_published_to_has_none(tmp_path: Path) -> None:
    assert likely_wrong(tmp_path) == ()


@pytest.mark.parametrize("name", ["posts/visit/index.html", "report.json"])
def test_what_is_broken_has_none_and_is_for_another_judge_to_tell(
    published: Request, name: str
) -> None:
    (published.output / name).write_bytes(b"")
    assert words(published) == []

    (published.output / name).unlink()
    assert words(published) == []


def test_check_prints_them_with_what_to_do(
    published: Request, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["check", str(published.output)])

    said = capsys.readouterr().out
    assert "Huda (2 times): a name that is in no word list" in said
    assert "make say" in said
