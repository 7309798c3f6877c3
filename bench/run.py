"""Measure what an editor waits for, and hold it to its bounds.

    make bench [SOURCE=folder] [ONLY=start,edited] [POSTS=1000] [HOURS=10]

Each row is printed as soon as it was measured. The folder's own posts are those of the cold run;
its sentences are what large blogs and long posts are made of (`made.py`). Small figures are the
middle of `RUNS` runs; the first run of a large blog is measured once.
"""

import argparse
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from bench import books as bookshelf
from bench import cold as from_nothing
from bench import made, table
from bench.blogs import Blog, Blogs, Kind
from bench.processes import PROGRAM, middle, run
from bench.table import Bound, Row

RUNS = 3
STARTS = 15
ENGINES = ("espeak", "hibari")
SILENCE = "silence"
MB = 1_000_000

SHORT = 80
"""Words of a post of a large blog."""

TEN, USUAL = 10, 600
"""Posts of the small blog, and words of each."""

SMALL_EDITED = Bound(0.7, size=TEN)
LARGE_EDITED = Bound(1.5, size=1000)
LONG_EDITED = Bound(1.5, size=10 * 3600)
UNCHANGED = Bound(0.5, size=1000)
STARTED = Bound(150)
LONG_MEMORY = Bound(500, size=10 * 3600)
LARGE_MEMORY = Bound(500, size=2000)
FLAT = Bound(1.10, size=2000)
"""What "flat" means: the memory of twice the posts, as times that of half of them."""
TWICE = Bound(2.1, size=2000)


@dataclass(frozen=True, slots=True)
class Bench:
    """What is measured: a folder of posts, the sizes of what is made, and the blogs so far."""

    source: Path
    posts: int
    hours: float
    blogs: Blogs

    def large(self, times: int = 1) -> Blog:
        """The large blog, or one of so many times its posts."""
        return self.blogs.published(Kind(times * self.posts, SHORT, SILENCE))

    def small(self, engine: str) -> Blog:
        """The blog of ten posts."""
        return self.blogs.published(Kind(TEN, USUAL, engine))

    def long(self, engine: str) -> Blog:
        """The blog of one long post."""
        words = round(self.hours * made.WORDS_AN_HOUR)
        return self.blogs.published(Kind(1, words, engine))


def start(_bench: Bench) -> Iterator[Row]:
    """The command line, which does nothing but say what it can do."""
    python = middle([run([sys.executable, "-c", "pass"]) for _ in range(STARTS)])
    taken = middle([run([*PROGRAM, "--help"]) for _ in range(STARTS)])
    beside = f"{taken.cpu * 1000:.0f} CPU ms; Python alone: {python.wall * 1000:.0f} ms"
    at = f"middle of {STARTS}"
    yield Row("start of the command line", at, taken.wall * 1000, "ms", STARTED, beside=beside)


def cold(bench: Bench) -> Iterator[Row]:
    """All editions of the folder's own posts, by each engine."""
    words = sum(len(text.split()) for text in made.texts_of(bench.source))
    for engine in ENGINES:
        yield from from_nothing.rows(bench.source, engine, RUNS, words)


def unchanged(bench: Bench) -> Iterator[Row]:
    """A large blog in which nothing has changed."""
    blog = bench.large()
    taken = middle(blog.unchanged(RUNS))
    beside = f"{taken.cpu:.2f} CPU s"
    yield Row("unchanged run", _posts(blog), taken.wall, "s", UNCHANGED, blog.kind.posts, beside)


def edited(bench: Bench) -> Iterator[Row]:
    """One sentence edited, in a small blog, a large one and a long post."""
    for engine in ENGINES:
        yield _edited(blog := bench.small(engine), SMALL_EDITED, blog.kind.posts, _posts(blog))
        yield _edited_while_open(blog)
    yield _edited(blog := bench.large(), LARGE_EDITED, blog.kind.posts, _posts(blog))
    for engine in ENGINES:
        yield _edited(blog := bench.long(engine), LONG_EDITED, blog.sound, _hours(blog))


def _edited(blog: Blog, bound: Bound, size: float, at: str) -> Row:
    taken = middle(blog.edited(RUNS))
    what = f"one sentence edited, {blog.kind.engine}"
    return Row(what, at, taken.wall, "s", bound, size, f"{taken.cpu:.2f} CPU s")


