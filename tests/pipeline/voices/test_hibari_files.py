"""The package of the natural voice is the release that was read, whole, or it is not used."""

import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from pipeline.voices.hibari_files import DIGEST, RELEASE, digest, package
from tests.voices import require_natural

ROOT = Path(__file__).parents[3]
ASK = (
    "from pipeline.errors import SettingsError\n"
    "from pipeline.voices.hibari_files import package\n"
    "try: print(package())\n"
    "except SettingsError as error: print(error)\n"
)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The folder of a copy of the package, in a folder of packages."""
    require_natural()
    return Path(shutil.copytree(package(), tmp_path / "hibari"))


def asked(folder: Path) -> str:
    """What a fresh process says that finds packages in a folder first."""
    done = subprocess.run(
        [sys.executable, "-c", ASK],
        env={"PYTHONPATH": f"{folder}:{ROOT}"},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.strip()


def test_the_package_is_found_as_it_was_when_it_was_read(copy: Path) -> None:
    assert digest(package()) == DIGEST
    assert asked(copy.parent) == str(copy)


def test_looking_for_it_runs_none_of_its_code() -> None:
    require_natural()
    code = "import sys; from pipeline.voices.hibari_files import package; package(); "
    subprocess.run(
        [sys.executable, "-c", code + "sys.exit('hibari' in sys.modules)"], cwd=ROOT, check=True
    )


@pytest.mark.parametrize("name", ["assets/hibari.onnx", "assets/vocab.json", "tts.py"])
def test_a_file_with_one_byte_changed_is_refused(copy: Path, name: str) -> None:
    """The model, a lexicon, the code: all of it changes what is said, or could do more."""
    data = bytearray((copy / name).read_bytes())
    data[len(data) // 2] ^= 1
    (copy / name).write_bytes(data)

    said = asked(copy.parent)

    assert f"are not those of {RELEASE}. Get it with: make natural" in said


def test_a_file_that_was_cut_off_or_lost_is_refused(copy: Path) -> None:
    model = copy / "assets/hibari.onnx"
    model.write_bytes(model.read_bytes()[:-1000])
    assert "are not those of" in asked(copy.parent)

    model.unlink()
    assert "are not those of" in asked(copy.parent)


def test_a_file_that_was_added_is_refused(copy: Path) -> None:
    (copy / "sitecustomize.py").touch()
    assert "are not those of" in asked(copy.parent)


@pytest.mark.parametrize("name", ["dsp.so", "g2p.pyc", "assets/lexicon_us_gold 2.json.gz"])
def test_a_file_that_could_be_read_in_place_of_another_is_refused(copy: Path, name: str) -> None:
    """Python loads a compiled module rather than the source beside it."""
    (copy / name).touch()
    assert "are not those of" in asked(copy.parent)


@pytest.mark.parametrize("name", [".DS_Store", "._tts.py", "assets/notes.txt", "tts.py~"])
def test_a_file_that_nothing_reads_is_no_change(copy: Path, name: str) -> None:
    (copy / name).touch()
    assert asked(copy.parent) == str(copy)


def test_what_python_keeps_beside_the_code_is_no_change(copy: Path) -> None:
    (copy / "__pycache__").mkdir(exist_ok=True)
    (copy / "__pycache__/tts.cpython-399.pyc").touch()
    assert asked(copy.parent) == str(copy)


def test_a_package_that_is_not_there_is_told_with_what_to_do(tmp_path: Path) -> None:
    """A module of that name is not the package."""
    (tmp_path / "hibari.py").touch()
    assert asked(tmp_path) == (
        "the natural voice, hibari, is not installed. Get it with: make natural; "
        'or write engine = "espeak" under [voice].'
    )


def test_the_release_that_was_read_is_the_one_that_is_locked() -> None:
    wanted = RELEASE.replace(" ", "==")
    groups = tomllib.loads((ROOT / "pyproject.toml").read_text())["dependency-groups"]
    assert groups["natural"] == [wanted]
    assert (ROOT / "requirements-natural.lock").read_text().startswith(f"{wanted} \\\n")
