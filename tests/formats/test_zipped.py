"""Zip files whose bytes never differ."""

import io
import tracemalloc
import zipfile
from collections.abc import Callable
from functools import partial
from typing import BinaryIO

import pytest

from formats.zipped import Again, Contents, Zip, again

CHUNK = bytes(256 * 1024)
COUNT = 200


def large(file: BinaryIO) -> None:
    """Fifty megabytes, a piece at a time."""
    file.writelines(CHUNK for _ in range(COUNT))


class Counted(io.RawIOBase):
    """A file that keeps nothing."""

    def __init__(self) -> None:
        self.at = 0

    def writable(self) -> bool:
        """It can be written."""
        return True

    def seekable(self) -> bool:
        """It can't go back, as a pipe."""
        return False

    def write(self, data: object) -> int:
        """Take some bytes."""
        assert isinstance(data, bytes | memoryview)
        self.at += len(data)
        return len(data)


def test_files_stand_uncompressed_in_their_order_with_the_same_time_and_rights() -> None:
    file = io.BytesIO()
    archive = Zip(file)
    archive.writestr("b.txt", "words")
    archive.writestr("a.mp3", [b"so", b"und"])
    archive.write("c.bin", lambda entry: entry.write(b"bytes"))
    archive.close()

    with zipfile.ZipFile(file) as read:
        assert [(i.filename, read.read(i)) for i in read.infolist()] == [
            ("b.txt", b"words"),
            ("a.mp3", b"sound"),
            ("c.bin", b"bytes"),
        ]
        assert {(i.compress_type, i.date_time, i.external_attr) for i in read.infolist()} == {
            (zipfile.ZIP_STORED, (1980, 1, 1, 0, 0, 0), 0o644 << 16)
        }


def test_a_large_file_is_never_held_as_a_whole() -> None:
    file = Counted()
    tracemalloc.start()
    archive = Zip(file)  # type: ignore[arg-type] # all of a file that a zip needs
    archive.write("large.mp3", large)
    archive.close()
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert file.at > COUNT * len(CHUNK)
    assert most < 2_000_000


def test_the_contents_of_another_zip_file_have_the_same_bytes_whenever_it_was_made() -> None:
    def other(year: int) -> io.BytesIO:
        made = io.BytesIO()
        with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr(zipfile.ZipInfo("b.txt", (year, 1, 1, 0, 0, 0)), b"two")
            archive.writestr(zipfile.ZipInfo("a.txt", (year, 1, 1, 0, 0, 0)), b"one")
        return made

    assert again(other(2020)) == again(other(2026))
    with zipfile.ZipFile(io.BytesIO(again(other(2026)))) as archive:
        assert archive.namelist() == ["b.txt", "a.txt"]
        assert archive.read("a.txt") == b"one"


# --- with another to copy from --------------------------------------------------------------


def _first() -> tuple[io.BytesIO, Zip]:
    file = io.BytesIO()
    made = Zip(file)
    made.writestr("é.txt", "tide")
    made.writestr("sound", [b"a" * 3_000_000, b"b"])
    made.close()
    return file, made


def _again(earlier: bytes, begins: int = 0) -> bytes:
    """The same zip, with its files copied where they can be; `begins` is how far they moved."""
    _, known = _first()
    contents: dict[str, Contents] = {"é.txt": "tide", "sound": [b"a" * 3_000_000, b"b"]}
    file = io.BytesIO()
    made = Zip(file, io.BytesIO(earlier))
    for name in contents:
        member, begin = known.member(name)
        made.writestr(name, Again(member, begin + begins, partial(contents.__getitem__, name)))
    made.close()
    assert [made.member(name) for name in contents] == [known.member(name) for name in contents]
    return file.getvalue()


def _never() -> bytes:
    raise AssertionError("it was made anew")


def test_a_copied_file_is_not_made_and_the_bytes_are_the_same() -> None:
    file, known = _first()
    member, begin = known.member("sound")
    out = io.BytesIO()
    made = Zip(out, file)
    made.writestr("é.txt", "tide")
    made.writestr("sound", Again(member, begin, _never))
    made.close()

    assert out.getvalue() == file.getvalue()
    assert zipfile.ZipFile(out).testzip() is None


@pytest.mark.parametrize(
    "spoil",
    [
        lambda data: data,
        lambda data: data[:1_000_000],
        lambda data: data[:-2_000_000] + b"x" + data[-1_999_999:],
        lambda _data: b"",
    ],
    ids=["as it was", "cut off", "a byte changed", "nothing"],
)
@pytest.mark.parametrize("begins", [0, 1, 10**12])
def test_what_is_not_there_any_more_is_made_anew(
    spoil: Callable[[bytes], bytes], begins: int
) -> None:
    file, _ = _first()

    assert _again(spoil(file.getvalue()), begins) == file.getvalue()
