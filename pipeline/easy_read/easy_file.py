"""SLUG.easy.md beside a post: the easy-read edition as an editor writes it, and nothing else.

Plain Markdown, a row on a line:

    # The title

    ## The main points

    > s3 The sentence of the post that the rows below it say.

    - [ ] ![](meeting) People met to talk about the plan.

    ## The whole post

    ### A heading

    - [x] We need:
      - money
      - time

    ## Hard words

    **tokenism**: Only for show.

Lines that begin with ">" are the post's, and are never published. A box with an x says that the
editor is done with the row. Everything else that could stand in Markdown is refused with its
line, so that nothing that an editor wrote is lost when the file is written again.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from pipeline import source as open_source
from pipeline.errors import ReadError
from pipeline.source import EASY_READ

SUFFIX = f"{EASY_READ}md"
"""How the name of such a file ends, after the slug of its post."""

MAIN_POINTS = "The main points"
WHOLE = "The whole post"
HARD_WORDS = "Hard words"
_PARTS = (MAIN_POINTS, WHOLE, HARD_WORDS)

GONE = "gone"
"""In place of an id: the post does not have this sentence any more."""


def paths(root: Path) -> dict[str, Path]:
    """Every file of an edition in the folder of the posts, by the slug of its post."""
    found = (path for path in open_source.files(root) if isinstance(path, Path))
    named = (path for path in found if path.name.endswith(SUFFIX))
    return {path.name.removesuffix(SUFFIX): path for path in named}


@dataclass(frozen=True, slots=True)
class Source:
    """A sentence of the post, by its id; `words` are as they were when it was written here."""

    id: str
    words: str


@dataclass(frozen=True, slots=True)
class RowPicture:
    """A picture by its name: of a file in `pictures/`, of the post, or of our set.

    `alt` says what it shows where the sentence does not; mostly it is "".
    """

    name: str
    alt: str = ""


@dataclass(frozen=True, slots=True)
class FileRow:
    """A row: words as they are written in the file (`words.read`); "" where none is there yet.

    `line` is where it stands in the file, from 1; 0 for one that is in no file.
    """

    words: str
    entries: tuple[str, ...] = ()
    numbered: bool = False
    picture: RowPicture | None = None
    done: bool = False
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class SourceGroup:
    """Sentences of the post with the rows that say them, or with a heading that does.

    With neither, they are left out of the edition.
    """

    sources: tuple[Source, ...] = ()
    rows: tuple[FileRow, ...] = ()
    heading: str = ""
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Meaning:
    """A hard word in the form that stands in the rows, with its meaning in easy words."""

    word: str
    meaning: str
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class EasyFile:
    """A whole file; `name` is for people. `facts` are the lines at its top: names and values."""

    name: str
    title: str
    facts: tuple[tuple[str, str], ...] = ()
    main_points: tuple[SourceGroup, ...] = ()
    whole: tuple[SourceGroup, ...] = ()
    meanings: tuple[Meaning, ...] = ()

    def fact(self, name: str) -> str:
        """One of the facts, or ""."""
        return dict(self.facts).get(name, "")

    def with_facts(self, **facts: str) -> "EasyFile":
        """With these facts; one that is "" is taken out."""
        kept = {**dict(self.facts), **facts}
        return replace(self, facts=tuple((key, value) for key, value in kept.items() if value))

    @property
    def groups(self) -> tuple[SourceGroup, ...]:
        """Every group, those of the main points first."""
        return (*self.main_points, *self.whole)

    @property
    def rows(self) -> tuple[FileRow, ...]:
        """Every row, in reading order."""
        return tuple(row for group in self.groups for row in group.rows)


# --- writing ----------------------------------------------------------------------------


def write(file: EasyFile) -> str:
    """The text of a file. Reading it again gives the same value."""
    facts = "".join(f"{name}: {value}\n" for name, value in file.facts)
    head = f"---\n{facts}---\n\n" if facts else ""
    parts = [f"# {file.title}"]
    if file.main_points:
        parts += [f"## {MAIN_POINTS}", *_groups(file.main_points)]
    parts += [f"## {WHOLE}", *_groups(file.whole)]
    if file.meanings:
        meanings = (f"**{_escaped(m.word)}**: {m.meaning}" for m in file.meanings)
        parts += [f"## {HARD_WORDS}", *meanings]
    return head + "\n\n".join(parts) + "\n"


def _escaped(word: str) -> str:
    return word.replace("*", "")


def _groups(groups: Iterable[SourceGroup]) -> Iterator[str]:
    for group in groups:
        if group.sources:
            yield "\n".join(f"> {source.id} {source.words}" for source in group.sources)
        if group.heading:
            yield f"### {group.heading}"
        if group.rows:
            yield "\n".join(map(_row, group.rows))


def _row(row: FileRow) -> str:
    picture = f"![{row.picture.alt}]({row.picture.name}) " if row.picture else ""
    box = "[x]" if row.done else "[ ]"
    line = f"- {box} {picture}{row.words}".rstrip()
    marks = (f"{n}." if row.numbered else "-" for n in range(1, len(row.entries) + 1))
    return "\n".join([line, *(f"  {mark} {e}" for mark, e in zip(marks, row.entries, strict=True))])


# --- reading ----------------------------------------------------------------------------

_SOURCE = re.compile(r">\s?(?:(?P<id>s\d+(?:-\d+)*|gone)(?:\s+|$))?(?P<words>.*)")
_ROW = re.compile(
    r"(?:[-*+]\s+)?(?:\[(?P<box>[ xX]?)\](?:\s+|$))?"
    r"(?:!\[(?P<alt>[^\]]*)\]\((?P<name>(?:[^()]|\([^()]*\))+)\)\s*)?(?P<words>.*)"
)
_ENTRY = re.compile(r"(?:\t|\s{2,})(?:[-*+]|(?P<number>\d+)[.)])\s+(?P<words>.+)")
_MEANING = re.compile(r"(?:[-*+]\s+)?\*\*(?P<word>[^*]+)\*\*\s*:\s*(?P<meaning>.*)")
_FACT = re.compile(r"(?P<name>[a-z][a-z_ ]*):\s*(?P<value>.*)")
_OTHER = re.compile(r"\||```|~~~|\d+[.)]\s|={3,}$|-{3,}$|#{4,}\s|<!--")


def read(text: str, name: str) -> EasyFile:
    """A file from its text. Raises `ReadError` with file and line where it can't be understood."""
    reader = _Reader(name)
    lines = re.split(r"\r\n|\r|\n", text.removeprefix("\ufeff"))
    begin = reader.facts(lines)
    for number, line in enumerate(lines[begin:], begin + 1):
        reader.take(number, line.rstrip())
    return reader.file()


