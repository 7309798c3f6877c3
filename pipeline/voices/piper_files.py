"""The files of Piper voices: `NAME.onnx`, and its description in `NAME.onnx.json`."""

import hashlib
import json
import os
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from formats.languages import primary
from pipeline.errors import SettingsError
from pipeline.store import files
from pipeline.store.files import digest

RATES = (16_000, 22_050, 24_000, 32_000, 44_100, 48_000)
"""The sample rates that MP3 has, and so a narration can have."""

SOUNDS = ("espeak", "text", "hebrew")
"""The ways from letters to sounds that we support; others need more software."""

GET = "Get one with: make voice NAME=en_GB-cori-high (make voice alone lists their names)."


@dataclass(frozen=True, slots=True)
class VoiceFile:
    """A voice on this machine: its name, BCP 47 tag, sample rate, and the path of its model.

    `config` is the content of the JSON file beside the model.
    """

    name: str
    language: str
    rate: int
    path: Path
    config: dict[str, Any] = field(hash=False)

    def digest(self) -> str:
        """A digest of the model and its description."""
        with self.path.open("rb") as model:
            of_model = hashlib.file_digest(model, "sha256").hexdigest()
        return digest(of_model, json.dumps(self.config, sort_keys=True))[:16]


def whole(voice: VoiceFile) -> str:
    """The digest of a voice. Raises `SettingsError` where it has changed since it was fetched.

    For a voice that was put there by hand, there is nothing to compare with.
    """
    now, fetched_as = voice.digest(), files.read(seal(voice.path))
    if fetched_as is not None and fetched_as != now.encode():
        raise _unusable(voice.path, "it was damaged on the disk")
    return now


def seal(path: Path) -> Path:
    """The path of a fetched voice's digest, by that of its model."""
    return path.with_suffix(".digest")


def folder(cache: Path) -> Path:
    """The folder of fetched voices."""
    return cache / "voices"


def fetched(cache: Path) -> tuple[VoiceFile, ...]:
    """The fetched voices that can be used, by name."""
    found = []
    for path in sorted(folder(cache).glob("*.onnx")):
        try:
            found.append(read(path))
        except SettingsError:
            continue  # an error names it when it is chosen
    return tuple(found)


def chosen(name: str, language: str, cache: Path) -> VoiceFile:
    """The voice with a name, or at a path that ends in ".onnx"; for "", the only one.

    Raises `SettingsError` where there is none, or more than one, or it can't be used.
    """
    if not name:
        return _only(language, fetched(cache))
    if name.endswith(".onnx"):
        return read(Path(os.path.expanduser(name)))  # noqa: PTH111 (Path's own raises for no user)
    path = folder(cache) / f"{name}.onnx"
    if path not in folder(cache).glob("*.onnx"):
        had = ", ".join(voice.name for voice in fetched(cache)) or "none yet"
        raise SettingsError(
            f'the Piper voice "{name}" is not on this machine.',
            remedy=f"Get it with: make voice NAME={name} (fetched are: {had}).",
        )
    return read(path)


def _only(language: str, voices: Iterable[VoiceFile]) -> VoiceFile:
    """The only voice for a language: for its region, else for the language."""
    near = [voice for voice in voices if primary(voice.language) == primary(language)]
    exact = [voice for voice in near if voice.language.lower() == language.lower()]
    if len(found := exact or near) == 1:
        return found[0]
    if not found:
        raise SettingsError(f'there is no Piper voice for "{language}" yet.', remedy=GET)
    names = ", ".join(voice.name for voice in found)
    raise SettingsError(
        f'more than one Piper voice can read "{language}".',
        remedy=f"Name one under [voice] name: {names}.",
    )


def read(path: Path) -> VoiceFile:
    """The voice whose model is at `path`. Raises `SettingsError` where it can't be used."""
    beside = Path(f"{path}.json")
    try:
        for wanted in (path, beside):
            if not wanted.is_file():
                raise _unusable(path, f"there is no file {wanted}")
        config = json.loads(beside.read_bytes())
        return _voice(path, config)
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
        raise _unusable(path, f"{beside.name} is not the description of a Piper voice") from error
    except OSError as error:
        raise _unusable(path, f"{beside.name} can't be read ({error.strerror})") from error


def _voice(path: Path, config: dict[str, Any]) -> VoiceFile:
    rate, sounds = config["audio"]["sample_rate"], config.get("phoneme_type", "espeak")
    if rate not in RATES:
        known = ", ".join(map(str, RATES))
        raise _unusable(path, f"it has {rate} samples a second, and MP3 has only {known}")
    if sounds not in SOUNDS:
        raise _unusable(path, f'its sounds are found by "{sounds}", which Allways does not have')
    if not {"^", "$", "_"} <= config["phoneme_id_map"].keys():
        raise KeyError("phoneme_id_map")
    code: str = config.get("language", {}).get("code") or config["espeak"]["voice"]
    return VoiceFile(path.stem, code.replace("_", "-"), rate, path, config)


def _unusable(path: Path, why: str) -> SettingsError:
    return SettingsError(
        f'the Piper voice "{path.stem}" can\'t be used: {why}.',
        remedy="Get it again, or choose another under [voice] name.",
    )
