"""What is said of what is not prose: a picture, program text."""

import re

from formats.model import CodeBlock, Figure
from pipeline.script import pauses
from pipeline.script.lines import Line, plain
from pipeline.script.normalise import spoken
from pipeline.script.words import UNWORDED, words

# A fence may hold anything; "text" and its like name no language.
_NAMED = re.compile(r"(?!(?:text|txt|plain|plaintext|none)$)[A-Za-z][A-Za-z0-9+#.-]{0,19}")

# As they are written on fences → as they are called.
_PROGRAM_LANGUAGES = {
    "bash": "shell",
    "c++": "C plus plus",
    "console": "shell",
    "cpp": "C plus plus",
    "cs": "C sharp",
    "csharp": "C sharp",
    "css": "CSS",
    "go": "Go",
    "html": "HTML",
    "java": "Java",
    "javascript": "JavaScript",
    "js": "JavaScript",
    "json": "JSON",
    "md": "Markdown",
    "php": "PHP",
    "py": "Python",
    "rb": "Ruby",
    "rs": "Rust",
    "sh": "shell",
    "shell": "shell",
    "sql": "SQL",
    "toml": "TOML",
    "ts": "TypeScript",
    "typescript": "TypeScript",
    "xml": "XML",
    "yaml": "YAML",
    "yml": "YAML",
}


def added(language: str) -> str:
    """The language in which Allways' own words are said beside text of `language`."""
    return "en" if words(language) is UNWORDED else language


def code_notice(code: CodeBlock, language: str) -> Line:
    """How long a code example is and in what; its punctuation is for eyes."""
    known = words(language)
    count = len(code.text.rstrip("\n").split("\n"))
    size = known.code_line if count == 1 else known.code_lines.format(count)
    if _NAMED.fullmatch(code.language):
        size += known.code_language.format(_called(code.language))
    return plain(code.id, known.code.format(size), added(language), pauses.NOTICE)


def _called(written: str) -> str:
    return _PROGRAM_LANGUAGES.get(written.lower(), written.capitalize())


def picture_notice(figure: Figure, caption: str, language: str, pause: int) -> Line:
    """The alternative text, once.

    Only that a picture is there is said of a decoration, of one whose caption says the same
    as its alternative text, and of one that has a caption alone.
    """
    known = words(language)
    alt = figure.picture.alt
    if alt is None and not caption:
        return plain(figure.id, known.undescribed, added(language), pause)
    if not alt or _same(alt, caption):
        return plain(figure.id, known.only_picture, added(language), pause)
    said = known.picture.format(spoken(alt, language).rstrip("."))
    return plain(figure.id, said, language, pause)


def _same(one: str, other: str) -> bool:
    return one.strip(" .").casefold() == other.strip(" .").casefold()
