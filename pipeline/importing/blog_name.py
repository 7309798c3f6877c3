"""What an import says about the blog itself: a title, and a language and author for all posts.

It becomes publication.toml where there is none. A file that an editor has is never changed.
"""

import json
import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from pipeline import settings
from pipeline.readers import Reading
from pipeline.store.files import write_all

_LONGEST = 1000  # characters of a title in the settings


@dataclass(frozen=True, slots=True)
class BlogName:
    """Lines for publication.toml, and whether they were written there or are only proposed."""

    lines: tuple[str, ...]
    written: bool


def name_blog(folder: Path, reading: Reading) -> BlogName | None:
    """Name a blog that has no title yet after what was imported; None if there is nothing to say.

    Raises `SettingsError` and `WriteError`.
    """
    chosen = settings.load(folder)
    if chosen.title or not reading.title or len(reading.title) > _LONGEST:
        return None
    lines = [_line("title", reading.title)]
    if os.path.lexists(folder / settings.FILE):
        return BlogName(tuple(lines), written=False)
    language = _only(post.language for post in reading.posts)
    author = _only(name for post in reading.posts for name in post.authors or ("",))
    lines += [_line("language", language)] if language else []
    lines += [_line("author", author)] if author else []
    write_all(folder, [(settings.FILE, "".join(f"{line}\n" for line in lines).encode())])
    return BlogName(tuple(lines), written=True)


def _line(key: str, value: str) -> str:
    """A line of TOML, whose strings are written as in JSON, but for one character."""
    return f"{key} = {json.dumps(value, ensure_ascii=False)}".replace("\x7f", "\\u007f")


def _only(values: Iterable[str]) -> str:
    """The value that all of them are, or ""."""
    found = set(values)
    return found.pop() if len(found) == 1 else ""
