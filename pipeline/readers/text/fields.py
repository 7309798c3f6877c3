"""What the readers of front matter share: the error of broken lines, and quotes made straight."""

from pipeline.errors import ReadError
from pipeline.findings import Finding
from pipeline.readers.shared.reading import TextFile, note

TOO_DEEP = "The front matter is nested too deep to be read."

_REMEDY = (
    'Correct the line; a value with a colon or a quote in it needs quotes: title: "Part 1: on".'
)
_STRAIGHT = str.maketrans(dict.fromkeys("“”„‟", '"') | dict.fromkeys("‘’‚‛", "'"))


def broken(message: str, where: str) -> ReadError:
    """The error of front matter that can't be read."""
    return ReadError(message, where=where, remedy=_REMEDY)


def straight(text: str) -> str:
    """The same text with straight quotation marks in place of a word processor's."""
    return text.translate(_STRAIGHT)


def told_straight(source: TextFile, line: int) -> Finding:
    """A note that curly quotation marks were taken for straight ones."""
    return note(
        "front-matter-quotes",
        source.line(line),
        "Curly quotation marks around a value were taken for straight ones.",
        "Write straight ones: a word processor changes them, a text editor does not.",
    )
