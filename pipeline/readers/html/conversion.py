"""The state of a conversion from HTML to blocks: the place in the tree, and findings."""

from dataclasses import dataclass

from bs4 import Tag

from pipeline.findings import Finding
from pipeline.readers.shared import languages
from pipeline.readers.shared.listing import quoted
from pipeline.readers.shared.pictures import Pictures
from pipeline.readers.shared.reading import TextFile, note, warning

# Deeper than any page that a person wrote; deeper text is kept as plain text. Large print has
# room for few levels of quotes and lists, which are indented: at 24 point and 12 levels, a line
# holds two words.
_DEEPEST = 60
_FARTHEST_IN = 12
_STEPS_IN = frozenset({"blockquote", "ul", "ol", "dl"})


class Conversion:
    """The conversion of one post: its findings and its pictures."""

    def __init__(self, source: TextFile, pictures: Pictures) -> None:
        self.source = source
        self.pictures = pictures
        self._findings: dict[tuple[str, str], Finding] = {}

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The findings, each once, in the order of the text."""
        return tuple(self._findings.values())

    def tell(self, code: str, needle: str, message: str, remedy: str = "") -> None:
        """Add a warning, at the first line of the file that contains `needle`."""
        found = warning(code, self.source.place(needle), message, remedy)
        self._findings.setdefault((code, message), found)

    def tell_hidden(self, words: tuple[str, ...]) -> None:
        """Add a note on text that the post has and does not show."""
        if words:
            found = hidden_text(words, self.source)
            self._findings.setdefault((found.code, found.message), found)

    def tell_lost(self, labels: tuple[str, ...]) -> None:
        """Add a warning on marks of notes that the post does not have."""
        if labels:
            shown = ", ".join(labels[:10])
            self.tell(
                "note-missing",
                "",
                f"Marks of notes lead to no note in the post: {shown}.",
                "Add the notes, or take the marks out.",
            )


def hidden_text(words: tuple[str, ...], source: TextFile) -> Finding:
    """The note on text that is in a page, and that the page does not show."""
    message = f"Text that is not shown, or is no text, was left out: {quoted(words)}."
    return note("hidden-text", source.start, message)


@dataclass(frozen=True, slots=True)
class Scope:
    """The place in the tree: its language, its depth, and whether it is inside a link."""

    conversion: Conversion
    language: str
    depth: int = 0
    steps_in: int = 0
    linked: bool = False

    @property
    def too_deep(self) -> bool:
        """Whether deeper content must be kept as plain text; adds a warning if so."""
        deep = self.depth > _DEEPEST or self.steps_in > _FARTHEST_IN
        if deep:
            self.conversion.tell(
                "too-deep",
                "",
                "Quotes, lists or boxes are inside each other too many times; what is deeper was "
                "kept as plain text.",
                "Take some of them out of the others.",
            )
        return deep

    def inside(self, tag: Tag) -> "Scope":
        """The scope of a tag's children."""
        return Scope(
            self.conversion,
            self.foreign(tag) or self.language,
            self.depth + 1,
            self.steps_in + (tag.name in _STEPS_IN),
            self.linked,
        )

    def foreign(self, tag: Tag) -> str:
        """The language that a tag changes to, or "" where it stays the same."""
        if not tag.attrs:
            return ""
        said = str(tag.get("lang") or tag.get("xml:lang") or "").strip()
        if not said:
            return ""
        known = languages.tag(said)
        if known is None:
            self.conversion.tell(
                "language-tag",
                said,
                f"“{said}” names no language.",
                'Write its code, such as "cy" for Welsh.',
            )
        return "" if known is None or languages.same(known, self.language) else known
