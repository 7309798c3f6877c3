"""The place of text in a post, and running text spoken there."""

from dataclasses import dataclass

from formats.model import Sentences
from pipeline.script import pauses
from pipeline.script.editing import Parts
from pipeline.script.lines import Line, Part, Run
from pipeline.script.saying import runs
from pipeline.script.sentence import Telling


@dataclass(frozen=True, slots=True)
class Place:
    """The place of text in a post: its language, and the pause after it.

    `nested` is true inside a list.
    """

    telling: Telling
    language: str
    pause: int = pauses.PARAGRAPH
    nested: bool = False

    @property
    def brief(self) -> bool:
        """Whether as little as possible is said around the author's words."""
        return self.telling.brief

    def runs(self, text: str) -> tuple[Run, ...]:
        """What is said for words outside any sentence."""
        return runs(text, self.language, self.telling.lexicon)


def running(sentences: Sentences, place: Place) -> Parts:
    """Running text as one part; `place.pause` follows its last sentence."""
    said = lines(sentences, place)
    return (Part(said),) if said else ()


def lines(sentences: Sentences, place: Place) -> tuple[Line, ...]:
    """A line for each sentence."""
    last = len(sentences) - 1
    return tuple(
        place.telling.line(sentence, place.language, place.pause if i == last else pauses.SENTENCE)
        for i, sentence in enumerate(sentences)
    )
