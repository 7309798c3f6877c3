"""Neighbouring runs of a Word document that look the same, joined into one."""

import pytest
from lxml import etree

from pipeline.readers.documents.word_runs import join_runs, text_of
from pipeline.readers.documents.word_styles import W
from tests.pipeline.readers.documents.made import W as NAMESPACE
from tests.pipeline.readers.documents.made import run

BOLD = "<w:b/>"


def joined(*runs: str) -> list[str]:
    """The texts of the runs of a paragraph, after they were joined."""
    root = etree.fromstring(f'<w:p xmlns:w="{NAMESPACE}">{"".join(runs)}</w:p>')
    join_runs(root)
    return [text_of(one) for one in root.iter(f"{W}r")]


def test_words_that_look_the_same_become_one_run() -> None:
    """Each word in a run of its own, as Word writes what was typed at several times."""
    assert joined(run("The "), run("old "), run("lock", BOLD), run(" gate", BOLD)) == [
        "The old ",
        "lock gate",
    ]


@pytest.mark.parametrize(
    "between", [run("x", "<w:i/>"), "<w:r><w:br/></w:r>", "<w:hyperlink/>", run("橋")]
)
def test_what_stands_between_runs_parts_them(between: str) -> None:
    """Another look, a line end, a link, or another script, which can have another language."""
    texts = joined(run("one "), between, run("two"))
    assert texts[0] == "one "
    assert texts[-1] == "two"


def test_the_runs_of_two_paragraphs_stay_two() -> None:
    """The last of one and the first of the next do not follow each other."""
    paragraphs = f"<w:p>{run('one')}</w:p><w:p>{run('two')}</w:p>"
    assert joined(paragraphs) == ["one", "two"]
