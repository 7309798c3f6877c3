"""A folder is read whole: each post under a slug of its own, each failure alone."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from pipeline.errors import ReadError
from pipeline.readers import Defaults, read
from pipeline.readers.shared import dates, languages
from pipeline.slugs import slugify
from tests.pipeline.readers.reading import codes, only_post, reading

POST = "# Title\n\nText."


def test_folders_are_read_whole_and_in_order_without_what_is_not_a_post(tmp_path: Path) -> None:
    names = ["b.md", "a/c.md", "a/index.md", "2020-01-02-d.markdown", "README.md", "LICENSE.txt",
             ".hidden.md", ".git/x.md", "pictures/x.md", "_index.md", "data.json"]  # fmt: skip
    found = reading(tmp_path, {**dict.fromkeys(names, POST), "publication.toml": "title = 1"})
    assert [(p.slug, p.source) for p in found.posts] == [
        ("d", "2020-01-02-d.markdown"),
        ("c", "a/c.md"),
        ("a", "a/index.md"),
        ("b", "b.md"),
    ]
    assert found.posts[0].published == datetime(2020, 1, 2, tzinfo=UTC)


def test_one_file_is_read_alone(tmp_path: Path) -> None:
    reading(tmp_path, {"a.md": POST, "b.md": POST})
    assert [post.source for post in read(tmp_path / "b.md", Defaults()).posts] == ["b.md"]


def test_the_second_post_with_a_slug_fails_and_names_the_first(tmp_path: Path) -> None:
    found = reading(tmp_path, {"a.md": POST, "b.md": "---\ntitle: T\nslug: A\n---\n\nText."})
    assert [post.source for post in found.posts] == ["a.md"]
    (error,) = found.errors
    assert error.where == "b.md"
    assert "a.md" in error.message
    assert error.remedy


@pytest.mark.parametrize(
    ("content", "where"),
    [
        (b"", "bad.md"),
        (b" \n\t\n", "bad.md"),
        (b"Text alone.", "bad.md"),
        (b"# Title alone", "bad.md"),
        (b"# T\n\nCaf\xe9.", "bad.md:3"),
        (b"\xff\xfe#\x00 \x00\x00", "bad.md:1"),
    ],
)
def test_a_post_that_can_not_be_read_fails_alone_with_place_and_remedy(
    tmp_path: Path, content: bytes, where: str
) -> None:
    found = reading(tmp_path, {"bad.md": content, "good.md": POST})
    assert [post.slug for post in found.posts] == ["good"]
    assert [error.where for error in found.errors] == [where]
    assert found.errors[0].remedy


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_marked_encodings_are_read(tmp_path: Path, encoding: str) -> None:
    post = only_post(reading(tmp_path, {"a.md": "# Café\r\n\r\nText.".encode(encoding)}))
    assert post.title == "Café"


def test_a_folder_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="it is not there"):
        read(tmp_path / "none", Defaults())


def test_defaults_serve_where_a_post_is_silent(tmp_path: Path) -> None:
    moment = datetime(2021, 5, 6, tzinfo=UTC)
    found = reading(tmp_path, {"a.md": POST}, Defaults("cy", "Ann", {"a": moment}))
    post = only_post(found)
    assert (post.language, post.authors, post.published) == ("cy", ("Ann",), moment)
    assert found.findings == ()


def test_an_undated_post_has_a_place_that_no_run_changes(tmp_path: Path) -> None:
    post = only_post(reading(tmp_path, {"a.md": POST}))
    assert post.published is None
    assert post.placed == datetime(2000, 1, 1, 1, 58, 19, tzinfo=UTC)
    assert read(tmp_path, Defaults()).findings[0].code == "undated"
    assert "a = 2000-01-01" in read(tmp_path, Defaults()).findings[0].message


def test_a_kind_of_file_that_nothing_reads_is_told(tmp_path: Path) -> None:
    assert codes(reading(tmp_path, {"a.rst": "Title"})) == ["unread-file"]


@pytest.mark.parametrize(
    "name", ["lexicon.csv.txt", "Lexicon.CSV", "lexikon.csv", "words.xlsx", "old/lexicon.csv"]
)
def test_a_lexicon_by_another_name_is_told_and_is_no_post(tmp_path: Path, name: str) -> None:
    (tmp_path / "old").mkdir()
    found = reading(
        tmp_path, {name: "written,spoken\nUsk,Isk\n", "lexicon.csv": "written,spoken\n"}
    )

    assert codes(found) == ["unread-file"]
    assert not found.posts
    assert found.findings[0].where == name


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("My First Post!", "my-first-post"),
        ("../../etc/passwd", "etc-passwd"),
        ("CON", "post-con"),
        ("lpt1", "post-lpt1"),
        ("Ärger & Straße", "arger-strasse"),
        ("What’s new", "whats-new"),
        ("日記", "post-113070"),
        ("Ruby 3.2.0 リリース", "ruby-3-2-0-81e1c1"),
        ("…", ""),
        ("word " * 40, "-".join(["word"] * 16)),
    ],
)
def test_slugs_are_safe_everywhere_and_stable(text: str, slug: str) -> None:
    assert slugify(text) == slug
    assert slugify(slug) == slug


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2024-05-31", "2024-05-31T00:00:00+00:00"),
        ("2015-06-11 11:30:00 -4", "2015-06-11T11:30:00-04:00"),
        ("2020-01-06 10:00:00 +0000", "2020-01-06T10:00:00+00:00"),
        ("Fri, 31 May 2024 09:00:00 GMT", "2024-05-31T09:00:00+00:00"),
        ("December 22, 2016", "2016-12-22T00:00:00+00:00"),
        ("12 Ionawr 2023", "2023-01-12T00:00:00+00:00"),
        ("2025年12月25日", "2025-12-25T00:00:00+00:00"),
        ("Posted on 3rd March 2020", "2020-03-03T00:00:00+00:00"),
        ("1er février 2020", "2020-02-01T00:00:00+00:00"),
    ],
)
def test_dates_are_read_as_people_write_them(text: str, day: str) -> None:
    moment = dates.parse(text)
    assert moment
    assert moment.isoformat() == day


@pytest.mark.parametrize("text", ["", "soon", "2020-13-45", "31 February 2020", "May 2020", "12"])
def test_what_is_no_date_is_none(text: str) -> None:
    assert dates.parse(text) is None


@pytest.mark.parametrize(
    ("text", "tag"),
    [("en_gb", "en-GB"), ("ZH-hant-tw", "zh-Hant-TW"), ("xx-INVALID-!!", None), ("english", None)],
)
def test_language_tags_are_brought_to_their_usual_form(text: str, tag: str | None) -> None:
    assert languages.tag(text) == tag
