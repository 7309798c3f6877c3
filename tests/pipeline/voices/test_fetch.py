"""A voice is fetched whole, or nothing of it is left: from a real server on this machine."""

import hashlib
import json
import os
from pathlib import Path

import pytest

from pipeline.errors import AllwaysError, SettingsError, WriteError
from pipeline.settings import VoiceSettings
from pipeline.voices import fetch
from pipeline.voices.fetch import VoiceOffer
from pipeline.voices.piper import PiperVoice
from tests.voices import tiny_piper
from tests.voices.shop import OTHER, Answer, Handler, Shop
from tests.voices.tiny_piper import NAME

MODEL = f"en/en_GB/tiny/low/{NAME}.onnx"


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
    assert voice.name("en-GB") == f"Piper {name}"


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
    assert PiperVoice(wanted).name("en-GB") == f"Piper {NAME}"


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


FILES = {".onnx": (1, "0" * 32), ".onnx.json": (1, "0" * 32)}
LISTED_WRONG = {
    "nothing": VoiceOffer(NAME, "en-GB", {}),
    "a description alone": VoiceOffer(NAME, "en-GB", {".onnx.json": FILES[".onnx.json"]}),
    "a place elsewhere": VoiceOffer("../../x", "en-GB", FILES),
}


@pytest.mark.parametrize("name", LISTED_WRONG)
def test_what_is_listed_wrong_is_never_got(tmp_path: Path, name: str) -> None:
    """Nobody is asked for it, and no folder is made."""
    with pytest.raises(AllwaysError, match="list of voices is broken"):
        fetch.get(LISTED_WRONG[name], "http://127.0.0.1:9/", tmp_path / "voices")
    assert not any(tmp_path.iterdir())


def test_a_list_of_voices_without_end_is_told(tmp_path: Path) -> None:
    (tmp_path / "voices.json").write_text("[" * 100_000)
    with pytest.raises(AllwaysError, match="no list of voices"):
        fetch.offers(f"{tmp_path.as_uri()}/")


@pytest.mark.parametrize("place", ["voices", "voices/inner"])
def test_a_folder_that_can_not_be_made_is_told(tmp_path: Path, place: str) -> None:
    (tmp_path / "voices").write_text("a file")
    with pytest.raises(WriteError, match="can't be kept here") as caught:
        fetch.get(VoiceOffer(NAME, "en-GB", FILES), "http://127.0.0.1:9/", tmp_path / place)
    assert caught.value.where == str(tmp_path / place)
