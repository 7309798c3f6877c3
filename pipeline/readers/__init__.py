"""Step 1, read: a folder of posts, or one file, → posts with typed blocks.

`kinds.READERS` is the only list of kinds of file. A reader says which files it claims, and returns
the posts in one. An error stops only the post or file that it is about.
"""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path, PurePosixPath
from typing import TypeAlias

from pipeline import source
from pipeline.errors import AllwaysError, ReadError, guarded
from pipeline.findings import Finding
from pipeline.readers import unread
from pipeline.readers.kinds import KINDS, READERS, Reader, reader_of
from pipeline.readers.shared import descriptions, files
from pipeline.readers.shared.advice import advice
from pipeline.readers.shared.naming import named
from pipeline.readers.shared.posts import Shelf, shelve
from pipeline.readers.shared.reading import Defaults, Draft, File, FileContents, Reading
from pipeline.readers.unclaimed import explained, unclaimed
from pipeline.settings import Settings
from pipeline.source import Refusal, printable

__all__ = [
    "KINDS",
    "READERS",
    "Defaults",
    "FileContents",
    "Reader",
    "Reading",
    "Remembered",
    "defaults",
    "read",
]


def defaults(settings: Settings) -> Defaults:
    """What the settings say about how posts are read."""
    return Defaults(
        language=settings.language,
        author=settings.author,
        dates=settings.dates,
        pages=settings.reading.pages,
        dollars=settings.reading.dollar_formulas,
        original=settings.original,
        used=frozenset({settings.jingle.opening, settings.jingle.closing, settings.cover}),
    )


Remembered: TypeAlias = Callable[[Path, Callable[[], FileContents]], FileContents]
"""Gives the contents of a file: what an earlier run found in it, or what reading it gives."""


def _anew(_path: Path, reading: Callable[[], FileContents]) -> FileContents:
    return reading()


def read(posts: Path, defaults: Defaults, remembered: Remembered = _anew) -> Reading:
    """Every post of a folder and its subfolders, in the order of their names, or of one file.

    `remembered` may know what an earlier run found in a file. Raises `ReadError` if the folder
    itself can't be opened; errors of single posts are in `Reading.errors`.
    """
    root = source.folder_of(posts)
    files_read: list[tuple[str, FileContents]] = []
    explanations: list[Path] = []
    for entry in files.walk(posts):
        path = entry.path if isinstance(entry, Refusal) else entry
        if path != posts and files.explains_a_folder(path):
            explanations.append(path)
        else:
            name = printable(path.relative_to(root).as_posix())
            found = remembered(path, partial(_contents, entry, name, root, defaults))
            files_read.append((name, found))
    shelf = shelve([(name, draft) for name, f in files_read for draft in f.drafts], defaults)
    told = [finding for _, f in files_read for finding in f.findings]
    errors = tuple(error for _, f in files_read for error in f.errors)
    left = explained(explanations, root, alone=not (shelf.posts or errors))
    title = next((f.title for _, f in files_read if f.title), "")
    return Reading(
        shelf.posts,
        shelf.media,
        (*told, *shelf.findings, *_described(root, shelf), *left),
        errors,
        title,
    )


def _contents(entry: Path | Refusal, name: str, root: Path, defaults: Defaults) -> FileContents:
    """The contents of one file, or the error that it can't be read."""
    found = guarded(name, _read_entry, entry, name, root, defaults)
    return FileContents(errors=(found,)) if isinstance(found, AllwaysError) else found


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
    beginning = b"" if isinstance(head, Refusal) else head
    reader = reader_of(entry.name, beginning)
    if reader is None:
        return FileContents(findings=unclaimed(entry, name, root, head, defaults.used))
    other = None if reader.packed else unread.by_bytes(entry.name, beginning)
    if other:
        message = f"This is {other.what}, whatever its name says, and not text."
        raise ReadError(message, where=name, remedy=other.remedy)
    data = source.read(entry, root, reader.largest)
    if isinstance(data, Refusal):
        raise files.unreadable(data, name)
    file = File(root, entry, name, data)
    return _with_names(reader.read(file, defaults), file)


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
