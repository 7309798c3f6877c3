"""A site on this computer, with whatever an address may lead to."""

import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import NamedTuple, cast


class Answer(NamedTuple):
    """What the site answers; `drip` seconds pass before each byte of the body."""

    body: bytes = b""
    kind: str = "text/html"
    status: int = 200
    headers: Mapping[str, str] = {}
    drip: float = 0
    length: int | None = None


class Site(ThreadingHTTPServer):
    """A server with answers by path, and the requests it got: path and headers."""

    daemon_threads = True

    def __init__(self, answers: Mapping[str, Answer]) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.answers = dict(answers)
        self.asked: list[tuple[str, dict[str, str]]] = []

    @property
    def address(self) -> str:
        """Where the site is, without a slash at the end."""
        return f"http://127.0.0.1:{self.server_port}"

    @property
    def paths(self) -> list[str]:
        """What was asked for."""
        return [path for path, _ in self.asked]


class _Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        site = cast("Site", self.server)
        site.asked.append((self.path, dict(self.headers)))
        answer = site.answers.get(self.path, Answer(status=404))
        self.send_response(answer.status)
        self.send_header("Content-Type", answer.kind)
        length = len(answer.body) if answer.length is None else answer.length
        self.send_header("Content-Length", str(length))
        for name, value in answer.headers.items():
            self.send_header(name, value.format(site=site.address))
        self.end_headers()
        try:
            self._send(answer)
        except OSError:
            return  # the other side had enough

    def _send(self, answer: Answer) -> None:
        if not answer.drip:
            self.wfile.write(answer.body)
            return
        for byte in answer.body:
            time.sleep(answer.drip)
            self.wfile.write(bytes([byte]))
            self.wfile.flush()

    def log_message(self, *_: object) -> None:
        """Print nothing."""


@contextmanager
def served(answers: Mapping[str, Answer]) -> Iterator[Site]:
    """A site that is there for the time of a test."""
    with Site(answers) as site:
        threading.Thread(target=site.serve_forever, args=(0.02,), daemon=True).start()
        try:
            yield site
        finally:
            site.shutdown()
