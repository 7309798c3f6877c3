"""Sounds, programs and voices that mean no good: each is told plainly, and none takes all room."""

import fcntl
import io
import os
import struct
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import numpy as np
import pytest
import soundfile

from pipeline.errors import AllwaysError, SettingsError, SpeakError, WriteError
from pipeline.script.lines import plain
from pipeline.settings import VoiceSettings
from pipeline.sound import foreign
from pipeline.sound.pcm import Samples
from pipeline.voices import command, fetch, piper_files
from pipeline.voices.command import CommandVoice
from pipeline.voices.fetch import VoiceOffer
from tests.voices import tiny_piper
from tests.voices.servers import hum

RATE = 24_000
HUM = hum("The tide came in.")


# --- sounds -------------------------------------------------------------------------------


def wav(data: bytes = HUM.tobytes(), tag: int = 1, rate: int = RATE, frame: int = 2) -> bytes:
    """A WAV of one channel, which says of itself what it likes; of floats with the tag 3."""
    form = struct.pack("<HHIIHH", tag, 1, rate, 0, frame, 32 if tag == 3 else 16)
    body = b"WAVEfmt " + struct.pack("<I", 16) + form + struct.pack("<4sI", b"data", len(data))
    return b"RIFF" + struct.pack("<I", len(body) + len(data)) + body + data


def floats(*odd: float) -> bytes:
    """A sound that goes wrong on the way."""
    return np.array([*np.sin(np.arange(9000)) / 4, *odd], np.float32).tobytes()


DAMAGED = {
    "one sample a second": wav(rate=1),
    "four thousand million of them": wav(rate=0xFFFFFFFF),
    "frames of half a sample": wav(frame=1),
    "frames of a thousand": wav(frame=2000),
    "what is no number": wav(floats(np.nan), 3, frame=4),
    "what is endless": wav(floats(np.inf), 3, frame=4),
}


@pytest.mark.parametrize("name", DAMAGED)
def test_a_sound_that_can_not_be_is_refused(name: str) -> None:
    """It would be noise, or as long as a year."""
    assert len(foreign.decode(wav(), "WAV", RATE))
    with pytest.raises(SpeakError, match="it is damaged"):
        foreign.decode(DAMAGED[name], "WAV", RATE)


def test_a_file_that_says_it_holds_weeks_takes_no_room_for_them() -> None:
    file = io.BytesIO()
    soundfile.write(file, HUM, RATE, format="FLAC", subtype="PCM_16")
    data = bytearray(file.getvalue())
    data[21] |= 0x0F  # the first bits of how many samples follow: 2^36
    try:
        heard = foreign.decode(bytes(data), "FLAC", RATE)
    except SpeakError:
        return
    assert len(heard) <= len(HUM) + RATE


# --- programs -----------------------------------------------------------------------------


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
    file.write_bytes(wav(sound.tobytes()))
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


# --- voices of Piper ----------------------------------------------------------------------

NAME = tiny_piper.NAME


@pytest.mark.parametrize(
    "name", ["a" * 300, "a" * 300 + ".onnx", "~nobody-at-all/voice.onnx", "../voices/" + NAME]
)
def test_a_name_that_no_file_can_have_is_told(tmp_path: Path, name: str) -> None:
    tiny_piper.build(tmp_path / "voices")
    with pytest.raises(SettingsError, match="Piper voice"):
        piper_files.chosen(name, "en-GB", tmp_path)


def test_a_description_without_end_is_told(tmp_path: Path) -> None:
    model = tiny_piper.build(tmp_path)
    Path(f"{model}.json").write_text("[" * 100_000)
    with pytest.raises(SettingsError, match="not the description"):
        piper_files.read(model)


FILES = {".onnx": (1, "0" * 32), ".onnx.json": (1, "0" * 32)}
LISTED_WRONG = {
    "nothing": VoiceOffer(NAME, "en-GB", {}),
    "a description alone": VoiceOffer(NAME, "en-GB", {".onnx.json": FILES[".onnx.json"]}),
    "a place elsewhere": VoiceOffer("../../x", "en-GB", FILES),
}


@pytest.mark.parametrize("name", LISTED_WRONG)
def test_what_is_listed_wrong_is_never_got(tmp_path: Path, name: str) -> None:
    """Nobody is asked for it, and no folder is made."""
    with pytest.raises(AllwaysError, match="list of voices is broken"):
        fetch.get(LISTED_WRONG[name], "http://127.0.0.1:9/", tmp_path / "voices")
    assert not any(tmp_path.iterdir())


def test_a_list_of_voices_without_end_is_told(tmp_path: Path) -> None:
    (tmp_path / "voices.json").write_text("[" * 100_000)
    with pytest.raises(AllwaysError, match="no list of voices"):
        fetch.offers(f"{tmp_path.as_uri()}/")


@pytest.mark.parametrize("place", ["voices", "voices/inner"])
def test_a_folder_that_can_not_be_made_is_told(tmp_path: Path, place: str) -> None:
    (tmp_path / "voices").write_text("a file")
    with pytest.raises(WriteError, match="can't be kept here") as caught:
        fetch.get(VoiceOffer(NAME, "en-GB", FILES), "http://127.0.0.1:9/", tmp_path / place)
    assert caught.value.where == str(tmp_path / place)
