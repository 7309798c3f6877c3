"""What each command does with its words, and how it ends."""

import socket
from datetime import datetime
from pathlib import Path

import pytest

from pipeline.cli import main
from tests.pipeline.easy_read.places import TEXT, filled, tide


def test_lines_are_printed_anywhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without a folder of posts the settings are as they come."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "lines.txt").write_bytes(b"at 8.50\r\n3/4/2024 or\rnot\n")

    assert main(["say", "--print", "lines.txt", "--language", "en-US"]) == 0

    said = capsys.readouterr().out.splitlines()
    assert said == ["at eight fifty", "March fourth twenty twenty-four or not"]


def test_a_post_that_was_not_made_is_told_with_those_that_were(
    posts: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = str(posts.parent / "out")
    main(["publish", str(posts), "--output", out, "--jobs", "1", "--formats", "mp3"])

    assert main(["why", "tide", "--output", out]) == 2
    assert 'no post "tide" was made. Made were: ty.' in capsys.readouterr().err
    assert main(["why", "ty", "--output", out]) == 0
    assert "ty was last made because it is new." in capsys.readouterr().out


def test_what_a_publish_would_take_is_told_and_nothing_is_made(
    posts: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = posts.parent / "out"

    assert main(["publish", str(posts), "--output", str(out), "--dry-run"]) == 0
    assert capsys.readouterr().out.startswith("To speak: 1 post, ")
    assert not out.exists()


def test_a_file_of_lines_that_is_not_there_is_told(
    posts: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["say", "--print", str(posts / "none"), "--source", str(posts)]) == 2
    assert "can't be read" in capsys.readouterr().err


def test_a_preview_on_a_port_that_is_taken_is_told(
    posts: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        code = main(["serve", str(posts), "--output", str(posts.parent / "out"), "--port", port])

    assert code == 2
    assert f"port {port} can't be used" in capsys.readouterr().err
    assert not list((posts.parent / "out").rglob("*.mp3")), "posts were made first"


def publish(posts: Path, *more: str) -> int:
    """A publish of one quick format."""
    out = str(posts.parent / "out")
    return main(["publish", str(posts), "--output", out, "--jobs", "1", "--formats", "text", *more])


def test_a_british_blog_that_chose_no_voice_is_told_of_one_once(
    posts: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """In its first run, and not again when a post has changed."""
    told = "A British voice is one command away: make voice NAME=kokoro-emma"
    (posts / "publication.toml").unlink()

    assert publish(posts) == 0
    assert capsys.readouterr().out.count(told) == 1

    (posts / "tŷ.md").write_text("# Tŷ\n\nThe sea was rough.\n", "utf-8")
    assert publish(posts) == 0
    assert "British" not in capsys.readouterr().out


@pytest.mark.parametrize(
    "text", ['[voice]\nengine = "espeak"\n', 'language = "en-US"\n', '[voice]\nname = "en-gb+f3"\n']
)
def test_who_chose_a_voice_or_is_not_british_is_not_told(
    posts: Path, text: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (posts / "publication.toml").write_text(text)

    assert publish(posts) == 0
    assert "British voice" not in capsys.readouterr().out


def test_an_engine_that_is_named_for_one_run_is_chosen_too(
    posts: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (posts / "publication.toml").unlink()

    assert publish(posts, "--engine", "silence") == 0
    assert "British voice" not in capsys.readouterr().out


def test_an_import_says_what_came_of_it_and_what_to_do_next(
    posts: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    mine = tmp_path / "mine"

    assert main(["import", str(posts), "--source", str(mine)]) == 0
    first = capsys.readouterr().out.splitlines()[-2:]
    (mine / "ty.md").write_text("# Mine\n\nMy words.\n")
    assert main(["import", str(posts), "--source", str(mine)]) == 0
    second = capsys.readouterr().out.splitlines()[-2:]

    assert first == [
        f"1 new post in {mine}/.",
        f"They are yours now: change them as you like. Then: make publish SOURCE={mine}",
    ]
    assert second == [
        f"0 new posts in {mine}/.",
        "Left as they are, because you have changed, renamed or deleted them: ty.",
    ]


def test_an_import_of_what_is_not_there_is_a_wrong_command(
    posts: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["import", str(posts / "none.xml"), "--source", str(posts)]) == 2
    assert "there is no such file or folder. Name a file" in capsys.readouterr().err


def test_an_import_from_this_computer_needs_leave(
    posts: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    private = "http://127.0.0.1:9/"

    assert main(["import", private, "--source", str(posts)]) == 1
    assert "not on the public internet" in capsys.readouterr().err
    assert main(["import", private, "--source", str(posts), "--allow-private"]) == 1
    assert "can't be fetched" in capsys.readouterr().err


def test_what_readers_asked_for_is_listed_without_their_names(
    posts: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """From posts to a draft, with the judges that are here."""
    monkeypatch.chdir(posts.parent)
    settings = posts / "publication.toml"
    settings.write_text(f'base_url = "https://example.org/"\n{settings.read_text()}')
    lines = "2026-01-02,Maya <maya@example.org>,ty,text,\nsoon,Sam,ty,text,\n"
    (posts / "requests.csv").write_text(f"date,reader,post,format,note\n{lines}")
    main(["publish", str(posts), "--output", "out", "--jobs", "1", "--formats", "text"])
    capsys.readouterr()

    assert main(["requests", str(posts), "--output", "out"]) == 1  # one line can't be read
    told = capsys.readouterr()
    (draft,) = (posts.parent / "requests").iterdir()
    assert f"requests.csv:2: text, ty, asked 2026-01-02: draft in requests/{draft.name}" in told.out
    assert "1 reply drafted; 1 request still open." in told.out
    assert "requests.csv:3" in told.err
    assert "Maya" not in told.out + told.err
    assert b"https://example.org/posts/ty/ty.txt" in draft.read_bytes()


def test_a_memory_stick_is_told_with_its_size(
    posts: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out, stick = str(posts.parent / "out"), posts.parent / "stick"
    main(["publish", str(posts), "--output", out, "--jobs", "1", "--formats", "mp3"])
    capsys.readouterr()

    assert main(["usb", str(posts), "--output", out, "--to", str(stick)]) == 0
    size = sum(path.stat().st_size for path in stick.glob("*.MP3")) / 1e6
    assert capsys.readouterr().out == f"1 track and the contents, {size:.1f} MB, in {stick}/.\n"


def test_a_magazine_is_told_with_its_size_and_lies_where_it_was_asked_for(
    posts: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    to = posts.parent / "issue.pdf"

    assert main(["magazine", "--source", str(posts), "--to", str(to), "--", "ty"]) == 0
    size = to.stat().st_size / 1e6
    said = capsys.readouterr().out
    assert said == f"1 post in {to}, {size:.1f} MB. Look at it before you print it.\n"


def test_sentences_are_rewritten_one_a_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """As many lines as before: a split sentence stays on its line."""
    (tmp_path / "lines.txt").write_bytes("The sea is wide, and we’ve left.\r\n\nTŷ mawr.".encode())

    assert main(["easy-read", "rewrite", str(tmp_path / "lines.txt")]) == 0

    assert capsys.readouterr().out == "The sea is wide. We have left.\n\nTŷ mawr.\n"


def test_sentences_to_rewrite_that_are_nowhere_are_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The name of the file, and no traceback."""
    assert main(["easy-read", "rewrite", str(tmp_path / "none")]) == 2
    assert "none" in capsys.readouterr().err


# --- easy read: the path as an editor walks it ------------------------------------------


def easy_read(*words: str) -> int:
    return main(["easy-read", *words, "--source", "posts"])


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the posts in it, where the editor is."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ALLWAYS_CACHE", str(tmp_path / "cache"))
    tide(tmp_path, "")
    return tmp_path


def test_from_the_draft_to_the_signature(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert easy_read("draft", "tide") == 0
    told = capsys.readouterr().out
    assert "Written: tide.easy.md" in told
    assert "Next: choose, shorten and explain" in told
    text = home / "posts/tide.easy.md"
    text.write_text(TEXT, "utf-8")
    assert easy_read("pack", "tide") == 0
    assert "Print this: packs/tide-round-1-pack.pdf" in capsys.readouterr().out
    table = filled(home / "packs/tide-round-1-answers.csv", {"1": "wrong"}, "Better")
    assert easy_read("marks", "tide", str(table)) == 0
    assert "Row 1 is wrong: The sea rose. Better words: Better" in capsys.readouterr().out
    signed = ("sign", "tide", "--by", "The Tide Group", "--named", "yes", "--paid", "yes")
    assert easy_read(*signed) == 2
    assert "1 mark is not closed" in capsys.readouterr().err
    marks = home / "posts/tide.easy.marks.csv"
    line = "wrong,Better,"
    before = marks.read_text("utf-8-sig")
    assert before.count(line) == 1
    marks.write_text(before.replace(line, f"{line}they see it now"), "utf-8")
    assert easy_read(*signed) == 0
    assert "It is called Easy Read." in capsys.readouterr().out
    today = datetime.now().astimezone().date().isoformat()
    assert f"signed_on: {today}" in text.read_text("utf-8")
    assert easy_read("state", "tide") == 0
    assert "Next: nothing." in capsys.readouterr().out


def test_a_post_or_a_text_that_is_not_there_is_told(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert easy_read("state", "ebb") == 2
    assert "there is no post “ebb”" in capsys.readouterr().err
    for command in (("state", "tide"), ("pack", "tide")):
        assert easy_read(*command) == 2
        assert "Begin one: make easy-read POST=tide" in capsys.readouterr().err
    assert not (home / "packs").exists()


@pytest.mark.parametrize("words", [("--paid", "perhaps"), ("--named", "")])
def test_a_signature_says_yes_or_no(home: Path, words: tuple[str, str]) -> None:
    given = {"--by": "A", "--named": "yes", "--paid": "yes", words[0]: words[1]}
    with pytest.raises(SystemExit):
        easy_read("sign", "tide", *(word for pair in given.items() for word in pair))
    assert not list(home.glob("posts/*.easy.md"))
