"""Every picture of a post gets its new address, and nothing else changes."""

from dataclasses import replace

from formats import walk
from formats.model import (
    Definition,
    DefinitionList,
    Figure,
    Foreign,
    Heading,
    Inline,
    Item,
    Link,
    Listing,
    Note,
    Notes,
    Picture,
    Quote,
    Row,
    Sentences,
    Style,
    Styled,
    Table,
)
from pipeline.importing.moved import moved
from tests.formats.builders import cell, paragraph, sentence
from tests.pipeline.importing.test_front_matter import POST

OLD, OTHER = Picture("old.png", "A lock"), Picture("other.png", None)


def _shown(*run: Inline) -> Sentences:
    return (sentence("See ", *run),)


EVERYWHERE = replace(
    POST,
    picture=OLD,
    blocks=(
        Heading(2, _shown(OLD)),
        paragraph(sentence(Link("a", (Styled(Style.STRONG, (Foreign("cy", (OLD,)),)),)))),
        Figure("", OLD, _shown(OLD)),
        Listing(ordered=True, start=4, items=(Item((Quote((Figure("", OLD, ()),)),)),)),
        DefinitionList((Definition(_shown(OLD), (Figure("", OLD, ()),)),)),
        Table(_shown(OLD), (Row((replace(cell("a", columns=2), sentences=_shown(OLD)),)),)),
        Notes((Note("n1", "1", (Figure("", OLD, ()),)),)),
    ),
)


def test_pictures_everywhere_in_a_post_are_found() -> None:
    found = moved(EVERYWHERE, {"old.png": "new.png"})

    assert found.picture == Picture("new.png", "A lock")
    shown = list(walk.pictures(found.blocks))
    assert len(shown) == 10
    assert {picture.src for picture in shown} == {"new.png"}


def test_a_post_is_otherwise_as_it_was() -> None:
    there = moved(EVERYWHERE, {"old.png": "new.png", "none.png": "x.png"})

    assert moved(there, {"new.png": "old.png"}) == EVERYWHERE
    assert moved(EVERYWHERE, {}) is EVERYWHERE
