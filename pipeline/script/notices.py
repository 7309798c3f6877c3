"""What is said for a picture and for program text."""

import re

from formats.model import CodeBlock, Figure
from formats.words import Words, added, words
from pipeline.script import pauses
from pipeline.script.editing import stopped
from pipeline.script.lines import Line, Run, joined, plain
from pipeline.script.normalise import spoken
from pipeline.script.place import Place

# A fence may have any text; "text" and the like are not languages.
_NAMED = re.compile(r"(?!(?:text|txt|plain|plaintext|none)$)[A-Za-z][A-Za-z0-9+#.-]{0,19}")

_WORD = re.compile(r"\w+")

# As written on fences → as people call them.
_PROGRAM_LANGUAGES = {
    "bash": "shell",
    "c#": "C sharp",
    "c++": "C plus plus",
    "console": "shell",
    "cpp": "C plus plus",
    "cs": "C sharp",
    "csharp": "C sharp",
    "css": "CSS",
    "csv": "CSV",
    "f#": "F sharp",
    "go": "Go",
    "html": "HTML",
    "http": "HTTP",
    "ini": "INI",
    "java": "Java",
    "javascript": "JavaScript",
    "js": "JavaScript",
    "json": "JSON",
    "jsx": "JSX",
    "latex": "LaTeX",
    "md": "Markdown",
    "php": "PHP",
    "powershell": "PowerShell",
    "ps1": "PowerShell",
    "py": "Python",
    "rb": "Ruby",
    "rs": "Rust",
    "sh": "shell",
    "scss": "SCSS",
    "shell": "shell",
    "sql": "SQL",
    "toml": "TOML",
    "ts": "TypeScript",
    "tsx": "TSX",
    "typescript": "TypeScript",
    "xml": "XML",
    "yaml": "YAML",
    "yml": "YAML",
    "zsh": "shell",
}


def code_notice(code: CodeBlock, place: Place) -> Line:
    """The length and language of a code example; its text can't be followed by ear."""
    known = words(place.language)
    said = known.only_code if place.brief else known.code.format(_extent(code, known))
    language = added(place.language)
    return plain(code.id, spoken(said, language), language, pauses.NOTICE)


def _extent(code: CodeBlock, known: Words) -> str:
    count = len(code.text.rstrip("\n").split("\n"))
    size = known.code_line if count == 1 else known.code_lines.format(count)
    if _NAMED.fullmatch(code.language):
        size += known.code_language.format(_called(code.language))
    return size


def _called(written: str) -> str:
    return _PROGRAM_LANGUAGES.get(written.lower(), written.capitalize())


def picture_notice(figure: Figure, caption: str, place: Place) -> Line:
    """The alternative text, once.

    Only "Picture." is said for a decoration, for a picture whose caption contains all words of
    its alternative text, and for one that has only a caption.
    """
    known = words(place.language)
    alt = figure.picture.alt
    if alt is None and not caption:
        return plain(figure.id, known.undescribed, added(place.language), place.pause)
    if not alt or _holds(caption, alt):
        return plain(figure.id, known.only_picture, added(place.language), place.pause)
    return Line(figure.id, _described(alt, place), place.language, place.pause)


def _described(alt: str, place: Place) -> tuple[Run, ...]:
    """The pattern of a picture with its alternative text, and one full stop after it."""
    before, after = words(place.language).picture.split("{}")
    said = joined(place.runs(alt))
    stop = "" if stopped("".join(run.text for run in said)) else after
    return joined((Run(before, place.language), *said, Run(stop, place.language)))


def _holds(whole: str, part: str) -> bool:
    """Whether the words of a part are together in the whole, ignoring punctuation."""
    words_in_part = " ".join(_WORD.findall(part.casefold()))
    return f" {words_in_part} " in f" {' '.join(_WORD.findall(whole.casefold()))} "
