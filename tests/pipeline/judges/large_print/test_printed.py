"""Letters make lines, and lines blocks, in the order in which they are read."""

from pathlib import Path

from tests.pipeline.judges.large_print.pdfs import good


def test_lines_are_read_in_order(tmp_path: Path) -> None:
    text = [line.text.strip() for line in good(tmp_path).lines]

    assert text[0] == "The tide"
    assert text.index("One boat.") < text.index("Another boat.")
    assert text[-1] == "https://example.org/"


def test_a_paragraph_is_one_block_of_several_lines(tmp_path: Path) -> None:
    blocks = [
        block for block in good(tmp_path).blocks() if block[0].text.startswith("The tide came")
    ]

    assert [len(block) > 2 for block in blocks] == [True, True]


def test_the_foot_of_a_page_is_its_number(tmp_path: Path) -> None:
    printed = good(tmp_path)

    assert [page.foot.text for page in printed.pages if page.foot] == [
        str(n) for n in range(1, len(printed.pages) + 1)
    ]
