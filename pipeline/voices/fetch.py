"""Fetch a Piper voice with piper-tts's downloader, and accept it only if it is complete.

The downloader has one fixed address and checks nothing. Here it gets the address in the
settings, a time limit and an empty folder, and its files are compared with the sizes and
digests in the list of voices.
"""

import errno
import hashlib
import http.client
import json
import re
import socket
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.parse import quote
from urllib.request import urlopen

from piper import download_voices

from pipeline.errors import AllwaysError, WriteError
from pipeline.store.files import DAY, sweep
from pipeline.voices import piper_files

SECONDS = 30.0
"""Seconds that a server may be silent."""

OWN = download_voices.URL_FORMAT.partition("{")[0]
"""The address that piper-tts fetches from."""

_BROKEN = (
    *(OSError, http.client.HTTPException),
    *(
        ValueError,
        TypeError,
        LookupError,
        AttributeError,
        RecursionError,
    ),  # the answer has another form
)
_KINDS = (".onnx.json", ".onnx")  # the model last: a voice with a model is complete


class _BrokenError(ValueError):
    """The files are not those in the list."""


@dataclass(frozen=True, slots=True)
class VoiceOffer:
    """A voice that can be fetched; `files` are the size and MD5 digest of each kind of file."""

    name: str
    language: str
    files: Mapping[str, tuple[int, str]]

    @property
    def megabytes(self) -> int:
        """The size of the download in MB."""
        return round(sum(size for size, _ in self.files.values()) / 1e6)


def offers(address: str, seconds: float = SECONDS) -> dict[str, VoiceOffer]:
    """The voices at an address, by name; "" is piper-tts's own address.

    Raises `AllwaysError` where there is no list of voices.
    """
    listed = f"{address or OWN}voices.json"
    with _explained("the list of Piper voices", listed), _patience(seconds):
        with urlopen(listed) as answer:  # noqa: S310 (the setting allows http and https alone)
            voices = json.load(answer)
        return {name: _offer(name, voice) for name, voice in sorted(voices.items())}


def _offer(name: str, voice: dict[str, Any]) -> VoiceOffer:
    files = {
        kind: (int(file["size_bytes"]), str(file["md5_digest"]))
        for kind in _KINDS
        for path, file in voice["files"].items()
        if path.endswith(kind)
    }
    return VoiceOffer(name, str(voice["language"]["code"]).replace("_", "-"), files)


def get(offer: VoiceOffer, address: str, folder: Path, seconds: float = SECONDS) -> Path:
    """Fetch a voice into a folder, unless it is there, and return the path of its model.

    Raises `AllwaysError`, and leaves nothing behind, if it does not arrive complete;
    `SettingsError` if it can't be used here; `WriteError` if it can't be written.
    """
    with _explained(f'the Piper voice "{offer.name}"', address or OWN):
        _check(offer)
    try:
        return _kept(offer, address, folder, seconds)
    except OSError as error:  # an error of the disk: those of the server are explained before
        raise WriteError(
            f"a voice can't be kept here ({error.strerror or error}).",
            where=str(folder),
            remedy="Check that the disk has room and that you may write there, then try again.",
        ) from error


def _check(offer: VoiceOffer) -> None:
    """Raises `_BrokenError` for an entry that is not a voice, or a path outside its folder."""
    if not re.fullmatch(r"[\w-]+", offer.name) or len(offer.files) < len(_KINDS):
        raise _BrokenError("the list of voices is broken")


def _kept(offer: VoiceOffer, address: str, folder: Path, seconds: float) -> Path:
    model = folder / f"{offer.name}.onnx"
    if _whole(folder, offer.name, offer):
        return model
    folder.mkdir(parents=True, exist_ok=True)
    sweep(folder, DAY)
    with tempfile.TemporaryDirectory(prefix=".part-", dir=folder) as place:
        coming = Path(place)
        with _explained(f'the Piper voice "{offer.name}"', address or OWN), _patience(seconds):
            _download(offer, address, coming)
        fetched = piper_files.read(coming / model.name)
        piper_files.seal(fetched.path).write_text(fetched.digest())
        for kind in (".digest", *_KINDS):
            (coming / f"{offer.name}{kind}").replace(folder / f"{offer.name}{kind}")
    return model


def _download(offer: VoiceOffer, address: str, coming: Path) -> None:
    """Raises `_BrokenError` where the files are not those in the list."""
    as_address = quote(offer.name)  # "tugão" is "tug%C3%A3o" in an address
    with _address(address):
        download_voices.download_voice(as_address, coming)
    for kind in _KINDS:
        (coming / f"{as_address}{kind}").replace(coming / f"{offer.name}{kind}")
    if not _whole(coming, offer.name, offer):
        raise _BrokenError("it came damaged, or was cut off")


def _whole(folder: Path, name: str, offer: VoiceOffer) -> bool:
    """Whether each file of a voice is there, with the right size and digest."""
    return all(_is(folder / f"{name}{kind}", *offer.files[kind]) for kind in offer.files)


def _is(path: Path, size: int, digest: str) -> bool:
    if not path.is_file() or path.stat().st_size != size:
        return False
    with path.open("rb") as file:
        return hashlib.file_digest(file, _md5).hexdigest() == digest


def _md5() -> Any:
    return hashlib.md5(usedforsecurity=False)  # against accidents; TLS makes sure of the sender


@contextmanager
def _address(address: str) -> Iterator[None]:
    """Make the downloader use another address, which it has in a constant."""
    before = download_voices.URL_FORMAT
    download_voices.URL_FORMAT = before.replace(OWN, address or OWN, 1)
    try:
        yield
    finally:
        download_voices.URL_FORMAT = before


@contextmanager
def _patience(seconds: float) -> Iterator[None]:
    """Set a time limit for connections, because the downloader has none."""
    before = socket.getdefaulttimeout()
    socket.setdefaulttimeout(seconds)
    try:
        yield
    finally:
        socket.setdefaulttimeout(before)


@contextmanager
def _explained(what: str, address: str) -> Iterator[None]:
    try:
        yield
    except _BROKEN as error:
        if isinstance(error, HTTPError):
            error.close()  # the error is also the answer, and holds an open file
        raise AllwaysError(
            f"{what} could not be fetched: {_why(error)}.",
            where=address,
            remedy="Nothing was changed. Try again later; if it happens again, check the "
            "address (downloads, under [voice]).",
        ) from error


def _why(error: Exception) -> str:
    match error:
        case HTTPError():
            return f"the server answered {error.code} {error.reason}"
        case URLError(reason=TimeoutError()) | TimeoutError():
            return "the server was silent for too long"
        case OSError(errno=errno.ENOSPC | errno.EDQUOT):
            return "the disk is full"
        case OSError() | http.client.HTTPException():
            reason = getattr(error, "reason", error)
            return f"the connection broke off ({getattr(reason, 'strerror', None) or reason})"
        case _BrokenError():
            return str(error)
        case _:
            return "what came is no list of voices"
