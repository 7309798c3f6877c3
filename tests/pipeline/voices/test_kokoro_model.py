"""The model of Kokoro, loaded: sounds become samples in a voice's style."""

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest

from pipeline.errors import SpeakError
from pipeline.voices.hibari_files import package
from pipeline.voices.kokoro_files import LONGEST, WIDTH
from tests.program import ROOT
from tests.voices import tiny_kokoro

if TYPE_CHECKING:
    from pipeline.voices.kokoro_model import KokoroModel

SOUNDS = "ðə tˈId kˈAm ɪn."


def model(path: Path, style: bytes = b"", speed: float = 1) -> "KokoroModel":
    """The model at a path, with a style of its own."""
    from pipeline.voices.kokoro_model import KokoroModel

    flat = np.zeros((LONGEST, WIDTH), "<f4").tobytes()
    return KokoroModel(path, style or flat, package(), speed)


def test_each_sound_and_both_pads_take_their_time(tmp_path: Path) -> None:
    """Between two that are silent: what leaves them out would be heard as a cut."""
    heard = model(tiny_kokoro.build(tmp_path)).speak(SOUNDS)

    assert len(heard) == (len(SOUNDS) + 2) * tiny_kokoro.SAMPLES
    assert not heard[: tiny_kokoro.SAMPLES].any()
    assert not heard[-tiny_kokoro.SAMPLES :].any()
    assert heard[tiny_kokoro.SAMPLES : -tiny_kokoro.SAMPLES].any()


@pytest.mark.parametrize("count", [1, 2, LONGEST])
def test_the_style_is_the_row_for_so_many_sounds(tmp_path: Path, count: int) -> None:
    """Another row changes nothing."""
    path = tiny_kokoro.build(tmp_path)
    style = np.zeros((LONGEST, WIDTH), "<f4")
    style[count - 1] = 5
    others = np.full((LONGEST, WIDTH), 7, "<f4")
    others[count - 1] = 0

    plain, styled, other = (
        model(path, rows).speak("t" * count) for rows in (b"", style.tobytes(), others.tobytes())
    )

    assert not np.array_equal(plain, styled)
    assert np.array_equal(plain, other)


def test_a_faster_voice_is_shorter(tmp_path: Path) -> None:
    path = tiny_kokoro.build(tmp_path)
    assert len(model(path, speed=2).speak(SOUNDS)) * 2 == len(model(path).speak(SOUNDS))


def test_a_model_of_something_else_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SpeakError, match="a model of something else"):
        model(tiny_kokoro.build(tmp_path, inputs="ids"))


def test_a_file_that_is_no_model_is_refused(tmp_path: Path) -> None:
    path = tiny_kokoro.build(tmp_path)
    path.write_bytes(path.read_bytes()[:200])
    with pytest.raises(SpeakError, match="can't be loaded"):
        model(path)


def test_without_memory_for_the_model_it_says_so(tmp_path: Path) -> None:
    """What can be had is less than the rules alone take, as on a machine that is full."""
    path = tiny_kokoro.build(tmp_path)
    code = (
        "import resource\n"
        "from pathlib import Path\n"
        "from pipeline.errors import SpeakError\n"
        "from pipeline.voices import kokoro_files, kokoro_model\n"
        "from pipeline.voices.hibari_files import package\n"
        "style = kokoro_files.style(kokoro_files.chosen(''))\n"
        "used = int(open('/proc/self/statm').read().split()[0]) * resource.getpagesize()\n"
        "resource.setrlimit(resource.RLIMIT_AS, (used + (10 << 20),) * 2)\n"
        f"try: kokoro_model.KokoroModel(Path({str(path)!r}), style, package(), 1)\n"
        "except SpeakError as error: print(error)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert "the model of Kokoro can't be loaded" in done.stdout
    assert "try --jobs 1" in done.stdout


def test_opening_a_voice_loads_neither_the_runtime_nor_the_rules(tmp_path: Path) -> None:
    """The process that shares out the work needs none of them."""
    tiny_kokoro.build(tmp_path)
    code = (
        "import sys\n"
        "from pathlib import Path\n"
        "from pipeline.settings import VoiceSettings\n"
        "from pipeline.voices import ENGINES\n"
        f"ENGINES['kokoro'].open(VoiceSettings('kokoro', cache=Path({str(tmp_path)!r}))).close()\n"
        "print({'onnxruntime', 'hibari'} & set(sys.modules))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "set()"
