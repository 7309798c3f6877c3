"""Step 1, read: a folder of posts, or one file, → posts with typed blocks.

`READERS` is the only list of kinds of file. A reader says which files it claims, and returns
the posts in one. An error stops only the post or file that it is about.
"""

import os
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from pipeline import source
from pipeline.errors import AllwaysError, guarded
from pipeline.findings import Finding
from pipeline.readers import archive, markdown, page
from pipeline.readers.shared import descriptions, files
from pipeline.readers.shared.advice import advice
from pipeline.readers.shared.naming import named
from pipeline.readers.shared.posts import Shelf
from pipeline.readers.shared.reading import Defaults, Draft, File, FileContents, Reading, note
from pipeline.source import Reason, Refusal, printable

__all__ = ["KINDS", "READERS", "Defaults", "Reader", "Reading", "read"]


@dataclass(frozen=True, slots=True)
class Reader:
    """A kind of file: its name for people, which files it claims, and how they are read.

    `claims` gets a file's name and its first bytes, which may be empty.
    """

    kind: str
    claims: Callable[[str, bytes], bool]
    read: Callable[[File, Defaults], FileContents]


# The first that claims a file reads it: kinds known by their bytes come before those known by
# their name.
READERS = (
    Reader("web pages (.html)", page.claims, page.read),
    Reader("Markdown (.md)", markdown.claims, markdown.read),
    Reader("archive pages as plain text (.txt)", archive.claims, archive.read),
)

KINDS = ", ".join(reader.kind for reader in READERS)
"""The kinds of file that can be read, for people."""

_LEXICON = "lexicon.csv"
_SETTINGS = "publication.toml"

# Word lists: only the one beside the posts is read.
_TABLES = (".csv", ".tsv", ".xls", ".xlsx", ".ods", ".numbers")

# Files beside posts that are shown or played with them, and are not posts.
_BESIDE = (
    *(".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg", ".avif", ".bmp", ".ico", ".tif", ".tiff"),
    *(".mp3", ".m4a", ".ogg", ".opus", ".flac", ".wav", ".mp4", ".m4v", ".mov", ".webm"),
    *(".css", ".js", ".otf", ".ttf", ".woff", ".woff2"),
)


def read(posts: Path, defaults: Defaults) -> Reading:
    """Every post of a folder and its subfolders, in the order of their names, or of one file.

    Raises `ReadError` if the folder itself can't be opened; errors of single posts are in
    `Reading.errors`.
    """
    root = source.folder_of(posts)
    shelf = Shelf(defaults)
    titles: list[str] = []
    for entry in files.walk(posts):
        path = entry.path if isinstance(entry, Refusal) else entry
        name = printable(path.relative_to(root).as_posix())
        found = guarded(name, _read_entry, entry, name, root, defaults)
        if isinstance(found, AllwaysError):
            found = FileContents(errors=(found,))
        shelf.errors += found.errors
        shelf.findings += found.findings
        shelf.add(found.drafts, name)
        titles.append(found.title)
    title = next(filter(None, titles), "")
    shelf.findings += _described(root, shelf)
    findings, errors = tuple(shelf.findings), tuple(shelf.errors)
    return Reading(tuple(shelf.posts), shelf.media, findings, errors, title)


def _described(root: Path, shelf: Shelf) -> tuple[Finding, ...]:
    """What is wrong with pictures.csv, if there is one."""
    table = descriptions.load(root)
    if not table.lines:
        return table.findings
    there = [path for path in source.files(root) if isinstance(path, Path)]
    names = {path.relative_to(root).as_posix() for path in there} | {path.name for path in there}
    inside = {PurePosixPath(m.path).name for media in shelf.media.values() for m in media}
    return (*table.findings, *table.unknown(frozenset(names | inside)))


def _read_entry(entry: Path | Refusal, name: str, root: Path, defaults: Defaults) -> FileContents:
    """The contents of one file, each post with its slug; `ReadError` where it can't be read."""
    if isinstance(entry, Refusal):
        raise files.unreadable(entry, name)
    head = source.read_head(entry, root, files.HEAD)
    reader = _reader(entry.name, b"" if isinstance(head, Refusal) else head)
    if reader is None:
        return _unclaimed(entry, name, root, head)
    data = source.read(entry, root, files.LARGEST)
    if isinstance(data, Refusal):
        raise files.unreadable(data, name)
    file = File(root, entry, name, data)
    return _with_names(reader.read(file, defaults), file)


def _reader(name: str, head: bytes) -> Reader | None:
    """The reader that claims a file; None for a lexicon, whatever its name."""
    if _LEXICON in name.lower():
        return None
    return next((reader for reader in READERS if reader.claims(name, head)), None)


def _with_names(found: FileContents, file: File) -> FileContents:
    """Each post with its slug, and advice about it; a post that can't have one fails alone."""
    results = [guarded(draft.where, named, draft, file) for draft in found.drafts]
    drafts = tuple(result for result in results if isinstance(result, Draft))
    errors = tuple(result for result in results if isinstance(result, AllwaysError))
    told = {finding.code for finding in found.findings}  # by a reader that knows its kind better
    noticed = tuple(f for draft in drafts for f in advice(draft) if f.code not in told)
    return replace(
        found,
        drafts=drafts,
        findings=(*found.findings, *noticed),
        errors=(*found.errors, *errors),
    )


# --- files that no reader claims --------------------------------------------------------


def _unclaimed(path: Path, name: str, root: Path, head: bytes | Refusal) -> FileContents:
    """A note that a file is not read, unless it has another use or was deleted."""
    if _is_known(path, root) or _leads_nowhere_new(path, head):
        return FileContents()
    low = path.name.lower()
    if isinstance(head, Refusal):
        message, remedy = f"This is not read: {head.why}.", head.remedy
    elif low.endswith(_TABLES) or _LEXICON in low:
        message = "This file is not read."
        remedy = f"If it is your lexicon, save it as {_LEXICON}, beside your posts."
    else:
        message = "This file is of a kind that Allways does not read."
        remedy = f"If it is a post, save it as one of these: {KINDS}."
    return FileContents(findings=(note("unread-file", name, message, remedy),))


def _is_known(path: Path, root: Path) -> bool:
    """Whether a file is shown or played with posts, or read by another part of Allways."""
    beside = path.name in {_LEXICON, _SETTINGS, descriptions.FILE} or path.suffix.lower() == ".pls"
    return path.suffix.lower() in _BESIDE or (beside and path.parent == root)


def _leads_nowhere_new(path: Path, head: bytes | Refusal) -> bool:
    """Whether it was deleted, or is a link to a folder that is read in its own place."""
    match head:
        case Refusal(reason=Reason.ABSENT):
            return True
        case Refusal(reason=Reason.SPECIAL):
            return os.path.isdir(path)  # noqa: PTH112 (Path.is_dir may raise)
        case _:
            return False
