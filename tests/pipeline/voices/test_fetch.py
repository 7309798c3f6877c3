"""A voice is fetched whole, or nothing of it is left: from a real server on this machine."""

import hashlib
import json
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Event, Thread
from typing import Any

import pytest

from pipeline.errors import AllwaysError, SettingsError
from pipeline.settings import VoiceSettings
from pipeline.voices import ENGINES, catalogue, fetch
from pipeline.voices.fetch import VoiceOffer
from pipeline.voices.piper import PiperVoice
from tests.voices import tiny_piper

Answer = Callable[["Handler", bytes], None]

NAME = tiny_piper.NAME
OTHER = "pt_PT-tugão-medium"
MODEL = f"en/en_GB/tiny/low/{NAME}.onnx"


class Handler(SimpleHTTPRequestHandler):
    """Gives files, but for those that are to be answered otherwise."""

    def __init__(self, *given: Any, answers: dict[str, Answer], asked: list[str], **more: Any):
        self.answers, self.asked = answers, asked
        super().__init__(*given, **more)

    def do_GET(self) -> None:
        """Answer as told."""
        path = Path(self.translate_path(self.path))
        self.asked.append(path.name)
        if answer := self.answers.get(path.name):
            answer(self, path.read_bytes())
        else:
            super().do_GET()

    def log_message(self, *_: Any) -> None:
        """Say nothing."""

    def give(self, data: bytes, length: int) -> None:
        """An answer that promises so many bytes."""
        self.send_response(200)
        self.send_header("Content-Length", str(length))
        self.end_headers()
        self.wfile.write(data)


class Shop:
    """A server of voices; `answers` are what it says in place of a file, `asked` its files."""

    def __init__(self, folder: Path, address: str) -> None:
        self.folder, self.address = folder, address
        self.answers: dict[str, Answer] = {}
        self.asked: list[str] = []
        self.closing = Event()

    def silent(self, _handler: Handler, _data: bytes) -> None:
        """No answer at all, while the shop is open."""
        self.closing.wait(20)


@contextmanager
def opened(folder: Path) -> Iterator[Shop]:
    """The shop of the voices in a folder."""
    shop = Shop(folder, "")
    handler = partial(Handler, directory=str(folder), answers=shop.answers, asked=shop.asked)
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = Thread(target=server.serve_forever, args=(0.02,))
        thread.start()
        shop.address = f"http://127.0.0.1:{server.server_port}/"
        yield shop
        shop.closing.set()
        server.shutdown()
        thread.join()


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    """Two voices and their list, as Piper's own server has them."""
    folder = tmp_path / "shop"
    listed = {}
    for name in (NAME, OTHER):
        code, voice, quality = name.split("-")
        place = Path(code.split("_")[0], code, voice, quality)
        model = tiny_piper.build(folder / place, name)
        files = {
            str(place / file.name): {
                "size_bytes": file.stat().st_size,
                "md5_digest": hashlib.md5(file.read_bytes()).hexdigest(),
            }
            for file in sorted(model.parent.iterdir())
        }
        listed[name] = {"language": {"code": code}, "files": files}
    (folder / "voices.json").write_text(json.dumps(listed))
    with opened(folder) as opened_shop:
        yield opened_shop


def left(folder: Path) -> list[str]:
    """The names of all that is in a folder."""
    return sorted(path.name for path in folder.glob("**/*"))


def got(shop: Shop, to: Path, name: str = NAME) -> Path:
    return fetch.get(fetch.offers(shop.address)[name], shop.address, to, 0.3)


@pytest.mark.parametrize("name", [NAME, OTHER])
def test_a_voice_comes_with_its_description_and_speaks(
    shop: Shop, tmp_path: Path, name: str
) -> None:
    """A name with an accent too, which an address has to spell otherwise."""
    model = got(shop, tmp_path / "cache" / "voices", name)

    assert left(model.parent) == [f"{name}.digest", f"{name}.onnx", f"{name}.onnx.json"]
    voice = PiperVoice(VoiceSettings("piper", name, "en-GB", 160, cache=tmp_path / "cache"))
    assert voice.name("en-GB") == f"Piper, {name}"


