"""From a file, a folder or an address to Markdown posts that an editor owns from then on.

It goes one way and once for each post: what an editor has changed, renamed or deleted since is
left alone. A post that nobody has touched is written again when it has changed in its source.
"""

import hashlib
import os
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from formats.model import Media, Post
from pipeline import readers, settings, source
from pipeline.errors import AllwaysError, SettingsError, guarded
from pipeline.findings import Finding, Level
from pipeline.importing import fetch, record
from pipeline.importing.blog_name import BlogName, name_blog
from pipeline.importing.fetch import FetchRules
from pipeline.importing.origin import is_address, path_of
from pipeline.importing.post import markdown_post
from pipeline.importing.record import ImportedPost
from pipeline.importing.remote_pictures import PictureFetcher, PictureLimits
from pipeline.readers import Defaults
from pipeline.store.files import digest, write_all

_REMOTE = "picture-remote"
_DONE = ("new", "updated", "known", "left", "taken")  # what may come of a post


@dataclass(frozen=True, slots=True)
class ImportRequest:
    """What to import, into which folder of posts, and what may be fetched for it."""

    origin: str
    folder: Path
    rules: FetchRules = field(default_factory=FetchRules)
    pictures: PictureLimits = field(default_factory=PictureLimits)


@dataclass(frozen=True, slots=True)
class Imported:
    """What came of an import, by the names of posts.

    `left` are posts that the editor has changed or deleted since, told once; `taken` are those
    whose file names others have. `name` is what it says about a blog that has no title yet.
    `inside` says that what was imported lies in the folder itself.
    """

    new: tuple[str, ...] = ()
    updated: tuple[str, ...] = ()
    known: tuple[str, ...] = ()
    left: tuple[str, ...] = ()
    taken: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()
    errors: tuple[AllwaysError, ...] = ()
    name: BlogName | None = None
    inside: bool = False


def import_posts(request: ImportRequest) -> Imported:
    """Write the posts of a file, a folder or an address into a folder of posts.

    Raises `SettingsError` and `WriteError`, and `ReadError` where an address can't be fetched.
    """
    get = partial(fetch.fetch, rules=request.rules)
    with tempfile.TemporaryDirectory() as scratch:
        fetched, empty = Path(scratch, "fetched"), Path(scratch, "empty")
        for made in (fetched, empty):
            made.mkdir()
        path = path_of(request.origin, get, fetched)
        inside = _inside(path, request)
        defaults = _defaults(request.folder)
        reading = readers.read(path, defaults)
        known = record.load(request.folder)
        fetcher = PictureFetcher(get, request.pictures)
        work = _Work(request, defaults, empty, fetcher, known)
        try:
            for post in reading.posts:
                work.take(post, reading.media.get(post.slug, ()))
        finally:  # what was written is recorded, also when the rest is stopped
            if work.known:
                record.save(request.folder, work.known)
    told = tuple(f for f in reading.findings if f.code != _REMOTE)
    done = work.result(told, reading.errors, inside=inside)
    return replace(done, name=name_blog(request.folder, reading) if done.new else None)


def _inside(path: Path, request: ImportRequest) -> bool:
    """Whether what is imported lies in the folder of posts."""
    here, folder = path.resolve(), request.folder.resolve()
    if here == folder:
        raise SettingsError(
            "this is the folder of posts itself.",
            where=request.origin,
            remedy="Import from another place, or into another: make import FROM=… SOURCE=posts",
        )
    return not is_address(request.origin) and here.is_relative_to(folder)


def _defaults(folder: Path) -> Defaults:
    """How posts are read, as the settings of the folder say.

    Authors, dates and the rule for addresses stay there alone, so that a change changes posts.
    """
    chosen = settings.load(folder) if folder.is_dir() else settings.Settings()
    return replace(readers.defaults(chosen), author="", dates={}, original="")


class _Work:
    """The posts of one import, taken one by one."""

    def __init__(
        self,
        request: ImportRequest,
        defaults: Defaults,
        empty: Path,
        fetcher: PictureFetcher,
        known: dict[str, ImportedPost],
    ) -> None:
        self._folder = request.folder
        self._origin = request.origin if is_address(request.origin) else Path(request.origin).name
        self._defaults, self._empty, self._fetcher = defaults, empty, fetcher
        self.known = known
        self._names: dict[str, list[str]] = {}
        self._findings: list[Finding] = []
        self._errors: list[AllwaysError] = []

    def take(self, post: Post, media: tuple[Media, ...]) -> None:
        """Import one post; an error is that of this post alone."""
        done = guarded(post.source, self._take, post, media)
        if isinstance(done, AllwaysError):
            self._errors.append(done)
        elif done:
            self._names.setdefault(done, []).append(post.slug)

    def _take(self, post: Post, media: tuple[Media, ...]) -> str:
        """What came of a post: one of `_DONE`."""
        read = digest(repr(replace(post, source="")), *(m.data for m in media))
        before = self.known.get(post.slug)
        if before and before.source != self._origin and before.sign != _sign(post):
            return "taken"
        if before and not before.is_as_written(self._folder):
            self.known[post.slug] = replace(before, told=True)
            return "known" if before.told else "left"
        if before and before.read == read:
            return "known"
        return self._write(post, media, read)

    def _write(self, post: Post, media: tuple[Media, ...], read: str) -> str:
        before = self.known.get(post.slug)
        post, media, missing = self._fetcher.complete(post, media)
        made = markdown_post(post, media, self._defaults, self._empty)
        written = before.files if before else {}
        if any(self._is_others(name, data, written) for name, data in made.files):
            return "taken"
        write_all(self._folder, made.files)
        files = {name: hashlib.sha256(data).hexdigest() for name, data in made.files}
        # With a picture missing, the next import tries again.
        read = "" if missing else read
        self.known[post.slug] = ImportedPost(self._origin, read, files, sign=_sign(post))
        self._findings += [*missing, *([] if made.faithful else [_unfaithful(post)])]
        return "updated" if before else "new"

    def _is_others(self, name: str, data: bytes, written: Mapping[str, str]) -> bool:
        """Whether there is a file of that name which no import has written."""
        path = self._folder / name
        there = os.path.lexists(path) and name not in written
        return there and source.read(path, self._folder) != data

    def result(
        self,
        findings: tuple[Finding, ...],
        errors: tuple[AllwaysError, ...],
        *,
        inside: bool,
    ) -> Imported:
        """All that came of it."""
        new, updated, known, left, taken = (tuple(self._names.get(done, ())) for done in _DONE)
        return Imported(
            new,
            updated,
            known,
            left,
            taken,
            findings=(*findings, *self._findings),
            errors=(*errors, *self._errors),
            inside=inside,
        )


def _sign(post: Post) -> str:
    return f"{post.published.isoformat() if post.published else ''} {post.title}"


def _unfaithful(post: Post) -> Finding:
    return Finding(
        Level.WARNING,
        "import-differs",
        post.source,
        f"“{post.title}” could not be written as Markdown so that each of its words is read again.",
        f"Compare {post.slug}.md with what you imported it from.",
    )
