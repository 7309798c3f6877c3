"""The main points of a post: whole sentences that carry it, chosen and never changed.

A sentence is central if it shares words with many others: its degree in the graph whose edges
are the cosines between sentences (Erkan and Radev, LexRank, 2004, where the degree alone did as
well as the walk). All cosines of one sentence add up to its product with the sum of all vectors.
So the graph is never built, and time and memory grow with the length of the post only.
"""

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, chain, islice, pairwise

from formats import walk
from formats.memo import memoised
from formats.model import Block, DefinitionList, Heading, Listing, Paragraph, Post
from pipeline.easy_read.own_words import own_words
from pipeline.easy_read.standing_alone import UNSPACED, standing_alone, word_count

_WORD = re.compile(
    rf"(?P<unspaced>[{UNSPACED}]+)"
    rf"|[^\W\d_{UNSPACED}](?:[^\s—–…/{UNSPACED}]*[^\W\d_{UNSPACED}])?"
)
_STEM = 6  # letters of a word that count: "inform" of "informed" and of "information"

LONGEST = 15
"""Words of a sentence that can be a main point as it is (DH 2010, rule 13)."""
_FIRST = 1.1  # for the first sentence of a paragraph, which often says what it is about
_TITLES = 2  # how many sentences a title or heading weighs
_STRETCHES = 3  # of a post without headings: its beginning, its middle and its end
_WEAK = 1 / 3  # of the best: nothing weaker is chosen beside the best of each section

Words = frozenset[str]


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A sentence that may be chosen; `worth` is what its form gives it, apart from its words."""

    id: str
    words: Words
    worth: float


@dataclass(frozen=True, slots=True)
class _Section:
    """What is under a heading; `level` is 0 before the first."""

    level: int
    titles: tuple[Words, ...]
    candidates: tuple[_Candidate, ...]


def main_points(post: Post, most: int = 10) -> tuple[str, ...]:
    """The ids of at most `most` sentences that carry a split post, in reading order.

    First the best of each section, if it says something new. Where there are more sections than
    places, those under deeper headings are taken together, and then the longest have theirs;
    where there is one section only, three stretches of it stand for sections. Other places go to
    the best sentences that are neither close to a chosen one nor much like it. Nobody gains from
    weak ones, so there may be fewer than `most`. A post of few sentences has all of them. A
    sentence of more than 15 words is chosen if no shorter one is nearly as good.
    """
    sections = _coarse(_sections(post), most)
    candidates = [c for section in sections for c in section.candidates]
    if len(candidates) > most:
        if len(sections) == 1:
            sections = _stretches(sections[0], min(_STRETCHES, most))
        candidates = _chosen(sections, _scores(sections, _words(post.title)), most)
    return tuple(candidate.id for candidate in candidates)


def _words(text: str) -> Words:
    """The beginnings of the words of a text; pairs of characters where there are no spaces."""
    return frozenset(_stems(text))


@memoised
def _stems(text: str) -> tuple[str, ...]:
    return tuple(chain.from_iterable(map(_parts, _WORD.finditer(text.casefold()))))


def _parts(found: re.Match[str]) -> Iterable[str]:
    word = found[0]
    if not found["unspaced"]:
        return (word[:_STEM],)
    return (word[at : at + 2] for at in range(max(1, len(word) - 1)))


# --- sections ---------------------------------------------------------------------------


def _sections(post: Post) -> list[_Section]:
    """The sections of a post, also those without a sentence that may be chosen."""
    sections: list[_Section] = []
    level, titles = 0, (_words(post.title),)
    found: list[_Candidate] = []
    for block in _running(post.blocks):
        if isinstance(block, Heading):
            sections.append(_Section(level, titles, tuple(found)))
            level, titles, found = block.level, (_words(walk.text(block.sentences)),), []
        else:
            found += _candidates(block, post)
    return [*sections, _Section(level, titles, tuple(found))]


def _running(blocks: Iterable[Block]) -> Iterator[Heading | Paragraph]:
    """The author's running text; not quotations, tables, pictures, code, notes or passages."""
    for block in blocks:
        if isinstance(block, Heading | Paragraph):
            yield block
        elif isinstance(block, Listing | DefinitionList):
            yield from _running(walk.children(block))


def _candidates(paragraph: Paragraph, post: Post) -> Iterator[_Candidate]:
    for sentence, text in own_words(paragraph.sentences):
        worth = standing_alone(text, post.language) * min(1, LONGEST / max(1, word_count(text)))
        words = _words(text)
        if worth and words and not _is_byline(text, post.authors):
            first = sentence is paragraph.sentences[0]
            yield _Candidate(sentence.id, words, worth * _FIRST if first else worth)


