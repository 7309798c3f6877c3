"""What espeak-ng makes of texts, in IPA: for tests, in a process of its own.

Run as a script: `espeak_trace.py VOICE FILE`, with a list of texts as JSON on standard input;
it writes a list of as many traces. FILE is used in between.
"""

import ctypes
import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from espeakng_loader import get_data_path, get_library_path

_HEAR = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p)


def heard(voice: str, texts: Sequence[str], folder: Path) -> list[str]:
    """The IPA of each text, with what is between [[ and ]] taken as names of sounds."""
    command = [sys.executable, __file__, voice, str(folder / "trace")]
    done = subprocess.run(
        command, input=json.dumps(texts).encode(), capture_output=True, check=True
    )
    traces: list[str] = json.loads(done.stdout)
    return traces


def main(voice: str, path: str) -> None:
    """Answer what standard input asks."""
    library, c = ctypes.CDLL(get_library_path()), ctypes.CDLL(None)
    c.fopen.restype = ctypes.c_void_p
    c.fclose.argtypes = [ctypes.c_void_p]
    library.espeak_SetPhonemeTrace.argtypes = [ctypes.c_int, ctypes.c_void_p]
    library.espeak_Initialize(2, 1000, os.fsencode(Path(get_data_path()).parent), 0x8000)
    callback = _HEAR(lambda *_: 0)
    library.espeak_SetSynthCallback(callback)
    assert library.espeak_SetVoiceByName(voice.encode()) == 0
    told = []
    for text in json.load(sys.stdin):
        file = c.fopen(path.encode(), b"w")
        library.espeak_SetPhonemeTrace(3, file)
        data = text.encode()
        library.espeak_Synth(data, ctypes.c_size_t(len(data) + 1), 0, 1, 0, 0x101, None, None)
        library.espeak_SetPhonemeTrace(0, None)
        c.fclose(file)
        told.append(Path(path).read_text("utf-8").strip())
    sys.stdout.write(json.dumps(told))


if __name__ == "__main__":
    main(*sys.argv[1:3])
