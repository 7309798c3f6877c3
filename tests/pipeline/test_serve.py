"""The preview answers as a static host does: whole files, HEAD and byte ranges."""

import http.client
import socket
import struct
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline import serve
from pipeline.errors import AllwaysError, ReadError, SettingsError

BODY = bytes(range(200))


@pytest.fixture
def port(tmp_path: Path) -> Iterator[int]:
    (tmp_path / "a.mp3").write_bytes(BODY)
    (tmp_path / "feed.xml").write_text('<enclosure url="https://example.org/blog/a.mp3"/>')
    folders = serve.Folders(tmp_path, tmp_path / "drafts")
    with serve.server(folders, 0, "https://example.org/blog/") as preview:
        thread = threading.Thread(target=preview.serve_forever, args=(0.02,))
        thread.start()
        yield preview.server_address[1]
        preview.shutdown()
        thread.join()


def ask(port: int, method: str, path: str, **headers: str) -> tuple[int, dict[str, str], bytes]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    connection.request(method, path, headers=headers)
    response = connection.getresponse()
    named = {name.title(): value for name, value in response.getheaders()}
    answer = response.status, named, response.read()
    connection.close()
    return answer


def test_a_file_is_given_whole(port: int) -> None:
    status, headers, body = ask(port, "GET", "/a.mp3")

    assert (status, body) == (200, BODY)
    assert headers["Content-Type"] == "audio/mpeg"
    assert headers["Accept-Ranges"] == "bytes"


def test_a_draft_is_shown_beside_the_public_files(port: int, tmp_path: Path) -> None:
    draft = tmp_path / "drafts/posts/tide/easy-read.html"
    draft.parent.mkdir(parents=True)
    draft.write_text("<title>Draft: Tide</title>")
    (tmp_path / "posts/tide").mkdir(parents=True)
    (tmp_path / "posts/tide/index.html").write_text("public")

    assert ask(port, "GET", "/posts/tide/easy-read.html")[2] == b"<title>Draft: Tide</title>"
    assert ask(port, "GET", "/posts/tide/")[2] == b"public"
    page = ask(port, "GET", "/drafts/")[2]
    assert b'<a href="/posts/tide/easy-read.html">Draft: Tide</a>' in page


def test_without_drafts_the_list_says_so(port: int) -> None:
    status, _, body = ask(port, "GET", "/drafts/")

    assert status == 200
    assert b"There are none." in body


def test_an_address_that_leads_nowhere_gives_the_page_of_the_blog_for_it(
    port: int, tmp_path: Path
) -> None:
    """With links into the preview, and its style as it is: the page names the style's digest."""
    page = '<style>url("https://example.org/blog/f")</style><a href="https://example.org/blog/">'
    assert ask(port, "GET", "/posts/gone/")[0] == 404
    (tmp_path / "404.html").write_text(page)

    status, headers, body = ask(port, "GET", "/posts/gone/")
    assert (status, headers["Content-Type"]) == (404, "text/html; charset=utf-8")
    home = f'<a href="http://127.0.0.1:{port}/">'
    assert body.decode() == page.replace('<a href="https://example.org/blog/">', home)
    assert ask(port, "HEAD", "/posts/gone/")[::2] == (404, b"")


def test_head_gives_the_length_without_the_file(port: int) -> None:
    status, headers, body = ask(port, "HEAD", "/a.mp3")

    assert (status, headers["Content-Length"], body) == (200, "200", b"")


