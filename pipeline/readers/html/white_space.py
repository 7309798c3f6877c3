"""White space in running text, as a browser shows it: one space, and none at the ends."""

from collections.abc import Iterable

from formats.flat import Piece, flatten, nest
from formats.model import Break, Inline, NoteRef, Picture, Text
from formats.walk import inlines, plain


def tidy(run: Iterable[Inline]) -> tuple[Inline, ...]:
    """A run with single spaces, none at its ends or beside a break; no break at its ends."""
    run = tuple(run)
    if len(run) == 1 and isinstance(run[0], Text):  # nearly every paragraph and cell
        words = run[0].text.strip(" ")
        return (Text(words),) if words else ()
    row: list[Piece] = []
    space = True
    for piece in flatten(run):
        match piece.atom:
            case Text(text):
                space = _tidy_text(piece, text, row, space=space)
            case Break():
                _trim(row)
                if row and not isinstance(row[-1].atom, Break):
                    row.append(piece)
                space = True
            case NoteRef():
                if row and not isinstance(row[-1].atom, Break):
                    _trim(row)  # a mark stands at the word before, and never takes its space
                    space = False
                row.append(piece)
            case _:
                row.append(piece)
                space = False
    _trim(row)
    while row and isinstance(row[-1].atom, Break):
        row.pop()
        _trim(row)
    return nest(row)


def _tidy_text(piece: Piece, text: str, before: list[Piece], *, space: bool) -> bool:
    """Add text, after white space or not; returns whether the row ends in white space."""
    text = text.lstrip(" ") if space else text
    last = before[-1] if before else None
    if text and last and isinstance(last.atom, Text) and _together(last, piece):
        before[-1] = piece.with_text(last.atom.text + text)
    elif text:
        before.append(piece.with_text(text))
    return text.endswith(" ") if text else space


def _together(one: Piece, other: Piece) -> bool:
    """Whether two pieces are inside the same elements."""
    pairs = zip(one.around, other.around, strict=False)
    return len(one.around) == len(other.around) and all(a is b for a, b in pairs)


def _trim(row: list[Piece]) -> None:
    """Remove white space from the end of a row."""
    while row and isinstance(row[-1].atom, Text):
        text = row[-1].atom.text.rstrip(" ")
        if text:
            row[-1] = row[-1].with_text(text)
            return
        row.pop()


def worth_keeping(run: Iterable[Inline]) -> bool:
    """Whether a run shows anything: a character that is not white space, or a picture."""
    run = tuple(run)
    return bool(plain(run).strip()) or any(
        isinstance(inline, Picture | NoteRef) for inline in inlines(run)
    )
