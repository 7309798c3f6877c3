"""A file that an editor wrote → the easy-read edition that formats are made of."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from formats.model import EasyPart, EasyRow, EasyText, Media, Picture, Post, Sentence
from pipeline import source
from pipeline.easy_read import words
from pipeline.easy_read.draft import draft, sentences_of
from pipeline.easy_read.easy_file import GONE, EasyFile, FileRow, SourceGroup, read
from pipeline.easy_read.marks import rounds_of
from pipeline.easy_read.pictures import RowPictures
from pipeline.easy_read.state import TextState, digest_of, state
from pipeline.errors import ReadError
from pipeline.findings import Finding, Level
from pipeline.source import Refusal, printable


@dataclass(frozen=True, slots=True)
class Opened:
    """A file with everything around it: its pictures by name, its state, its digest."""

    path: Path
    file: EasyFile
    pictures: Mapping[str, Media]
    text: str
    state: TextState


def open_file(path: Path, root: Path) -> EasyFile:
    """The file alone. Raises `ReadError` where it can't be read or understood."""
    name = printable(path.relative_to(root).as_posix())
    data = source.read(path, root)
    if isinstance(data, Refusal):
        raise ReadError(f"this can't be read: {data.why}.", where=name, remedy=data.remedy)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ReadError(
            "this is not UTF-8 text.", where=name, remedy="Save it as UTF-8."
        ) from error
    return read(text, name)


def opened(path: Path, root: Path, media: tuple[Media, ...] = ()) -> Opened:
    """A file with its pictures and its state; `media` are the pictures of its post.

    Raises `ReadError` with file and line, for a picture that is missing too.
    """
    file = open_file(path, root)
    pictures = found_pictures(file, RowPictures(root, media))
    text = digest_of(file, {name: media.data for name, media in pictures.items()})
    return Opened(path, file, pictures, text, state(file, text, rounds_of(path, root)))


def found_pictures(file: EasyFile, pictures: RowPictures) -> dict[str, Media]:
    """Each picture of a file by its name. Raises `ReadError` for one that is missing."""
    named = {row.picture.name: row.line for row in reversed(file.rows) if row.picture}
    return {
        name: pictures.find(name, f"{file.name}:{line}") for name, line in sorted(named.items())
    }


def edition(opened: Opened) -> EasyText:
    """What formats are made of; rows without words are left out."""
    file, now = opened.file, opened.state
    ids = count(1)
    points = tuple(_rows(file.main_points, opened.pictures, ids))
    parts = tuple(_parts(file.whole, opened.pictures, ids))
    return EasyText(
        title=file.title,
        main_points=points,
        parts=parts,
        meanings=tuple((m.word, m.meaning) for m in file.meanings),
        media=tuple({m.path: m for m in opened.pictures.values()}.values()),
        stage=now.stage,
        round=now.round,
        signature=now.signature,
        model=file.fact("model"),
    )


def drafted(post: Post, media: tuple[Media, ...], own: tuple[tuple[str, str], ...]) -> EasyText:
    """The edition of a post that has no file: the draft that would be written into it."""
    file = draft(post, own, media)
    pictures = found_pictures(file, RowPictures(None, media))
    text = digest_of(file)
    return edition(Opened(Path(file.name), file, pictures, text, state(file, text)))


def _parts(
    groups: Iterable[SourceGroup], pictures: Mapping[str, Media], ids: "count[int]"
) -> Iterable[EasyPart]:
    heading: Sentence | None = None
    rows: list[EasyRow] = []
    for group in groups:
        if group.heading:
            if rows or heading:
                yield EasyPart(heading, tuple(rows))
            heading, rows = Sentence(f"e{next(ids)}", words.read(group.heading)), []
        rows += _rows((group,), pictures, ids)
    if rows or heading:
        yield EasyPart(heading, tuple(rows))


def _rows(
    groups: Iterable[SourceGroup], pictures: Mapping[str, Media], ids: "count[int]"
) -> Iterable[EasyRow]:
    for group in groups:
        sources = tuple(source.id for source in group.sources if source.id != GONE)
        for row in group.rows:
            if row.words:
                yield _row(row, sources, pictures, f"e{next(ids)}")


def _row(
    row: FileRow, sources: tuple[str, ...], pictures: Mapping[str, Media], unit: str
) -> EasyRow:
    picture = None
    if row.picture:
        picture = Picture(pictures[row.picture.name].path, row.picture.alt)
    entries = (Sentence(f"{unit}-{n}", words.read(e)) for n, e in enumerate(row.entries, 2))
    sentence = Sentence(unit, words.read(row.words))
    return EasyRow(sentence, tuple(entries), row.numbered, picture, sources)


def findings(opened: Opened, post: Post) -> tuple[Finding, ...]:
    """What an editor must know of an edition: a signature that lapsed, a post that changed."""
    where = opened.file.name
    told = []
    if opened.state.lapsed:
        told.append(
            Finding(
                Level.WARNING,
                "easy-read-changed",
                where,
                "Words or pictures were changed after this was signed, so it is not called"
                " Easy Read any more.",
                f"Let the group check it again: .venv/bin/allways easy-read pack {post.slug}",
            )
        )
    now = {(source.id, source.words) for source in sentences_of(post)}
    used = (s for group in opened.file.groups for s in group.sources if s.id not in ("", GONE))
    if any((s.id, s.words) not in now for s in used):
        told.append(
            Finding(
                Level.WARNING,
                "easy-read-behind",
                where,
                "The post was changed after its easy-read text was written.",
                f"See what changed: make easy-read POST={post.slug}",
            )
        )
    return tuple(told)
