"""The classes of an element are words."""

from pipeline.readers.html.classes import class_names
from tests.pipeline.readers.html.trees import first


def test_the_classes_of_an_element_are_words() -> None:
    assert class_names(first('<p class="one  two">', "p")) == ["one", "two"]
    assert class_names(first("<p>", "p")) == []
