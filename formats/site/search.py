"""The search over all posts: every word of every post, in files that a page loads only when asked.

They are scripts and not JSON, because a page that is opened from a folder may load a script
beside it and nothing else. A reader who searches loads the list of posts, and one file for the
first letter of each word.
"""

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache, partial

import unicodedata2 as unicodedata

from formats import walk
from formats.model import Episode, Figure, OutputFile, Post, Sentence
from formats.offers import in_words, offers
from formats.site.entries import Front
from formats.words import phrases

FOLDER = "reader/search/"

_WIDE = re.compile("[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]+")
"""Chinese and Japanese, written without spaces: found by pairs of characters."""

_FEW = 60
_ALL = "words"
"""The name of the file for all words of a few posts: about 5 kB a post."""

_LONGEST = 40  # characters of a word that are looked at


def files(episodes: tuple[Episode, ...], site: Front) -> Iterator[OutputFile]:
    """`posts.js`, the list of all posts, and one file for each first letter of their words.

    A blog of a few posts has one file for all words.
    """
    found: defaultdict[str, list[int]] = defaultdict(list)
    for number, episode in enumerate(episodes):
        for word in _words_of(episode, site):
            found[word].append(number)
    parts: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for word in sorted(found):
        part = _ALL if len(episodes) <= _FEW else part_of(word)
        parts[part][word] = _steps(found[word])
    listed = {"formats": _formats(site), "parts": sorted(parts), "posts": _posts(episodes, site)}
    yield _script("posts", listed)
    for part in sorted(parts):
        yield _script(part, parts[part])


def _words_of(episode: Episode, site: Front) -> list[str]:
    """The words of a post in their order; none has a space."""
    key = (episode.digest, "words")
    return site.pieces.of(key, lambda: " ".join(sorted(words(episode.post)))).split()


def words(post: Post) -> set[str]:
    """Every word of a post, with its title, summary, authors and subjects, as it is searched."""
    texts = [post.title, post.summary, *post.authors, *post.tags, *_texts(post)]
    raw = {word for text in texts for word in text.split()}
    return {word for text in raw for word in _folded(text)}


def _texts(post: Post) -> Iterator[str]:
    for unit in walk.units(post.blocks):
        match unit:
            case Sentence():
                yield walk.plain(unit.inlines)
            case Figure():
                yield unit.picture.alt or ""
            case _:
                yield unit.text


def _folded(text: str) -> tuple[str, ...]:
    """The words of a text in small letters without accents, as the script folds what is typed."""
    return tuple(w[:_LONGEST] for run in _runs(text) for w in _pairs(run))


@lru_cache(maxsize=100_000)
def _runs(text: str) -> tuple[str, ...]:
    """The runs of letters and figures."""
    plain = unicodedata.normalize("NFKD", text.lower())
    kinds = ((ch, unicodedata.category(ch)[0]) for ch in plain)
    return tuple("".join(ch if kind in "LN" else " " for ch, kind in kinds if kind != "M").split())


def _pairs(run: str) -> Iterator[str]:
    """A word itself; of Chinese and Japanese, each pair of characters and each last one."""
    at = 0
    for wide in _WIDE.finditer(run):
        if run[at : wide.start()]:
            yield run[at : wide.start()]
        yield from (wide[0][n : n + 2] for n in range(len(wide[0])))
        at = wide.end()
    if run[at:]:
        yield run[at:]


def part_of(word: str) -> str:
    """The name of the file that has a word: its first letter, or a block of the code points."""
    first = word[0]
    return first if first.isascii() else f"u{ord(first) >> 8:x}"


def _steps(numbers: Iterable[int]) -> str:
    """Numbers of posts as steps from one to the next, in base 36."""
    steps, last = [], 0
    for number in numbers:
        steps.append(_base_36(number - last))
        last = number
    return " ".join(steps)


@lru_cache(maxsize=10_000)
def _base_36(number: int) -> str:
    digits = ""
    while number or not digits:
        number, digit = divmod(number, 36)
        digits = "0123456789abcdefghijklmnopqrstuvwxyz"[digit] + digits
    return digits


def _formats(site: Front) -> list[list[str]]:
    """The path and the words of each format in which a post can be opened."""
    return [
        [path, in_words(offer, site.ours)]
        for path, offer in offers("{slug}", site.publication).items()
    ]


def _posts(episodes: Iterable[Episode], site: Front) -> list[list[object]]:
    """Of each post: slug, title, language, facts, and the numbers of its formats."""
    paths = [path for path, _ in _formats(site)]
    return [
        site.pieces.of((episode.digest, "row"), partial(_row, episode, paths, site))
        for episode in episodes
    ]


def _row(episode: Episode, paths: list[str], site: Front) -> list[object]:
    post = episode.post
    facts, numbers = _facts(post, site), _numbers(episode, paths)
    return [post.slug, post.title, post.language, facts, numbers]


def _facts(post: Post, site: Front) -> str:
    day = [phrases.day(post.published, site.ours)] if post.published else []
    return " · ".join([*post.authors[:2], *day])


def _numbers(episode: Episode, paths: list[str]) -> list[int]:
    slug = episode.post.slug
    made = {card.path for card in episode.files}
    return [n for n, path in enumerate(paths) if f"posts/{slug}/{path.format(slug=slug)}" in made]


def _script(name: str, value: object) -> OutputFile:
    """A file that hands its value to the script of the page; all of it is ASCII."""
    given = json.dumps([name, value], separators=(",", ":"))
    text = f"allwaysSearch(...{given});\n"
    return OutputFile(f"{FOLDER}{name}.js", "text/javascript", text.encode())
