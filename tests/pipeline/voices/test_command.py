"""Any program speaks that writes WAV; and one that fails is told plainly, never kept."""

import fcntl
import os
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import numpy as np
import pytest

from pipeline.errors import SettingsError, SpeakError
from pipeline.script.lines import plain
from pipeline.settings import VoiceSettings
from pipeline.sound import foreign, pcm
from pipeline.sound.pcm import Samples
from pipeline.voices import command
from pipeline.voices.command import CommandVoice
from tests.voices import say_it
from tests.voices.servers import hum, wav

TEXT = "The tide came in at three, and nobody saw it."
PROGRAM = (sys.executable, "-I", "-S", say_it.__file__)


def made(*words: str, program: tuple[str, ...] = PROGRAM, name: str = "") -> CommandVoice:
    """The voice of the program, with more words for it."""
    names = (("cy", "bronwen"),)
    settings = VoiceSettings("command", name, "en-GB", 160, names, command=(*program, *words))
    return CommandVoice(settings)


def spoken(voice: CommandVoice, text: str = TEXT, language: str = "en-GB") -> Samples:
    (samples,) = voice.speak([plain("s1", text, language, 0)])
    return samples


@pytest.mark.parametrize(
    "words", [("--text", "{text}"), ("--out", "{wav}"), ("--text", "{text}", "--out", "{wav}")]
)
def test_text_and_sound_go_either_way(words: tuple[str, ...]) -> None:
    """By standard input and output, a word, or a file: it is the same."""
    assert np.array_equal(spoken(made(*words)), spoken(made()))


def test_it_is_as_loud_as_every_voice() -> None:
    heard = pcm.loudness(spoken(made()), command.RATE)

    assert heard == pytest.approx(pcm.LOUDNESS + foreign.ENCODED, abs=1.5)


FAILURES = {
    "exit": "could not speak: the licence has run out",
    "nothing": "the answer is empty",
    "page": 'it is a web page, "Sign in"',
    "cut": "breaks off",
    "silence": "left words out|next to no sound",
    "short": "left words out",
}


@pytest.mark.parametrize("how", FAILURES)
def test_a_program_that_fails_stops_the_post(how: str) -> None:
    with pytest.raises(SpeakError, match=FAILURES[how]) as caught:
        spoken(made("--fail", how))
    assert caught.value.where == "s1"
    assert caught.value.remedy


def test_a_program_that_hangs_is_ended() -> None:
    with pytest.raises(SpeakError, match="had not ended after"):
        command.run((*PROGRAM, "--fail", "hang"), {"text": TEXT}, 0.2)


def test_a_program_that_leaves_another_behind_is_ended_with_it() -> None:
    """The one that it started has its output still open, and would be waited for."""
    sleep = "import time; time.sleep(60)"
    code = f"import subprocess, sys; subprocess.Popen([sys.executable, '-c', {sleep!r}])"

    with pytest.raises(SpeakError, match="had not ended after"):
        command.run((sys.executable, "-c", code), {"text": TEXT}, 0.3)


def test_a_program_that_reads_nothing_is_no_fault() -> None:
    """It may have its words from elsewhere, and end before it was given them."""
    program = (sys.executable, "-c", "print('sound')")

    assert command.run(program, {"text": "x" * 1_000_000}, 20) == b"sound\n"


def test_a_file_that_was_not_written_is_told() -> None:
    with pytest.raises(SpeakError, match=r"no file in place of \{wav\}"):
        command.run((sys.executable, "-c", "", "{wav}"), {"text": TEXT}, 20)


ECHO = (sys.executable, "-c", "import sys; print(*sys.argv[1:], sep='|', end='')")


@pytest.mark.parametrize(
    ("word", "text", "given"),
    [
        ("{text}", "two words; rm -rf '$HOME'", "two words; rm -rf '$HOME'"),
        ("{text}", "--output=elsewhere", " --output=elsewhere"),
        ("--say={text}", "--output=elsewhere", "--say=--output=elsewhere"),
        ("{text}", "{wav} {pace}", "{wav} {pace}"),
        ("{voice}/{language}/{pace}", "", "bronwen/cy/160"),
        ("{other}", "", "{other}"),
    ],
)
def test_a_word_is_filled_once_and_no_shell_reads_it(word: str, text: str, given: str) -> None:
    """A text is never an option, an order, or a place to be filled."""
    values = {"text": text, "voice": "bronwen", "language": "cy", "pace": "160"}

    assert command.run((*ECHO, word), values, 20).decode() == given


def test_a_program_that_is_told_the_language_speaks_every_one() -> None:
    told, untold = made("--lang={language}"), made()

    assert [voice.speaks("de") for voice in (told, untold)] == [True, False]
    assert untold.speaks("cy-GB")


