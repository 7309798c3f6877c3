"""The loaded package: the words that it knows, their sounds, and its samples."""

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


def said(heart: "Heart", *runs: str | Run) -> str:
    """The sounds of runs of English."""
    return heart.sounds([run if isinstance(run, Run) else Run(run, "en-GB") for run in runs])


KNOWN = [
    "tide", "“Tide,”", "don’t", "Ceinwen’s", "co-production", "NHS", "A", "naïve", "Łódź",
    "Nguyễn", "…", "—", "🌊", "***", "£", "", "(sic)", "x" * 24,
]  # fmt: skip
UNKNOWN = [
    "θάλασσα", "海", "Ψ", "море", "tideθ", "3", "B2B", "٣", "½", "x" * 25,
    "a-" * 30 + "a", "שלום",
]  # fmt: skip


@pytest.mark.parametrize("word", KNOWN)
def test_english_words_and_signs_are_known(heart: "Heart", word: str) -> None:
    assert heart.knows(word)
    assert bool(said(heart, word)) == any(map(str.isalnum, word)) or word in "…—"


@pytest.mark.parametrize("word", UNKNOWN)
def test_words_in_other_letters_or_with_figures_or_too_long_are_not(
    heart: "Heart", word: str
) -> None:
    """One letter is enough."""
    assert not heart.knows(word)


SOUNDS = {
    "The tide came in.": "ðə tˈId kˈAm ˈɪn.",
    "They read it; he will read it.": "ðˌA ɹˈɛd ɪt; hi wɪl ɹˈid ɪt.",
    "The apple, the pear": "ði ˈæpᵊl, ðə pˈɛɹ",
    "the co-production": "ðə kˌOpɹədˈʌkʃən",
    "vitamin A and E": "vˈITəmən ˈA ænd ˈi",
    "bold ***and*** b": "bˈOld ænd bˈi",
    "A and E, in room A.": "ˈA ænd ˈi, ɪn ɹˈum ˈA.",
}


@pytest.mark.parametrize("text", SOUNDS)
def test_words_have_the_sounds_of_american_english_with_their_punctuation(
    heart: "Heart", text: str
) -> None:
    assert said(heart, text) == SOUNDS[text]


@pytest.mark.parametrize(
    "text",
    ["Dr Jones of St Ives", "No. two", "Chapter IV", "ft and kg", "vol. and approx."],
)
def test_our_rules_for_words_are_not_followed_by_the_packages_own(
    heart: "Heart", text: str
) -> None:
    """It would say "Saint", "number", "four", "feet" and "volume", as Americans write."""
    sounds = said(heart, text)
    assert not any(word in sounds for word in ("sˈAnt", "nˈʌmbəɹ", "fˈɔɹ", "fˈit", "vˈɑljum"))


def test_an_ipa_is_said_in_place_of_its_word(heart: "Heart") -> None:
    named = Run("Leominster", "en-GB", "ˈlɛmstə")
    assert said(heart, "to ", named, ", then") == "tə lˈɛmstə, ðˈɛn"
    assert said(heart, "(", named, ")") == "(lˈɛmstə)"
    assert said(heart, named, "’s tide") == "lˈɛmstəz tˈId"
    assert said(heart, Run("Nish", "en-GB", "nɪʃ"), "’s tide") == "nˈɪʃᵻz tˈId"


def test_the_last_letter_has_its_name_of_the_region(heart: "Heart") -> None:
    assert said(heart, "from A to Z") == "fɹʌm ˈA tə zˈɛd"
    assert said(heart, Run("from A to Z", "en-US")) == "fɹʌm ˈA tə zˈi"


def test_the_brackets_of_a_post_are_no_notation(heart: "Heart") -> None:
    """Written so, the package would say these sounds in place of the word."""
    assert "zzz" not in said(heart, "[tide](/zzz/)")
    assert "tˈId" in said(heart, "[tide](/zzz/)")
    assert said(heart, "[so ", Run("x", "en", "ˈlɛmstə")).endswith("lˈɛmstə")


def test_parts_of_a_word_in_no_lexicon_are_looked_up_one_by_one(heart: "Heart") -> None:
    """The net for unknown words would read "have" as in "behave"."""
    assert "hˈæv" in said(heart, "a have-more-fun-zz day")


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
    assert len(heart.speak(sounds)) if sounds else True


def test_the_same_sounds_are_the_same_samples_in_every_process(heart: "Heart") -> None:
    code = (
        "import hashlib; from pipeline.voices.hibari_files import package; "
        "from pipeline.voices.hibari_model import Heart; "
        "print(hashlib.sha256(Heart(package(), 1, 0).speak('ðə tˈId.')).hexdigest())"
    )
    heard = {
        subprocess.run(
            [sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=True
        ).stdout
        for _ in range(2)
    }
    assert len(heard) == 1
    assert np.array_equal(heart.speak("ðə tˈId."), heart.speak("ðə tˈId."))


def test_a_faster_voice_is_shorter(heart: "Heart") -> None:
    fast = loaded(1.5)
    assert len(fast.speak("ðə tˈId kˈAm ˈɪn.")) < 0.8 * len(heart.speak("ðə tˈId kˈAm ˈɪn."))


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
