"""Step 5, render: editions → files in the output folder.

A format that can't be made fails alone. Its files from an earlier run stay, and pages mark them
as an earlier version; where there are none, no page offers it.
"""

import shutil
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import BinaryIO

from formats import walk
from formats.chapters import chapters
from formats.clock import milliseconds
from formats.errors import FormatError
from formats.model import (
    BrailleCode,
    EasyText,
    Edition,
    Episode,
    FileCard,
    Media,
    OutputFile,
    Post,
    Publication,
    Sentence,
    SiteCheck,
)
from formats.offers import COVER
from formats.registry import BRAILLE, DRAFTS, EASY_READ, LARGE_PRINT, POST_FORMATS
from pipeline.errors import AllwaysError, RenderError, WriteError, guarded
from pipeline.findings import Finding
from pipeline.judges.proof.in_step import as_long, in_step, proved
from pipeline.narrate.narration import joined
from pipeline.publish.memory import give_back
from pipeline.publish.ready import ReadyPost
from pipeline.publish.written import Files, Results, WrittenFile, place, stands, written
from pipeline.store import kept
from pipeline.store.files import PartFiles, Store, read, real
from pipeline.store.proof import Proof


@dataclass(frozen=True, slots=True)
class Target:
    """Where files are made: for which publication, in which formats, into which folders.

    `formats` are the published formats of a post; `drafts` are made too, in a folder of their
    own that is never published. `digest` is the digest of all these settings, and `braille` that
    of what braille is made with. `check` is for the statement alone: what programs found.
    `standing` are the files of the whole blog that are there from an earlier run, by path.
    `shared` is the digest of all that what is kept of single posts has in common. `parts` are the
    digests of those parts of the program that make a post, by what each does.
    """

    publication: Publication
    formats: tuple[str, ...]
    drafts: tuple[str, ...]
    output: Path
    cache: Path
    drafts_folder: Path
    digest: str
    braille: str = ""
    check: SiteCheck | None = None
    standing: Mapping[str, FileCard] = field(default_factory=dict)
    shared: str = ""
    parts: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Rendered:
    """The result of one post: its episode, its proof, findings, and formats that failed."""

    episode: Episode
    proof: Proof
    findings: tuple[Finding, ...]
    failed: Mapping[str, AllwaysError]


PAGED = frozenset({"epub", "daisy202", "daisy3", BRAILLE})
"""The formats that say where the pages of the large print begin."""


def folder(post: Post) -> str:
    """The folder of a post's files, inside the output folder; it ends in "/"."""
    return f"posts/{post.slug}/"


# --- one post ---------------------------------------------------------------------------


def edition(ready: ReadyPost, publication: Publication, *, heard: bool = True) -> Edition:
    """Everything that a format may look at; without narrations where nothing is `heard`.

    Raises `AllwaysError` where a clip is missing.
    """
    whole = Edition(
        publication=publication,
        post=ready.post,
        opening=ready.frame.opening,
        closing=ready.frame.closing,
        about=ready.frame.about,
        reminder=ready.frame.reminder,
        narrations=(),
        media=ready.media,
    )
    if not heard:
        return whole
    if ready.easy_heard:
        whole = replace(whole, easy_heard=edition(ready.easy_heard, publication))
    units = walk.edition_units(whole)
    shown = {unit.id: unit for unit in units if isinstance(unit, Sentence)}
    return replace(whole, narrations=tuple(joined(script, shown) for script in ready.scripts))


def render_post(
    ready: ReadyPost, target: Target, earlier: Sequence[FileCard], anew: Collection[str] | None
) -> Rendered:
    """Make one post's files; `earlier` are those of an earlier run that are still there.

    `anew` are the formats that must be made where the files of all others are as they would be
    made now; None where all must be. Raises `AllwaysError` where the whole post fails.
    """
    with kept.results(Store(ready.voice.cache), "render", real(target.output), ready.post.slug):
        return _rendered(ready, target, earlier, anew)


