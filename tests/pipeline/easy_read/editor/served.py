"""A post with its easy-read text in a folder, and a real server of the editor's page."""

import http.client
import io
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PIL import Image

from formats.page import FONTS
from pipeline import serve
from pipeline.easy_read import easy_file, writing
from pipeline.easy_read.easy_file import EasyFile, FileRow, Meaning, Source, SourceGroup
from pipeline.easy_read.editor.edits import Edit, RowPlace, group_key, heading_key, row_key
from pipeline.easy_read.editor.requests import Editor, version_of
from tests.formats.builders import PUBLICATION

POST = """---
title: The plan
date: 2026-05-05
---

The council met people on Monday. It wants to end tokenism.

## What comes next

They isn't sure; the plan (which is long) may bend the knee to money.

Anna will write it.
"""

TEXT = """---
post: plan
---

# The plan

## The main points

> s1 The council met people on Monday.

- [ ]

## The whole post

> s1 The council met people on Monday.

- [ ] The council met people on Monday.

> s2 It wants to end tokenism.

- [x] It wants to end tokenism.
- [ ] People want:
  - money
  - time

> s3 What comes next

### What comes next

> s4 They isn't sure; the plan (which is long) may bend the knee to money.

- [ ] They isn't sure; the plan (which is long) may bend the knee to money.

> s5 Anna will write it.

## Hard words

**council**: The people who run a town.
"""

SLUG = "plan"


def write_posts(folder: Path, text: str | None = TEXT) -> Path:
    """A folder with the post and, unless it is None, its text; gives the text's path."""
    (folder / "pictures").mkdir(parents=True)
    (folder / "plan.md").write_text(POST, "utf-8")
    image = io.BytesIO()
    Image.new("RGB", (40, 30), "teal").save(image, "PNG")
    for name in ("meeting.png", "our money (2).png"):
        (folder / "pictures" / name).write_bytes(image.getvalue())
    path = folder / "plan.easy.md"
    if text is not None:
        path.write_text(text, "utf-8")
    return path


def file_of(text: str = TEXT) -> EasyFile:
    """The file that a text means."""
    return easy_file.read(text, "plan.easy.md")


def place_of(folder: Path) -> writing.EasyPost:
    """The place of the text in a folder."""
    return writing.place(folder, SLUG)


def edit_at(file: EasyFile, address: str, action: str, **values: Any) -> Edit:
    """An edit of what a page that shows `file` has at an address such as "w1.0"."""
    part, numbers = address[0], address[1:].split(".")
    group, *row = map(int, numbers)
    place = RowPlace(part, group, row[0] if row else None)
    groups = file.main_points if part == "m" else file.whole
    keys: dict[str, Any] = {}
    if part in "mw" and group < len(groups):
        rows = groups[group].rows
        keys["group"] = group_key(groups[group])
        keys["key"] = row_key(rows[row[0]]) if row else heading_key(groups[group])
        keys["others"] = frozenset(row_key(one) for n, one in enumerate(rows) if [n] != row)
    return Edit(action, place, **{**keys, **values})


@dataclass(frozen=True)
class Served:
    """A running server; `text` is the file that its page edits."""

    port: int
    token: str
    text: Path

    @property
    def host(self) -> str:
        return f"127.0.0.1:{self.port}"

    @property
    def page(self) -> str:
        return f"http://{self.host}/easy-read/{SLUG}"

    def ask(
        self, method: str, path: str, body: bytes = b"", **headers: str
    ) -> tuple[int, dict[str, str], bytes]:
        """Any request; a header's name has "_" for "-"."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request(method, path, body or None, {"Host": self.host, **named})
        response = connection.getresponse()
        answer = response.status, dict(response.getheaders()), response.read()
        connection.close()
        return answer

    def send(self, path: str, sent: object, **headers: str) -> tuple[int, dict[str, Any]]:
        """What the page's script sends, with the headers that it sends, and the answer."""
        usual = {
            "Origin": f"http://{self.host}",
            "X_Allways_Token": self.token,
            "Content_Type": "application/json",
        }
        kept = {name: value for name, value in {**usual, **headers}.items() if value}
        status, _, body = self.ask("POST", path, json.dumps(sent).encode(), **kept)
        return status, json.loads(body)

    def change(self, address: str, action: str, **values: Any) -> tuple[int, dict[str, Any]]:
        """A change of what the file has at an address now."""
        file = file_of(self.text.read_text("utf-8"))
        return self.send(f"/easy-read/{SLUG}/change", {**sent_for(file, address, action), **values})


def sent_for(file: EasyFile, address: str, action: str, **values: Any) -> dict[str, Any]:
    """What a page that shows `file` sends for an edit."""
    edit = edit_at(file, address, action)
    keys = {"place": str(edit.place), "key": edit.key, "group": edit.group}
    return {
        "action": action,
        **keys,
        "others": sorted(edit.others),
        "version": version_of(file),
        **values,
    }


@contextmanager
def served(folder: Path, text: str | None = TEXT) -> Iterator[Served]:
    """A server of a new folder of posts."""
    path = write_posts(folder / "posts", text)
    for name, data in zip(FONTS, PUBLICATION.typeface.web, strict=True):
        (folder / "output" / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / "output" / name).write_bytes(data)
    editor = Editor(folder / "posts")
    folders = serve.Folders(folder / "output", folder / "drafts")
    with serve.server(folders, 0, "https://example.org/", editor) as preview:
        thread = threading.Thread(target=preview.serve_forever, args=(0.02,))
        thread.start()
        try:
            yield Served(preview.server_address[1], editor.token, path)
        finally:
            preview.shutdown()
            thread.join()


WHOLE_ROW = FileRow("It wants to end tokenism.", done=True)
SMALL = EasyFile(
    "plan.easy.md",
    "The plan",
    whole=(
        SourceGroup((Source("s1", "One."),), (FileRow("One."),)),
        SourceGroup((Source("s2", "Two."),), (FileRow("Two."), FileRow("And three."))),
        SourceGroup((Source("s3", "Next"),), heading="Next"),
        SourceGroup((Source("s4", "Four."),)),
    ),
    meanings=(Meaning("council", "A town's people."), Meaning("trust", "A hospital.")),
)
