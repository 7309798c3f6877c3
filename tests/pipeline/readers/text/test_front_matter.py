"""Front matter in YAML and TOML: what it sets, and what is said when it is wrong."""

from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from formats import walk
from formats.model import Picture
from tests.pipeline.readers.reading import codes, only_post, reading

FULL = {
    "yaml": """---
title: "A <em>title</em>: on"
date: 2024-05-31
lastmod: 2024-06-01 10:00:00 +0200
authors:
  - Ann
  - name: Bo
lang: en_gb
slug: My Slug
description: "One\\n two"
tags: [a, b]
image: {path: x.png, alt: An X}
---
""",
    "toml": """+++
title = "A <em>title</em>: on"
date = 2024-05-31
updated = 2024-06-01T10:00:00+02:00
authors = ["Ann", {name = "Bo"}]
language = "en-gb"
slug = "my-slug"
summary = "One\\n two"
image = {src = "x.png", alt = "An X"}
[taxonomies]
tags = ["a", "b"]
+++
""",
}


@pytest.mark.parametrize("kind", ["yaml", "toml"])
def test_yaml_and_toml_say_the_same(tmp_path: Path, kind: str) -> None:
    post = only_post(reading(tmp_path, {"p.md": FULL[kind] + "\nText."}))
    assert (post.title, post.slug, post.language) == ("A title: on", "my-slug", "en-GB")
    assert (post.authors, post.tags, post.summary) == (("Ann", "Bo"), ("a", "b"), "One two")
    assert post.published == post.placed == datetime(2024, 5, 31, tzinfo=UTC)
    assert post.updated == datetime(2024, 6, 1, 10, tzinfo=timezone(timedelta(hours=2)))
    assert Picture("x.png", "An X") in walk.pictures(post.blocks)


def test_a_draft_may_be_without_title_and_text(tmp_path: Path) -> None:
    found = reading(tmp_path, {"p.md": "---\ndraft: yes\n---\n"})
    assert (found.posts, found.errors, codes(found)) == ((), (), ["draft"])


@pytest.mark.parametrize("line", ["draft: true", "published: false"])
def test_a_draft_is_left_out_with_a_note(tmp_path: Path, line: str) -> None:
    found = reading(tmp_path, {"p.md": f"---\ntitle: T\n{line}\n---\n\nText."})
    assert (found.posts, found.errors, codes(found)) == ((), (), ["draft"])


@pytest.mark.parametrize(
    ("matter", "line"),
    [
        ("---\ntitle: T\nx: [1\n---\n\nText.", 3),
        ("---\ntitle: T\nText.", 1),
        ("---\ntitle: [a]\n---\n\nText.", 2),
        ("---\ntitle: T\na: &a [x]\nb: [*a]\n---\n\nText.", 4),
        ('---\ntitle: !!python/object/apply:os.system ["x"]\n---\n\nText.', 2),
        ('+++\ntitle = "T"\nx = \n+++\n\nText.', 3),
    ],
)
def test_broken_front_matter_fails_the_post_with_its_line(
    tmp_path: Path, matter: str, line: int
) -> None:
    found = reading(tmp_path, {"bad.md": matter, "good.md": "# Good\n\nText."})
    assert [post.slug for post in found.posts] == ["good"]
    assert [error.where for error in found.errors] == [f"bad.md:{line}"]
    assert found.errors[0].remedy


def test_a_key_that_stands_twice_is_told(tmp_path: Path) -> None:
    found = reading(tmp_path, {"p.md": "---\ntitle: A\ntitle: B\n---\n\nText."})
    assert only_post(found).title == "B"
    assert [f.where for f in found.findings if f.code == "front-matter-twice"] == ["p.md:3"]


def test_a_rule_above_a_text_is_not_front_matter(tmp_path: Path) -> None:
    assert only_post(reading(tmp_path, {"p.md": "---\n\nText, no key.\n\n# T\n"})).title == "T"


def test_front_matter_without_end_of_size_is_refused(tmp_path: Path) -> None:
    found = reading(tmp_path, {"p.md": f"---\ntitle: T\nx: {'y' * 70_000}\n---\n\nText."})
    assert [error.where for error in found.errors] == ["p.md:1"]


BROKEN = {
    "title: T\nx: {a: b: c}": ("p.md:3", "expected"),
    "title: T\nauthor Betty\ndate: 2026-01-01": ("p.md:3", "no colon"),
    'title: T\nsummary: "Cakes': ("p.md", "quotation mark"),
}


@pytest.mark.parametrize(("text", "told"), BROKEN.items())
def test_broken_front_matter_is_told_in_plain_words(
    tmp_path: Path, text: str, told: tuple[str, str]
) -> None:
    (error,) = reading(tmp_path, {"p.md": f"---\n{text}\n---\n\nText."}).errors
    assert error.where.startswith(told[0])
    assert told[1] in error.message
