"""What was made of the same is not made again."""

from collections.abc import Callable, Iterable

import pytest

from formats import opds, podcast, site
from formats.model import Blog, Episode, OutputFile, Pieces
from tests.formats.builders import PUBLICATION, paragraph, post_of
from tests.formats.podcast.feeds import episode


def _fail() -> str:
    raise AssertionError("it was made again")


def test_a_piece_is_made_once_and_kept_for_the_next_run() -> None:
    first = Pieces()

    assert first.of(("digest", "x"), lambda: "made") == "made"
    assert first.of(("digest", "x"), _fail) == "made"
    assert Pieces(first.used).of(("digest", "x"), _fail) == "made"


def test_a_piece_of_something_else_is_made() -> None:
    known = Pieces({("digest", "x"): "made"})

    assert known.of(("digest", "y"), lambda: "other") == "other"
    assert known.used == {("digest", "y"): "other"}


def test_a_piece_of_a_post_without_a_digest_is_not_kept() -> None:
    pieces = Pieces()

    assert pieces.of(("", "x"), lambda: "a") == "a"
    assert pieces.of(("", "x"), lambda: "b") == "b"
    assert pieces.used == {}


def test_what_is_no_longer_asked_for_is_not_kept_on() -> None:
    pieces = Pieces({("old",): "piece", ("new",): "piece"})

    pieces.of(("new",), _fail)

    assert set(pieces.used) == {("new",)}


def test_without_an_earlier_run_there_is_an_empty_file() -> None:
    with Pieces().earlier("book.epub") as file:
        assert file.read() == b""


# --- formats that keep pieces ---------------------------------------------------------------


def _post(slug: str, *tags: str, text: str = "Sea.") -> Episode:
    """A post of the same moment as all others, with a digest of what is in it."""
    post = post_of(paragraph(text), slug=slug, tags=tags)
    return episode(post, digest=f"{slug} {tags} {text}")


BEFORE = (_post("tide", "sea"), _post("ebb"))
NEIGHBOURS = {
    "the same": BEFORE,
    "one of the same moment before it": (*BEFORE, _post("a")),
    "others that write its subject otherwise": (*BEFORE, _post("b", "Sea"), _post("c", "Sea")),
    "others with a subject of almost its name": (*BEFORE, _post("b", "sea!")),
    "one that is gone": BEFORE[:1],
    "another order": BEFORE[::-1],
    "another text": (BEFORE[0], _post("ebb", text="Mud.")),
    "none": (),
}


@pytest.mark.parametrize("name", NEIGHBOURS)
@pytest.mark.parametrize("render", [podcast.render_blog, opds.render_blog, site.render_blog])
def test_what_was_kept_of_a_post_stands_among_any_others(
    render: Callable[[Blog], Iterable[OutputFile]], name: str
) -> None:
    first = Pieces()
    for _ in render(Blog(PUBLICATION, BEFORE, (), pieces=first)):
        pass
    again, fresh = (
        {file.path: file.data for file in render(Blog(PUBLICATION, NEIGHBOURS[name], (), pieces=p))}
        for p in (Pieces(first.used), Pieces())
    )

    assert again == fresh
    assert first.used
