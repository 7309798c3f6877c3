"""The registry gives the formats of some names, and those that are always made."""

import subprocess
import sys

from formats.registry import BLOG_FORMATS, DRAFTS, FORMATS, POST_FORMATS, chosen
from tests.program import ROOT

ALWAYS = {"read-along", "mp3", "sitemap", "index", "statement"}


def test_what_is_always_made_is_made_whatever_was_chosen() -> None:
    assert {row.name for row in chosen(())} == ALWAYS
    assert {row.name for row in chosen(("epub", "no such"))} == ALWAYS | {"epub"}


def test_formats_come_in_their_own_order_those_of_a_post_first() -> None:
    names = [row.name for row in FORMATS]

    assert names == [*POST_FORMATS, *BLOG_FORMATS]
    assert [row.name for row in chosen(tuple(reversed(names)))] == names


def test_a_draft_is_a_format_of_a_post_and_never_made_without_being_chosen() -> None:
    assert DRAFTS == ("easy-read-draft",)
    assert not set(DRAFTS) & ALWAYS


def test_a_format_is_loaded_when_it_is_made_and_no_sooner() -> None:
    code = "import sys, formats.registry; print({'docx', 'typst', 'ebooklib'} & sys.modules.keys())"
    asked = [sys.executable, "-c", code]
    done = subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout == "set()\n"