def _edited_while_open(blog: Blog) -> Row:
    what = f"one sentence edited while the preview is open, {blog.kind.engine}"
    seconds = blog.edited_while_open(RUNS)
    return Row(what, _posts(blog), seconds, "s", SMALL_EDITED, blog.kind.posts)


def memory(bench: Bench) -> Iterator[Row]:
    """The memory of all processes together, of long posts and of large blogs."""
    for engine in ENGINES:
        blog = bench.long(engine)
        what = f"memory at the peak, PSS of all processes, {engine}"
        held = blog.cold.memory / MB
        yield Row(what, _hours(blog), held, "MB", LONG_MEMORY, blog.sound, str(blog.cold))
    half, whole = bench.large(), bench.large(2)
    what = f"memory at the peak, PSS of all processes, {SILENCE}"
    held = whole.cold.memory / MB
    posts = whole.kind.posts
    yield Row(what, _posts(whole), held, "MB", LARGE_MEMORY, posts, str(whole.cold))
    yield Row(
        "the same for twice the posts",
        f"{half.kind.posts:,} and {posts:,} posts",
        whole.cold.memory / half.cold.memory,
        "×",
        FLAT,
        posts,
        f"{held:.0f} MB ÷ {half.cold.memory / MB:.0f} MB",
    )


def twice(bench: Bench) -> Iterator[Row]:
    """The time for twice the posts."""
    half, whole = bench.large(), bench.large(2)
    posts = whole.kind.posts
    yield Row(
        "time for twice the posts, cold",
        f"{half.kind.posts:,} and {posts:,} posts",
        whole.cold.wall / half.cold.wall,
        "×",
        TWICE,
        posts,
        f"{whole.cold} ÷ {half.cold}",
    )


def books(bench: Bench) -> Iterator[Row]:
    """EPUBCheck over the books of many posts, and its share of a check of everything."""
    number = min(bookshelf.BOOKS, bench.posts)
    many = bench.blogs.published(Kind(number, SHORT, SILENCE, formats="epub"))
    yield from bookshelf.rows(many.output, number)
    yield from bookshelf.share(bench.small(ENGINES[0]).output, TEN)


PARTS: Mapping[str, Callable[[Bench], Iterator[Row]]] = {
    part.__name__: part for part in (start, cold, unchanged, edited, memory, twice, books)
}


def rows(bench: Bench, parts: list[str]) -> Iterator[Row]:
    """The rows of some parts, in the order of the table."""
    for name, part in PARTS.items():
        if name in parts:
            yield from part(bench)


def main(words: list[str] | None = None) -> None:
    """Take the figures that are asked for, and print each as soon as it is there."""
    asked = options(words)
    with tempfile.TemporaryDirectory(prefix="allways-bench-") as place:
        work = Path(place)
        source = shutil.copytree(asked.source, work / "own" / "posts")
        blogs = Blogs(made.sentences_of(source), work)
        bench = Bench(source, asked.posts, asked.hours, blogs)
        for line in table.lines(rows(bench, asked.only)):
            print(line, flush=True)


def options(words: list[str] | None) -> argparse.Namespace:
    """The words of the command line: which folder, which parts, and how large."""
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("source", type=Path, help="a folder of posts")
    parser.add_argument("--only", type=_parts, default=list(PARTS), metavar="PARTS")
    parser.add_argument("--posts", type=int, default=1000, help="of a large blog; then twice")
    parser.add_argument("--hours", type=float, default=10, help="of a long post")
    return parser.parse_args(words)


def _parts(text: str) -> list[str]:
    """Parts of the table, as in "start,edited"."""
    unknown = set(text.split(",")) - PARTS.keys()
    if unknown:
        raise argparse.ArgumentTypeError(
            f"there is no {', '.join(sorted(unknown))}; there are {', '.join(PARTS)}"
        )
    return text.split(",")


def _posts(blog: Blog) -> str:
    return f"{blog.kind.posts:,} posts of {blog.kind.words} words"


def _hours(blog: Blog) -> str:
    return f"one post, {blog.sound / 3600:.1f} hours of sound"


if __name__ == "__main__":
    main()
