"""After an edit, what is known of the run before gives the bytes of a run that knows nothing."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from formats.registry import POST_FORMATS
from pipeline.publish.request import Request
from tests.pipeline.publish.two_posts import run, tree

LONG = """---
title: The tide
date: 2026-01-05
---

We utilise boats. Participants don't pay £3.50 before 14/3/2026. "Nobody", said Ann, "knows."

## The NHS and the sea

The <abbr title="World Health Organization">WHO</abbr> met. The
<abbr title="World Health Organization">WHO</abbr> did not say why, and the carers were
apprehensive about it. Carers participate.

We need three things: boats, nets and rope. This is why:

- a boat, and carers
- a net of 12 kg

> The sea is cold. It is 4 °C.

| Boat | Men |
|------|-----|
| Ada  | 3   |

It came in.[^1] It went out.

[^1]: So it was said. Carers participate.
"""


@pytest.fixture
def one_post(tmp_path: Path) -> Request:
    """One post with many kinds of blocks, in every format."""
    posts = tmp_path / "posts"
    posts.mkdir()
    (posts / "tide.md").write_text(LONG)
    (posts / "publication.toml").write_text("[easy_read]\npublish_drafts = true\n")
    formats = tuple(POST_FORMATS)
    cache = tmp_path / "cache"
    return Request(posts, tmp_path / "out", cache, engine="silence", jobs=1, formats=formats)


def _made_anew(request: Request) -> dict[str, bytes]:
    """What is made of the posts by a run that knows nothing."""
    named = {name: getattr(request, name) for name in ("output", "cache")}
    fresh = replace(request, **{n: path.with_name(f"fresh-{n}") for n, path in named.items()})
    run(fresh)
    return tree(fresh.output)


def _edit(old: str, new: str) -> Callable[[Request], None]:
    def edit(request: Request) -> None:
        path = request.source / "tide.md"
        text = path.read_text()
        assert old in text
        path.write_text(text.replace(old, new, 1))

    return edit


def _file(name: str, text: str) -> Callable[[Request], None]:
    def edit(request: Request) -> None:
        (request.source / name).write_text(text)

    return edit


EDITS = {
    "a sentence": _edit("We utilise boats.", "We utilise two boats."),
    "one sentence more, so that all ids are others": _edit("We utilise", "Look! We utilise"),
    "the first use of a short form": _edit(
        'The <abbr title="World Health Organization">WHO</abbr> met.', "They met."
    ),
    "the first use of a hard word": _edit("Participants don't", "People don't"),
    "a block before the others": _edit("We utilise", "## First\n\nWe utilise"),
    "another level of a heading": _edit("## The NHS", "### The NHS"),
    "words that become a quotation": _edit("We need three", "> We need three"),
    "an item that is a paragraph": _edit("- a boat, and carers", "a boat, and carers"),
    "another language": _edit("title: The tide", "title: The tide\nlanguage: de"),
    "American spelling": _edit("title: The tide", "title: The tide\nlanguage: en-US"),
    "another place in the list of notes": _edit("It came in.[^1]", "It[^2] came in.[^1]"),
    "a word's pronunciation": _file("lexicon.csv", "written,spoken\nboats,boots\n"),
    "a word's meaning": _file("glossary.csv", "word,meaning\nnets,Things to fish with.\n"),
    "less said around": _file(
        "publication.toml", '[easy_read]\npublish_drafts = true\n[spoken]\ndetail = "brief"\n'
    ),
    "another table of braille": _file(
        "publication.toml",
        '[easy_read]\npublish_drafts = true\n[braille]\ntable = "en-ueb-g1.ctb"\n',
    ),
    "narrow braille": _file(
        "publication.toml", "[easy_read]\npublish_drafts = true\n[braille]\nwidth = 30\n"
    ),
}


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
def test_an_edited_post_is_made_as_if_it_were_new(
    one_post: Request, edit: Callable[[Request], None]
) -> None:
    assert not run(one_post).errors
    edit(one_post)
    run(one_post)

    assert tree(one_post.output) == _made_anew(one_post)
