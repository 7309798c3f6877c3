"""A preview on this machine alone: what a static host would give, with HEAD and byte ranges.

Any page that is open in the same browser can send requests to it, under any name that its owner
has pointed at this machine (DNS rebinding). So it answers to its own names only, and gives no file
that lies elsewhere.
"""

import os
import re
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BufferedReader, BytesIO, RawIOBase
from pathlib import Path
from typing import Any, BinaryIO
from urllib.parse import unquote

from pipeline.easy_read.editor import page as editors
from pipeline.easy_read.editor.requests import LARGEST, OWN_HOST, Asked, Editor
from pipeline.errors import AllwaysError, SettingsError, guarded
from pipeline.source import folder_of, stamps

SECONDS = 1.0
"""How often the posts are looked at."""


DRAFTS = "/drafts/"
"""The address of the list of drafts."""


@dataclass(frozen=True, slots=True)
class Folders:
    """What is shown: the output, and the drafts that are for the editor alone."""

    output: Path
    drafts: Path


@dataclass(frozen=True, slots=True)
class Limits:
    """How many connections there may be at a time, and for how many seconds one may be silent.

    A browser opens six. It asks again for the rest of a sound that was paused for longer.
    """

    connections: int = 64
    seconds: float = 60.0


_FULL = (
    b"HTTP/1.1 503 Service Unavailable\r\nConnection: close\r\nContent-Type: text/plain\r\n\r\n"
    b"Too many connections are open. Close some pages, and load this one again.\n"
)

# What no file of ours has in its name: control characters, and bytes that are not UTF-8.
_ODD = re.compile("[\x00-\x1f\x7f\udc80-\udcff]")


def listed(drafts: Path, *, edited: bool = False) -> bytes:
    """A page that leads to each draft by its title; and to the editor's page, if there is one."""
    editor = f'<p><a href="{editors.ROOT}">Write easy-read texts</a></p>' if edited else ""
    pages = sorted(drafts.glob("posts/*/*.html"))
    links = "\n".join(f'<li><a href="/{p.relative_to(drafts)}">{_title(p)}</a></li>' for p in pages)
    return f"""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8"/>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; base-uri 'none'"/>
<meta name="viewport" content="width=device-width"/>
<title>Drafts</title>
</head>
<body>
<main>
<h1>Drafts</h1>
<p>Only you see these, in this preview. They are not in the folder that you put on the web.</p>
{f"<ul>{links}</ul>" if links else "<p>There are none.</p>"}
{editor}
</main>
</body>
</html>
""".encode()


def _title(page: Path) -> str:
    """The title of a page of ours, as it stands in its HTML."""
    named = re.search(r"<title>(.*?)</title>", page.read_text("utf-8"), re.DOTALL)
    return named[1] if named else page.parent.name


class FilePart(RawIOBase):
    """The next bytes of an open file, and no more; they are read as they are sent."""

    def __init__(self, file: BinaryIO, length: int) -> None:
        super().__init__()
        self._file = file
        self._left = length

    def readable(self) -> bool:
        """Only reading is asked of it."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Read as many bytes as fit in, and are left."""
        data = self._file.read(min(len(buffer), self._left))
        buffer[: len(data)] = data
        self._left -= len(data)
        return len(data)

    def close(self) -> None:
        """Close the file too."""
        self._file.close()
        super().close()


