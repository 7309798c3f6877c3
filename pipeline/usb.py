"""A memory stick for players of talking newspapers: numbered MP3 files, and spoken contents.

Such players play files in the order of their names or, the simplest, in the order in which they
were written. Names are those of 8 and 3 capital letters that every FAT file system has. What is
not ours is never changed or removed: `ALLWAYS.TXT` lists what is.
"""

import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from formats.model import Narration
from formats.words import added, phrases, words
from formats.words.take_away import take_away
from pipeline import lexicon, settings
from pipeline.errors import SettingsError, WriteError
from pipeline.lexicon import Lexicon
from pipeline.narrate import narration
from pipeline.narrate.narration import NarrationScript
from pipeline.script import pauses
from pipeline.script.lines import Line, Part, Run, joined
from pipeline.script.saying import runs
from pipeline.settings import Settings
from pipeline.store import report
from pipeline.store.files import read

LIST, PLAYLIST = "ALLWAYS.TXT", "PLAY.M3U"

_DIGITS = 3  # as far as there are no more than 999 tracks


@dataclass(frozen=True, slots=True)
class Track:
    """A narration that was published: its file, and what is said of it; `length` in ms."""

    file: Path
    title: str
    language: str
    authors: tuple[str, ...]
    length: int


@dataclass(frozen=True, slots=True)
class Stick:
    """What was written: how many tracks after the contents, and all bytes."""

    tracks: int
    size: int


def write(source: Path, output: Path, cache: Path, to: Path) -> Stick:
    """Write what is published in `output` into a folder, or onto a stick.

    Raises `SettingsError` where nothing is published, a file of the folder is in the way, or
    there is no room; and `SpeakError` and `WriteError`.
    """
    chosen = settings.load(source)
    title, tracks = published(output)
    spoken = contents(chosen.title or title, tracks, chosen, source, cache)
    names = track_names(len(tracks) + 1)
    sound = spoken.frames
    sizes = [len(sound), *(track.file.stat().st_size for track in tracks)]
    try:
        to.mkdir(parents=True, exist_ok=True)
        _make_room(to, [*names, PLAYLIST], sum(sizes))
        _write_list(to, names, sizes, [title, *(track.title for track in tracks)])
        (to / names[0]).write_bytes(sound)
        for name, track in zip(names[1:], tracks, strict=True):
            shutil.copyfile(track.file, to / name)
        (to / PLAYLIST).write_bytes("".join(f"{name}\r\n" for name in names).encode())
    except OSError as error:
        raise WriteError(
            f"this can't be written ({error.strerror or error}).",
            where=str(error.filename or to),
            remedy="Check that the stick is in, can be written, and has room; then run again.",
        ) from error
    return Stick(len(tracks), sum(sizes))


def track_names(count: int) -> list[str]:
    """The names of the contents and the tracks: in their order as letters, too."""
    digits = max(_DIGITS, len(str(count - 1)))
    return [f"{number:0{digits}}.MP3" for number in range(count)]


# --- what is published ------------------------------------------------------------------


