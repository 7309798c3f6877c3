"""A file of JSON is read by what is in it; data that is no blog is told."""

from pathlib import Path

import pytest

from pipeline.readers.exports import json_files
from tests.corpus import corpus_path
from tests.pipeline.readers.reading import codes, reading


@pytest.mark.parametrize(
    ("name", "head"),
    [
        ("a.json", ""),
        ("A.JSON", "{"),
        ("feed", '{"version": "https://jsonfeed.org/version/1"'),
        ("export.ghost", '{"db": ['),
        ("a.txt", '[{"kind": "blogger#post"'),
    ],
)
def test_a_blog_in_json_is_claimed_whatever_its_name(name: str, head: str) -> None:
    assert json_files.claims(name, head.encode())


@pytest.mark.parametrize(
    ("name", "head"),
    [("a.md", '["a"'), ("Cargo.lock", "[[package]]"), ("a.js", '[{"a": 1}]'), ("a", '"db"')],
)
def test_prose_and_programs_that_begin_with_a_bracket_are_not(name: str, head: str) -> None:
    assert not json_files.claims(name, head.encode())


@pytest.mark.parametrize("text", ["{}", "[]", "5", '{"posts": []}', '{"a": 1}\n{"a": 2}'])
def test_data_of_another_kind_are_told_and_nothing_is_guessed(tmp_path: Path, text: str) -> None:
    found = reading(tmp_path, {"data.json": text})

    assert found.errors == ()
    assert codes(found) == ["unread-file"]


def test_exports_of_the_corpus_are_read_or_told(tmp_path: Path) -> None:
    """Ghost's and Blogger's are read; other systems' are told by name."""
    packages = corpus_path("blogs/ghost-and-exports/packages")
    paths = sorted(packages.rglob("*.json"))
    read = set()
    for number, path in enumerate(paths):
        found = reading(tmp_path / str(number), {"data.json": path.read_bytes()})
        assert found.posts or found.findings
        read |= {path.parts[len(packages.parts)]} if found.posts else set()

    assert read == {"mg-assetscraper-db", "mg-blogger", "mg-wp-api"}
