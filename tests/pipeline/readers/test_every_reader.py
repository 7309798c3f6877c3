"""Every reader, on files damaged in any way: an error with a remedy, never a fault or a hang."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.errors import FaultError
from pipeline.publish import progress
from pipeline.publish.request import Request
from pipeline.publish.up_to_date import publish
from pipeline.readers import READERS, Defaults, Reader, Reading, read
from pipeline.readers.kinds import reader_of
from pipeline.readers.shared.files import HEAD
from tests.growth import seconds
from tests.pipeline.readers.samples import SAMPLES

LONGEST = 50
"""How many times as long as all samples a damaged one may take, which is a small file, too."""

# What breaks readers: ends of things, beginnings without ends, numbers and signs.
_SIGNS = rb"""
< </ <!-- ]]> <![CDATA[ &#0; &#xd800; &a; {{< {% { } [ ] (( " ' ` ``` ~~~ * ** _ | \ # [^1] ![](
-1 1e999 null 0000-00-00 9999-12-31T23:59:59-14:00 javascript:x() http://[ ../../../x
"""
BAD = (
    *_SIGNS.split(),
    *(b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"\xed\xa0\x80", b"\r", b"\x0b", b"\xe2\x80\xa8"),
    *(b"---\n", b"+++\n", b"...\n", b": ", b"- ", b"> ", b"    ", b"\t", b"&a [*a]", b"9" * 5000),
    *(b"<!DOCTYPE a [<!ENTITY a '&a;'>]>", b"<svg onload=x>", "e\u0301\u200d\u202e💥".encode()),
)


@st.composite
def damaged(draw: st.DrawFn) -> tuple[str, bytes]:
    """A sample with some pieces cut, repeated, moved or put in, under its name or another."""
    name, data = draw(st.sampled_from(sorted(SAMPLES.items())))
    for _ in range(draw(st.integers(0, 4))):
        begin = draw(st.integers(0, len(data)))
        end = min(len(data), begin + draw(st.integers(0, 60)))
        put = draw(st.sampled_from(BAD) | st.binary(max_size=8) | st.just(data[begin:end] * 3))
        data = data[:begin] + put + data[draw(st.sampled_from([begin, end])) :]
    other = draw(
        st.sampled_from([name, *sorted(SAMPLES)]) if draw(st.booleans()) else st.just(name)
    )
    return other, data


def _in_folder(files: dict[str, bytes], place: Path) -> Path:
    folder = place / "posts"
    folder.mkdir()
    for name, data in files.items():
        (folder / name).write_bytes(data)
    return folder


@pytest.fixture(scope="module")
def all_samples(tmp_path_factory: pytest.TempPathFactory) -> float:
    """The seconds of the processor that reading every sample takes."""
    return seconds(_read, _in_folder(SAMPLES, tmp_path_factory.mktemp("samples")))


def _read(folder: Path) -> Reading:
    return read(folder, Defaults())


def _its_own(reader: Reader) -> list[str]:
    return [name for name, data in SAMPLES.items() if reader_of(name, data[:HEAD]) is reader]


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.kind)
def test_every_reader_has_a_sample_that_it_reads(reader: Reader) -> None:
    """A new reader needs a file in `samples.py`, or the tests below know nothing of it."""
    assert _its_own(reader)


@pytest.mark.parametrize("name", SAMPLES)
def test_a_sample_is_read_or_told(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(SAMPLES[name])
    found = read(tmp_path, Defaults())
    assert found.posts or found.errors or found.findings
    assert not [error for error in found.errors if isinstance(error, FaultError)]


@given(file=damaged())
@settings(max_examples=400, deadline=None, suppress_health_check=list(HealthCheck))
def test_a_damaged_file_is_read_or_told_in_time_and_touches_nothing(
    all_samples: float, file: tuple[str, bytes]
) -> None:
    name, data = file
    with TemporaryDirectory() as place:
        folder = _in_folder({name: data}, Path(place))
        assert seconds(_read, folder, rounds=1) < LONGEST * all_samples
        found = _read(folder)
        assert [str(error) for error in found.errors if isinstance(error, FaultError)] == []
        assert all(error.remedy for error in found.errors)
        assert [path.name for path in Path(place).rglob("*")] == ["posts", name]
        assert (folder / name).read_bytes() == data


@given(file=damaged())
@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
def test_what_is_read_of_a_damaged_file_goes_through_the_whole_pipeline(
    file: tuple[str, bytes],
) -> None:
    name, data = file
    with TemporaryDirectory() as place:
        folder = _in_folder({name: data, "good.md": b"# Good\n\nText.\n"}, Path(place))
        request = Request(
            folder, Path(place) / "out", Path(place) / "cache", engine="silence", jobs=1
        )
        report = publish(request, progress.Quiet())
        assert [str(error) for error in report.errors if isinstance(error, FaultError)] == []
        assert {path.name for path in Path(place).iterdir()} == {"posts", "out", "cache"}
