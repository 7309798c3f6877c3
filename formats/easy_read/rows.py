"""Rows → markup: the picture on the left, the words on the right, and what hard words mean.

The picture comes before the words in the page too (DH 2009, rules 3, 5 and 10).
"""

from collections.abc import Iterable
from dataclasses import dataclass

from formats.easy_read.hard_words import Glossary, HardWord
from formats.markup import Dialect, escape, inlines_html
from formats.model import EasyPart, EasyRow, Inline, Media, Picture
from formats.words.easy_read import EasyReadWords


@dataclass(frozen=True, slots=True)
class Rows:
    """Writes the rows of one page; `glossary` remembers which words it has explained there.

    `media` are the pictures by their paths.
    """

    dialect: Dialect
    said: EasyReadWords
    glossary: Glossary
    media: dict[str, Media]

    def part(self, part: EasyPart) -> str:
        """A heading and its rows."""
        heading = ""
        if part.heading:
            words = inlines_html(part.heading.inlines, self.dialect)
            heading = f'<h2 id="{escape(part.heading.id)}">{words}</h2>\n'
        return heading + self.rows(part.rows)

    def rows(self, rows: Iterable[EasyRow]) -> str:
        """Rows, one below the other."""
        return "\n".join(map(self._row, rows))

    def _row(self, row: EasyRow) -> str:
        run, hard = self.glossary.flag(row.sentence.inlines)
        unit = f'id="{escape(row.sentence.id)}"'
        of = f' data-post="{escape(" ".join(row.sources))}"' if row.sources else ""
        words = f"<p {unit}>{inlines_html(run, self.dialect)}</p>{self._entries(row)}"
        meanings = "".join(map(self._meaning, hard))
        return (
            f'<div class="row"{of}>{self._picture(row.picture)}'
            f'<div class="words">{words}{meanings}</div></div>'
        )

    def _entries(self, row: EasyRow) -> str:
        items = "\n".join(
            f'<li id="{escape(entry.id)}">{self._inlines(entry.inlines)}</li>'
            for entry in row.entries
        )
        kind = "ol" if row.numbered else "ul"
        return f"\n<{kind}>\n{items}\n</{kind}>" if items else ""

    def _inlines(self, run: tuple[Inline, ...]) -> str:
        return inlines_html(run, self.dialect)

    def _picture(self, picture: Picture | None) -> str:
        """The picture, or an empty place that nobody is told of."""
        if picture is None:
            return '<div class="picture"></div>'
        media = self.media[picture.src]
        src, alt = escape(picture.src), escape(picture.alt or "")
        size = f'width="{media.width}" height="{media.height}"'
        return f'<div class="picture"><img src="{src}" alt="{alt}" {size}/></div>'

    def _meaning(self, hard: HardWord) -> str:
        """The explanation comes after the sentence, not inside it (GOV.UK)."""
        word = f"<strong>{escape(hard.word[0].upper() + hard.word[1:])}</strong>"
        means = self.said.means.format(word)
        own = self.dialect.our_language
        return f'<p class="meaning"><span{own}>{means}</span> {escape(hard.meaning)}</p>'
