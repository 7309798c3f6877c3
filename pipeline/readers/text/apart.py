"""Blocks that touch each other in Markdown, set apart by empty lines.

A table may touch the paragraph above it (GitHub). Headings and definitions end by themselves; but
`markdown` reads all that follows up to an empty line again for each of them, which takes minutes
for a page of thousands.
"""

import re

from pipeline.readers.text.program import Program

_RULER = re.compile(r" {0,3}\|?[ ]*:?-+:?[ ]*(?:\|[ ]*:?-+:?[ ]*)+\|?[ ]*$")
_HEADING = re.compile(r"#{1,6}[ ]")
_UNDERLINE = re.compile(r"(?:=+|-+)[ ]*$")
_SHORT = re.compile(r"\*\[[^\]\n]+\]:")
_DEFINITION = re.compile(r" {0,3}:[ ]{1,3}")


def set_apart(text: str) -> str:
    """The same text with empty lines around what would otherwise be read again and again."""
    program = Program(text)
    lines = text.split("\n")
    made: list[str] = []
    place = 0
    for n, line in enumerate(lines):
        above = lines[n - 1] if n else ""
        below = lines[n + 1] if n + 1 < len(lines) else ""
        if not program.end(place) and _begins(line, above, below):
            made.append("")
        made.append(line)
        place += len(line) + 1
    return "\n".join(made)


def _begins(line: str, above: str, below: str) -> bool:
    """Whether a line begins a block, or the one above it ended one."""
    if not line or not above.strip():
        return False
    table = "|" in line and _RULER.match(below) and not _RULER.match(line)
    defined = _DEFINITION.match(line) or (_DEFINITION.match(below) and not line.startswith(" "))
    ended = _UNDERLINE.match(above) or _HEADING.match(above) or _SHORT.match(above)
    return bool(table or _HEADING.match(line) or ended or (defined and _DEFINITION.match(above)))
