"""The subjects, authors and years of a blog, each with its posts and a folder of its own."""

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import unicodedata2 as unicodedata

from formats.model import Episode, Post
from formats.slugs import slugify

SUBJECTS, AUTHORS, YEARS = "tags", "authors", "years"
"""The kinds of groups, which are the names of their folders."""


@dataclass(frozen=True, slots=True)
class Group:
    """The posts that share a subject, an author or a year, newest first.

    `name` is as most of the posts write it. `language` is that of all of them, or "".
    """

    kind: str
    name: str
    slug: str
    language: str
    episodes: tuple[Episode, ...]

    @property
    def folder(self) -> str:
        """Where its pages are, from the root of the output; it ends in "/"."""
        return f"{self.kind}/{self.slug}/"


@dataclass(frozen=True, slots=True)
class Groups:
    """All groups of a blog: of each kind by the key of its name, in the order for readers."""

    subjects: Mapping[str, Group]
    authors: Mapping[str, Group]
    years: Mapping[str, Group]

    def of(self, kind: str) -> tuple[Group, ...]:
        """The groups of a kind."""
        return tuple(
            {SUBJECTS: self.subjects, AUTHORS: self.authors, YEARS: self.years}[kind].values()
        )

    def found(self, kind: str, names: Iterable[str]) -> list[Group]:
        """The groups of some names, each once; names without letters have none."""
        known = self.subjects if kind == SUBJECTS else self.authors
        return [known[key] for key in dict.fromkeys(map(key_of, names)) if key in known]


def groups(episodes: Sequence[Episode]) -> Groups:
    """The groups of all posts: names in the order of the alphabet, years from the newest."""
    return Groups(
        subjects=_grouped(SUBJECTS, episodes, lambda post: post.tags),
        authors=_grouped(AUTHORS, episodes, lambda post: post.authors),
        years=dict(reversed(_grouped(YEARS, episodes, _year).items())),
    )


@lru_cache(maxsize=10_000)
def key_of(name: str) -> str:
    """What two spellings of a name share: "Easy Read", "easy-read" and "easy  read" are one."""
    plain = unicodedata.normalize("NFKC", name).lower().replace("-", " ").replace("_", " ")
    shown = "".join(ch for ch in plain if unicodedata.category(ch)[0] != "C" or ch.isspace())
    return " ".join(shown.split())


def _year(post: Post) -> tuple[str, ...]:
    return (f"{post.published.year:04}",) if post.published else ()


def _grouped(
    kind: str, episodes: Sequence[Episode], names: Callable[[Post], tuple[str, ...]]
) -> dict[str, Group]:
    spelt: dict[str, Counter[str]] = {}
    members: dict[str, dict[str, Episode]] = {}
    for episode in episodes:
        for name in names(episode.post):
            if key := key_of(name):
                spelt.setdefault(key, Counter())[" ".join(name.split())] += 1
                members.setdefault(key, {})[episode.post.slug] = episode
    slugs = _slugs(sorted(members))
    return {
        key: Group(
            kind,
            spelt[key].most_common(1)[0][0],
            slugs[key],
            _language(members[key].values()),
            tuple(members[key].values()),
        )
        for key in slugs
    }


def _slugs(keys: Sequence[str]) -> dict[str, str]:
    """A folder's name for each key.

    Of keys with one slug, such as "c" and "c++", each other than that slug itself has a few
    figures after it, so that new posts rarely move an old page.
    """
    plain = {key: slugify(key) for key in keys}
    shared = Counter(plain.values())
    return {
        key: slug if slug and (shared[slug] == 1 or _spaced(slug) == key) else _marked(slug, key)
        for key, slug in plain.items()
    }


def _spaced(slug: str) -> str:
    return slug.replace("-", " ")


def _marked(slug: str, key: str) -> str:
    mark = hashlib.sha256(key.encode(errors="replace")).hexdigest()[:8]
    return f"{slug}-{mark}" if slug else mark


def _language(episodes: Iterable[Episode]) -> str:
    languages = {episode.post.language for episode in episodes}
    return languages.pop() if len(languages) == 1 else ""
