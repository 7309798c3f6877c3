"""The same posts give the same bytes, whenever, wherever and however they are made."""

import os
import shutil
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.disturbed import CALM, ROUGH, TinyBlog, set_up
from tests.pipeline.publish.two_posts import tree

pytestmark = pytest.mark.xdist_group("same bytes")  # the first run is made once

# Every clock that a program on this machine can ask is ahead by as many seconds as CLOCK_AHEAD.
CLOCK = """\
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdlib.h>
#include <sys/time.h>
#include <time.h>

static time_t ahead(void) { return atol(getenv("CLOCK_AHEAD")); }

int clock_gettime(clockid_t which, struct timespec *found) {
    int (*real)(clockid_t, struct timespec *) = dlsym(RTLD_NEXT, "clock_gettime");
    int result = real(which, found);
    if (which == CLOCK_REALTIME) found->tv_sec += ahead();
    return result;
}

int gettimeofday(struct timeval *found, void *zone) {
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    found->tv_sec = now.tv_sec;
    found->tv_usec = now.tv_nsec / 1000;
    return 0;
}

time_t time(time_t *found) {
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    if (found) *found = now.tv_sec;
    return now.tv_sec;
}
"""


def _nothing(_place: TinyBlog) -> None:
    pass


def _other_order(place: TinyBlog) -> None:
    """The files are written in another order, and so lie in another in their folder."""
    files = tree(place.posts)
    shutil.rmtree(place.posts)
    for name in sorted(files, reverse=True):
        path = place.posts / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(files[name])


def _long_ago(place: TinyBlog) -> None:
    """Each post was last written in another year."""
    for path in place.posts.rglob("*"):
        os.utime(path, (10**9, 10**9))


def _warm(place: TinyBlog) -> None:
    """All has been spoken and drawn already, and one post had another text in between."""
    place.made()
    place.write(ROUGH)
    place.made()
    place.write(CALM)
    shutil.rmtree(place.out)


@dataclass(frozen=True)
class Otherwise:
    """What is otherwise in a run: settings of the environment, words of the command, a change."""

    settings: Mapping[str, str] = field(default_factory=dict)
    words: Sequence[str] = ("--jobs", "1")
    change: Callable[[TinyBlog], None] = _nothing
    umask: int = 0o022


WAYS = {
    "a later second": Otherwise(),
    "another order of files": Otherwise(change=_other_order),
    "posts written in another year": Otherwise(change=_long_ago),
    "two processes": Otherwise(words=("--jobs", "2")),
    "a warm cache": Otherwise(change=_warm),
    "another language of the system": Otherwise({"LC_ALL": "C", "LANG": "C", "LANGUAGE": "tr"}),
    "another time zone": Otherwise({"TZ": "Pacific/Kiritimati"}),
    "another mask of permissions": Otherwise(umask=0o077),
    "another seed of hashes": Otherwise({"PYTHONHASHSEED": "7"}),
    "a date that is asked for": Otherwise({"SOURCE_DATE_EPOCH": "1000000000"}),
}


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    place = set_up(tmp_path_factory.mktemp("whole"))
    return TinyBlog(place.folder, {"PYTHONHASHSEED": "0", "TZ": "UTC"}).made()


@pytest.mark.parametrize("way", WAYS)
def test_the_bytes_are_the_same(tmp_path: Path, whole: dict[str, bytes], way: str) -> None:
    other = WAYS[way]
    place = set_up(tmp_path)
    other.change(place)
    mask = os.umask(other.umask)
    try:
        made = TinyBlog(place.folder, other.settings, other.words).made()
    finally:
        os.umask(mask)

    assert {
        name for name in made.keys() | whole.keys() if made.get(name) != whole.get(name)
    } == set()


def test_the_bytes_are_the_same_on_another_day(tmp_path: Path, whole: dict[str, bytes]) -> None:
    clock = tmp_path / "clock.so"
    (tmp_path / "clock.c").write_text(CLOCK)
    compiler = shutil.which("cc")
    if compiler is None or os.uname().sysname != "Linux":
        pytest.skip("a clock of our own needs a C compiler, and Linux")
    words = [compiler, "-shared", "-fPIC", "-o", str(clock), str(tmp_path / "clock.c")]
    subprocess.run(words, check=True)
    place = set_up(tmp_path)
    settings = {"LD_PRELOAD": str(clock), "CLOCK_AHEAD": str(500 * 24 * 60 * 60)}

    made = TinyBlog(place.folder, settings).made()

    assert made == whole
    told = TinyBlog(place.folder, settings, ("--log-format", "json")).run().stdout
    year = time.gmtime(time.time() + 500 * 24 * 60 * 60).tm_year
    assert f'"time": "{year}-' in told


def test_another_text_gives_other_bytes(tmp_path: Path, whole: dict[str, bytes]) -> None:
    assert set_up(tmp_path, ROUGH).made() != whole