class Handler(SimpleHTTPRequestHandler):
    """A file server that answers byte ranges (RFC 9110, 14), which podcast clients ask for."""

    protocol_version = "HTTP/1.1"
    extensions_map = {  # noqa: RUF012 (the base declares it so)
        **SimpleHTTPRequestHandler.extensions_map,
        ".epub": "application/epub+zip",
        ".mp3": "audio/mpeg",
        ".opus": "audio/ogg",
        ".srt": "application/x-subrip",
        ".vtt": "text/vtt; charset=utf-8",
        ".xml": "application/rss+xml; charset=utf-8",
        ".html": "text/html; charset=utf-8",
        ".txt": "text/plain; charset=utf-8",
        ".woff": "font/woff",
    }

    def __init__(
        self, *connection: Any, folders: Folders, public: str, editor: Editor | None
    ) -> None:
        self.folders = folders
        self.editor = editor
        self.public = public.encode()
        super().__init__(*connection, directory=str(folders.output))

    def parse_request(self) -> bool:
        """Refuse what is asked of another host, and addresses that no file can have."""
        if not super().parse_request():
            return False
        if self._is_edited():  # it says so itself, in its own page
            return True
        hosts = self.headers.get_all("Host", [])
        if len(hosts) != 1 or not OWN_HOST.fullmatch(hosts[0]):
            port = self.connection.getsockname()[1]
            own = f"This preview answers only at http://localhost:{port}/"
            self.send_error(HTTPStatus.FORBIDDEN, explain=own)
            return False
        asked = unquote(self.path, errors="surrogateescape")
        if not asked.startswith("/") or _ODD.search(asked):
            self.send_error(HTTPStatus.BAD_REQUEST, explain="This can't be the address of a file")
            return False
        return True

    def send_head(self) -> BytesIO | BinaryIO | None:
        """Answer a range of a file with 206 or 416; anything else as the standard library does."""
        if self._is_edited():
            return self._edited(b"")
        named = self.translate_path(self.path)
        path = Path(named)
        if self.path != DRAFTS and not self._may_be_given(path):
            self.send_error(HTTPStatus.NOT_FOUND)
            return None
        if self.path.endswith("/feed.xml"):
            return self._feed()
        if self.path == DRAFTS:
            return self._page(listed(self.folders.drafts, edited=self.editor is not None))
        asked = re.fullmatch(r"bytes=(\d{0,18})-(\d{0,18})", self.headers.get("Range", "").strip())
        if not asked or not os.path.isfile(named) or asked[0] == "bytes=-":  # noqa: PTH113 (never raises)
            return super().send_head()
        return self._range(path, asked[1], asked[2])

    def _may_be_given(self, path: Path) -> bool:
        """Whether a path is a file or folder, and nothing there leads out of what is shown.

        A pipe is neither: whoever opens it waits.
        """
        shown = [os.path.realpath(folder) for folder in (self.folders.output, self.folders.drafts)]
        real = [
            os.path.realpath(found) for found in (path, path / "index.html", path / "index.htm")
        ]
        inside = all(any(r == s or r.startswith(f"{s}{os.sep}") for s in shown) for r in real)
        return inside and (os.path.isfile(path) or os.path.isdir(path))  # noqa: PTH112, PTH113 (as above)

    def list_directory(self, path: str | os.PathLike[str]) -> None:  # noqa: ARG002 (the base's)
        """Say of a folder without a page that there is none: a host lists nothing."""
        self.send_error(HTTPStatus.NOT_FOUND)

    def do_POST(self) -> None:
        """Only the editor's page takes anything, and not more than it can be asked to hold."""
        length = self.headers.get("Content-Length", "")
        self.close_connection = True  # what was not read would be taken for the next request
        if not self._is_edited():
            self.send_error(HTTPStatus.METHOD_NOT_ALLOWED)
        elif not re.fullmatch(r"\d{1,18}", length):
            self.send_error(HTTPStatus.LENGTH_REQUIRED)
        elif int(length) > LARGEST:
            self.send_error(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
        else:
            answer = self._edited(self.rfile.read(int(length)))
            self.wfile.write(answer.getvalue())

    def _is_edited(self) -> bool:
        """Whether the address is one of the editor's page."""
        return self.editor is not None and f"{self.path}/".startswith(editors.ROOT)

    def _edited(self, body: bytes) -> BytesIO:
        """What the editor's page answers."""
        assert self.editor is not None
        headers = {name.lower(): value for name, value in self.headers.items()}
        answer = self.editor.answer(Asked(self.command, self.path, headers, body))
        self.send_response(answer.status)
        self.send_header("Content-Type", answer.kind)
        self.send_header("Content-Length", str(len(answer.body)))
        for name, value in answer.headers:
            self.send_header(name, value)
        self.end_headers()
        return BytesIO(answer.body)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """For an address that leads nowhere, show the page that a host would show."""
        path = self.folders.output / "404.html"
        if code != HTTPStatus.NOT_FOUND or not self._may_be_given(path):
            super().send_error(code, message, explain)
            return
        # Its links lead to this preview. Its style is not touched: the page names its digest.
        lost = path.read_bytes().replace(b'href="' + self.public, b'href="' + self._here())
        self.send_response(code)
        self.send_header("Content-Type", self.extensions_map[".html"])
        self.send_header("Content-Length", str(len(lost)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(lost)

    def _here(self) -> bytes:
        """The address of this preview."""
        return f"http://{self.headers['Host']}/".encode()

    def _feed(self) -> BytesIO | BinaryIO | None:
        """A feed with the addresses of this preview, where a podcast app finds the sound."""
        try:
            feed = Path(self.translate_path(self.path)).read_bytes()
        except OSError:
            return super().send_head()
        return self._page(feed.replace(self.public, self._here()), ".xml")

    def _page(self, page: bytes, suffix: str = ".html") -> BytesIO:
        """A page that is in no file."""
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", self.extensions_map[suffix])
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        return BytesIO(page)

    def translate_path(self, path: str) -> str:
        """A file of the output; or else a draft, which has its place beside the post's files."""
        public = super().translate_path(path)
        draft = self.folders.drafts / Path(public).relative_to(self.folders.output)
        is_draft = os.path.isfile(draft) and not os.path.exists(public)  # noqa: PTH110, PTH113 (as above)
        return str(draft) if is_draft else public

    def _range(self, path: Path, first: str, last: str) -> BytesIO | BinaryIO | None:
        try:
            file = path.open("rb")
        except OSError:  # gone meanwhile, or not to be read: told as of any file
            return super().send_head()
        size = os.fstat(file.fileno()).st_size
        begin = int(first) if first else max(0, size - int(last))
        end = min(int(last), size - 1) if first and last else size - 1
        if begin > end:
            file.close()
            self.send_response(HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE)
            self.send_header("Content-Range", f"bytes */{size}")
            self.send_header("Content-Length", "0")
            self.end_headers()
            return None
        self.send_response(HTTPStatus.PARTIAL_CONTENT)
        self.send_header("Content-Type", self.guess_type(path))
        self.send_header("Content-Range", f"bytes {begin}-{end}/{size}")
        self.send_header("Content-Length", str(end - begin + 1))
        self.end_headers()
        file.seek(begin)
        return BufferedReader(FilePart(file, end - begin + 1))

    def end_headers(self) -> None:
        """Say that ranges are answered, and that a preview is never kept."""
        self.send_header("Accept-Ranges", "bytes")
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 (the base's name)
        """Say nothing: only the command line prints."""


class Preview(ThreadingHTTPServer):
    """The server; a browser that hangs up, as each does on a sound, is no error."""

    def __init__(self, port: int, handler: Callable[..., Handler], limits: Limits) -> None:
        self._limits = limits
        self._lock = threading.Lock()
        self.connections = 0
        super().__init__(("127.0.0.1", port), handler)

    def process_request(self, request: Any, client_address: Any) -> None:
        """Give a connection its thread; one too many is told so, and closed."""
        request.settimeout(self._limits.seconds)
        with self._lock:
            is_free = self.connections < self._limits.connections
            self.connections += is_free
        if is_free:
            super().process_request(request, client_address)
            return
        with suppress(OSError):  # it has hung up already
            request.sendall(_FULL)
        self.shutdown_request(request)

    def process_request_thread(self, request: Any, client_address: Any) -> None:
        """Answer in the connection's thread; then another has its place."""
        try:
            super().process_request_thread(request, client_address)
        finally:
            with self._lock:
                self.connections -= 1

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Tell of every other error as the standard library does."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


@dataclass(frozen=True, slots=True)
class Watch:
    """What to do when something in a folder of posts is saved, and who is told of an error."""

    source: Path
    changed: Callable[[], None]
    tell: Callable[[AllwaysError], None]

    def build(self) -> None:
        """Do it; whatever goes wrong is told, and ends nothing."""
        try:
            error = guarded(str(self.source), self.changed)
        except SettingsError as wrong:  # it ends a run, but not the preview
            error = wrong
        if error:
            self.tell(error)

    def state(self) -> list[tuple[str, int, int]]:
        """Every file that publish looks at, with its time and size: cheap enough each second."""
        return stamps(folder_of(self.source))

    def run(self, stop: threading.Event) -> None:
        """Look each second until told to stop."""
        before = self.state()
        while not stop.wait(SECONDS):
            now = self.state()
            if now != before:
                before = now
                self.build()


def server(
    folders: Folders,
    port: int,
    public: str,
    editor: Editor | None = None,
    limits: Limits = Limits(),
) -> Preview:
    """A server of these folders on this machine alone; port 0 takes a free one.

    `public` is the address that the feed was made for; without an editor nothing can be written.
    """
    handler = partial(Handler, folders=folders, public=public, editor=editor)
    return Preview(port, handler, limits)


def serve(preview: Preview, watch: Watch) -> None:
    """Serve until interrupted, rebuilding when a post is saved."""
    stop = threading.Event()
    watcher = threading.Thread(target=watch.run, args=(stop,), daemon=True)
    watcher.start()
    with preview:
        try:
            preview.serve_forever()
        finally:
            stop.set()
            watcher.join()