def test_a_browser_that_hangs_up_is_not_told_of(
    port: int, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """With a sound too large for the system's buffers, and the connection reset."""
    (tmp_path / "long.mp3").write_bytes(bytes(20_000_000))
    with socket.create_connection(("127.0.0.1", port)) as connection:
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        connection.sendall(b"GET /long.mp3 HTTP/1.1\r\nHost: here\r\n\r\n")
        connection.recv(1)
    assert ask(port, "GET", "/a.mp3")[2] == BODY

    assert capfd.readouterr().err == ""


RANGES = {
    "bytes=0-9": (0, 9),
    "bytes=190-": (190, 199),
    "bytes=-5": (195, 199),
    "bytes=-900": (0, 199),
    "bytes=190-900": (190, 199),
}


@pytest.mark.parametrize(("asked", "place"), RANGES.items())
def test_a_range_is_given_with_its_place(port: int, asked: str, place: tuple[int, int]) -> None:
    first, last = place
    given = BODY[first : last + 1]

    status, headers, body = ask(port, "GET", "/a.mp3", Range=asked)

    assert (status, body) == (206, given)
    assert headers["Content-Length"] == str(len(given))
    assert headers["Content-Range"] == f"bytes {first}-{last}/200"


def test_a_range_past_the_end_is_refused(port: int) -> None:
    status, headers, _ = ask(port, "GET", "/a.mp3", Range="bytes=500-")

    assert (status, headers["Content-Range"]) == (416, "bytes */200")


@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_the_feed_leads_to_the_sound_in_the_preview(port: int, method: str) -> None:
    status, headers, body = ask(port, method, "/feed.xml")

    told = f'<enclosure url="http://127.0.0.1:{port}/a.mp3"/>'.encode()
    assert (status, headers["Content-Length"]) == (200, str(len(told)))
    assert body == (told if method == "GET" else b"")


def test_the_feed_of_a_subject_leads_to_the_preview_too(port: int, tmp_path: Path) -> None:
    (tmp_path / "tags/sea").mkdir(parents=True)
    (tmp_path / "tags/sea/feed.xml").write_text('<enclosure url="https://example.org/blog/a.mp3"/>')

    assert f"http://127.0.0.1:{port}/a.mp3".encode() in ask(port, "GET", "/tags/sea/feed.xml")[2]
    assert ask(port, "GET", "/tags/land/feed.xml")[0] == 404


def test_what_is_not_there_is_not_found(port: int) -> None:
    assert ask(port, "GET", "/b.mp3", Range="bytes=0-1")[0] == 404


def test_nothing_outside_the_folder_is_given(port: int) -> None:
    assert ask(port, "GET", "/../../etc/passwd", Range="bytes=0-1")[0] == 404


def test_a_range_of_a_number_without_end_is_no_range(port: int) -> None:
    assert ask(port, "GET", "/a.mp3", Range=f"bytes={'9' * 5000}-")[0] == 200


def test_nothing_is_taken_where_nobody_edits(port: int) -> None:
    assert ask(port, "POST", "/easy-read/plan/change")[0] == 405
    assert ask(port, "GET", "/easy-read/")[0] == 404
    assert b"/easy-read/" not in ask(port, "GET", "/drafts/")[2]


def test_a_file_that_is_a_folder_is_not_found_or_listed(port: int, tmp_path: Path) -> None:
    (tmp_path / "feed.xml").unlink()
    (tmp_path / "feed.xml").mkdir()

    assert ask(port, "GET", "/feed.xml")[0] == 301


def saved(folder: Path, watch: serve.Watch, told: threading.Event) -> None:
    """Watch a folder while a file is saved, until `told`; each look is a second after the last.

    Half a minute is enough for it.
    """
    stop = threading.Event()
    thread = threading.Thread(target=watch.run, args=(stop,))
    thread.start()
    for number in range(100):
        if told.wait(0.3):
            break
        (folder / "post.md").write_text("# A post" + "!" * number)
    stop.set()
    thread.join()


def test_a_saved_file_is_noticed(tmp_path: Path) -> None:
    noticed = threading.Event()

    saved(tmp_path, serve.Watch(tmp_path, noticed.set, print), noticed)

    assert noticed.is_set()


def test_a_file_saved_beside_the_only_one_is_noticed(tmp_path: Path) -> None:
    (tmp_path / "archive.txt").write_text("A post")
    noticed = threading.Event()

    saved(tmp_path, serve.Watch(tmp_path / "archive.txt", noticed.set, print), noticed)

    assert noticed.is_set()


def test_after_any_error_it_says_so_and_goes_on(tmp_path: Path) -> None:
    errors: list[AllwaysError] = []
    twice = threading.Event()

    def build() -> None:
        if len(errors) == 2:
            twice.set()
        raise [KeyError("slug"), SettingsError("wrong"), ReadError("m", where="a.md")][len(errors)]

    saved(tmp_path, serve.Watch(tmp_path, build, errors.append), twice)

    assert "KeyError: 'slug'" in errors[0].message
    assert errors[0].where == str(tmp_path)
    assert [str(error) for error in errors[1:]] == ["wrong", "a.md: m"]


def test_what_can_not_be_looked_at_is_passed_over(tmp_path: Path) -> None:
    """A link to nowhere, one in a circle, a folder that is gone."""
    (tmp_path / "a.md").touch()
    (tmp_path / "nowhere").symlink_to(tmp_path / "gone")
    (tmp_path / "circle").symlink_to(tmp_path / "circle")
    watch = serve.Watch(tmp_path, print, print)

    assert [Path(name).name for name, _, _ in watch.state()] == ["a.md"]
    assert serve.Watch(tmp_path / "gone/away", print, print).state() == []


def test_what_is_hidden_is_not_watched(tmp_path: Path) -> None:
    """An editor's own file, and what git keeps, change while nobody saves a post."""
    watch = serve.Watch(tmp_path, print, print)
    before = watch.state()
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "index").touch()
    (tmp_path / ".post.md.swp").touch()

    assert watch.state() == before
    (tmp_path / "post.md").touch()
    assert watch.state() != before
