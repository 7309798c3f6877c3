"""Step 1, read: a folder of posts, or one file, → posts with typed blocks.

`READERS` is the only list of kinds of file. A reader takes one decoded file and gives back
what it holds; what stops one post is a ReadError for that post, and the others are read.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TypeAlias

from pipeline.errors import ReadError
from pipeline.readers import archive, markdown, page
from pipeline.readers.shared import files
from pipeline.readers.shared.naming import named
from pipeline.readers.shared.posts import Shelf
from pipeline.readers.shared.reading import Defaults, Found, Reading, Source, note

__all__ = ["READERS", "Defaults", "Reading", "read"]

Reader: TypeAlias = Callable[[Source, Defaults], Found]

READERS: Mapping[str, Reader] = {
    ".md": markdown.read,
    ".markdown": markdown.read,
    ".html": page.read,
    ".htm": page.read,
    ".txt": archive.read,
}

# Kinds of file that people write posts in and that nothing here reads yet.
_UNREAD = {".rst", ".adoc", ".org", ".mdx", ".doc", ".docx", ".odt", ".rtf", ".pages", ".pdf"}
# And of lists of words, of which one alone is read, beside the posts.
_TABLES = {".csv", ".tsv", ".xls", ".xlsx", ".ods", ".numbers"}
_LEXICON = "lexicon.csv"


def read(source: Path, defaults: Defaults) -> Reading:
    """Every post of a folder and its folders, in the order of their names, or of one file.

    Raises ReadError if the folder itself can't be opened; a post's own trouble is in
    `errors` of what comes back.
    """
    root = source if source.is_dir() else source.parent
    shelf = Shelf(defaults)
    titles: list[str] = []
    for path in files.walk(source):
        found = _file(path, root, defaults)
        shelf.errors += found.errors
        shelf.findings += found.findings
        shelf.add(found.drafts)
        titles.append(found.title)
    title = next(filter(None, titles), "")
    findings, errors = tuple(shelf.findings), tuple(shelf.errors)
    return Reading(tuple(shelf.posts), shelf.media, findings, errors, title)


def _file(path: Path, root: Path, defaults: Defaults) -> Found:
    """What one file holds, each post with its slug."""
    reader = None if _LEXICON in path.name.lower() else READERS.get(path.suffix.lower())
    if reader is None:
        return _unread(path, root)
    try:
        source = files.load(path, root)
        found = reader(source, defaults)
        drafts = tuple(named(draft, source) for draft in found.drafts)
    except ReadError as error:
        return Found(errors=(error,))
    return replace(found, drafts=drafts)


def _unread(path: Path, root: Path) -> Found:
    where = path.relative_to(root).as_posix()
    lexicon = root / _LEXICON
    if lexicon.exists() and path.samefile(lexicon):
        return Found()
    if path.suffix.lower() in _TABLES or _LEXICON in path.name.lower():
        remedy = f"If it is your lexicon, save it as {_LEXICON}, beside your posts."
        return Found(findings=(note("unread-file", where, f"{path.name} is not read.", remedy),))
    if path.suffix.lower() not in _UNREAD:
        return Found()
    told = note(
        "unread-file", where, f"Nothing here reads {path.suffix} files.", "Save it as Markdown."
    )
    return Found(findings=(told,))
