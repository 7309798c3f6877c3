"""A tiny blog in every format, and a run of it that is killed, or finds the disk full.

`python -m tests.disturbed [KILLS]` does it in full.
"""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from formats.registry import FORMATS
from pipeline.easy_read import signing
from tests.pipeline.easy_read.places import checked, tide
from tests.pipeline.publish.two_posts import tree

KILLS = 200
"""In full, how many runs are killed with something to change, and as many with all to make, and
as many of two processes; in as many more, the disk is full."""

DAY = date(2026, 11, 27)

CALM, ROUGH = "The sea was calm.", "The sea was rough, and then rougher."
"""The two texts of one post: between them, what is there is changed and not only made."""

# Python tells of each file that it is about to open, rename or remove (PEP 578). The run counts
# what would change a file of ours: at one of these moments it ends, or from it on there is no
# room. Both are what happens in earnest, at a moment that can be chosen.
RUN = """\
import errno, os, signal, sys
from pathlib import Path
from pipeline.cli import main

here, what, at = sys.argv[1], sys.argv[2], int(sys.argv[3])
count = 0

def heard(event, told):
    global count
    if event == "open":
        makes = isinstance(told[2], int) and told[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)
    else:
        makes = event in {"os.rename", "os.mkdir"}
    removes = event in {"os.remove", "os.rmdir", "os.chmod", "os.utime"}
    if not (makes or removes) or not str(told[0]).startswith(here):
        return
    count += 1
    if what == "kill" and count == at:
        os.kill(os.getpid(), signal.SIGKILL)
    if what == "full" and count >= at and makes:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(told[0]))

sys.addaudithook(heard)
code = main(sys.argv[4:])
if what == "count":
    (Path(here).parent / "count").write_text(str(count))
sys.exit(code)
"""


@dataclass(frozen=True)
class TinyBlog:
    """A folder with posts, what is made of them, and a cache.

    `out` and `cache` lie in `made`, where the moments are counted. `settings` are of the
    environment, `words` more words of the command line.
    """

    folder: Path
    settings: Mapping[str, str] = field(default_factory=dict)
    words: Sequence[str] = ("--jobs", "1")

    @property
    def posts(self) -> Path:
        return self.folder / "posts"

    @property
    def out(self) -> Path:
        return self.folder / "made" / "out"

    @property
    def cache(self) -> Path:
        return self.folder / "made" / "cache"

    def write(self, sea: str) -> None:
        """Write one of the posts anew."""
        text = f"---\ntitle: Sea\ndate: 2026-02-03\n---\n{sea}\n\n![A boat](pictures/boat.png)\n"
        (self.posts / "sea.md").write_text(text, "utf-8")

    def empty(self) -> None:
        """Delete all that was made."""
        shutil.rmtree(self.out.parent)
        self.out.parent.mkdir()

    def run(self, what: str = "none", at: int = 0) -> "subprocess.CompletedProcess[str]":
        """A publish; `what` happens at the moment `at`, counted from 1."""
        words = [sys.executable, "-c", RUN, str(self.folder / "made"), what, str(at), "publish"]
        words += [str(self.posts), "--output", str(self.out), *self.words]
        environment = {
            **os.environ,
            "PYTHONPATH": str(Path(__file__).parents[1]),
            "ALLWAYS_CACHE": str(self.cache),
            **self.settings,
        }
        return subprocess.run(
            words, capture_output=True, text=True, check=False, timeout=300, env=environment
        )

    def moments(self) -> int:
        """Publish, and count the moments at which it changes a file."""
        ended = self.run("count")
        assert ended.returncode == 0, ended.stderr + ended.stdout
        return int((self.folder / "count").read_text())

    def made(self) -> dict[str, bytes]:
        """Publish with nothing in the way, and give every file of the output."""
        ended = self.run()
        assert ended.returncode == 0, ended.stderr + ended.stdout
        return tree(self.out)


