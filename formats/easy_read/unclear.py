"""What is still hard in a draft, for the editor: hard words without a meaning, and sayings."""

from collections.abc import Iterable

from formats.easy_read.hard_words import Glossary
from formats.easy_read.idioms import Saying, sayings
from formats.easy_read.yardstick import hard
from formats.markup import escape


class Unclear:
    """Collects, sentence by sentence, what is not explained; each once, with its first sentence."""

    def __init__(self, glossary: Glossary) -> None:
        self._glossary = glossary
        self.words: dict[str, str] = {}
        self.sayings: dict[str, tuple[str, Saying]] = {}

    def look(self, unit: str, text: str) -> None:
        """Look through the words of the sentence with this id."""
        known = self._glossary.places(text)
        said = sayings(text)
        in_sayings = {word for saying in said for word in saying.words.split()}
        for found in hard(text):
            explained = any(place.begin <= found.start() < place.end for place in known)
            if not explained and found[0] not in in_sayings:
                self.words.setdefault(found[0], unit)
        for saying in said:
            self.sayings.setdefault(saying.words.lower(), (unit, saying))

    def html(self) -> str:
        """Two lists with links to the sentences, or nothing."""
        words = (_link(unit, word) for word, unit in sorted(self.words.items()))
        said = (
            f"{_link(unit, saying.words)}. It may mean: {escape(saying.meaning)}"
            for _, (unit, saying) in sorted(self.sayings.items())
        )
        return _points("Hard words without a meaning", words) + _points("Sayings", said)


def _link(unit: str, words: str) -> str:
    return f'<a href="#{escape(unit)}">{escape(words)}</a>'


def _points(title: str, points: Iterable[str]) -> str:
    items = "\n".join(f"<li>{point}</li>" for point in points)
    return f"<h3>{title}</h3>\n<ul>\n{items}\n</ul>\n" if items else ""
