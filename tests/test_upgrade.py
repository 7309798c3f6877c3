"""After an upgrade, exactly what it changes is made again, and `allways why` says what it was."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.pipeline.publish.two_posts import tree
from tests.program import changed, copied, run

CLIPS = 4
"""Of each post."""
ALL = 2 * CLIPS - 1
"""Of both: they end with the same words."""

FORMATS = "mp3,epub,transcript,zip,podcast"

State = dict[str, tuple[bytes, int]]
"""Each file of an output folder, with its bytes and when it was written, in ns."""


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """The program, and two posts that it has published."""
    folder = copied(tmp_path)
    (folder / "source_posts").mkdir()
    (folder / "source_posts/one.md").write_text("# One\n\nThe sea was calm.\n")
    (folder / "source_posts/two.md").write_text("# Two\n\nThe fog came in.\n")
    assert published(folder)["spoken"] == ALL
    return folder


def published(folder: Path, formats: str = FORMATS) -> dict[str, Any]:
    """The summary of a run."""
    words = ["--engine", "silence", "--jobs", "1", "--formats", formats, "--log-format", "json"]
    done = run(folder, "publish", *words)
    assert done.returncode == 0, done.stderr + done.stdout
    summary: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return summary


def state(folder: Path) -> State:
    return {path: (data, (folder / path).stat().st_mtime_ns) for path, data in tree(folder).items()}


def other_bytes(before: State, after: State) -> set[str]:
    """The files of posts that are not the same, or are there only once."""
    return {
        path
        for path in before.keys() | after.keys()
        if before.get(path, (b"", 0))[0] != after.get(path, (b"", 0))[0] and "posts/" in path
    }


def rewritten(before: State, after: State) -> set[str]:
    """The files of posts that were written, if only with the same bytes."""
    return {path for path, found in after.items() if before.get(path) != found and "posts/" in path}


def of_both(*names: str) -> set[str]:
    """Files of the two posts, by their names in the folder of one."""
    slugs = ("one", "two")
    return {f"posts/{slug}/{name.format(slug=slug)}" for slug in slugs for name in names}


def assert_as_new(program: Path, folder: Path) -> None:
    """What there is is what the program makes where nothing was made before."""
    made = tree(program / "output")
    shutil.move(program / "output", folder / "before")
    shutil.rmtree(program / "cache")
    published(program)
    assert tree(program / "output") == made


def test_another_voice_has_every_clip_spoken_anew_and_says_so(program: Path) -> None:
    changed(
        program, "pipeline/voices/silence.py", 'identity = "silence 1"', 'identity = "silence 2"'
    )

    summary = published(program)

    assert (summary["made"], summary["spoken"]) == (["one", "two"], ALL)
    assert summary["upgraded"] == {"the voice or its pace": 2}
    told = run(program, "why", "one").stdout
    assert "its voice or its pace changed" in told
    assert f"{CLIPS} of its {CLIPS} clips were newly spoken." in told


def test_another_voice_leaves_what_does_not_show_it_as_it_was(program: Path) -> None:
    """The words of the page are the same, and so are those of the plain text."""
    published(program, f"{FORMATS},text")
    before = state(program / "output")
    changed(
        program, "pipeline/voices/silence.py", 'identity = "silence 1"', 'identity = "silence 2"'
    )

    assert published(program, f"{FORMATS},text")["made"] == ["one", "two"]

    assert rewritten(before, state(program / "output")) == set()  # it is as silent as before


def test_another_release_of_a_voice_that_does_not_speak_changes_nothing(program: Path) -> None:
    with (program / "pipeline/voices/espeak.py").open("a") as file:
        file.write("\n# a later version\n")

    summary = published(program)

    assert (summary["made"], summary["spoken"], summary["upgraded"]) == ([], 0, {})


def test_a_format_that_was_changed_is_made_anew_alone_with_what_packs_it(
    program: Path, tmp_path: Path
) -> None:
    before = state(program / "output")
    changed(program, "formats/transcript.py", '"WEBVTT"', '"WEBVTT "')

    summary = published(program)

    assert (summary["made"], summary["spoken"]) == (["one", "two"], 0)
    assert summary["upgraded"] == {"the part of Allways that makes transcript": 2}
    after = state(program / "output")
    expected = of_both("transcript.vtt", "{slug}.zip")
    assert other_bytes(before, after) == rewritten(before, after) == expected
    assert after["posts/one/transcript.vtt"][0].startswith(b"WEBVTT \n")
    told = run(program, "why", "one").stdout
    assert "one was last made because the part of Allways that makes transcript changed" in told
    assert published(program)["made"] == []
    assert_as_new(program, tmp_path / "first")


def test_a_format_whose_code_was_changed_and_not_what_it_makes_is_not_written_again(
    program: Path,
) -> None:
    before = state(program / "output")
    with (program / "formats/epub/package.py").open("a") as file:
        file.write("\n# a later version\n")

    summary = published(program)

    assert summary["upgraded"] == {"the part of Allways that makes epub": 2}
    assert "the part of Allways that makes epub changed." in run(program, "why", "one").stdout
    after = state(program / "output")
    assert {path for path in after if after[path] != before.get(path)} == {"report.json"}
    assert tree(program / "output")["report.json"] == before["report.json"][0]


def test_a_run_says_which_part_of_the_program_was_changed(program: Path) -> None:
    changed(program, "formats/epub/style.css", "light dark", "light  dark")

    told = run(program, "publish", "--engine", "silence", "--formats", FORMATS).stdout

    assert (
        "The part of Allways that makes epub has changed: its work was done again for 2 posts."
        in told.splitlines()
    )


def test_what_all_formats_share_has_all_of_them_made_anew(program: Path) -> None:
    before = state(program / "output")
    changed(program, "formats/clock.py", "rate // 2) // rate", "rate // 2) // rate + 0")

    summary = published(program)

    assert summary["upgraded"] == {"the part of Allways that all formats share": 2}
    told = run(program, "why", "one").stdout
    assert "one was last made because the part of Allways that all formats share changed." in told
    assert rewritten(before, state(program / "output")) == set()


def test_how_posts_are_checked_is_no_reason_to_make_a_file(program: Path) -> None:
    before = state(program / "output")
    changed(program, "pipeline/judges/proof/in_step.py", "round(paces[0], 4)", "round(paces[0], 3)")

    summary = published(program)

    assert summary["upgraded"] == {"the part of Allways that checks posts": 2}
    after = state(program / "output")
    assert rewritten(before, after) == set()
    assert after["report.json"] != before["report.json"]


def test_a_style_sheet_of_the_whole_blog_is_no_part_of_a_post(program: Path) -> None:
    before = state(program / "output")
    with (program / "formats/styles/site.css").open("a") as file:
        file.write("p { color: red }\n")

    summary = published(program)

    assert (summary["made"], summary["upgraded"]) == ([], {})
    after = state(program / "output")
    assert after["index.html"] != before["index.html"]
    assert rewritten(before, after) == set()


def test_a_format_that_fails_after_a_change_is_marked_as_old_on_every_page(program: Path) -> None:
    before = state(program / "output")
    changed(program, "formats/transcript.py", '"WEBVTT"', "1 / 0")

    done = run(program, "publish", "--engine", "silence", "--formats", FORMATS)

    assert done.returncode == 1
    after = state(program / "output")
    assert after["posts/one/transcript.vtt"] == before["posts/one/transcript.vtt"]
    assert b"earlier version" in after["posts/one/index.html"][0]
    changed(program, "formats/transcript.py", "1 / 0", '"WEBVTT"')
    published(program)
    assert tree(program / "output") == {path: data for path, (data, _) in before.items()}


def test_a_post_that_was_edited_and_whose_program_was_changed_is_made_as_a_whole(
    program: Path, tmp_path: Path
) -> None:
    (program / "source_posts/one.md").write_text("# One\n\nThe sea was rough.\n")
    changed(program, "formats/transcript.py", '"WEBVTT"', '"WEBVTT "')

    summary = published(program)

    assert summary["upgraded"] == {"the part of Allways that makes transcript": 1}
    told = run(program, "why", "one").stdout
    assert "because its words changed, the part of Allways that makes transcript changed" in told
    assert_as_new(program, tmp_path / "first")


def test_a_format_that_is_added_or_left_out_leaves_the_files_that_do_not_show_it(
    program: Path,
) -> None:
    before = state(program / "output")

    summary = published(program, f"{FORMATS},text")

    assert (summary["made"], summary["spoken"]) == (["one", "two"], 0)
    assert "one was last made because its settings changed." in run(program, "why", "one").stdout
    after = state(program / "output")
    assert rewritten(before, after) == of_both("{slug}.txt", "index.html", "{slug}.zip")
    published(program)
    assert tree(program / "output") == {path: data for path, (data, _) in before.items()}
