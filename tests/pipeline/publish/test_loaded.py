"""What makes a post's files is loaded once, before the workers are forked."""

import subprocess
import sys

from pipeline.publish.progress import Quiet
from pipeline.publish.workers import Workers
from tests.program import ROOT

FORMATS = """\
import sys
from formats.registry import POST_FORMATS, USUAL
for name in USUAL:
    if name in POST_FORMATS:
        POST_FORMATS[name].render.load()
print(*sys.modules)
"""
LISTED = "import pipeline.publish.loaded, sys; print(*sys.modules)"


def modules() -> list[str]:
    """The names of all modules that this process has loaded."""
    return list(sys.modules)


def loaded(code: str) -> set[str]:
    """The modules that a fresh process has loaded after some code."""
    asked = [sys.executable, "-c", code]
    done = subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, check=True)
    return set(done.stdout.split())


def test_a_worker_has_every_usual_format_loaded_before_its_first_work() -> None:
    with Workers(2, Quiet()) as workers:
        (found,) = workers.each("step", modules, [()])

    assert isinstance(found, list)
    assert loaded(FORMATS) <= {*found, "__main__"}
    assert {"av", "docx", "typst", "ebooklib", "pipeline.publish.render"} <= set(found)


def test_a_format_that_can_not_be_loaded_keeps_no_other_from_being_loaded() -> None:
    found = loaded(f"import sys; sys.modules['docx'] = None; {LISTED}")

    assert "formats.word" not in found
    assert {"formats.plain_text", "formats.transcript", "typst"} <= found


def test_what_makes_the_whole_blog_is_not_loaded() -> None:
    assert not {"formats.site", "formats.opds"} & loaded(LISTED)
