"""What goes along while HTML becomes blocks: where we are, and what was noticed on the way."""

from dataclasses import dataclass, replace

from bs4 import Tag

from pipeline.findings import Finding
from pipeline.readers.shared import languages
from pipeline.readers.shared.pictures import Pictures
from pipeline.readers.shared.reading import TextFile, warning

# Deeper than any page that a person wrote; what lies deeper is kept as plain text. Of quotes
# and lists, each a step further in on the page, large print has room for few: at 24 point and
# 12 steps a line holds two words.
_DEEPEST = 60
_FARTHEST_IN = 12
_STEPS_IN = frozenset({"blockquote", "ul", "ol", "dl"})


class Conversion:
    """One post's way from HTML to the model: its findings, its pictures, its notes."""

    def __init__(self, source: TextFile, pictures: Pictures) -> None:
        self.source = source
        self.pictures = pictures
        self.notes: dict[str, int] = {}
        self._findings: dict[tuple[str, str], Finding] = {}

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What was noticed, each once, in the order of the text."""
        return tuple(self._findings.values())

    def tell(self, code: str, needle: str, message: str, remedy: str = "") -> None:
        """Note a warning at the first place where `needle` stands in the file."""
        found = warning(code, self.source.place(needle), message, remedy)
        self._findings.setdefault((code, message), found)


@dataclass(frozen=True, slots=True)
class Scope:
    """Where in the tree we are: in which language, how deep, inside a link or not."""

    conversion: Conversion
    language: str
    depth: int = 0
    steps_in: int = 0
    linked: bool = False

    @property
    def too_deep(self) -> bool:
        """Whether what comes is to be kept as plain text; told when it is."""
        deep = self.depth > _DEEPEST or self.steps_in > _FARTHEST_IN
        if deep:
            self.conversion.tell(
                "too-deep",
                "",
                "The text is nested too deep to be followed; what is deeper is plain.",
                "Take out quotes, lists or boxes that stand inside each other.",
            )
        return deep

    def inside(self, tag: Tag) -> "Scope":
        """The scope of a tag's children."""
        return replace(
            self,
            depth=self.depth + 1,
            steps_in=self.steps_in + (tag.name in _STEPS_IN),
            language=self.foreign(tag) or self.language,
        )

    def foreign(self, tag: Tag) -> str:
        """The language that a tag changes to, or "" where it stays."""
        said = str(tag.get("lang") or tag.get("xml:lang") or "").strip()
        if not said:
            return ""
        known = languages.tag(said)
        if known is None:
            self.conversion.tell(
                "language-tag", said, f"“{said}” is not a language tag.", 'Write one such as "cy".'
            )
        return "" if known is None or languages.same(known, self.language) else known
