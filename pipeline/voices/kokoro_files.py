"""The files of Kokoro: its model, which is fetched once, and a style for each voice, included."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from pipeline.errors import SettingsError
from pipeline.store import files

STYLES = Path(__file__).with_name("kokoro_styles")
"""The folder of the styles; NOTICE.txt there says where they come from."""

LONGEST = 510
"""The sounds that the model takes at once; a style has a row for each number of them."""

WIDTH = 256  # numbers in a row of a style


@dataclass(frozen=True, slots=True)
class KokoroStyle:
    """A voice: its name in the settings and for people, the file of its style and its digest.

    `words_per_minute` is its own pace; `gain` are the dB that bring it to our loudness.
    """

    name: str
    person: str
    file: str
    sha256: str
    words_per_minute: int
    gain: float


VOICES: Mapping[str, KokoroStyle] = {
    voice.name: voice
    for voice in (
        KokoroStyle(
            "kokoro-emma",
            "Emma",
            "bf_emma.bin",
            "669fe0647f9dd04fcab92f1439a40eeb4c8b4ab1f82e4996fe3d918ce4a63b73",
            172,
            1.5,
        ),
        KokoroStyle(
            "kokoro-fable",
            "Fable",
            "bm_fable.bin",
            "f889083196807b4adb15e9204252165f503b8d33d3982e681c52443c49d798f1",
            160,
            4.0,
        ),
    )
}
"""British voices, by name, the usual one first."""

USUAL = next(iter(VOICES))
GET = f"Get it with: make voice NAME={USUAL}"


def chosen(name: str) -> KokoroStyle:
    """The voice with a name; the usual one for "". Raises `SettingsError` where there is none."""
    voice = VOICES.get(name or USUAL)
    if voice is None:
        raise SettingsError(
            f'Kokoro has no voice "{name}".',
            remedy=f"Write under [voice] name: {' or '.join(VOICES)}.",
        )
    return voice


def style(voice: KokoroStyle, folder: Path = STYLES) -> bytes:
    """The style of a voice. Raises `SettingsError` where its file is missing or has changed."""
    data = files.read(folder / voice.file)
    if data is None or hashlib.sha256(data).hexdigest() != voice.sha256:
        raise SettingsError(
            f'the style of the voice "{voice.name}" is missing or damaged.',
            where=str(folder / voice.file),
            remedy="Get Allways again: the file is part of it.",
        )
    return data


def model(cache: Path) -> Path:
    """The place of the model in the cache; it has a folder of its own beside Piper's voices."""
    return cache / "voices" / "kokoro" / "kokoro-v1.0.int8.onnx"


def seal(path: Path) -> Path:
    """The place of the digest that a fetched model had."""
    return path.with_suffix(".digest")


def digest(path: Path) -> str:
    """The SHA-256 of a file; "" where it is missing or can't be read."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""


def whole(path: Path) -> str:
    """The digest of the model. Raises `SettingsError` where it is missing or has changed.

    For a model that was put there by hand, there is nothing to compare with.
    """
    now, fetched_as = digest(path), files.read(seal(path))
    if not now:
        raise SettingsError("the model of Kokoro is not on this machine.", remedy=f"{GET}.")
    if fetched_as is not None and fetched_as != now.encode():
        raise SettingsError(
            "the model of Kokoro was damaged on the disk.",
            where=str(path),
            remedy=f"{GET}; it is fetched anew.",
        )
    return now
