"""What is made for measuring is always the same, and none of its sentences is there twice."""

from itertools import islice
from pathlib import Path

import pytest

from bench import made
from formats import walk
from formats.model import Paragraph
from pipeline import readers
from pipeline.readers import Defaults
from pipeline.split.sentences import split
from tests.program import ROOT

SENTENCES = made.sentences_of(ROOT / "source_posts")


def _paragraphs(folder: Path, files: dict[str, str]) -> list[str]:
    """The paragraphs of a blog as the program reads them."""
    for name, text in files.items():
        (folder / name).write_text(text, "utf-8")
    posts = readers.read(folder, Defaults(language="en-GB")).posts
    blocks = (block for post in posts for block in walk.blocks(split(post).blocks))
    paragraphs = (block for block in blocks if isinstance(block, Paragraph))
    return ["".join(walk.plain(s.inlines) for s in p.sentences) for p in paragraphs]


def test_the_same_sentences_make_the_same_blog() -> None:
    assert made.blog(SENTENCES, 40, 80) == made.blog(list(SENTENCES), 40, 80)


def test_no_two_of_ten_thousand_sentences_are_alike() -> None:
    sentences = list(islice(made.distinct(SENTENCES), 10_000))

    assert sentences[: len(set(SENTENCES))] == list(dict.fromkeys(SENTENCES))
    assert len(set(sentences)) == 10_000


def test_a_sentence_that_comes_again_has_few_other_words() -> None:
    again = list(islice(made.distinct(["We walk by the old canal."] * 2), 4))

    assert len(set(again)) == 4
    for text in again[1:]:
        pairs = zip(again[0].split(), text.split(), strict=True)
        assert sum(one != other for one, other in pairs) == 1


def test_sentences_that_are_too_few_are_refused() -> None:
    with pytest.raises(ValueError, match="too few"):
        list(made.distinct(["We walk.", "We walk."]))


def test_no_paragraph_of_a_blog_is_there_twice(tmp_path: Path) -> None:
    paragraphs = _paragraphs(tmp_path, made.blog(SENTENCES, 60, 80))

    assert len(paragraphs) > 60
    assert len(set(paragraphs)) == len(paragraphs)


def test_each_post_is_dated_and_has_about_as_many_words_as_asked_for() -> None:
    posts = [text for name, text in made.blog(SENTENCES, 30, 80).items() if name.endswith(".md")]

    assert len(posts) == 30
    assert len({text.split("date: ")[1][:10] for text in posts}) == 30
    for text in posts:
        assert 80 <= len(text.split("---\n")[2].split()) < 120


def test_a_long_post_has_chapters() -> None:
    text = made.blog(SENTENCES, 1, 5000)["post-0001.md"]

    assert text.count("\n\n## Chapter ") >= 3


@pytest.mark.parametrize("words", [20, 80, 5000])
def test_an_edit_changes_one_sentence_and_each_edit_another_way(words: int) -> None:
    post = made.blog(SENTENCES, 1, words)["post-0001.md"]

    edits = [made.edited(post, number).splitlines() for number in range(3)]

    for lines in edits:
        [(old, new)] = [p for p in zip(post.splitlines(), lines, strict=True) if p[0] != p[1]]
        assert new.startswith(old[:-1])
        assert not old.startswith(("#", "-"))
    assert len(set(map(tuple, edits))) == 3
