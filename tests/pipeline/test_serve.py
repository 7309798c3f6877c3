"""The preview answers as a static host does: whole files, HEAD and byte ranges."""

import http.client
import socket
import struct
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline import serve

BODY = bytes(range(200))


@pytest.fixture
def port(tmp_path: Path) -> Iterator[int]:
    (tmp_path / "a.mp3").write_bytes(BODY)
    (tmp_path / "feed.xml").write_text('<enclosure url="https://example.org/blog/a.mp3"/>')
    with serve.server(tmp_path, 0, "https://example.org/blog/") as preview:
        thread = threading.Thread(target=preview.serve_forever, args=(0.02,))
        thread.start()
        yield preview.server_address[1]
        preview.shutdown()
        thread.join()


def ask(port: int, method: str, path: str, **headers: str) -> tuple[int, dict[str, str], bytes]:
    connection = http.client.HTTPConnection("127.0.0.1", port)
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
    "bytes=0-9": BODY[:10],
    "bytes=190-": BODY[190:],
    "bytes=-5": BODY[-5:],
    "bytes=190-900": BODY[190:],
}


@pytest.mark.parametrize(("asked", "given"), RANGES.items())
def test_a_range_is_given_with_its_place(port: int, asked: str, given: bytes) -> None:
    status, headers, body = ask(port, "GET", "/a.mp3", Range=asked)

    assert (status, body) == (206, given)
    assert headers["Content-Length"] == str(len(given))
    assert headers["Content-Range"].endswith("/200")


def test_a_range_past_the_end_is_refused(port: int) -> None:
    status, headers, _ = ask(port, "GET", "/a.mp3", Range="bytes=500-")

    assert (status, headers["Content-Range"]) == (416, "bytes */200")


@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_the_feed_leads_to_the_sound_in_the_preview(port: int, method: str) -> None:
    status, headers, body = ask(port, method, "/feed.xml")

    told = f'<enclosure url="http://127.0.0.1:{port}/a.mp3"/>'.encode()
    assert (status, headers["Content-Length"]) == (200, str(len(told)))
    assert body == (told if method == "GET" else b"")


def test_what_is_not_there_is_not_found(port: int) -> None:
    assert ask(port, "GET", "/b.mp3", Range="bytes=0-1")[0] == 404


def test_nothing_outside_the_folder_is_given(port: int) -> None:
    assert ask(port, "GET", "/../../etc/passwd", Range="bytes=0-1")[0] == 404


def test_a_saved_file_is_noticed(tmp_path: Path) -> None:
    noticed = threading.Event()
    stop = threading.Event()
    watch = serve.Watch(tmp_path, noticed.set)
    thread = threading.Thread(target=watch.run, args=(stop,))
    before = watch.state()
    thread.start()
    (tmp_path / "post.md").write_text("# A post")

    assert noticed.wait(10) or watch.state() != before
    stop.set()
    thread.join()
