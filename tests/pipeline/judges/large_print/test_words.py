"""Rules about words: all of the post's, in its order, none of them split."""

from pathlib import Path

import pytest

from pipeline.judges.large_print import words
from tests.pipeline.judges.large_print.pdfs import changed, good, rules

END = "= Addresses"
PAGE = """<html><body><div id="page-post"><p><span id="s1">The tide came in at three and nobody on
the quay had seen it come for the fog was in.</span></p><p><span id="s2">One boat.</span></p>
<p><span id="s3">See <a href="https://example.org/">the quay</a>.</span></p></div></body></html>"""


def test_good_words_pass(tmp_path: Path) -> None:
    assert list(words.problems(good(tmp_path), PAGE.encode())) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("One boat.", "One ship."),
        ("See <a", "Do see <a"),
        ('id="s1">The', 'id="s4">One boat.</span> <span id="s1">The'),
    ],
    ids=["another word", "a missing word", "another order"],
)
def test_words_that_are_not_those_of_the_post_are_refused(
    old: str, new: str, tmp_path: Path
) -> None:
    page = PAGE.replace(old, new)
    assert page != PAGE
    assert rules([*words.problems(good(tmp_path), page.encode())]) == {"LP-32"}


def test_a_hyphen_that_the_post_does_not_have_is_refused(tmp_path: Path) -> None:
    split = changed(tmp_path, END, f"The har-\\\nbourmaster slept.\n\n{END}")
    own = changed(tmp_path, END, f"The well-\\\nknown boat slept.\n\n{END}")
    whole = PAGE.replace("One boat.", "One boat. The harbourmaster slept.").encode()
    apart = PAGE.replace("One boat.", "One boat. The well- known boat slept.").encode()
    title = PAGE.replace("<body>", "<body><h1>The well-known boat</h1>").encode()

    assert "LP-12" in rules([*words.problems(split, whole)])
    assert "LP-12" in rules([*words.problems(split, PAGE.encode())])
    assert "LP-12" in rules([*words.problems(own, PAGE.encode())])
    assert "LP-12" not in rules([*words.problems(own, title)])
    assert "LP-12" not in rules([*words.problems(own, apart)])


@pytest.mark.parametrize(
    "token", ["5\\\nMarch 2026", "£1.2\\\nmillion", "020 7946\\\n0000", "3\\\np.m.", "Dr\\\nSmith"]
)
def test_a_single_piece_of_information_on_two_lines_is_refused(token: str, tmp_path: Path) -> None:
    split = changed(tmp_path, END, f"It was {token} that came.\n\n{END}")

    assert "LP-13" in rules([*words.problems(split, PAGE.encode())])
