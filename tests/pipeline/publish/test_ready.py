"""A post that is ready tells what a worker needs of it, and needs no more than that itself."""

import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime

from formats.model import Post
from pipeline.narrate.narration import NarrationScript
from pipeline.publish.ready import ReadyPost
from pipeline.script.framing import Frame
from pipeline.script.lines import Line, Part, Run
from pipeline.settings import VoiceSettings
from tests.program import ROOT

OWN = NarrationScript("post", (), ("a", "b"), VoiceSettings("espeak"))
OTHER = NarrationScript("easy", (), ("c",), VoiceSettings("silence"))
DAY = datetime(2026, 1, 2, tzinfo=UTC)
POST = Post("tide", "The tide", "en-GB", (), DAY, DAY, ())
READY = ReadyPost(POST, Frame(), (), (OWN, OTHER))


def test_the_voice_of_a_post_is_that_of_its_own_text() -> None:
    assert READY.voice == OWN.voice


def test_the_keys_of_a_post_are_those_of_all_its_texts_in_order() -> None:
    assert READY.keys == ("a", "b", "c")


def _line(unit: str, words: str) -> Line:
    return Line(unit, (Run(words, "en-GB"),), "en-GB", 0)


def test_the_size_of_a_post_is_what_is_spoken_in_all_its_texts() -> None:
    spoken = Part((_line("s1", "Low tide."), _line("s2", "Sea.")))
    own, other = replace(OWN, parts=(spoken, spoken)), replace(OTHER, parts=(spoken,))

    assert replace(READY, scripts=(own, other)).size == 3 * len("Low tide.Sea.")


def test_a_worker_loads_nothing_that_reads_or_scripts_posts() -> None:
    """Each module less is time before the first word, once for each process."""
    code = (
        "import sys, pipeline.publish.render; "
        "print({'pipeline.readers', 'bs4', 'yaml', 'markdown', 'pipeline.split',"
        " 'pipeline.script.normalise.english'}"
        " & sys.modules.keys())"
    )
    asked = [sys.executable, "-c", code]
    done = subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout == "set()\n"
