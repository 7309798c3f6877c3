"""What no run can do without: the words of all posts spoken once, and encoded once.

    python -m bench.alone SOURCE ENGINE

One process, one thread, no cache. It prints as JSON: the CPU seconds of the engine with its own
processes, those of one LAME encoding and of one Opus encoding, and the seconds of sound. The time
in which Python loads modules, opens the voice and reads the posts is not in them.
"""

import itertools
import json
import os
import resource
import sys
import tempfile
from pathlib import Path

import numpy as np

from pipeline import settings
from pipeline.narrate.narration import KBPS, open_voice
from pipeline.publish import choices, prepare
from pipeline.publish.request import PublishRun, Request
from pipeline.script.lines import Line
from pipeline.sound import mp3_frames, opus
from pipeline.store.ledger import Ledger
from pipeline.voices import Voice


def main(source: Path, engine: str) -> None:
    """Speak, encode, print."""
    with tempfile.TemporaryDirectory() as cache:
        voice, lines = _lines(source, engine, Path(cache))
        voice.speak(lines[:1])  # opens the model
        times = [_cpu()]
        spoken = voice.speak(lines)
        voice.close()  # a process of the voice counts when it has ended
        times.append(_cpu())
        whole = np.concatenate(spoken)
        mp3_frames.encode(whole, voice.rate, KBPS)
        times.append(_cpu())
        opus.packets(whole.astype(np.float32) / 32_768, voice.rate)
        times.append(_cpu())
    parts = [end - begin for begin, end in itertools.pairwise(times)]
    print(json.dumps([*parts, len(whole) / voice.rate]))


def _lines(source: Path, engine: str, cache: Path) -> tuple[Voice, list[Line]]:
    request = Request(source=source, output=cache / "output", cache=cache, engine=engine)
    run = PublishRun(request, settings.load(source), Ledger(), "")
    chosen = choices.chosen_settings(run).voice
    sources = prepare.read_sources(run)
    posts = [prepare.ready_post(post, sources, chosen) for post in sources.reading.posts]
    parts = [part for post in posts for script in post.scripts for part in script.parts]
    return open_voice(chosen), [line for part in parts for line in part.lines]


def _cpu() -> float:
    """The CPU seconds of this process and of all its children that have ended."""
    used = (resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN))
    return sum(u.ru_utime + u.ru_stime for u in used)


if __name__ == "__main__":
    os.environ["OMP_NUM_THREADS"] = "1"
    main(Path(sys.argv[1]), sys.argv[2])
