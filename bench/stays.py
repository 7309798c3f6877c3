"""What an edit takes in a process that stays, as the preview is: nothing is loaded anew.

    python -m bench.stays FOLDER POST ENGINE TIMES

Publishes `posts` in a folder once, then after each of so many edits of a post, and prints the
seconds of these as JSON.
"""

import json
import sys
import time
from pathlib import Path

from bench import made
from pipeline.publish import progress, up_to_date
from pipeline.publish.request import Request


def main(folder: Path, post: str, engine: str, times: int) -> None:
    """Publish, edit, publish, print."""
    request = Request(folder / "posts", folder / "output", folder / "cache", engine=engine)
    path = folder / "posts" / post
    text = path.read_text("utf-8")
    up_to_date.publish(request, progress.Quiet())
    seconds = []
    for number in range(1, times + 1):
        path.write_text(made.edited(text, number), "utf-8")
        begin = time.monotonic()
        up_to_date.publish(request, progress.Quiet())
        seconds.append(time.monotonic() - begin)
    print(json.dumps(seconds))


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], sys.argv[3], int(sys.argv[4]))