@pytest.mark.parametrize(("kind", "byte"), [(".onnx", b"e"), (".onnx.json", b"1")])
def test_a_voice_that_was_damaged_on_the_disk_does_not_speak(
    shop: Shop, tmp_path: Path, kind: str, byte: bytes
) -> None:
    """Until it is fetched again."""
    wanted = VoiceSettings("piper", NAME, "en-GB", 160, cache=tmp_path / "cache")
    model = got(shop, tmp_path / "cache" / "voices")
    path = model.with_name(f"{NAME}{kind}")
    before, _, after = path.read_bytes().rpartition(byte)
    path.write_bytes(before + b"7" + after)

    with pytest.raises(SettingsError, match=r"it was damaged on the disk\. Get it again"):
        PiperVoice(wanted)

    got(shop, tmp_path / "cache" / "voices")
    assert PiperVoice(wanted).name("en-GB") == f"Piper, {NAME}"


def test_what_a_fetch_left_that_was_killed_is_swept_away(shop: Shop, tmp_path: Path) -> None:
    (tmp_path / "to/.part-old").mkdir(parents=True)
    (tmp_path / "to/.part-new").mkdir()
    os.utime(tmp_path / "to/.part-old", (0, 0))

    got(shop, tmp_path / "to")

    assert [name for name in left(tmp_path / "to") if name.startswith(".part")] == [".part-new"]


def test_a_voice_that_is_there_is_not_fetched_again(shop: Shop, tmp_path: Path) -> None:
    got(shop, tmp_path / "to")
    before = list(shop.asked)
    got(shop, tmp_path / "to")

    assert shop.asked == [*before, "voices.json"]


def test_a_damaged_voice_is_fetched_anew(shop: Shop, tmp_path: Path) -> None:
    model = got(shop, tmp_path / "to")
    whole = model.read_bytes()
    model.write_bytes(whole[:-1] + b"?")

    assert got(shop, tmp_path / "to").read_bytes() == whole


def _missing(handler: Handler, _data: bytes) -> None:
    handler.send_error(404)


def _page(handler: Handler, _data: bytes) -> None:
    handler.give(b"<html>Sign in", 13)


