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
from tests.growth import grows_evenly
from tests.pipeline.readers.reading import (
    codes,
    markdown_blocks,
    only_post,
    reading,
    words,
)


def test_code_keeps_every_character_and_its_language(tmp_path: Path) -> None:
    (block,) = markdown_blocks(tmp_path, "```python\nif x:\n    {% tag %} <b>\n```")
    assert block == CodeBlock("", "if x:\n    {% tag %} <b>", "python")


@pytest.mark.parametrize(
    "fence",
    [
        "```js src/App.js",
        "```js {2,4}",
        '``` js title="A b"',
        "~~~js [[1, 2], [3]]",
        "```{js, echo=FALSE}",
    ],
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
    names = {error.where.split(":")[0] for error in found.errors}
    assert {name for name in names if name.endswith((".md", ".txt"))} == {
        "empty.md", "only-front-matter.md",
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


@pytest.mark.parametrize(
    ("body", "title"),
    [("## A section\n\nText.", "A section"), ("Text.\n\n## A section\n\nMore.", "My post")],
)
def test_a_post_without_a_title_gets_one_and_that_is_told(
    tmp_path: Path, body: str, title: str
) -> None:
    found = reading(tmp_path, {"my-post.md": body})
    assert only_post(found).title == title
    assert codes(found) == ["title-guessed"]


@pytest.mark.parametrize("name", ["a.mdown", "a.mkd", "a.mdwn", "a.qmd", "a.Rmd", "a.MARKDOWN"])
def test_a_post_may_have_any_suffix_of_markdown(tmp_path: Path, name: str) -> None:
    assert only_post(reading(tmp_path, {name: "# T\n\nText."})).title == "T"


def test_a_post_that_points_to_another_page_has_the_words_of_its_front_matter(
    tmp_path: Path,
) -> None:
    matter = "---\ntitle: T\ndeck: Some **words**.\nsource_url: https://a.org/x\n---\n"
    post = only_post(reading(tmp_path, {"a.md": matter}))
    assert words(post) == ["Some", "words.", "a.org"]
    assert "href='https://a.org/x'" in repr(post.blocks)


def test_dollars_are_a_formula_only_where_the_settings_say_so(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {"a.md": "# T\n\nIt is $x_1$, for $5 and $10."}
    money = only_post(reading(tmp_path, files))
    formula = only_post(reading(tmp_path, files, Defaults(dollars=True)))
    assert "Code" not in repr(money.blocks)
    assert "Code(text='$$x_1$$')" in repr(formula.blocks)
    assert words(formula)[-3:] == ["$5", "and", "$10."]


def test_relative_links_start_from_the_address_in_the_front_matter(tmp_path: Path) -> None:
    matter = "---\ntitle: T\ncanonical_url: https://a.org/b/c\n---\n\n[About](/about)"
    post = only_post(reading(tmp_path, {"a.md": matter}))
    assert "href='https://a.org/about'" in repr(post.blocks)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("==a== H~2~O x^2^ ~~b~~", ["MARK", "SUBSCRIPT", "SUPERSCRIPT", "DELETED"]),
        ("a == b and c == d, ~5 and ~6", []),
        ("https://a.org/b_c_d and www.b.org.", ["https://a.org/b_c_d", "http://www.b.org"]),
        ("The BBC said so.\n\n*[BBC]: A broadcaster", ["expansion='A broadcaster'"]),
        ("two  \nlines", ["Break()"]),
        (":smile: at 10:30:45 :nothing:", ["😄", "10:30:45 :nothing:"]),
        ("![A](a.png)Word [![B](b.png)](https://a.org)word", ["Text(text=' Word", "' word'"]),
    ],
)
def test_marks_that_many_dialects_have_are_read(
    tmp_path: Path, text: str, shown: list[str]
) -> None:
    made = repr(markdown_blocks(tmp_path, text))
    assert [part for part in shown if part not in made] == []
    assert shown or not any(style in made for style in ("MARK", "SUBSCRIPT", "DELETED"))


BAIT = {
    "links without an end": ("[a](", 1000),
    "definitions": ("a\n: ", 500),
    "short forms": ("*[A#]: x\n", 1000),
    "underlined headings": ("a\n===\n", 500),
    "paragraphs": ("Some words.\n\n", 1000),
    "open comments": ("<!-- ", 5000),
    "open tags": ("{% {{ ", 5000),
    "open notes": ("^[", 1000),
}
"""What is repeated, and how often at first; "#" stands for a number."""


@pytest.mark.parametrize(("bait", "times"), BAIT.values(), ids=BAIT.keys())
def test_bait_of_any_size_takes_linear_time(tmp_path: Path, bait: str, times: int) -> None:
    def baited(size: int) -> str:
        repeated = "".join(bait.replace("#", str(n)) for n in range(size))
        return f"# T\n\nFirst.\n\n{repeated}\n\nLast."

    assert only_post(reading(tmp_path, {"a.md": baited(times)}))
    assert grows_evenly(lambda text: reading(tmp_path, {"a.md": text}), baited, times)
