"""A Markdown post becomes typed blocks; what has no name in the model is told and kept."""

import re
from collections import Counter
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from markdown import markdown

from formats.model import (
    CodeBlock,
    Paragraph,
    Sentence,
    Text,
)
from formats.walk import blocks, plain
from pipeline.readers import Defaults, read
from tests.corpus import corpus_path
from tests.pipeline.readers.reading import markdown_blocks, words


def test_code_keeps_every_character_and_its_language(tmp_path: Path) -> None:
    (block,) = markdown_blocks(tmp_path, "```python\nif x:\n    {% tag %} <b>\n```")
    assert block == CodeBlock("", "if x:\n    {% tag %} <b>", "python")


@pytest.mark.parametrize(
    "fence", ["```js src/App.js", "```js {2,4}", '``` js title="A b"', "~~~js [[1, 2], [3]]"]
)
def test_a_fence_that_says_more_than_its_language_is_still_one(tmp_path: Path, fence: str) -> None:
    blocks = markdown_blocks(tmp_path, f"{fence}\nlet a;\n{fence[:3]}")
    assert blocks == (CodeBlock("", "let a;", "js"),)


@pytest.mark.parametrize("begin", ["1. Run:\n\n    ", "- Run:\n  ", "> Run:\n> "])
def test_a_fence_may_stand_in_a_list_or_a_quotation(tmp_path: Path, begin: str) -> None:
    inner = begin.rpartition("\n")[2]
    source = f"{begin}```python\n{inner}x = 1\n{inner}```\n"

    found = [b for b in blocks(markdown_blocks(tmp_path, source)) if isinstance(b, CodeBlock)]

    assert [(b.text.strip(), b.language) for b in found] == [("x = 1", "python")]


def test_no_post_of_the_hostile_corpus_crashes_the_reader() -> None:
    found = read(corpus_path("hostile/own"), Defaults())
    assert {error.where.split(":")[0] for error in found.errors} == {
        "empty.md", "invalid-utf8.md", "only-front-matter.md",
        "whitespace.md", "yaml-alias-bomb.md", "yaml-python-object.md",
    }  # fmt: skip
    assert all(error.remedy for error in found.errors)


@pytest.mark.parametrize("folder", ["govblog/cfpb", "govblog/cds-ca", "blogs/fa-opensource-guide"])
def test_no_word_of_a_real_post_is_lost(folder: str) -> None:
    root = corpus_path(folder)
    for post in read(root, Defaults()).posts:
        body = (root / post.source).read_text("utf-8").split("---", 2)[2]
        shown = re.sub(r"\W", "", "".join(words(post)))
        missing = Counter(_words_of(body)) - Counter(re.findall(r"\w+", " ".join(words(post))))
        assert [w for w in missing if w not in shown and w not in post.title] == [], post.source


def _words_of(body: str) -> list[str]:
    bare = re.sub(r"\{\{.*?\}\}|\{%.*?%\}|\{:.*?\}", "", body)
    soup = BeautifulSoup(markdown(bare, extensions=["extra", "sane_lists"]), "lxml")
    for left_out in soup(["script", "style", "img"]):
        left_out.extract()
    for mark in soup.find_all("a", class_=["footnote-ref", "footnote-backref"]):
        mark.extract()
    return re.findall(r"\w+", soup.get_text(" ").replace("\u00ad", ""))


def test_a_reader_leaves_one_unnumbered_sentence(tmp_path: Path) -> None:
    (block,) = markdown_blocks(tmp_path, "One. Two.")
    assert block == Paragraph((Sentence("", (Text("One. Two."),)),))
    assert plain(block.sentences[0].inlines) == "One. Two."
