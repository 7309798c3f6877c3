"""A file is read as what it is, whatever its name says, and a kind more is one module and a row."""

import shutil
import subprocess
import sys
from importlib import import_module
from pathlib import Path, PurePath

import pytest

from pipeline.readers.kinds import KINDS, READERS, Reader
from pipeline.readers.shared.files import HEAD
from tests.pipeline.readers.reading import only_post, reading, words
from tests.pipeline.readers.samples import SAMPLES
from tests.program import ROOT, changed, copied, run

PAGE = "<!-- saved --> <!DOCTYPE html><html><title>A page</title><p>Its words.</p></html>"


@pytest.mark.parametrize(
    ("name", "content", "shown"),
    [
        ("a.html", "A title\n\nIts words, in plain text.\n", "Its words, in plain text."),
        ("a.HTM", "<title>T</title><p>Its words.", "Its words."),
        ("a.txt", PAGE, "Its words."),
        ("a.txt", PAGE.encode("utf-16"), "Its words."),
        ("a.txt", "<div><h1>T</h1>Its words.</div>", "Its words."),
        ("a.txt", "T\n\nIts <b> words.", "Its <b> words."),
        ("a.md", f"\n{PAGE}", "Its words."),
        ("a.md", "<div>Its words.</div>\n\n# T", "Its words."),
        ("a.Markdown", "# T\n\nIts words.", "Its words."),
        ("a.xhtml", f'<?xml version="1.0"?>{PAGE}', "Its words."),
    ],
)
def test_a_file_is_read_as_what_it_is_whatever_its_name_says(
    tmp_path: Path, name: str, content: str | bytes, shown: str
) -> None:
    assert " ".join(words(only_post(reading(tmp_path, {name: content})))) == shown


@pytest.mark.parametrize("name", ["a.md", "a.markdown", "a.txt", "a.html", "a.htm"])
def test_a_post_is_claimed_by_its_name_even_where_it_can_not_be_read(name: str) -> None:
    """So that one that is empty, locked or gone is an error, and not passed over."""
    assert any(reader.claims(name, b"") for reader in READERS)


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.kind)
def test_no_reader_claims_everything_and_each_says_what_it_reads(reader: Reader) -> None:
    assert not reader.claims("x.bin", b"\x00\xff")
    assert reader.kind in KINDS


@pytest.mark.parametrize("ending", ["", ".txt", ".html", ".xml", ".doc", ".csv"])
@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.kind)
def test_a_reader_is_asked_about_every_file_that_it_claims(
    reader: Reader, codec: str, ending: str
) -> None:
    """A row says how files of a kind look; of those, the module says which are of it."""
    if reader.module == "markdown":
        return  # only its row says so
    module = import_module(f"pipeline.readers.{reader.module}")
    for name, data in SAMPLES.items():
        named = f"{PurePath(name).stem}{ending}" if ending else name
        text = f"\n {data.decode('utf-8', 'replace')}".encode(codec)
        for head in (b"", data[:HEAD], text[:HEAD]):
            assert reader.claims(named, head) == module.claims(named, head), named


def test_a_reader_is_loaded_for_files_of_its_kind_and_no_others(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("T\n\nIts words.\n")
    code = (
        "import sys, pathlib; from pipeline.readers import Defaults, read; "
        "read(pathlib.Path(sys.argv[1]), Defaults()); "
        "print({'bs4', 'lxml', 'markdown', 'pipeline.readers.page'} & sys.modules.keys())"
    )
    asked = [sys.executable, "-c", code, str(tmp_path)]
    done = subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout == "set()\n"


# --- a reader that is added as CONTRIBUTING.md says --------------------------------------

DIARY = '''"""A diary: each line that begins with a day is a post."""

from formats.model import Paragraph, Sentence, Text
from pipeline.readers.shared.files import decode
from pipeline.readers.shared.reading import Defaults, Draft, File, FileContents, Meta


def claims(name: str, head: bytes) -> bool:
    return head.startswith(b"DIARY")


def read(file: File, defaults: Defaults) -> FileContents:
    source = decode(file)
    lines = source.text.strip().split("\\n")[1:]
    if "boom" in source.text:
        raise KeyError("nobody thought of this")
    return FileContents(tuple(
        Draft(
            Meta(title=line, slug=line),
            (Paragraph((Sentence("", (Text(line),)),)),),
            source.line(number),
        )
        for number, line in enumerate(lines, 2)
    ))
'''
ROW = '    Reader("diaries", "diary", begins=("DIARY",)),\n'


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the program with a reader more."""
    folder = copied(tmp_path_factory.mktemp("program"))
    (folder / "pipeline/readers/diary.py").write_text(DIARY)
    table = "pipeline/readers/kinds.py"
    changed(folder, table, "READERS = (\n", f"READERS = (\n{ROW}")
    return folder


def _publish(program: Path, files: dict[str, str]) -> "subprocess.CompletedProcess[str]":
    posts = program / "posts"
    shutil.rmtree(posts, ignore_errors=True)
    shutil.rmtree(program / "output", ignore_errors=True)
    posts.mkdir()
    for name, text in files.items():
        (posts / name).write_text(text, "utf-8")
    quick = ("--engine", "silence", "--formats", "mp3", "--jobs", "1")
    return run(program, "publish", "posts", "--output", "output", *quick)


def test_a_reader_that_is_added_reads_files_by_their_first_bytes(program: Path) -> None:
    done = _publish(program, {"mine": "DIARY\nMonday\nTuesday\n", "a.md": "# T\n\nText."})

    assert done.returncode == 0, done.stderr
    assert "3 posts made" in done.stdout
    assert {path.name for path in (program / "output" / "posts").iterdir()} == {
        "a", "monday", "tuesday",
    }  # fmt: skip


def test_a_reader_that_is_added_is_named_wherever_readers_are(program: Path) -> None:
    assert "diaries" in _publish(program, {}).stderr
    assert "diaries" in _publish(program, {"a.xyz": "x", "b.md": "# T\n\nText."}).stdout


def test_whatever_a_reader_raises_is_a_fault_in_that_file_alone(program: Path) -> None:
    done = _publish(program, {"mine": "DIARY\nboom\n", "good.md": "# T\n\nText."})

    assert done.returncode == 1
    assert "mine: this is a fault of Allways (KeyError" in done.stderr
    assert "Traceback" not in done.stdout + done.stderr
    assert "1 post made" in done.stdout


def test_of_many_posts_in_a_file_one_that_has_no_address_fails_alone(program: Path) -> None:
    done = _publish(program, {"mine": "DIARY\nMonday\n…\nTuesday\n"})

    assert done.returncode == 1
    assert "mine:3: No address can be made" in done.stderr
    assert "2 posts made" in done.stdout