def _rendered(
    ready: ReadyPost, target: Target, earlier: Sequence[FileCard], anew: Collection[str] | None
) -> Rendered:
    from pipeline.publish import printed  # noqa: PLC0415 (not for the whole blog's)

    blog = target.publication
    drawn = _cover(ready, target, () if anew is None else earlier)
    whole = replace(edition(ready, blog), own_cover=drawn)
    if whole.easy_heard:
        whole = replace(whole, easy_heard=replace(whole.easy_heard, own_cover=drawn))
    easy = _easy(ready, target)
    whole = replace(whole, easy=None if isinstance(easy, AllwaysError) else easy)
    code, unwritten = _transcribed(whole) if BRAILLE in target.formats else (None, ())
    whole = replace(whole, braille=code)
    rows = tuple(row for row in blog.formats if row.name in _wanted([row.name], whole))
    whole = replace(whole, publication=replace(blog, formats=rows))
    public, hidden = _wanted(target.formats, whole), _wanted(target.drafts, whole)
    standing = {card.format for card in earlier}
    if anew is None or standing - {""} != set(public):  # then pages lead to other files
        anew = {*public, *hidden}
    left = stands([c for c in earlier if c.format not in anew], folder(ready.post), target.output)
    pages = _printed(whole, target.formats, anew)
    refused = {LARGE_PRINT: pages} if isinstance(pages, RenderError) else {}
    whole = replace(whole, printed={} if isinstance(pages, AllwaysError) else pages)
    with PartFiles(target.output) as parts, PartFiles(target.drafts_folder) as private:
        known: Results = {**left, **refused}
        files, failed, offered = _render_formats(whole, public, known, standing, parts)
        if failed and left:
            return _rendered(ready, target, earlier, None)  # pages lead to what failed
        hidden = tuple(name for name in hidden if name in anew)
        drafts, failed_drafts, _ = _render_formats(whole, hidden, {}, set(), private)
        made = {file.path: file.part for group in files.values() for file in group}
        proof, missed = proved(offered, made, ready.voice.words_per_minute)
        shown = (drawn, *whole.media)
        pictures = (OutputFile(media.path, media.mime, media.data) for media in shown)
        files = {**files, "": written(parts, pictures)}
        cards = place(parts, folder(ready.post), files, {card.path: card for card in earlier})
        place(private, folder(ready.post), drafts, {})
    kept = tuple(replace(card, outdated=True) for card in earlier if card.format in failed)
    return Rendered(
        episode=_episode(whole, (*cards, *kept)),
        proof=proof,
        findings=(
            *in_step(whole),
            *_easy_in_step(whole),
            *missed,
            *printed.noticed(whole, target.formats),
            *unwritten,
        ),
        failed={**failed, **failed_drafts, **_unreadable(easy, standing)},
    )


def _cover(ready: ReadyPost, target: Target, earlier: Sequence[FileCard]) -> Media:
    """The cover of a post: the one that stands, since to draw it takes longer than all else."""
    from formats.cover import post as post_cover  # noqa: PLC0415 (not for the whole blog's)

    path, size = folder(ready.post) + COVER, post_cover.SIZE
    data = read(target.output / path) if any(card.path == path for card in earlier) else None
    own = next((media for media in ready.media if _stands_for(media, ready.post)), None)
    drawn = Media(COVER, "image/jpeg", data, size, size) if data else None
    return drawn or post_cover.draw(ready.post, target.publication, own)


def _easy(ready: ReadyPost, target: Target) -> EasyText | AllwaysError | None:
    """The easy-read edition that people wrote, or else a draft, if one is made; or an error."""
    if ready.easy is not None or not {*target.formats, *target.drafts} & set(DRAFTS):
        return ready.easy
    from pipeline.easy_read.edition import drafted  # noqa: PLC0415 (splitting, for drafts alone)

    own = target.publication.glossary
    return guarded(ready.post.source, drafted, ready.post, ready.media, own)


def _transcribed(whole: Edition) -> tuple[BrailleCode | None, tuple[Finding, ...]]:
    """The braille code of a post, None where it is not made, and what was noticed."""
    from pipeline.braille import transcription  # noqa: PLC0415 (its library, for braille alone)

    found = transcription.transcription(whole)
    return found.code, found.findings


def _easy_in_step(whole: Edition) -> tuple[Finding, ...]:
    heard = whole.easy_heard
    return (*in_step(heard), *as_long(heard)) if heard else ()


def _unreadable(easy: object, standing: set[str]) -> dict[str, AllwaysError]:
    """The error of an easy-read edition that can't be read, by the name of its format."""
    if not isinstance(easy, AllwaysError):
        return {}
    return {EASY_READ: _told(easy, EASY_READ in standing)}


def _wanted(names: Sequence[str], whole: Edition) -> tuple[str, ...]:
    """Those of the formats that are made of this post; and all of the whole blog."""
    return tuple(n for n in names if n not in POST_FORMATS or POST_FORMATS[n].when(whole))


def _printed(
    whole: Edition, formats: Sequence[str], anew: Collection[str]
) -> dict[str, int] | AllwaysError:
    """The pages of the large print, for the book and for braille; or why there is none."""
    if LARGE_PRINT not in formats or not {"epub", BRAILLE} & set(formats):
        return {}
    return guarded(whole.post.source, _pages, whole) if PAGED & set(anew) else {}