@pytest.mark.parametrize(
    ("program", "told"),
    [((), "no program is named"), (("no-such-program-at-all",), "there is no program")],
)
def test_a_program_that_is_not_there_is_told(program: tuple[str, ...], told: str) -> None:
    with pytest.raises(SettingsError, match=told) as caught:
        made(program=program)
    assert "[voice]" in caught.value.remedy


def test_a_changed_program_is_another_identity(tmp_path: Path) -> None:
    """Its words are the same, and what it says may not be."""
    script = tmp_path / "say.py"
    identities = set()
    for text in ("a = 1", "a = 2"):
        script.write_text(text)
        identities.add(made(program=(sys.executable, str(script))).identity)

    assert len(identities) == 2


def python(code: str, *words: str) -> tuple[str, ...]:
    return (sys.executable, "-I", "-S", "-c", code, *words)


ENDLESS = {
    "said": python("import os\nwhile True: os.write(1, bytes(1 << 20))"),
    "complained": python("import os\nwhile True: os.write(2, bytes(1 << 20))"),
    "said at once": python("import os; [os.write(1, bytes(1 << 20)) for _ in range(80)]"),
    "written": python("import sys; open(sys.argv[1], 'wb').truncate(1 << 40)", "{wav}"),
}


@pytest.mark.parametrize("how", ENDLESS)
def test_what_a_program_writes_without_end_is_let_go(how: str) -> None:
    """Before it has taken all memory."""
    with pytest.raises(SpeakError, match="has no end"):
        command.run(ENDLESS[how], {"text": "tide"}, 20)


def test_a_slow_program_s_words_are_all_taken() -> None:
    """Its text and its sound go in pieces, with rests between."""
    code = (
        "import sys, time\n"
        "for _ in range(3):\n"
        "    sys.stdout.write(sys.stdin.read(100_000)); sys.stdout.flush(); time.sleep(0.15)"
    )
    text = "tide and sea " * 23_076
    assert command.run(python(code), {"text": text}, 20) == text[:300_000].encode()


def test_what_a_program_started_is_ended_with_it(tmp_path: Path) -> None:
    """It holds a lock for as long as it lives."""
    lock = tmp_path / "lock"
    child = (
        "import fcntl, sys, time; file = open(sys.argv[1], 'w'); fcntl.flock(file, 2); "
        "print(flush=True); time.sleep(30)"
    )
    code = (
        "import subprocess, sys; child = subprocess.Popen([sys.executable, '-c', *sys.argv[1:]], "
        "stdout=subprocess.PIPE); child.stdout.readline(); open(sys.argv[2] + 'ed', 'w'); "
        "child.wait()"
    )
    with pytest.raises(SpeakError, match="had not ended"):
        command.run(python(code, child, str(lock)), {"text": "tide"}, 1)
    assert lock.with_name("locked").exists()
    with lock.open("w") as file:
        for _ in range(100):
            with suppress(BlockingIOError):
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                return
            time.sleep(0.02)
    pytest.fail("it is still at work")


def said(folder: Path, sound: Samples, text: str, pace: int = 160) -> Samples:
    """A text by a program that gives this sound for any."""
    file = folder / "said.wav"
    file.write_bytes(wav(sound))
    code = "import sys; sys.stdout.buffer.write(open(sys.argv[1], 'rb').read())"
    settings = VoiceSettings("command", "", "en-GB", pace, command=python(code, str(file)))
    (samples,) = CommandVoice(settings).speak([plain("s1", text, "en-GB", 0)])
    return samples


def test_a_program_that_takes_far_too_long_over_a_word_is_told(tmp_path: Path) -> None:
    """As one that says it over and over; at half the pace it has twice the time."""
    sound = hum("tide" * 56)
    with pytest.raises(SpeakError, match='took 9 seconds for "tide"'):
        said(tmp_path, sound, "tide")
    assert len(said(tmp_path, sound, "tide", 80))


def test_a_program_that_gives_a_click_for_a_few_words_is_told(tmp_path: Path) -> None:
    with pytest.raises(SpeakError, match="left words out"):
        said(tmp_path, hum("tide")[900:1000], "nobody saw it")


def test_a_complaint_can_not_change_the_screen() -> None:
    """Its last line is shown, and no more of it than letters."""
    code = "import sys; sys.exit('wrong \\x1b[31m\\x07voice')"
    with pytest.raises(SpeakError, match=r"wrong  \[31m voice"):
        command.run(python(code), {"text": "tide"}, 20)


def test_a_text_is_given_as_utf_8_whatever_the_locale() -> None:
    """As the word of a command too, on a machine that is set to plain English letters."""
    code = (
        "import sys; from pipeline.voices import command; "
        "echo = 'import os, sys; sys.stdout.buffer.write(os.fsencode(sys.argv[1]))'; "
        "said = command.run((sys.executable, '-c', echo, '{text}'), {'text': chr(937)}, 20); "
        "sys.stdout.buffer.write(said)"
    )
    plain_letters = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    env = {**os.environ, **plain_letters}
    done = subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, check=False)
    assert done.stdout.decode() == chr(937), done.stderr
