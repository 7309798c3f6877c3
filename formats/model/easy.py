"""The easy-read edition of a post, as people made it: rows of one sentence with a picture."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from formats.model.post import Media
from formats.model.text import Picture, Sentence, Sentences


class Stage(StrEnum):
    """How far people have taken an edition. Only a signed one is called Easy Read."""

    DRAFT = "draft"
    EDITED = "edited"
    CHECKED = "checked"
    SIGNED = "signed"


@dataclass(frozen=True, slots=True)
class Signature:
    """Who says that people with a learning disability have checked a text, and when.

    `by` is the group or its people, "" where they did not want to be named. `paid` is whether
    they were paid for it.
    """

    day: date
    by: str
    paid: bool


@dataclass(frozen=True, slots=True)
class EasyRow:
    """One idea: a sentence, or the words before a list and its entries, with its picture.

    `picture` is shown beside it; its `src` is the path of a `Media` of the text. `sources` are
    the ids of the sentences of the post that it says.
    """

    sentence: Sentence
    entries: Sentences = ()
    numbered: bool = False
    picture: Picture | None = None
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class EasyPart:
    """Rows below one heading; the first part may have none."""

    heading: Sentence | None
    rows: tuple[EasyRow, ...]


@dataclass(frozen=True, slots=True)
class EasyText:
    """An easy-read edition.

    Its units have ids of their own, "e1", "e2" and so on in reading order, with those of the
    main points first; the entries of row "e7" are "e7-2", "e7-3". `meanings` are the hard words
    in the form that stands in the rows, each with its meaning. `media` are the pictures of the
    rows. `round` is the number of times that a group has checked it. `model` names a language
    model that helped to write it, "" where none did.
    """

    title: str
    main_points: tuple[EasyRow, ...]
    parts: tuple[EasyPart, ...]
    meanings: tuple[tuple[str, str], ...] = ()
    media: tuple[Media, ...] = ()
    stage: Stage = Stage.DRAFT
    round: int = 0
    signature: Signature | None = None
    model: str = ""

    @property
    def rows(self) -> tuple[EasyRow, ...]:
        """Every row, the main points first."""
        return (*self.main_points, *(row for part in self.parts for row in part.rows))

    @property
    def word_list(self) -> tuple[tuple[str, str], ...]:
        """The hard words with their meanings, in alphabetical order."""
        return tuple(sorted(self.meanings, key=lambda meaning: meaning[0].lower()))

    @property
    def is_signed(self) -> bool:
        """Whether it may be called Easy Read."""
        return self.stage is Stage.SIGNED
