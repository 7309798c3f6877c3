"""A server of Piper voices on this machine, with two of them and their list."""

import hashlib
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Event, Thread
from typing import Any

from tests.voices import tiny_piper

Answer = Callable[["Handler", bytes], None]


NAME = tiny_piper.NAME


OTHER = "pt_PT-tugão-medium"


class Handler(SimpleHTTPRequestHandler):
    """Gives files, but for those that are to be answered otherwise."""

    def __init__(self, *given: Any, answers: dict[str, Answer], asked: list[str], **more: Any):
        self.answers, self.asked = answers, asked
        super().__init__(*given, **more)

    def do_GET(self) -> None:
        """Answer as told."""
        path = Path(self.translate_path(self.path))
        self.asked.append(path.name)
        if answer := self.answers.get(path.name):
            answer(self, path.read_bytes())
        else:
            super().do_GET()

    def log_message(self, *_: Any) -> None:
        """Say nothing."""

    def give(self, data: bytes, length: int) -> None:
        """An answer that promises so many bytes."""
        self.send_response(200)
        self.send_header("Content-Length", str(length))
        self.end_headers()
        self.wfile.write(data)


class Shop:
    """A server of voices; `answers` are what it says in place of a file, `asked` its files."""

    def __init__(self, folder: Path, address: str) -> None:
        self.folder, self.address = folder, address
        self.answers: dict[str, Answer] = {}
        self.asked: list[str] = []
        self.closing = Event()

    def silent(self, _handler: Handler, _data: bytes) -> None:
        """No answer at all, while the shop is open."""
        self.closing.wait(20)


@contextmanager
def opened(folder: Path) -> Iterator[Shop]:
    """The shop of the voices in a folder."""
    shop = Shop(folder, "")
    handler = partial(Handler, directory=str(folder), answers=shop.answers, asked=shop.asked)
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = Thread(target=server.serve_forever, args=(0.02,))
        thread.start()
        shop.address = f"http://127.0.0.1:{server.server_port}/"
        yield shop
        shop.closing.set()
        server.shutdown()
        thread.join()


def fill(folder: Path) -> None:
    """Put two voices and their list there, as Piper's own server has them."""
    listed = {}
    for name in (NAME, OTHER):
        code, voice, quality = name.split("-")
        place = Path(code.split("_")[0], code, voice, quality)
        model = tiny_piper.build(folder / place, name)
        files = {
            str(place / file.name): {
                "size_bytes": file.stat().st_size,
                "md5_digest": hashlib.md5(file.read_bytes()).hexdigest(),
            }
            for file in sorted(model.parent.iterdir())
        }
        listed[name] = {"language": {"code": code}, "files": files}
    (folder / "voices.json").write_text(json.dumps(listed))
