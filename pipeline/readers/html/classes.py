"""The classes of an element, as words."""

from bs4 import Tag


def class_names(tag: Tag) -> list[str]:
    """The classes of an element."""
    return " ".join(filter(None, tag.get_attribute_list("class"))).split()