class _Reader:
    """Takes the lines of a file in their order."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._facts: tuple[tuple[str, str], ...] = ()
        self._title = ""
        self._part = WHOLE
        self._groups: dict[str, list[SourceGroup]] = {MAIN_POINTS: [], WHOLE: []}
        self._meanings: list[Meaning] = []
        self._apart = True  # whether an empty line came before

    def facts(self, lines: list[str]) -> int:
        """The facts at the top; returns how many lines they take."""
        if not lines or lines[0].strip() != "---":
            return 0
        found: list[tuple[str, str]] = []
        for number, line in enumerate(lines[1:], 2):
            if line.strip() == "---":
                self._facts = tuple(found)
                return number
            fact = _FACT.fullmatch(line.strip())
            if not line.strip():
                continue
            if not fact:
                raise self._wrong(number, "this line can't be read.", "Write it as: name: value")
            found.append((fact["name"].strip(), fact["value"].strip()))
        raise self._wrong(1, "the lines at the top have no end.", "Write --- below them.")

    def take(self, number: int, line: str) -> None:
        """One line."""
        if not line.strip():
            self._apart = True
            return
        if line.startswith("#"):
            self._heading(number, line)
        elif line.startswith(">"):
            self._source(number, line)
        elif self._part == HARD_WORDS:
            self._meaning(number, line)
        elif line[0] in " \t":
            self._entry(number, line)
        else:
            self._row(number, line)
        self._apart = False

    def file(self) -> EasyFile:
        """The whole file."""
        if not self._title:
            raise self._wrong(1, "this has no title.", "Write it at the top: # The title")
        points, whole = (tuple(self._groups[part]) for part in (MAIN_POINTS, WHOLE))
        return EasyFile(self._name, self._title, self._facts, points, whole, tuple(self._meanings))

    def _heading(self, number: int, line: str) -> None:
        mark, _, words = line.partition(" ")
        words = words.strip()
        if not words:
            raise self._wrong(number, "this heading has no words.", "Write them, or remove it.")
        if mark == "#" and not self._title:
            self._title = words
        elif mark == "##" and words in _PARTS:
            self._part = words
        elif mark in ("##", "###") and self._part == WHOLE:
            self._headed(number, words)
        else:
            known = ", ".join(f"## {part}" for part in _PARTS)
            remedy = f"The parts of the file are {known}; headings in the post begin with ###."
            raise self._wrong(number, "this heading has no place here.", remedy)

    def _headed(self, number: int, words: str) -> None:
        groups = self._groups[WHOLE]
        last = groups[-1] if groups else None
        open_ = last and last.sources and not last.rows and not last.heading
        sources = groups.pop().sources if open_ else ()
        groups.append(SourceGroup(sources, heading=words, line=number))

    def _source(self, number: int, line: str) -> None:
        found = _SOURCE.fullmatch(line)
        if self._part == HARD_WORDS or not found:
            raise self._wrong(number, "this line has no place here.", "Remove it.")
        groups = self._groups[self._part]
        source = Source(found["id"] or "", found["words"].strip())
        last = groups[-1] if groups and not self._apart else None
        if last and last.sources and not last.rows and not last.heading:
            groups[-1] = replace(last, sources=(*last.sources, source))
        else:
            groups.append(SourceGroup((source,), line=number))

    def _row(self, number: int, line: str) -> None:
        found = _ROW.fullmatch(line)
        if _OTHER.match(line) or not found:
            remedy = "A row is one line: - [ ] ![](picture) The sentence."
            raise self._wrong(number, "this is no row.", remedy)
        picture = RowPicture(found["name"].strip(), found["alt"]) if found["name"] else None
        done = (found["box"] or "") in ("x", "X")
        row = FileRow(found["words"].strip(), picture=picture, done=done, line=number)
        groups = self._groups[self._part]
        if not groups or groups[-1].heading:
            groups.append(SourceGroup(line=number))
        groups[-1] = replace(groups[-1], rows=(*groups[-1].rows, row))

    def _entry(self, number: int, line: str) -> None:
        found = _ENTRY.fullmatch(line)
        groups = self._groups[self._part]
        if not found or not groups or not groups[-1].rows:
            remedy = "Begin a row at the margin; below a row with a list, write two spaces and -."
            raise self._wrong(number, "this line belongs to no row.", remedy)
        *before, row = groups[-1].rows
        row = replace(
            row,
            entries=(*row.entries, found["words"].strip()),
            numbered=bool(found["number"]),
        )
        groups[-1] = replace(groups[-1], rows=(*before, row))

    def _meaning(self, number: int, line: str) -> None:
        found = _MEANING.fullmatch(line)
        if not found:
            raise self._wrong(
                number, "this is no hard word.", "Write it as: **word**: What it means."
            )
        self._meanings.append(Meaning(found["word"].strip(), found["meaning"].strip(), number))

    def _wrong(self, number: int, message: str, remedy: str) -> ReadError:
        return ReadError(message, where=f"{self._name}:{number}", remedy=remedy)
