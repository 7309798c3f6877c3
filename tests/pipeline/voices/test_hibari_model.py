"""The loaded voice: sounds become samples, and no text breaks it."""

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.script.lines import Run
from pipeline.voices.hibari_files import package
from tests.voices import require_natural

if TYPE_CHECKING:
    from pipeline.voices.hibari_model import Heart

ROOT = Path(__file__).parents[3]


def loaded(speed: float) -> "Heart":
    """The voice at a speed of the model."""
    require_natural()
    from pipeline.voices.hibari_model import Heart

    return Heart(package(), speed, 0)


@pytest.fixture(scope="module")
def heart() -> "Heart":
    """The voice at its own speed."""
    return loaded(1)


def said(heart: "Heart", text: str) -> str:
    """The sounds of a text of English."""
    return heart.sounds([Run(text, "en-GB")])


@settings(max_examples=100, deadline=None)
@given(
    text=st.text(
        st.one_of(
            st.sampled_from("abcdeéŵ’'‘“”-–—.,;:!?…()[]/&%+*#@$£€<>=~^|_ "),
            st.characters(exclude_categories=["Cs"], max_codepoint=0x2FFF),
        ),
        max_size=60,
    )
)
def test_all_of_a_text_has_sounds_or_none_of_it(heart: "Heart", text: str) -> None:
    """No text breaks the package; and where it has no sound for a word, it gives none at all."""
    words = [word for word in text.split() if heart.knows(word)]
    sounds = said(heart, " ".join(words))
    alone = [word for word in words if any(map(str.isalnum, word)) and not said(heart, word)]
    assert not (sounds and alone)
    assert len(heart.speak(sounds).samples) if sounds else True


def test_the_same_sounds_are_the_same_samples_in_every_process(heart: "Heart") -> None:
    code = (
        "import hashlib; from pipeline.voices.hibari_files import package; "
        "from pipeline.voices.hibari_model import Heart; "
        "print(hashlib.sha256(Heart(package(), 1, 0).speak('ðə tˈId.').samples).hexdigest())"
    )
    heard = {
        subprocess.run(
            [sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=True
        ).stdout
        for _ in range(2)
    }
    assert len(heard) == 1
    assert np.array_equal(heart.speak("ðə tˈId.").samples, heart.speak("ðə tˈId.").samples)


def test_a_faster_voice_is_shorter(heart: "Heart") -> None:
    fast = loaded(1.5)
    assert len(fast.speak("ðə tˈId kˈAm ˈɪn.").samples) < 0.8 * len(
        heart.speak("ðə tˈId kˈAm ˈɪn.").samples
    )


def test_without_memory_for_the_model_it_says_so() -> None:
    """What can be had is less than the model takes, as on a machine that is full."""
    require_natural()
    code = (
        "import resource\n"
        "from pipeline.errors import SpeakError\n"
        "from pipeline.voices import hibari_model\n"
        "from pipeline.voices.hibari_files import package\n"
        "used = int(open('/proc/self/statm').read().split()[0]) * resource.getpagesize()\n"
        "resource.setrlimit(resource.RLIMIT_AS, (used + (10 << 20),) * 2)\n"
        "try: hibari_model.Heart(package(), 1, 0)\n"
        "except SpeakError as error: print(error)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert "hibari, can't be loaded" in done.stdout
    assert "Close other programs" in done.stdout


def test_each_sound_begins_after_the_one_before(heart: "Heart") -> None:
    samples, begins = heart.speak("ðə tˈId kˈAm ˈɪn.")

    assert len(begins) == len("ðə tˈId kˈAm ˈɪn.")
    assert list(begins) == sorted(begins)
    assert begins[0] >= 0
    assert begins[-1] < len(samples)


def test_giving_the_lengths_of_sounds_changes_no_sample(heart: "Heart") -> None:
    """The model as it is, without the value that is added to what it gives."""
    from hibari import dsp

    from pipeline.voices import runtime

    plain = runtime.session(package() / "assets/hibari.onnx", arena=False)
    ids = [0, *(heart.ids[sound] for sound in "ðə tˈId."), 0]
    given = {"ids": np.asarray([ids], np.int64), "speed": np.asarray([1], np.float32)}
    parts = [part[0] for part in plain.run(None, given)]
    wave = dsp.synth(*parts, np.random.default_rng(0))

    assert np.array_equal(
        np.rint(np.clip(wave, -1, 1) * 32_767).astype(np.int16), heart.speak("ðə tˈId.").samples
    )
