"""An engine goes by its name, and by no other; each language has a usual one."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from pipeline.errors import SettingsError
from pipeline.settings import VoiceSettings
from pipeline.voices import ENGINES, check, usual
from tests.program import ROOT
from tests.voices import require_natural, tiny_piper


@pytest.mark.parametrize("name", ENGINES)
def test_an_engine_that_is_listed_is_one(name: str) -> None:
    check(name)


@pytest.mark.parametrize("name", ["", "Espeak", "hal"])
def test_an_engine_that_is_not_there_is_refused_with_those_that_are(name: str) -> None:
    with pytest.raises(SettingsError, match="there is no voice engine") as caught:
        check(name)
    assert all(engine in caught.value.remedy for engine in ENGINES)


@pytest.mark.parametrize(
    ("language", "engine", "other"),
    [
        ("en", "hibari", "espeak"),
        ("en-GB", "hibari", "espeak"),
        ("EN-us", "hibari", "espeak"),
        ("cy", "espeak", ""),
        ("enm", "espeak", ""),
    ],
)
def test_where_no_engine_is_named_the_language_decides(
    language: str, engine: str, other: str
) -> None:
    """English is read naturally, and where that fails, it is still read."""
    found = usual(VoiceSettings(words_per_minute=140), language)
    assert (found.engine, found.fallback, found.words_per_minute) == (engine, other, 140)


@pytest.mark.parametrize("engine", ENGINES)
def test_an_engine_that_is_named_reads_every_language(engine: str) -> None:
    """And none that was not named stands in for it."""
    named = VoiceSettings(engine)
    assert usual(named, "en-GB") == usual(named, "cy") == named


def test_a_voice_without_its_engine_is_one_of_espeak() -> None:
    assert usual(VoiceSettings(name="en-us"), "en-GB").engine == "espeak"


def test_the_fallback_that_is_named_comes_before_the_usual_one() -> None:
    assert usual(VoiceSettings(fallback="silence"), "en-GB").fallback == "silence"


@pytest.mark.parametrize("engine", ["hibari", "piper"])
def test_what_runs_a_model_reports_to_nobody(engine: str, tmp_path: Path) -> None:
    """The runtime would keep an id of this computer and a queue of reports in the home folder."""
    if engine == "hibari":
        require_natural()
    tiny_piper.build(tmp_path / "cache" / "voices")
    home = tmp_path / "home"
    home.mkdir()
    code = (
        "from pathlib import Path\n"
        "from pipeline.script.lines import plain\n"
        "from pipeline.settings import VoiceSettings\n"
        "from pipeline.voices import ENGINES\n"
        f"settings = VoiceSettings({engine!r}, cache=Path({str(tmp_path / 'cache')!r}))\n"
        f"ENGINES[{engine!r}].open(settings).speak([plain('s1', 'The tide.', 'en-GB', 0)])\n"
    )
    subprocess.run(
        [sys.executable, "-c", code],
        env={"HOME": str(home), "PATH": os.environ["PATH"]},
        cwd=ROOT,
        check=True,
    )
    assert list(home.rglob("*")) == []


def test_how_a_voice_is_made_is_said_only_of_engines_that_run_here() -> None:
    said = {name: engine.synthesis for name, engine in ENGINES.items() if engine.synthesis}

    assert said == {"espeak": "rules", "hibari": "trained", "kokoro": "trained", "piper": "trained"}
