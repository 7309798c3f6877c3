"""What is imported: a file, a folder, or an address, whose file is fetched first."""

import html
import re
from collections.abc import Callable
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urljoin, urlsplit

from formats.slugs import slugify
from pipeline.errors import SettingsError
from pipeline.importing.elements import attribute
from pipeline.importing.fetch import Fetched

# The suffix that a file of some media type has, by which the readers know it.
_SUFFIXES = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/markdown": ".md",
    "text/x-markdown": ".md",
    "application/rss+xml": ".xml",
    "application/atom+xml": ".xml",
    "application/rdf+xml": ".xml",
    "application/xml": ".xml",
    "text/xml": ".xml",
    "application/json": ".json",
    "application/feed+json": ".json",
    "application/epub+zip": ".epub",
    "application/zip": ".zip",
    "application/rtf": ".rtf",
    "text/rtf": ".rtf",
    "application/vnd.oasis.opendocument.text": ".odt",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
}
# What was perhaps meant as an address: "www.a.org", "a.org/walk", "http:/a.org", "ftp://a.org".
_ALMOST = re.compile(
    r"(?:(?:https?|ftp):/{0,2}|(?=www\.|[\w.-]+\.[a-z]{2,}/))([\w-]+(?:\.[\w-]+)+(?:[:/]\S*)?)",
    re.IGNORECASE,
)
_TEXTS = {".html", ".md", ".txt"}
_HEAD = re.compile(rb"<head(?:\s[^>]*)?>", re.IGNORECASE)
_HTML = re.compile(rb"<html(?:\s[^>]*)?>", re.IGNORECASE)
_BASE = re.compile(rb"<base\s[^>]{0,500}?href\s*=\s*[\"']?([^\"'\s>]+)", re.IGNORECASE)
_BEGINNING = 64 * 1024  # bytes in which a page's own <base> is looked for


def is_address(said: str) -> bool:
    """Whether an address on the web is meant, and not a file."""
    return said.lower().startswith(("http://", "https://"))


def path_of(said: str, fetch: Callable[[str], Fetched], folder: Path) -> Path:
    """The path of what an editor named; a file that is fetched is put into `folder`.

    Raises `SettingsError` where there is no such file, `ReadError` where it can't be fetched.
    """
    if is_address(said):
        fetched = fetch(said)
        path = folder / _name(fetched)
        path.write_bytes(_data(fetched, path.suffix))
        return path
    path = Path(said).expanduser()
    if not said or not path.exists():
        raise _nothing(said)
    return path


def _nothing(said: str) -> SettingsError:
    """The error of a name that is neither a file nor an address."""
    meant = _ALMOST.fullmatch(said)
    example = f"https://{meant[1]}" if meant else "my-blog.xml"
    return SettingsError(
        "there is no such file or folder." if said else "nothing is named to import.",
        where=said,
        remedy=f"Name a file, a folder or an address: make import FROM={example}",
    )


def _name(fetched: Fetched) -> str:
    """A file name of the last part of the address, with the suffix of what it is."""
    parts = urlsplit(fetched.address)
    path = PurePosixPath(unquote(parts.path))
    named = [part for part in path.parts if slugify(PurePosixPath(part).stem) not in ("", "index")]
    last = PurePosixPath(named[-1]) if named else PurePosixPath(f"{parts.hostname}-")
    suffix = _SUFFIXES.get(fetched.kind) or (path.suffix.lower() if path.suffix else ".txt")
    known = last.suffix.lower() == suffix or (bool(named) and suffix != ".txt" and last.suffix)
    stem = last.stem if known else last.name
    return f"{slugify(stem) or 'post'}{suffix if re.fullmatch('[.][a-z0-9]+', suffix) else '.txt'}"


def _data(fetched: Fetched, suffix: str) -> bytes:
    """The bytes, as UTF-8 if the server names another charset; a page with its own address."""
    data = fetched.data
    if suffix in _TEXTS and fetched.charset not in ("", "utf-8", "us-ascii"):
        try:
            data = data.decode(fetched.charset).encode("utf-8-sig")
        except (LookupError, UnicodeError):
            data = fetched.data  # the server is wrong; the reader finds out what it is
    return _based(data, fetched.address) if suffix == ".html" else data


def _based(data: bytes, address: str) -> bytes:
    """A page that says first of all where it is from, and where its links start."""
    own = _BASE.search(data, 0, _BEGINNING)
    href = html.unescape(own[1].decode(errors="replace")) if own else ""
    try:
        joined = urljoin(address, href)
    except ValueError:  # as for "http://["
        joined = address
    saved = address.replace(">", "%3E")  # so that it can't end the comment, as browsers write it
    mark = f"<!-- saved from url=({len(saved):04}){saved} -->"
    base = f"<base href={attribute(joined)}>{mark}".encode()
    tag = _HEAD.search(data, 0, _BEGINNING) or _HTML.search(data, 0, _BEGINNING)
    return data[: tag.end()] + base + data[tag.end() :] if tag else data
