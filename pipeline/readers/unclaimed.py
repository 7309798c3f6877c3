"""Files that no reader claims, told by what they are."""

import os
from pathlib import Path

from pipeline import source
from pipeline.findings import Finding
from pipeline.readers import unread
from pipeline.readers.kinds import KINDS, LEXICON, reader_of
from pipeline.readers.shared import descriptions, files
from pipeline.readers.shared.reading import note
from pipeline.source import Reason, Refusal, printable

_SETTINGS = "publication.toml"
_GLOSSARY = "glossary.csv"
_REQUESTS = "requests.csv"  # what readers asked for: personal, and nothing to publish

# Word lists: only the one beside the posts is read.
_TABLES = (".csv", ".tsv", ".xls", ".xlsx", ".ods", ".numbers")

# Files beside posts that are shown or played with them, and are not posts.
_BESIDE = (
    *(".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg", ".avif", ".bmp", ".ico", ".tif", ".tiff"),
    *(".heic", ".heif", ".jxl"),  # can't be shown: told where a post names one, with the remedy
    *(".css", ".js", ".otf", ".ttf", ".woff", ".woff2"),
)


def unclaimed(
    path: Path, name: str, root: Path, head: bytes | Refusal, used: frozenset[str]
) -> tuple[Finding, ...]:
    """A note that a file is not read, unless it has another use or was deleted.

    `used` are the names of files that the settings use.
    """
    if name in used or _is_known(path, root) or _leads_nowhere_new(path, head):
        return ()
    low = path.name.lower()
    known = unread.kind(path.name, b"" if isinstance(head, Refusal) else head)
    if isinstance(head, Refusal):
        message, remedy = f"This is not read: {head.why}.", head.remedy
    elif low.endswith(_TABLES) or LEXICON in low:
        message = "This file is not read."
        remedy = f"If it is your lexicon, save it as {LEXICON}, beside your posts."
    elif known:
        message, remedy = f"This is {known.what}, which Allways does not read.", known.remedy
    else:
        message = "This file is of a kind that Allways does not read."
        remedy = f"If it is a post, save it as one of these: {KINDS}."
    return (note("unread-file", name, message, remedy),)


def explained(paths: list[Path], root: Path, *, alone: bool) -> tuple[Finding, ...]:
    """A note for each file such as README.md that may be meant as a post: it looks like one.

    It has front matter; or there are no posts beside it (`alone`).
    """
    told = []
    for path in paths:
        head = source.read_head(path, root, files.HEAD)
        text = files.beginning(b"" if isinstance(head, Refusal) else head).lstrip()
        hugo = path.stem.lower() == "_index"  # the heading of a section
        if (
            not hugo
            and (alone or text.startswith(("---\n", "+++\n")))
            and reader_of(path.name, b"")
        ):
            name = printable(path.relative_to(root).as_posix())
            message = "This was left out: a file of this name explains the folder that it is in."
            told.append(note("unread-file", name, message, "If it is a post, rename it."))
    return tuple(told)


def _is_known(path: Path, root: Path) -> bool:
    """Whether a file is shown or played with posts, or read by another part of Allways."""
    beside = (
        path.name in {LEXICON, _SETTINGS, _REQUESTS, _GLOSSARY, descriptions.FILE}
        or path.suffix.lower() == ".pls"
    )
    with_posts = (
        source.EASY_READ in path.name.lower()
        or path.suffix.lower() in _BESIDE
        or path.name.lower() == files.TITLES
    )
    return with_posts or (beside and path.parent == root)


def _leads_nowhere_new(path: Path, head: bytes | Refusal) -> bool:
    """Whether it was deleted, or is a link to a folder that is read in its own place."""
    match head:
        case Refusal(reason=Reason.ABSENT):
            return True
        case Refusal(reason=Reason.SPECIAL):
            return os.path.isdir(path)  # noqa: PTH112 (Path.is_dir may raise)
        case _:
            return False
