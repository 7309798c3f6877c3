"""Files of formats in the output folder: written under another name, then placed; their cards."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from formats.model import FileCard, OutputFile
from pipeline.errors import AllwaysError
from pipeline.store.files import PartFiles


@dataclass(frozen=True, slots=True)
class WrittenFile:
    """A file of a format that is written at `part`, and not yet under its own name.

    One that stands from an earlier run lies at its own name, and has the `card` it had.
    """

    path: str
    mime: str
    part: Path
    card: FileCard | None = None


Files = Mapping[str, tuple[WrittenFile, ...]]
"""The files of each format, by its name."""

Results = Mapping[str, tuple[WrittenFile, ...] | AllwaysError]
"""The files of each format, or why it has none."""

_NO_CARD = FileCard("", "", 0, "")


def write(
    output: Path, files: Iterable[OutputFile], name: str, there: Mapping[str, FileCard]
) -> tuple[FileCard, ...]:
    """Write the files of a format into the output folder, all or none, and return their cards.

    `there` are files of an earlier run by their paths: one of the same bytes is not written again.
    """
    cards: dict[str, FileCard] = {}
    with PartFiles(output) as parts:
        anew: list[WrittenFile] = []
        for file in files:
            standing = _standing(file, there)
            if standing:
                cards[file.path] = replace(standing, mime=file.mime, format=name)
            else:
                cards[file.path] = _NO_CARD  # it has its place in the order
                anew += written(parts, [file])
        cards |= {card.path: card for card in place(parts, "", {name: tuple(anew)}, there)}
    return tuple(cards.values())


def _standing(file: OutputFile, there: Mapping[str, FileCard]) -> FileCard | None:
    """The card of a file that is there with these very bytes."""
    card = there.get(file.path)
    if card is None or callable(file.content) or len(file.content) != card.size:
        return None
    return card if hashlib.sha256(file.content).hexdigest() == card.sha256 else None


def stands(cards: Iterable[FileCard], prefix: str, output: Path) -> Files:
    """The files of an earlier run that stay as they are, by format; pictures have none.

    Their paths are without the `prefix`, which is where the files of a post are.
    """
    found: dict[str, tuple[WrittenFile, ...]] = {}
    for card in (card for card in cards if card.format):
        file = WrittenFile(card.path.removeprefix(prefix), card.mime, output / card.path, card)
        found[card.format] = (*found.get(card.format, ()), file)
    return found


def written(parts: PartFiles, files: Iterable[OutputFile]) -> tuple[WrittenFile, ...]:
    """Write each file as soon as it is made, so that no two are held at a time."""
    return tuple(WrittenFile(file.path, file.mime, parts.write(file.write)) for file in files)


def place(
    parts: PartFiles, prefix: str, files: Files, there: Mapping[str, FileCard]
) -> tuple[FileCard, ...]:
    """Put written files under their names, all or none, and return their cards.

    `there` are files of an earlier run by their paths: one with the same bytes is left alone.
    """
    named = [(name, prefix + file.path, file) for name, made in files.items() for file in made]
    cards = tuple(file.card or _card(path, file, name) for name, path, file in named)
    same = (card.path in there and there[card.path].sha256 == card.sha256 for card in cards)
    pairs = zip(cards, named, same, strict=True)
    parts.place([(card.path, file.part) for card, (_, _, file), is_same in pairs if not is_same])
    return cards


def _card(path: str, made: WrittenFile, format_name: str) -> FileCard:
    with made.part.open("rb") as file:
        sha256 = hashlib.file_digest(file, "sha256").hexdigest()
        return FileCard(path, made.mime, file.tell(), sha256, format_name)