def set_up(folder: Path, sea: str = CALM) -> TinyBlog:
    """Two posts in every format, read by the silent voice.

    One has an easy-read text with a picture that people have signed, the other a draft, which is
    published.
    """
    place = TinyBlog(folder)
    text = tide(folder)
    checked(text)
    signing.sign(text, signing.Signing("The Tide Group", named=True, paid=True, day=DAY))
    place.write(sea)
    names = ", ".join(f'"{row.name}"' for row in FORMATS)
    (place.posts / "publication.toml").write_text(
        f'title = "Tiny"\nbase_url = "https://example.org/"\nformats = [{names}]\n'
        '[voice]\nengine = "silence"\n[easy_read]\npublish_drafts = true\n'
    )
    (folder / "made").mkdir()
    return place


@dataclass(frozen=True)
class Undisturbed:
    """What undisturbed runs make of each text, and at how many moments they change a file.

    `warm` counts those of a run after which one post has another text, `cold` those of one that
    has nothing to begin with.
    """

    whole: Mapping[str, dict[str, bytes]]
    warm: int
    cold: int


def undisturbed(place: TinyBlog) -> Undisturbed:
    """Publish each text with nothing in the way, and then again."""
    cold, whole, warm = place.moments(), {}, []
    for sea in (ROUGH, CALM, ROUGH, CALM):
        place.write(sea)
        warm.append(place.moments())
        whole[sea] = tree(place.out)
    return Undisturbed(whole, min(warm), cold)


def disturbed(place: TinyBlog, known: Undisturbed, what: str, at: int) -> list[str]:
    """What is wrong after a run that is disturbed at a moment, and one that is not.

    `what` is "kill" or "full"; the post has another text than before the run.
    """
    sea = ROUGH if CALM in (place.posts / "sea.md").read_text("utf-8") else CALM
    place.write(sea)
    before = tree(place.out)
    ended = place.run(what, at)
    wrong = []
    if ended.returncode != (-signal.SIGKILL if what == "kill" else 1):
        wrong.append(f"it ended with {ended.returncode}")
    wrong += [word for word in ("fault of Allways", "Traceback") if word in ended.stderr]
    halves = (n for n, data in tree(place.out).items() if _half(n, data, before, known.whole[sea]))
    wrong += [f"{name} is neither as before nor whole" for name in halves]
    if place.made() != known.whole[sea]:
        wrong.append("the next run ends with other bytes")
    return wrong


def _half(name: str, data: bytes, before: Mapping[str, bytes], after: Mapping[str, bytes]) -> bool:
    """Whether a file is neither as it was nor as it will be.

    What is half written has a name of its own, and what tells of a run may tell of its errors.
    """
    own = ".part-" in name or name in {"report.json", "index.html", "accessibility.html"}
    return not own and data not in {before.get(name), after.get(name)}


def main() -> int:
    """Kill a run at many moments, fill the disk at as many, and say where the bytes differ."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else KILLS
    with tempfile.TemporaryDirectory() as name:
        bad = [_told(line) for line in _all(set_up(Path(name)), count)]
    _told(f"{4 * count - len(bad)} of {4 * count} disturbed runs were mended by the next.")
    return 1 if bad else 0


def _told(line: str) -> str:
    print(line, flush=True)  # noqa: T201 (a script for developers: this is all that it is for)
    return line


def _all(one: TinyBlog, count: int) -> Iterator[str]:
    """A line for each disturbed run after which something is wrong."""
    two = replace(one, words=("--jobs", "2"))  # only the moments of the first process are counted
    known, known_by_two = undisturbed(one), undisturbed(two)
    for place, what, moments, empty in (
        (one, "kill", known.warm, False),
        (one, "kill", known.cold, True),
        (one, "full", known.warm, False),
        (two, "kill", known_by_two.warm, False),
    ):
        for number in range(count):
            if empty:
                place.empty()
            at = 1 + number * moments // count
            for wrong in disturbed(place, known, what, at)[:1]:
                yield f"{what} at moment {at} of {moments}, {' '.join(place.words)}: {wrong}"


if __name__ == "__main__":
    sys.exit(main())
