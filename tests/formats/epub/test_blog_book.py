"""The book of a blog made again, with an earlier one to copy from: the bytes never tell."""

import io
import zipfile
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

import pytest

from formats.epub import render_blog, render_blog_text
from formats.model import Blog, Edition, OutputFile, Pieces
from tests.formats.builders import RICH_MEDIA, blog_of, edition, edition_of, paragraph, rich_post


def post(slug: str, text: str = "Sea.") -> Edition:
    """A post of one sentence."""
    return edition(paragraph(text), slug=slug, title=slug.title())


RICH = edition_of(rich_post(), RICH_MEDIA)
BEFORE = (post("one"), RICH, post("two"), post("three"))
AFTER = {
    "nothing changed": BEFORE,
    "a post is new": (post("four"), *BEFORE),
    "a post is gone": (BEFORE[0], BEFORE[1], BEFORE[3]),
    "a post was edited": (BEFORE[0], RICH, post("two", "A longer sea."), BEFORE[3]),
    "the order is another": (BEFORE[3], BEFORE[0], BEFORE[2], RICH),
    "nothing is left of it": (post("five"),),
}
RENDERS = (render_blog, render_blog_text)


@dataclass(frozen=True)
class Looked(Sequence[Edition]):
    """Editions that note which of them were asked for."""

    editions: tuple[Edition, ...]
    asked: list[str]

    def __getitem__(self, number: int) -> Edition:  # type: ignore[override] # no slices
        self.asked.append(self.editions[number].post.slug)
        return self.editions[number]

    def __len__(self) -> int:
        return len(self.editions)


def digests(editions: Sequence[Edition]) -> tuple[str, ...]:
    """Something that differs where the editions do."""
    return tuple(repr(one) for one in editions)


def made(
    render: Callable[[Blog], Iterable[OutputFile]],
    editions: Sequence[Edition],
    before: Pieces,
    book: bytes,
) -> tuple[bytes, Pieces, list[str]]:
    """A book, its pieces, and which posts were looked at to make it."""
    pieces = Pieces(before.used, lambda _path: io.BytesIO(book))
    looked = Looked(tuple(editions), [])
    blog = replace(blog_of(*editions), editions=looked, digests=digests(editions), pieces=pieces)
    (file,) = render(blog)
    return file.data, pieces, looked.asked


@pytest.mark.parametrize("render", RENDERS)
@pytest.mark.parametrize("case", AFTER)
def test_a_book_is_the_same_as_one_made_from_nothing(
    render: Callable[[Blog], Iterable[OutputFile]], case: str
) -> None:
    (from_nothing,) = render(blog_of(*AFTER[case]))
    first, pieces, _ = made(render, BEFORE, Pieces(), b"")

    again, kept, looked = made(render, AFTER[case], pieces, first)
    third, _, none = made(render, AFTER[case], kept, again)

    assert again == third == from_nothing.data
    assert looked == [e.post.slug for e in AFTER[case] if e not in BEFORE]
    assert none == []


def flipped(book: bytes) -> bytes:
    """The book with one bit of a document changed."""
    at = zipfile.ZipFile(io.BytesIO(book)).getinfo("EPUB/posts/two/post.xhtml").header_offset + 100
    return book[:at] + bytes([book[at] ^ 1]) + book[at + 1 :]


def foreign(book: bytes) -> bytes:
    """A zip file with the same names and sizes, and nothing of ours in it."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(book)) as there, zipfile.ZipFile(out, "w") as other:
        for info in there.infolist():
            other.writestr(info.filename, b"x" * info.file_size)
    return out.getvalue()


@pytest.mark.parametrize(
    "damage",
    [
        flipped,
        foreign,
        lambda book: book[: len(book) // 2],
        lambda _book: b"",
        lambda _book: b"no zip file at all" * 1000,
        lambda book: b"\0" + book,
    ],
    ids=["a flipped bit", "a foreign book", "cut off", "empty", "no book", "moved by a byte"],
)
@pytest.mark.parametrize("render", RENDERS)
def test_nothing_of_a_damaged_book_gets_into_the_next(
    render: Callable[[Blog], Iterable[OutputFile]], damage: Callable[[bytes], bytes]
) -> None:
    first, pieces, _ = made(render, BEFORE, Pieces(), b"")

    again, kept, _ = made(render, BEFORE, pieces, damage(first))
    third, _, looked = made(render, BEFORE, kept, again)

    assert again == third == first
    assert looked == []


def test_only_the_post_whose_bytes_are_damaged_is_made_again() -> None:
    first, pieces, _ = made(render_blog, BEFORE, Pieces(), b"")

    _, _, looked = made(render_blog, BEFORE, pieces, flipped(first))

    assert looked == ["two"]


def test_a_post_without_a_digest_is_made_each_time() -> None:
    first, pieces, _ = made(render_blog, BEFORE, Pieces(), b"")
    looked = Looked(BEFORE, [])
    again = Pieces(pieces.used, lambda _path: io.BytesIO(first))
    digest = ("", *digests(BEFORE)[1:])

    (file,) = render_blog(replace(blog_of(*BEFORE), editions=looked, digests=digest, pieces=again))

    assert file.data == first
    assert looked.asked == ["one"]
    assert {key for key in again.used if key[0] in digest} == {(one,) for one in digest[1:]}
