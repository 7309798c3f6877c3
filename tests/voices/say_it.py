"""A program that speaks: 30 ms of a tone for each letter. Told to, it fails.

Run as a script: `say_it.py [--text TEXT] [--out WAV] [--fail HOW]`. It imports next to
nothing, to start at once.
"""

import math
import struct
import sys
import time
from array import array
from functools import cache

RATE = 22_050


@cache
def tone(letter: str) -> bytes:
    """The sound of a letter; a space is silent."""
    turn = 2 * math.pi * (200 + 7 * (ord(letter) % 97)) / RATE
    high = 0 if letter.isspace() else 6000
    samples = (round(high * math.sin(turn * at)) for at in range(RATE * 3 // 100))
    return array("h", samples).tobytes()


def wav(text: str) -> bytes:
    """The sound of a text in a WAV file."""
    samples = b"".join(tone(letter) for letter in text)
    form = struct.pack("<4sIHHIIHH", b"fmt ", 16, 1, 1, RATE, 2 * RATE, 2, 16)
    body = b"WAVE" + form + struct.pack("<4sI", b"data", len(samples)) + samples
    return b"RIFF" + struct.pack("<I", len(body)) + body


def failed(how: str, text: str) -> bytes:
    """What comes in place of the sound of a text."""
    if how == "exit":
        sys.stderr.write("loading\nthe licence has run out\n")
        sys.exit(3)
    if how == "hang":
        time.sleep(60)
    answers = {
        "nothing": b"",
        "page": b"<html><title>Sign in</title>",
        "cut": wav(text)[:-2000],
        "silence": wav(" " * len(text)),
        "short": wav(text[:2]),
    }
    return answers[how]


def main(words: list[str]) -> None:
    """Speak as the words of the command say."""
    options = dict(zip(words[::2], words[1::2], strict=True))
    text = options.get("--text") or sys.stdin.buffer.read().decode()
    data = failed(options["--fail"], text) if "--fail" in options else wav(text)
    if "--out" in options:
        with open(options["--out"], "wb") as file:  # noqa: PTH123 (pathlib takes 20 ms to load)
            file.write(data)
    else:
        sys.stdout.buffer.write(data)


if __name__ == "__main__":
    main(sys.argv[1:])