def _is_byline(text: str, authors: Iterable[str]) -> bool:
    """Whether a sentence is about who wrote: it begins with the name, of two words or more."""
    return any(" " in author and text.startswith((author, f"By {author}")) for author in authors)


def _coarse(sections: list[_Section], most: int) -> list[_Section]:
    """The sections that have candidates, without the deepest headings if they are too many."""
    filled = [section for section in sections if section.candidates]
    levels = {section.level for section in sections if section.level}
    if len(filled) <= most or len(levels) < 2:
        return filled
    return _coarse(_joined(sections, max(levels)), most)


def _joined(sections: list[_Section], level: int) -> list[_Section]:
    """The sections with each of this level put to the one before it; the first is of level 0."""
    joined: list[_Section] = []
    for section in sections:
        if section.level == level:
            before = joined.pop()
            titles = before.titles + section.titles
            candidates = before.candidates + section.candidates
            joined.append(_Section(before.level, titles, candidates))
        else:
            joined.append(section)
    return joined


def _stretches(section: _Section, count: int) -> list[_Section]:
    """The only section of a post in stretches of the same length, so that all of it is covered."""
    found = section.candidates
    ends = [len(found) * n // count for n in range(count + 1)]
    return [replace(section, candidates=found[a:b]) for a, b in pairwise(ends) if a < b]


# --- how central a sentence is ----------------------------------------------------------


class _Graph:
    """Some sentences as vectors of unit length, by their words; rare words weigh more."""

    def __init__(self, sentences: list[Words]) -> None:
        counts = Counter(chain.from_iterable(sentences))
        self._weights = {word: math.log(len(sentences) / n) for word, n in counts.items()}
        self._lengths = {words: self._length(words) for words in sentences}

    def degrees(self, sentences: Sequence[Words], others: Sequence[Words]) -> list[float]:
        """For each sentence, the sum of its cosines with the other ones and with `others`.

        As shares of the largest sum. `math.fsum` rounds once, so the order of a set is no matter.
        """
        total = dict.fromkeys(chain.from_iterable(chain(sentences, others)), 0.0)
        for words in chain(sentences, others):
            for word in words:
                total[word] += self._weights[word] / self._lengths[words]
        found = [self._product(words, total) / self._lengths[words] - 1 for words in sentences]
        largest = max(found)
        return [degree / largest if largest > 0 else 0.0 for degree in found]

    def _product(self, words: Words, total: dict[str, float]) -> float:
        return math.fsum(self._weights[word] * total[word] for word in words)

    def _length(self, words: Words) -> float:
        return math.sqrt(math.fsum(self._weights[word] ** 2 for word in words)) or 1.0


def _scores(sections: list[_Section], title: Words) -> list[float]:
    """For each candidate: how central it is in the post and in its section, times its worth."""
    every = [c.words for section in sections for c in section.candidates]
    titles = [title, *(words for section in sections for words in section.titles)]
    graph = _Graph([*every, *titles])
    in_post = graph.degrees(every, titles + [title] * (_TITLES - 1))
    in_section = [
        degree
        for section in sections
        for degree in graph.degrees([c.words for c in section.candidates], section.titles * _TITLES)
    ]
    worths = [c.worth for section in sections for c in section.candidates]
    return [w * (a + b) for w, a, b in zip(worths, in_post, in_section, strict=True)]


# --- choosing ---------------------------------------------------------------------------


def _chosen(sections: list[_Section], scores: list[float], most: int) -> list[_Candidate]:
    """The candidates for the places, in reading order."""
    candidates = [c for section in sections for c in section.candidates]
    chosen: list[int] = []

    def is_new(number: int) -> bool:
        return not any(_alike(candidates[number], candidates[n]) for n in chosen)

    for place in _longest(sections, most):
        best_first = sorted(place, key=lambda n: -scores[n])
        chosen += islice(filter(is_new, best_first), 1)
    weakest = _WEAK * max(scores)
    apart = len(candidates) // (2 * most)
    for number in sorted(range(len(candidates)), key=lambda n: -scores[n]):
        if len(chosen) == most or scores[number] < weakest:
            break
        if all(abs(number - n) >= apart for n in chosen) and is_new(number):
            chosen.append(number)
    return [candidates[number] for number in sorted(chosen)]


def _longest(sections: list[_Section], most: int) -> list[range]:
    """The places among all candidates of the longest sections, the longest first."""
    ends = accumulate(len(section.candidates) for section in sections)
    places = [range(end - len(s.candidates), end) for s, end in zip(sections, ends, strict=True)]
    return sorted(places, key=len, reverse=True)[:most]


def _alike(one: _Candidate, other: _Candidate) -> bool:
    """Whether two sentences say much the same: two thirds of the shorter are in both."""
    return 3 * len(one.words & other.words) > 2 * min(len(one.words), len(other.words))
