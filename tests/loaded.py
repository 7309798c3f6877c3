"""What a worker loads, and which of the program's files it opens, while it makes one format.

A program of its own, since what was loaded before would hide what is loaded then. It gets a file
with posts as workers get them, and prints JSON: modules and files for each format, and under ""
for no format at all.
"""

import json
import os
import pickle
import sys
from dataclasses import replace
from pathlib import Path

from pipeline.store import fingerprint
from tests.program import ROOT

HALVES = ("formats", "pipeline")


def main() -> None:
    """Make the posts in the file that is named, in each format in a fork of this process."""
    fingerprint.program()  # it opens all files once
    opened: set[str] = set()

    def hear(event: str, arguments: tuple[object, ...]) -> None:
        if event == "open" and isinstance(arguments[0], str | bytes):
            opened.add(os.path.realpath(os.fsdecode(arguments[0])))

    sys.addaudithook(hear)
    from pipeline.publish import render

    posts, target = pickle.loads(Path(sys.argv[1]).read_bytes())
    told = {}
    for name in ("", *target.formats):
        reading, writing = os.pipe()
        if os.fork() == 0:
            for ready in posts:
                render.render_post(
                    ready, replace(target, formats=(name,) if name else ()), (), None
                )
            ours = sorted(module for module in sys.modules if module.partition(".")[0] in HALVES)
            files = sorted(path for path in opened if _is_data(Path(path)))
            with os.fdopen(writing, "w") as pipe:
                json.dump({"modules": ours, "files": files}, pipe)
            os._exit(0)
        os.close(writing)
        with os.fdopen(reading) as pipe:
            told[name] = json.load(pipe)
        os.wait()
    json.dump(told, sys.stdout)


def _is_data(path: Path) -> bool:
    inside = any(path.is_relative_to(ROOT / half) for half in HALVES)
    return inside and path.is_file() and path.suffix not in {".py", ".pyc"}


if __name__ == "__main__":
    main()
