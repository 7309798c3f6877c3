"""Writes SLUG.easy.md beside a post, and keeps it in step with the post."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from formats import walk
from formats.easy_read.hard_words import Own
from formats.model import Media, Post
from pipeline import glossary, readers, settings, source
from pipeline.easy_read import easy_file, edition, words
from pipeline.easy_read.draft import draft
from pipeline.easy_read.easy_file import SUFFIX, EasyFile, FileRow, SourceGroup
from pipeline.easy_read.helped import Helped, Helper
from pipeline.easy_read.update import PostChange, update
from pipeline.errors import SettingsError
from pipeline.split.sentences import split
from pipeline.store.files import write_all


@dataclass(frozen=True, slots=True)
class EasyPost:
    """A post, which is split, with the file of its easy-read text, which may not be there yet.

    `root` is the folder of the posts; `own` are the editor's hard words.
    """

    post: Post
    media: tuple[Media, ...]
    path: Path
    root: Path
    own: Own

    @property
    def name(self) -> str:
        """The file's name in the folder of the posts."""
        return self.path.relative_to(self.root).as_posix()


def place(posts: Path, slug: str) -> EasyPost:
    """The place of a post's easy-read text. Raises `SettingsError` where there is no such post."""
    return place_in(posts, read_posts(posts), slug)


def read_posts(posts: Path) -> readers.Reading:
    """Every post, as publishing reads them."""
    return readers.read(posts, readers.defaults(settings.load(posts)))


def place_in(posts: Path, reading: readers.Reading, slug: str) -> EasyPost:
    """The place of a text where the posts are read already. Raises `SettingsError` as `place`."""
    found = next((post for post in reading.posts if post.slug == slug), None)
    if found is None:
        names = ", ".join(sorted(post.slug for post in reading.posts)) or "none"
        raise SettingsError(f"there is no post “{slug}”.", remedy=f"Posts are: {names}.")
    root = source.folder_of(posts)
    path = easy_file.paths(root).get(slug) or _beside(found, root)
    media = reading.media.get(slug, ())
    return EasyPost(split(found), media, path, root, glossary.load(posts))


def _beside(post: Post, root: Path) -> Path:
    """Where the file of a post belongs: beside the file that the post is in."""
    file = root / post.source
    inside = file if file.exists() else root / post.source.rpartition(":")[0]
    return inside.parent / f"{post.slug}{SUFFIX}"


@dataclass(frozen=True, slots=True)
class Written:
    """What was done: a new file with its draft, or one to which the changes were put.

    `helped` is what a language model did for the draft, where one was asked.
    """

    file: EasyFile
    new: bool
    changes: tuple[PostChange, ...] = ()
    helped: Helped | None = None


def draft_or_update(place: EasyPost, helper: Helper | None = None) -> Written:
    """Write the draft; or, where an editor has one, only what changed in the post since.

    A helper, if there is one, is asked for a new draft alone. Raises `ReadError` where the file
    is there and can't be understood: it is left as it is.
    """
    if not place.path.exists():
        made = draft(place.post, place.own, place.media)
        helped = helper.help(made, place.post.language) if helper else None
        made = helped.file if helped else made
        save(place, made)
        return Written(made, new=True, helped=helped)
    file, changes = update(edition.open_file(place.path, place.root), place.post)
    if changes:
        save(place, file)
    return Written(file, new=False, changes=changes)


def save(place: EasyPost, file: EasyFile) -> None:
    """Write the file, whole or not at all."""
    write_all(place.path.parent, [(place.path.name, easy_file.write(file).encode())])


# --- for people -------------------------------------------------------------------------


def told(written: Written, place: EasyPost) -> Iterator[str]:
    """What was written, for the editor."""
    if written.new:
        points = sum(1 for group in written.file.main_points for row in group.rows if not row.words)
        yield f"Written: {place.name}. Every sentence of the post is in it, one a line."
        yield from written.helped.told() if written.helped else ()
        if points:
            yield f"Main points that you must write: {points}."
        return
    if not written.changes:
        yield f"{place.name} is there already, and the post has not changed since."
        return
    yield f"{place.name}: the post has changed. Your rows are as you wrote them."
    for change in written.changes:
        yield from _change(change)


def _change(change: PostChange) -> Iterator[str]:
    yield ""
    yield f"was: {change.was}" if change.was else "new"
    yield f"now: {change.now}" if change.now else "now: gone from the post"
    for row in change.rows:
        yield f"row: {row}"


def diff(place: EasyPost) -> Iterator[str]:
    """Each row that is not as the post says it, below the sentences that it comes from."""
    made = place.path.exists()
    file = (
        edition.open_file(place.path, place.root)
        if made
        else draft(place.post, place.own, place.media)
    )
    same = 0
    for group in file.groups:
        if _is_same(group):
            same += 1
            continue
        yield from (f"post: {source.words}" for source in group.sources)
        if group.heading:
            yield f"easy: {group.heading}"
        yield from (f"easy: {line}" for row in group.rows for line in _lines(row))
        if not group.rows and not group.heading:
            yield "easy: left out"
        yield ""
    yield f"Unchanged: {same} of {len(file.groups)}."


def _is_same(group: SourceGroup) -> bool:
    said = [group.heading] if group.heading else []
    said += [line for row in group.rows for line in _lines(row)]
    return [source.words for source in group.sources] == said


def _lines(row: FileRow) -> list[str]:
    return [walk.plain(words.read(line)) for line in (row.words, *row.entries) if line]
