"""A voice that is added as CONTRIBUTING.md says is there wherever voices are."""

from pathlib import Path

import pytest

from tests.program import changed, copied, run

TONE = '''"""A voice that hums."""

from collections.abc import Sequence

import numpy as np

from pipeline.script.lines import Line
from pipeline.settings import VoiceSettings
from pipeline.sound.pcm import Samples


class ToneVoice:
    """A hum of 90 ms a letter."""

    identity = "tone 1"
    rate = 22_050
    silent = False

    def __init__(self, settings: VoiceSettings) -> None:
        """Nothing in the settings changes it."""

    def name(self, _language: str, /) -> str:
        return "Tone"

    def speak(self, lines: Sequence[Line]) -> tuple[Samples, ...]:
        return tuple(self._hum(sum(map(str.isalnum, line.text))) for line in lines)

    def _hum(self, letters: int) -> Samples:
        count = max(1, letters) * self.rate * 9 // 100
        return np.rint(3000 * np.sin(np.arange(count) / 20)).astype(np.int16)

    def speaks(self, language: str) -> bool:
        return bool(language)

    def requests(self, _lines: Sequence[Line], /) -> int:
        return 0

    def close(self) -> None:
        pass
'''
TABLE = "pipeline/voices/__init__.py"


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The program with a voice more, and a post."""
    folder = copied(tmp_path_factory.mktemp("program"))
    (folder / "pipeline/voices/tone.py").write_text(TONE)
    row = '    "tone": Engine(ToneVoice, "hums."),\n'
    opening = "ENGINES: Mapping[str, Engine] = {\n"
    changed(folder, TABLE, opening, opening + row)
    importing = "from pipeline.voices.voice import"
    changed(folder, TABLE, importing, f"from pipeline.voices.tone import ToneVoice\n{importing}")
    (folder / "source_posts").mkdir()
    (folder / "source_posts/post.md").write_text("# Post\n\nOf one thing.\n")
    return folder


def test_it_is_listed_with_what_it_is(program: Path) -> None:
    done = run(program, "voices")

    assert (done.returncode, done.stderr) == (0, "")
    assert "tone     hums." in done.stdout
    assert "Reads with: Tone." in done.stdout


def test_it_reads_posts_and_is_named_in_them(program: Path) -> None:
    done = run(program, "publish", "--engine", "tone", "--jobs", "1")

    assert done.returncode == 0, done.stderr
    assert "Tone" in (program / "output/posts/post/transcript.vtt").read_text("utf-8")


def test_it_is_offered_where_another_is_misspelt(program: Path) -> None:
    assert "tone" in run(program, "publish", "--engine", "ton").stderr
