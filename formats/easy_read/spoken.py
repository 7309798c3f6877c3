"""An easy-read text as a post of its own: what its sound and its book are made of."""

from collections.abc import Iterator
from dataclasses import replace

from formats.easy_read.hard_words import Glossary
from formats.model import (
    Block,
    Definition,
    DefinitionList,
    EasyPart,
    EasyRow,
    EasyText,
    Figure,
    Foreign,
    Heading,
    Inline,
    Item,
    Listing,
    Paragraph,
    Post,
    Sentence,
    Text,
)
from formats.offers import EASY_READ_SUFFIX
from formats.words import added, words
from formats.words.easy_read import EasyReadWords, easy_read_words


def as_post(post: Post, text: EasyText) -> Post:
    """The text as a post: its units have the ids that they have on its page.

    A heading of ours is "points", "whole" or "words"; what the hard words of row "e7" mean are
    "e7-m1" and "e7-m2"; its picture is "e7-p".
    """
    ours = words(post.language)
    writer = _Writer(post.language, easy_read_words(ours), Glossary(text.meanings, ours=False))
    return replace(
        post,
        slug=f"{post.slug}{EASY_READ_SUFFIX}",
        title=f"{ours.page.easy_read}: {text.title}",
        blocks=tuple(writer.blocks(text)),
        summary="",
        picture=None,
        picture_size=(0, 0),
        original="",
    )


class _Writer:
    """Writes the blocks of one text; remembers which hard words it has explained."""

    def __init__(self, language: str, said: EasyReadWords, glossary: Glossary) -> None:
        self._language = language
        self._said = said
        self._glossary = glossary

    def blocks(self, text: EasyText) -> Iterator[Block]:
        """The main points, the whole text, and the hard words once more."""
        if text.main_points:
            yield Heading(2, (self._ours("points", self._said.points),))
            for row in text.main_points:
                yield from self._row(row)
            yield Heading(2, (self._ours("whole", self._said.whole),))
        for part in text.parts:
            yield from self._part(part, below=bool(text.main_points))
        if text.meanings:
            yield Heading(2, (self._ours("words", self._said.hard_words),))
            yield DefinitionList(tuple(_definitions(text)))

    def _part(self, part: EasyPart, *, below: bool) -> Iterator[Block]:
        if part.heading:
            yield Heading(3 if below else 2, (part.heading,))
        for row in part.rows:
            yield from self._row(row)

    def _row(self, row: EasyRow) -> Iterator[Block]:
        """The picture, the sentence, its list, and what its hard words mean."""
        if row.picture:
            yield Figure(f"{row.sentence.id}-p", row.picture, ())
        run, hard = self._glossary.flag(row.sentence.inlines)
        yield Paragraph((replace(row.sentence, inlines=run),))
        if row.entries:
            items = tuple(Item((Paragraph((entry,)),)) for entry in row.entries)
            yield Listing(row.numbered, 1, items)
        for number, word in enumerate(hard, 1):
            means = self._said.means.format(word.word[0].upper() + word.word[1:])
            inlines = (*self._run(means), Text(f" {word.meaning}"))
            yield Paragraph((Sentence(f"{row.sentence.id}-m{number}", inlines),))

    def _ours(self, unit: str, said: str) -> Sentence:
        return Sentence(unit, self._run(said))

    def _run(self, said: str) -> tuple[Inline, ...]:
        """Our own words, marked where they are not in the language of the post."""
        own = added(self._language)
        return (Text(said),) if own == self._language else (Foreign(own, (Text(said),)),)


def _definitions(text: EasyText) -> Iterator[Definition]:
    for number, (word, meaning) in enumerate(text.word_list, 1):
        said = Sentence(f"w{number}-m", (Text(meaning),))
        yield Definition((Sentence(f"w{number}", (Text(word),)),), (Paragraph((said,)),))
