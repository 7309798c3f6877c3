"""A folder is read whole: each post under a slug of its own, each failure alone."""

import shutil
import subprocess
from pathlib import Path

import pytest

from pipeline.errors import ReadError
from pipeline.readers import KINDS, READERS, Defaults, Reader, read
from tests.pipeline.readers.reading import codes, only_post, reading, words
from tests.program import changed, copied, run

ROOT = Path(__file__).parents[3]
PAGE = "<!-- saved --> <!DOCTYPE html><html><title>A page</title><p>Its words.</p></html>"

POST = "# Title\n\nText."


def test_one_file_is_read_alone(tmp_path: Path) -> None:
    reading(tmp_path, {"a.md": POST, "b.md": POST})
    assert [post.source for post in read(tmp_path / "b.md", Defaults()).posts] == ["b.md"]


@pytest.mark.parametrize(
    ("content", "where"),
    [
        (b"", "bad.md"),
        (b" \n\t\n", "bad.md"),
        (b"Text alone.", "bad.md"),
        (b"# Title alone", "bad.md"),
        (b"# T\n\nCaf\xe9.", "bad.md:3"),
        (b"\xff\xfe#\x00 \x00\x00", "bad.md:1"),
    ],
)
def test_a_post_that_can_not_be_read_fails_alone_with_place_and_remedy(
    tmp_path: Path, content: bytes, where: str
) -> None:
    found = reading(tmp_path, {"bad.md": content, "good.md": POST})
    assert [post.slug for post in found.posts] == ["good"]
    assert [error.where for error in found.errors] == [where]
    assert found.errors[0].remedy


def test_a_folder_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="it is not there"):
        read(tmp_path / "none", Defaults())


def test_a_kind_of_file_that_nothing_reads_is_told(tmp_path: Path) -> None:
    assert codes(reading(tmp_path, {"a.rst": "Title"})) == ["unread-file"]


@pytest.mark.parametrize(
    "name", ["lexicon.csv.txt", "Lexicon.CSV", "lexikon.csv", "words.xlsx", "old/lexicon.csv"]
)
def test_a_lexicon_by_another_name_is_told_and_is_no_post(tmp_path: Path, name: str) -> None:
    (tmp_path / "old").mkdir()
    found = reading(
        tmp_path, {name: "written,spoken\nUsk,Isk\n", "lexicon.csv": "written,spoken\n"}
    )

    assert codes(found) == ["unread-file"]
    assert not found.posts
    assert found.findings[0].where == name


# --- which reader takes a file -----------------------------------------------------------


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


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("feed.xml", "<rss><channel/></rss>"),
        ("feed.txt", '<?xml version="1.0"?><rss><channel/></rss>'),
        ("ghost.json", "{}"),
        ("letter.docx", b"PK\x03\x04"),
        ("post.rst", "Title\n====="),
        ("post.md~", "# T\n\nText."),
        ("Makefile", "all:"),
        ("sub/publication.toml", ""),
    ],
)
def test_a_file_that_nobody_claims_is_told_by_name_and_what_would_be_read(
    tmp_path: Path, name: str, content: str | bytes
) -> None:
    found = reading(tmp_path, {name: content, "good.md": "# T\n\nText."})

    assert [post.slug for post in found.posts] == ["good"]
    (note,) = [finding for finding in found.findings if finding.code == "unread-file"]
    assert note.where == name
    assert KINDS in note.remedy


def test_what_lies_beside_posts_and_is_none_is_passed_over(tmp_path: Path) -> None:
    names = ["a.PNG", "a.mp3", "style.css", "cover.jpg", "publication.toml", "words.pls",
             "lexicon.csv", ".hidden", "README.md", "LICENSE"]  # fmt: skip
    found = reading(tmp_path, dict.fromkeys(names, "x"))

    assert (found.posts, found.findings, found.errors) == ((), (), ())


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"%PDF-1.7\n", "a PDF"),
        (b"{\\rtf1 words}", "Rich Text"),
        (b"PK\x03\x04", "Word"),
        (b"\x89PNG\r\n", "a picture"),
    ],
)
@pytest.mark.parametrize("name", ["a.md", "a.txt", "a.html"])
def test_a_post_that_is_no_text_at_all_is_an_error_that_says_what_it_is(
    tmp_path: Path, name: str, content: bytes, kind: str
) -> None:
    found = reading(tmp_path, {name: content, "good.md": "# T\n\nText."})

    assert [post.slug for post in found.posts] == ["good"]
    (error,) = found.errors
    assert isinstance(error, ReadError)
    assert (error.where, bool(error.remedy)) == (name, True)
    assert kind in error.message


@pytest.mark.parametrize("name", ["a.md", "a.markdown", "a.txt", "a.html", "a.htm"])
def test_a_post_is_claimed_by_its_name_even_where_it_can_not_be_read(name: str) -> None:
    """So that one that is empty, locked or gone is an error, and not passed over."""
    assert any(reader.claims(name, b"") for reader in READERS)


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.kind)
def test_no_reader_claims_everything_and_each_says_what_it_reads(reader: Reader) -> None:
    assert not reader.claims("x.bin", b"\x00\xff")
    assert reader.kind in KINDS


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
ROW = '    Reader("diaries", diary.claims, diary.read),\n'


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the program with a reader more."""
    folder = copied(tmp_path_factory.mktemp("program"))
    (folder / "pipeline/readers/diary.py").write_text(DIARY)
    table = "pipeline/readers/__init__.py"
    changed(folder, table, "READERS = (\n", f"READERS = (\n{ROW}")
    changed(folder, table, "import archive,", "import archive, diary,")
    return folder


def _publish(program: Path, files: dict[str, str]) -> "subprocess.CompletedProcess[str]":
    posts = program / "posts"
    shutil.rmtree(posts, ignore_errors=True)
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
    assert "diaries" in _publish(program, {"a.rst": "x", "b.md": "# T\n\nText."}).stdout


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


def test_advice_that_a_reader_has_given_itself_is_not_given_again(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("A walk\n\nWe saw IMG_20410 ducks on the canal today.\n")
    (tmp_path / "b.md").write_text("# A walk\n\nWe saw IMG_20410 ducks on the canal today.\n")

    told = [f.where for f in read(tmp_path, Defaults()).findings if f.code == "odd-words"]

    assert told == ["a.txt:3", "b.md"]
