"""The speaking process answers each request, and outlives a child that does not."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from espeakng_loader import get_data_path, get_library_path

from pipeline.voices import espeak_speaker
from pipeline.voices.espeak_speaker import read_message, write_message


@pytest.fixture
def process() -> Iterator["subprocess.Popen[bytes]"]:
    """The script as Allways starts it, its greeting still unread."""
    command = [sys.executable, "-I", "-S", espeak_speaker.__file__]
    with subprocess.Popen(
        [*command, get_library_path(), str(Path(get_data_path()).parent)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as started:
        yield started


def send(process: "subprocess.Popen[bytes]", text: str, seconds: int) -> None:
    """A request of one line."""
    assert process.stdin
    request = {"pace": 160, "seconds": seconds, "lines": [["gmw/en", text]]}
    write_message(process.stdin, json.dumps(request).encode())
    process.stdin.flush()


def ask(process: "subprocess.Popen[bytes]", text: str, seconds: int) -> dict[str, Any]:
    """The answer to one request of one line."""
    send(process, text, seconds)
    return answer(process)


def answer(process: "subprocess.Popen[bytes]") -> dict[str, Any]:
    """The next JSON message."""
    assert process.stdout
    message = read_message(process.stdout)
    assert message is not None
    read: dict[str, Any] = json.loads(message)
    return read


def test_it_greets_with_its_version_and_voices(process: "subprocess.Popen[bytes]") -> None:
    """More than a hundred voices, British English among them."""
    greeting = answer(process)
    assert greeting["error"] == ""
    assert greeting["version"]
    assert ["English (Great Britain)", "gmw/en", [["en-gb", 2], ["en", 2]]] in greeting["voices"]
    assert len(greeting["voices"]) > 100


def test_a_clip_that_does_not_end_is_ended(process: "subprocess.Popen[bytes]") -> None:
    """After its time the child is gone, the error says so, and the next clip is spoken."""
    answer(process)
    assert ask(process, "and so on, " * 100_000, 1)["error"] == "it did not end within 1 seconds"
    assert ask(process, "The tide.", 30)["error"] == ""
    assert process.stdout
    assert len(read_message(process.stdout) or b"") > 2000


def test_it_ends_when_nobody_asks_any_more(process: "subprocess.Popen[bytes]") -> None:
    """Closing its input is enough."""
    answer(process)
    assert process.stdin
    process.stdin.close()
    assert process.wait(10) == 0


def test_it_ends_when_whoever_asked_ends_before_the_answer(
    process: "subprocess.Popen[bytes]",
) -> None:
    """And the child that speaks with it: both hold the output, which ends with them."""
    answer(process)
    send(process, "and so on, " * 100_000, 1000)
    assert process.stdin
    process.stdin.close()
    assert process.stdout
    assert b"SIGKILL" in process.stdout.read()
