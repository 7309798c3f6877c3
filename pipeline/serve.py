"""A preview on this machine alone: what a static host would give, with HEAD and byte ranges."""

import re
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO

from pipeline.easy_read.editor import page as editors
from pipeline.easy_read.editor.requests import LARGEST, Asked, Editor
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


def listed(drafts: Path, *, edited: bool = False) -> bytes:
    """A page that leads to each draft by its title; and to the editor's page, if there is one."""
    editor = f'<p><a href="{editors.ROOT}">Write easy-read texts</a></p>' if edited else ""
    pages = sorted(drafts.glob("posts/*/*.html"))
    links = "\n".join(f'<li><a href="/{p.relative_to(drafts)}">{_title(p)}</a></li>' for p in pages)
    return f"""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8"/>
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
        self, *connection: Any, folders: "Folders", public: str, editor: Editor | None
    ) -> None:
        self.folders = folders
        self.editor = editor
        self.public = public.encode()
        super().__init__(*connection, directory=str(folders.output))

    def send_head(self) -> BytesIO | BinaryIO | None:
        """Answer a range of a file with 206 or 416; anything else as the standard library does."""
        if self._is_edited():
            return self._edited(b"")
        if self.path.endswith("/feed.xml"):
            return self._feed()
        if self.path == DRAFTS:
            return self._page(listed(self.folders.drafts, edited=self.editor is not None))
        asked = re.fullmatch(r"bytes=(\d{0,18})-(\d{0,18})", self.headers.get("Range", "").strip())
        path = Path(self.translate_path(self.path))
        if not asked or not path.is_file() or asked[0] == "bytes=-":
            return super().send_head()
        return self._range(path, asked[1], asked[2])

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
        path = Path(self.directory) / "404.html"
        if code != HTTPStatus.NOT_FOUND or not path.is_file():
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
        return f"http://{self.headers.get('Host', 'localhost')}/".encode()

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
        return str(draft) if draft.is_file() and not Path(public).exists() else public

    def _range(self, path: Path, first: str, last: str) -> BytesIO | BinaryIO | None:
        try:
            data = path.read_bytes()
        except OSError:  # gone meanwhile, or not to be read: told as of any file
            return super().send_head()
        size = len(data)
        begin = int(first) if first else max(0, size - int(last))
        end = min(int(last), size - 1) if first and last else size - 1
        if begin > end:
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
        return BytesIO(data[begin : end + 1])

    def end_headers(self) -> None:
        """Say that ranges are answered, and that a preview is never kept."""
        self.send_header("Accept-Ranges", "bytes")
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 (the base's name)
        """Say nothing: only the command line prints."""


class Preview(ThreadingHTTPServer):
    """The server; a browser that hangs up, as each does on a sound, is no error."""

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


def server(folders: Folders, port: int, public: str, editor: Editor | None = None) -> Preview:
    """A server of these folders on this machine alone; port 0 takes a free one.

    `public` is the address that the feed was made for; without an editor nothing can be written.
    """
    handler = partial(Handler, folders=folders, public=public, editor=editor)
    return Preview(("127.0.0.1", port), handler)


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
