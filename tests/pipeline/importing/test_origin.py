"""The file that is imported: the one that is named, or the one at an address."""

from pathlib import Path

import pytest

from pipeline.errors import SettingsError
from pipeline.importing.fetch import Fetched
from pipeline.importing.origin import is_address, path_of


def _path(folder: Path, address: str, kind: str, data: bytes = b"a", charset: str = "") -> Path:
    return path_of(address, lambda _: Fetched(address, data, kind, charset), folder)


def test_an_address_begins_with_http() -> None:
    assert is_address("HTTPS://a.org/")
    assert is_address("http://a.org")
    assert not is_address("a.org/b.html")


@pytest.mark.parametrize(
    ("address", "kind", "name"),
    [
        ("https://a.org/2024/05/a-walk/", "text/html", "a-walk.html"),
        ("https://a.org/2024/a-walk.html?x=1", "text/html", "a-walk.html"),
        ("https://a.org/a.walk.php", "text/html", "a-walk.html"),
        ("https://a.org/walk/index.html", "text/html", "walk.html"),
        ("https://a.org/", "text/html", "a-org.html"),
        ("https://a.org/feed", "application/rss+xml", "feed.xml"),
        ("https://a.org/x.md", "text/plain", "x.md"),
        ("https://a.org/export", "application/octet-stream", "export.txt"),
        ("https://a.org/post.docx", "application/octet-stream", "post.docx"),
        ("https://a.org/%2e%2e%2fetc%2fpasswd", "text/plain", "passwd.txt"),
    ],
)
def test_a_fetched_file_is_named_by_its_address_and_kind(
    address: str, kind: str, name: str, tmp_path: Path
) -> None:
    path = _path(tmp_path, address, kind)

    assert path == tmp_path / name
    assert path.read_bytes() == b"a"


def test_a_page_knows_the_address_it_was_fetched_from(tmp_path: Path) -> None:
    page = b"<!doctype html><html><head lang=x><title>A</title>"

    path = _path(tmp_path, "https://a.org/?a&b", "text/html", page)

    base = b'<base href="https://a.org/?a&amp;b"><!-- saved from url=(0018)https://a.org/?a&b -->'
    assert path.read_bytes() == page.replace(b"lang=x>", b"lang=x>" + base)


def test_what_a_page_says_its_links_are_relative_to_is_relative_to_its_address(
    tmp_path: Path,
) -> None:
    page = b'<html><head><base target="a" href="/x/"></head>'

    path = _path(tmp_path, "https://a.org/b/c", "text/html", page)

    assert path.read_bytes().startswith(b'<html><head><base href="https://a.org/x/">')


def test_a_page_whose_own_address_is_none_is_at_the_one_it_was_fetched_from(
    tmp_path: Path,
) -> None:
    path = _path(tmp_path, "https://a.org/b", "text/html", b'<head><base href="http://[">')

    assert path.read_bytes().startswith(b'<head><base href="https://a.org/b">')


def test_an_address_can_not_end_the_comment_that_names_it(tmp_path: Path) -> None:
    path = _path(tmp_path, "https://a.org/?--><script>", "text/html", b"<head>")

    assert path.read_bytes().endswith(b"https://a.org/?--%3E<script%3E -->")


def test_a_text_is_in_the_charset_that_the_server_names(tmp_path: Path) -> None:
    path = _path(tmp_path, "https://a.org/a.txt", "text/plain", b"caf\xe9", "iso-8859-1")

    assert path.read_text("utf-8-sig") == "café"


def test_a_charset_that_there_is_not_changes_nothing(tmp_path: Path) -> None:
    path = _path(tmp_path, "https://a.org/a.txt", "text/plain", b"caf\xe9", "no-such")

    assert path.read_bytes() == b"caf\xe9"


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("www.a.org", "https://www.a.org"),
        ("a.org/walk", "https://a.org/walk"),
        ("http:/a.org", "https://a.org"),
        ("ftp://a.org/b", "https://a.org/b"),
        ("my-blog.xml", "my-blog.xml"),
        ("posts/blog.xml", "my-blog.xml"),
    ],
)
def test_what_is_almost_an_address_is_shown_as_one(said: str, meant: str, tmp_path: Path) -> None:
    with pytest.raises(SettingsError) as told:
        path_of(said, lambda _: pytest.fail("nothing is fetched"), tmp_path)

    assert told.value.remedy.endswith(f"FROM={meant}")


@pytest.mark.parametrize("name", ["", "nothing.xml"])
def test_a_file_that_is_not_there_is_told(name: str, tmp_path: Path) -> None:
    with pytest.raises(SettingsError):
        path_of(
            str(tmp_path / name) if name else "",
            lambda _: pytest.fail("nothing is fetched"),
            tmp_path,
        )
