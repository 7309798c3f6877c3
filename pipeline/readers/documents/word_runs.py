"""Neighbouring runs of a Word document that look the same, joined into one.

Word begins a run at each word that was typed or checked at another time. Each run costs as much as
a long one in all that follows.
"""

import re

from lxml import etree

from pipeline.readers.documents.word_styles import W
from pipeline.readers.documents.word_words import text_element
from pipeline.readers.documents.xml_trees import remove

_PROPERTIES = f"{W}rPr"
_TEXT = f"{W}t"

EAST_ASIAN = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
"""A letter of Chinese, Japanese or Korean, for which a run can name another language."""


def join_runs(root: etree._Element) -> None:
    """Join runs of nothing but text that follow each other and have the same properties."""
    last: tuple[bytes, bool] | None = None
    group: list[etree._Element] = []
    for run in list(root.iter(f"{W}r")):
        look = _look(run)
        if look is None or look != last or run.getprevious() is not group[-1]:
            _join(group)
            group = []
        group.append(run)
        last = look
    _join(group)


def _look(run: etree._Element) -> tuple[bytes, bool] | None:
    """The properties of a run, and its kind of script; None if it has more than text."""
    properties = b""
    for child in run:
        if child.tag == _PROPERTIES:
            properties = etree.tostring(child, with_tail=False)
        elif child.tag != _TEXT:
            return None
    return properties, EAST_ASIAN.search(text_of(run)) is not None


def text_of(run: etree._Element) -> str:
    """The text of a run."""
    return "".join(text.text or "" for text in run.findall(_TEXT))


def _join(runs: list[etree._Element]) -> None:
    if len(runs) < 2:
        return
    words = "".join(map(text_of, runs))
    first, *others = runs
    for text in first.findall(_TEXT):
        first.remove(text)
    first.append(text_element(words))
    for run in others:
        remove(run)