def published(output: Path) -> tuple[str, tuple[Track, ...]]:
    """The blog's title, and its narrations, newest first. Raises `SettingsError`."""
    try:
        value = report.parsed(read(output / report.FILE) or b"")
        tracks = tuple(_track(output, post) for post in value["posts"])
        title = str(value["publication"]["title"])
    except (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
        raise _unpublished(output) from error
    if not tracks:
        raise _unpublished(output)
    return title, tracks


def _unpublished(output: Path) -> SettingsError:
    return SettingsError(
        "no narration is published here, or it is damaged.",
        where=str(output),
        remedy="First run: make publish",
    )


def _track(output: Path, post: Mapping[str, Any]) -> Track:
    card = next(card for card in post["files"] if card["path"].endswith(f"/{post['slug']}.mp3"))
    file = output / card["path"]
    if file.stat().st_size != card["size"]:
        raise ValueError("another size than when it was made")
    authors = tuple(map(str, post.get("authors", ())))
    language, length = str(post.get("language", "")), round(post["seconds"] * 1000)
    return Track(file, str(post["title"]), language, authors, length)


# --- the spoken contents ----------------------------------------------------------------


def contents(
    title: str, tracks: Sequence[Track], chosen: Settings, source: Path, cache: Path
) -> Narration:
    """The contents as sound, in the blog's language and by its voice."""
    known = lexicon.load(source)
    voice, _ = narration.able(replace(chosen.voice, cache=cache), chosen.language)
    texts = [_opening(title, chosen.language)]
    texts += [_said(track, n, chosen.language) for n, track in enumerate(tracks, 1)]
    parts = tuple(_part(n, text, chosen.language, known) for n, text in enumerate(texts))
    opened = narration.open_voice(voice)
    keys = tuple(narration.key_of(part, opened) for part in parts)
    return narration.joined(NarrationScript("contents", parts, keys, voice), {})


_Text = Sequence[tuple[str, str]]
"""Words, each with their language."""


def _opening(title: str, language: str) -> _Text:
    return _filled(take_away(language).contents, language, "{blog}", (title.rstrip("."), language))


def _said(track: Track, number: int, language: str) -> _Text:
    ours, known = take_away(language), words(language)
    facts = {"number": str(number), "length": phrases.length(track.length, known)}
    author = phrases.names(track.authors, known) if track.authors else ""
    pattern = ours.track_by if author else ours.track
    for name, fact in (*facts.items(), ("author", author)):
        pattern = pattern.replace(f"{{{name}}}", fact.replace("{", "("))
    return _filled(
        pattern, language, "{title}", (track.title.rstrip("."), track.language or language)
    )


def _filled(pattern: str, language: str, name: str, words_: tuple[str, str]) -> _Text:
    """A pattern of ours with words that may be in another language."""
    before, after = pattern.split(name)
    own = added(language)
    return [(before, own), words_, (after, own)]


def _part(number: int, text: _Text, language: str, known: Lexicon) -> Part:
    line = Line(f"track{number}", joined(_runs(text, known)), language, pauses.PARAGRAPH)
    return Part((line,))


def _runs(text: _Text, known: Lexicon) -> Iterator[Run]:
    """What is said; neighbours in one language are one text, as a voice reads whole sentences."""
    if len({language for _, language in text}) == 1:
        yield from runs("".join(said for said, _ in text), text[0][1], known)
        return
    for said, language in text:
        yield from runs(said, language, known)


# --- the folder -------------------------------------------------------------------------


def _make_room(to: Path, names: Iterable[str], needed: int) -> None:
    """Remove what an earlier run wrote; refuse to where anything else is in the way."""
    own = _own(to)
    foreign = [name for name in (*names, LIST) if name not in own and _is_there(to / name)]
    if foreign:
        raise SettingsError(
            f"{', '.join(foreign[:3])} is there, and not from Allways.",
            where=str(to),
            remedy="Choose an empty folder, as in: make usb TO=/media/STICK/BLOG",
        )
    free = shutil.disk_usage(to).free + sum((to / name).stat().st_size for name in own)
    if free < needed:
        raise SettingsError(
            f"there is room for {free / 1e6:.1f} MB, and {needed / 1e6:.1f} MB are needed.",
            where=str(to),
            remedy="Use a larger stick, or delete something from it.",
        )
    for name in own - {LIST}:
        (to / name).unlink()


def _own(to: Path) -> set[str]:
    """The names in the list of an earlier run, of files that are not larger than it says.

    A copy that broke off is smaller. A larger file, a folder or a link is somebody else's.
    """
    found = {LIST} if _is_list(to / LIST) else set()
    for line in _lines(to / LIST) if found else ():
        name, _, rest = line.partition("\t")
        size = rest.partition("\t")[0]
        path = to / name
        plain = name == PLAYLIST or (name.endswith(".MP3") and name[:-4].isdecimal())
        if plain and _is_file(path) and size.isdecimal() and path.stat().st_size <= int(size):
            found.add(name)
    return found


_HEAD = "Allways wrote these files. It replaces them, and no others."


def _is_list(path: Path) -> bool:
    return _is_file(path) and _lines(path)[:1] == [_HEAD]


def _lines(path: Path) -> list[str]:
    return path.read_text("utf-8", errors="replace").splitlines()


def _is_file(path: Path) -> bool:
    return path.is_file() and not path.is_symlink()


def _is_there(path: Path) -> bool:
    return path.exists() or path.is_symlink()


def _write_list(
    to: Path, names: Sequence[str], sizes: Sequence[int], titles: Sequence[str]
) -> None:
    """The list, before the files: a run that breaks off then knows its own."""
    rows = [*zip(names, sizes, titles, strict=True), (PLAYLIST, 100 * len(names), "")]
    lines = [_HEAD, *(f"{n}\t{size}\t{' '.join(title.split())}" for n, size, title in rows)]
    text = "".join(f"{line}\r\n" for line in lines)
    (to / LIST).write_bytes(text.encode("utf-8", errors="replace"))