def _pages(whole: Edition) -> dict[str, int]:
    from formats import large_print  # noqa: PLC0415 (as in the registry: loaded when it is made)

    try:
        return large_print.pages(whole)
    except FormatError as error:
        raise _refused(LARGE_PRINT, whole, error) from error


def _stands_for(media: Media, post: Post) -> bool:
    return post.picture is not None and media.path == post.picture.src


def _render_formats(
    whole: Edition, names: Sequence[str], known: Results, standing: set[str], parts: PartFiles
) -> tuple[Files, dict[str, AllwaysError], Edition]:
    """The files of each format, the errors of others, and the edition that the files show.

    Pages link to other formats. So where one fails, the rest are made again from an edition
    without it, or with it marked as outdated. What is `known` of a format is not made: its files
    stay as they are, or it can only fail.
    """
    errors = {name: error for name, error in known.items() if isinstance(error, AllwaysError)}
    left = {name: files for name, files in known.items() if isinstance(files, tuple)}
    failed = {name: _told(error, name in standing) for name, error in errors.items()}
    while True:
        offered = _without(whole, failed, standing)
        made: dict[str, tuple[WrittenFile, ...] | AllwaysError] = {}
        for name in (name for name in names if name not in failed):
            made[name] = left.get(name) or _render(name, _with_made(name, offered, made), parts)
        errors = {name: e for name, e in made.items() if isinstance(e, AllwaysError)}
        if not errors:
            files = {n: made_of for n, made_of in made.items() if isinstance(made_of, tuple)}
            return files, failed, offered
        failed |= {name: _told(error, name in standing) for name, error in errors.items()}


def _with_made(name: str, whole: Edition, made: Results) -> Edition:
    """The edition, with the files of other formats for one that packs them."""
    if not POST_FORMATS[name].packs:
        return whole
    groups = (group for group in made.values() if isinstance(group, tuple))
    return replace(whole, made=tuple(again(f.path, f.mime, f.part) for g in groups for f in g))


def again(path: str, mime: str, written: Path) -> OutputFile:
    """A file that is on disk already, to be copied when it is asked for."""
    return OutputFile(path, mime, partial(_copy, written))


def _copy(written: Path, into: BinaryIO) -> None:
    with written.open("rb") as file:
        shutil.copyfileobj(file, into)


def _without(whole: Edition, failed: Iterable[str], standing: set[str]) -> Edition:
    """The edition without failed formats; those with older files are marked as outdated."""
    return replace(whole, publication=without(whole.publication, set(failed), standing))


def without(publication: Publication, failed: set[str], standing: set[str]) -> Publication:
    """The publication without failed formats; those with older files are marked as outdated."""
    made = tuple(
        replace(row, outdated=row.name in failed)
        for row in publication.formats
        if row.name not in failed - standing
    )
    return replace(publication, formats=made)


def _told(error: AllwaysError, stands: bool) -> AllwaysError:  # noqa: FBT001 (one fact of an error)
    if not stands:
        return error
    note = " The earlier version stays in place, and is marked as such."
    return type(error)(error.message + note, where=error.where, remedy=error.remedy)


def _render(name: str, whole: Edition, parts: PartFiles) -> tuple[WrittenFile, ...] | AllwaysError:
    """The files of a format, or its error.

    Raises `WriteError`: a full disk is no fault of the format.
    """
    made = guarded(whole.post.source, _made, name, whole, parts)
    give_back()
    if isinstance(made, WriteError):
        raise made
    return made


def _made(name: str, whole: Edition, parts: PartFiles) -> tuple[WrittenFile, ...]:
    try:
        return written(parts, POST_FORMATS[name].render(whole))
    except FormatError as error:
        raise _refused(name, whole, error) from error


def _refused(name: str, whole: Edition, error: FormatError) -> RenderError:
    message = f"its {name} could not be made: {error.message}"
    return RenderError(message, where=whole.post.source, remedy=error.remedy)


def _episode(whole: Edition, cards: tuple[FileCard, ...]) -> Episode:
    narration = whole.narration
    return Episode(
        post=whole.post,
        duration=milliseconds(narration.samples, narration.rate),
        words=walk.word_count(whole.post),
        units=sum(1 for _ in walk.edition_units(whole)),
        cues=len(narration.cues),
        voices=narration.voices,
        chapters=chapters(whole),
        files=cards,
        easy=_length(whole.easy_heard) if whole.easy_heard else 0,
    )


def _length(heard: Edition) -> int:
    return milliseconds(heard.narration.samples, heard.narration.rate)


def drafts_of_others(folder: Path, slugs: Collection[str]) -> list[str]:
    """The names of drafts whose posts are not among these."""
    paths = (path for path in folder.glob("posts/*/*") if path.parent.name not in slugs)
    return sorted(path.relative_to(folder).as_posix() for path in paths)
