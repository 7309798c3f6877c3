"""Fetches a Piper voice through piper-tts's own downloader, and lets in only what is whole.

The downloader knows one address and checks nothing: here it is told the address that the
settings name, given a time limit and an empty folder, and what it brought is compared with the
size and the digest that the list of voices tells.
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
"""How long a server may be silent."""

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
    ),  # what came is of another form
)
_KINDS = (".onnx.json", ".onnx")  # the model last: what has one is a voice


class _BrokenError(ValueError):
    """What came isn't what was listed."""


@dataclass(frozen=True, slots=True)
class VoiceOffer:
    """A voice that can be fetched; `files` are the size and MD5 digest of each kind of file."""

    name: str
    language: str
    files: Mapping[str, tuple[int, str]]

    @property
    def megabytes(self) -> int:
        """What is to be fetched, in MB."""
        return round(sum(size for size, _ in self.files.values()) / 1e6)


def offers(address: str, seconds: float = SECONDS) -> dict[str, VoiceOffer]:
    """The voices that an address has, by name; "" is piper-tts's own address.

    Raises `AllwaysError` where it gives no list of voices.
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
    """Fetch a voice into a folder, unless it is there, and give the path of its model.

    Raises `AllwaysError`, and leaves nothing behind, where it does not come whole;
    `SettingsError` where it can't be used here; `WriteError` where it can't be written.
    """
    with _explained(f'the Piper voice "{offer.name}"', address or OWN):
        _check(offer)
    try:
        return _kept(offer, address, folder, seconds)
    except OSError as error:  # of the disk: what the server did is explained before
        raise WriteError(
            f"a voice can't be kept here ({error.strerror or error}).",
            where=str(folder),
            remedy="See that the disk has room and that you may write there, then try again.",
        ) from error


def _check(offer: VoiceOffer) -> None:
    """Raises `_BrokenError` for what is no voice, or would leave its folder."""
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
    """Raises `_BrokenError` where what came isn't what was listed."""
    as_address = quote(offer.name)  # "tugão" stands in an address as "tug%C3%A3o"
    with _address(address):
        download_voices.download_voice(as_address, coming)
    for kind in _KINDS:
        (coming / f"{as_address}{kind}").replace(coming / f"{offer.name}{kind}")
    if not _whole(coming, offer.name, offer):
        raise _BrokenError("it came damaged, or was cut off")


def _whole(folder: Path, name: str, offer: VoiceOffer) -> bool:
    """Whether each file of a voice is there, with the size and digest that it should have."""
    return all(_is(folder / f"{name}{kind}", *offer.files[kind]) for kind in offer.files)


def _is(path: Path, size: int, digest: str) -> bool:
    if not path.is_file() or path.stat().st_size != size:
        return False
    with path.open("rb") as file:
        return hashlib.file_digest(file, _md5).hexdigest() == digest


def _md5() -> Any:
    return hashlib.md5(usedforsecurity=False)  # against accidents; who sent it, TLS makes sure of


@contextmanager
def _address(address: str) -> Iterator[None]:
    """Within it, the downloader fetches from another address: it keeps its own in a constant."""
    before = download_voices.URL_FORMAT
    download_voices.URL_FORMAT = before.replace(OWN, address or OWN, 1)
    try:
        yield
    finally:
        download_voices.URL_FORMAT = before


@contextmanager
def _patience(seconds: float) -> Iterator[None]:
    """Within it, a connection that is silent for so long ends: the downloader sets no limit."""
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
            error.close()  # it is the answer, too, and holds a file
        raise AllwaysError(
            f"{what} could not be fetched: {_why(error)}.",
            where=address,
            remedy="Nothing was changed. Try again later; if it stays, see that the address is "
            "right (downloads, under [voice]).",
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