def _cut(handler: Handler, data: bytes) -> None:
    handler.give(data[: len(data) // 2], len(data))


def _short(handler: Handler, data: bytes) -> None:
    handler.give(data[:-1], len(data) - 1)


def _other(handler: Handler, data: bytes) -> None:
    handler.give(data[:-1] + b"?", len(data))


BROKEN: dict[str, tuple[Answer | None, str]] = {
    "missing": (_missing, "answered 404"),
    "page": (_page, "damaged, or was cut off"),
    "cut off": (_cut, "damaged, or was cut off|broke off"),
    "short": (_short, "damaged, or was cut off"),
    "other bytes of the same size": (_other, "damaged, or was cut off"),
    "silent": (None, "silent for too long"),
}


@pytest.mark.parametrize("how", BROKEN)
@pytest.mark.parametrize("kind", [".onnx", ".onnx.json"])
def test_a_broken_download_leaves_nothing(shop: Shop, tmp_path: Path, kind: str, how: str) -> None:
    """And says what was wrong."""
    answer, told = BROKEN[how]
    shop.answers[f"{NAME}{kind}"] = answer or shop.silent

    with pytest.raises(AllwaysError, match=told):
        got(shop, tmp_path / "to")
    assert left(tmp_path / "to") == []


def test_a_broken_download_leaves_the_voice_that_was_there(shop: Shop, tmp_path: Path) -> None:
    model = got(shop, tmp_path / "to")
    model.write_bytes(b"an older one")
    shop.answers[model.name] = _cut

    with pytest.raises(AllwaysError):
        got(shop, tmp_path / "to")
    assert model.read_bytes() == b"an older one"
    assert len(left(tmp_path / "to")) == 3


LISTS = {
    "no JSON": b"<html>",
    "no table": b"[1]",
    "no files": b'{"en_GB-tiny-low": {"language": {"code": "en_GB"}}}',
    "no text": b"\xff\xfe",
}


@pytest.mark.parametrize("data", LISTS.values(), ids=LISTS)
def test_what_is_no_list_of_voices_is_told(shop: Shop, data: bytes) -> None:
    (shop.folder / "voices.json").write_bytes(data)

    with pytest.raises(AllwaysError, match="no list of voices"):
        fetch.offers(shop.address, 0.3)


def test_a_server_that_is_not_there_is_told() -> None:
    with pytest.raises(AllwaysError, match="broke off"):
        fetch.offers("http://127.0.0.1:9/", 0.3)


@pytest.mark.parametrize("name", ["../en_GB-tiny-low", "en_GB-tiny-/low", "en_GB-tiny-.low"])
def test_a_name_that_would_leave_the_folder_is_refused(
    shop: Shop, tmp_path: Path, name: str
) -> None:
    """Though the server lists it."""
    files = fetch.offers(shop.address)[NAME].files

    with pytest.raises(AllwaysError, match="list of voices is broken"):
        fetch.get(VoiceOffer(name, "en-GB", files), shop.address, tmp_path / "to", 0.3)
    assert left(tmp_path / "to") == []


def test_a_voice_of_a_kind_that_we_do_not_have_is_not_kept(shop: Shop, tmp_path: Path) -> None:
    path = shop.folder / f"{MODEL}.json"
    path.write_text(json.dumps(tiny_piper.description() | {"phoneme_type": "pinyin"}))
    offer = fetch.offers(shop.address)[NAME]
    digest = hashlib.md5(path.read_bytes()).hexdigest()
    files = {**offer.files, ".onnx.json": (path.stat().st_size, digest)}

    with pytest.raises(SettingsError, match="pinyin"):
        fetch.get(VoiceOffer(NAME, "en-GB", files), shop.address, tmp_path / "to", 0.3)
    assert left(tmp_path / "to") == []


# --- the commands -------------------------------------------------------------------------


@pytest.fixture
def source(shop: Shop, tmp_path: Path) -> Path:
    """A blog whose settings name the shop."""
    folder = tmp_path / "posts"
    folder.mkdir()
    (folder / "publication.toml").write_text(
        f'[voice]\nengine = "piper"\ndownloads = "{shop.address}"\n'
    )
    return folder


def test_a_fetched_voice_is_the_one_that_reads(source: Path, tmp_path: Path) -> None:
    """Fetching it is all: it is the only one for the language of the blog."""
    cache = tmp_path / "cache"
    assert "Not ready" in "\n".join(catalogue.listing(source, cache))

    catalogue.get(NAME, source, cache)

    lines = catalogue.listing(source, cache)
    assert any(line.startswith("* piper") for line in lines)
    assert f"           Reads with: Piper, {NAME}." in lines


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("", r'no voice is named. For "en-GB" there are: en_GB-tiny-low \(0 MB\)\.'),
        ("en_GB-tyni-low", 'no Piper voice "en_GB-tyni-low". Did you mean "en_GB-tiny-low"'),
    ],
)
def test_without_a_name_the_voices_for_the_blog_are_told(
    source: Path, tmp_path: Path, name: str, told: str
) -> None:
    """And what a wrong name may have meant."""
    with pytest.raises(SettingsError, match=told):
        catalogue.get(name, source, tmp_path / "cache")


def test_every_engine_is_explained(tmp_path: Path) -> None:
    lines = "\n".join(catalogue.listing(tmp_path, tmp_path / "cache"))
    assert all(f"{name:8} {engine.what}" in lines for name, engine in ENGINES.items())
    assert "make voice NAME=en_GB-alba-medium" in lines
