"""The ledger: what it keeps it gives again, and what it can't be sure of it does not know."""

import json
import os
from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

import pytest

from formats.model import Chapter, Episode, FileCard, Post
from pipeline.findings import Finding, Level
from pipeline.store import ledger
from pipeline.store.files import sealed, unsealed
from pipeline.store.fingerprint import FileState
from pipeline.store.ledger import Ledger, PostRecord, Records, card
from pipeline.store.proof import Proof

DATA = b"sound"
SOUND = FileCard("posts/tide/tide.mp3", "audio/mpeg", len(DATA), sha256(DATA).hexdigest(), "mp3")
CHAPTER = Chapter("s1", "High water", 0, 5000)
DAY = datetime(2026, 1, 5, tzinfo=UTC)
TIDE = Post("tide", "Tide", "en-GB", (), DAY, DAY, ())
PROOF = Proof(
    ("a voice",), False, 160, 24_000, 9, (4, 5), (("s1", 9),), 1, 1, None, (0.1, 0.2, 0.3), -20.5  # noqa: FBT003 - the field's own order
)  # fmt: skip
NOTED = Finding(Level.NOTE, "letter-borrowed", "tide.md", "They are in another typeface.", "Look.")


def record(**fields: object) -> PostRecord:
    """What is known of the post of the tide."""
    episode = Episode(TIDE, 5000, 9, 1, 1, ("a voice",), (CHAPTER,), (SOUND,))
    made = PostRecord(
        inputs={"words": "1", "voice": "2", "pronunciation or wording": "3"},
        reasons=("it is new",),
        spoken=1,
        clips=2,
        heard=("High water.",),
        card=card(episode),
        proof=PROOF,
        missing=(),
        findings=(NOTED,),
        digest="ab",
    )
    return replace(made, **fields)  # type: ignore[arg-type] # fields by name


def known(**fields: object) -> Ledger:
    """A ledger of that post."""
    return Ledger(
        "run",
        {"tide": record(**fields)},
        source="/posts",
        report="r",
        findings=(Finding(Level.NOTE, "code", "a.md", "message"),),
        left=("a",),
        read={"é.md": FileState("digest", (1, 2, 3, 4)), "pipe": FileState("it is a pipe")},
        programs={"all": {"makes mp3": "digest"}},
    )


def output(folder: Path, data: bytes = DATA) -> Path:
    """An output folder in which the sound of the post is."""
    path = folder / "out" / SOUND.path
    path.parent.mkdir(parents=True)
    path.write_bytes(data)
    return folder / "out"


def kept_in(cache: Path) -> Path:
    """Where the only ledger of a cache is."""
    (path,) = (cache / "ledgers").glob("*.json")
    return path


# --- what is kept ---------------------------------------------------------------------------


def test_what_is_kept_is_read_again_as_it_was(tmp_path: Path) -> None:
    ledger.save(tmp_path, tmp_path / "out", known())

    assert ledger.load(tmp_path, tmp_path / "out") == known()


def test_each_output_folder_has_a_ledger_of_its_own(tmp_path: Path) -> None:
    ledger.save(tmp_path, tmp_path / "out", known())

    assert ledger.load(tmp_path, tmp_path / "other") == Ledger()


def test_an_episode_comes_back_from_its_card_with_the_post_as_it_is_now() -> None:
    now = replace(TIDE, title="Tides")

    episode = record().episode(now, "ab")

    assert episode.post is now
    assert (episode.duration, episode.files, episode.chapters) == (5000, (SOUND,), (CHAPTER,))


def test_its_files_are_those_of_the_posts_and_those_of_the_blog() -> None:
    feed = FileCard("feed.xml", "application/rss+xml", 1, "")

    assert replace(known(), blog_files=(feed,)).files() == [SOUND, feed]


BROKEN = {
    "empty": b"",
    "cut": b'{"version": 1, "posts": [',
    "no JSON": b"hello",
    "no UTF-8": b"\xff\xfe{}",
    "a list": b"[]",
    "another shape": b'{"version": 3, "run": [], "posts": {"first": 5}, "files": 0}',
    "deep": b"[" * 100_000,
}


@pytest.mark.parametrize("data", BROKEN.values(), ids=BROKEN)
def test_a_ledger_of_another_shape_is_none(tmp_path: Path, data: bytes) -> None:
    """Also where its checksum is right, as after a slip of ours."""
    ledger.save(tmp_path, tmp_path / "out", known())

    kept_in(tmp_path).write_bytes(sealed(data))

    assert ledger.load(tmp_path, tmp_path / "out") == Ledger()


def test_a_ledger_of_which_a_byte_was_changed_is_none(tmp_path: Path) -> None:
    ledger.save(tmp_path, tmp_path / "out", known())
    whole = kept_in(tmp_path).read_bytes()
    assert rb"\"cues\":1" in whole

    kept_in(tmp_path).write_bytes(whole.replace(rb"\"cues\":1", rb"\"cues\":2", 1))

    assert ledger.load(tmp_path, tmp_path / "out") == Ledger()


@pytest.mark.parametrize("step", [-1, 1])
def test_a_ledger_of_another_version_is_none(tmp_path: Path, step: int) -> None:
    ledger.save(tmp_path, tmp_path / "out", known())
    kept = json.loads(unsealed(kept_in(tmp_path).read_bytes()) or b"")

    other = {**kept, "version": ledger.VERSION + step}
    kept_in(tmp_path).write_bytes(sealed(json.dumps(other).encode()))

    assert ledger.load(tmp_path, tmp_path / "out") == Ledger()


# --- whether a file is as it was made -------------------------------------------------------


def test_a_file_of_the_same_bytes_is_as_it_was_made_and_its_time_is_told(tmp_path: Path) -> None:
    out = output(tmp_path)
    os.utime(out / SOUND.path, ns=(7, 7))

    assert ledger.times(out, [SOUND], {}) == {SOUND.path: (7, 5)}


def test_a_file_of_the_time_that_is_known_is_not_looked_into(tmp_path: Path) -> None:
    out = output(tmp_path, b"SOUND")
    os.utime(out / SOUND.path, ns=(7, 7))

    assert ledger.times(out, [SOUND], {SOUND.path: (7, 5)}) == {SOUND.path: (7, 5)}
    assert ledger.times(out, [SOUND], {SOUND.path: (6, 5)}) == {}


def test_a_file_of_another_size_is_not_as_it_was_made_whatever_its_time(tmp_path: Path) -> None:
    out = output(tmp_path, b"sounds")
    os.utime(out / SOUND.path, ns=(7, 7))

    assert ledger.times(out, [SOUND], {SOUND.path: (7, 5)}) == {}


def test_a_file_that_is_gone_is_not_as_it_was_made(tmp_path: Path) -> None:
    assert ledger.times(tmp_path, [SOUND], {}) == {}


# --- why a post is built --------------------------------------------------------------------


def inputs(**changed: str) -> dict[str, str]:
    """The inputs of the post, some of them changed; "_" stands for a space."""
    return {**record().inputs, **{name.replace("_", " "): new for name, new in changed.items()}}


def test_a_post_of_which_nothing_changed_need_not_be_built(tmp_path: Path) -> None:
    assert ledger.changed(known(), "tide", inputs(), output(tmp_path)) == ()


def test_a_post_that_is_not_known_is_new(tmp_path: Path) -> None:
    assert ledger.changed(Ledger(), "tide", inputs(), output(tmp_path)) == ("it is new",)


def test_each_input_that_changed_is_named(tmp_path: Path) -> None:
    found = ledger.changed(known(), "tide", inputs(voice="x", cover="y"), output(tmp_path))

    assert found == ("its voice changed", "its cover changed")


def test_another_program_is_no_reason_by_itself(tmp_path: Path) -> None:
    """Which of its parts have changed, and what that costs, is asked elsewhere."""
    now = {**inputs(), ledger.PROGRAM: "another"}

    assert ledger.changed(known(), "tide", now, output(tmp_path)) == ()


def test_that_other_words_are_said_otherwise_goes_without_saying(tmp_path: Path) -> None:
    now = inputs(words="x", pronunciation_or_wording="y")

    assert ledger.changed(known(), "tide", now, output(tmp_path)) == ("its words changed",)


def test_a_file_that_was_damaged_is_a_reason(tmp_path: Path) -> None:
    found = ledger.changed(known(), "tide", inputs(), output(tmp_path, b"SOUND"))

    assert found == ("files of it were missing or damaged",)


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"missing": ("epub", "mp3")}, "it was made without epub, mp3"),
        ({"findings": (replace(NOTED, level=Level.ERROR),)}, "an error was found in it"),
    ],
)
def test_what_was_not_whole_is_made_again(
    tmp_path: Path, fields: dict[str, object], reason: str
) -> None:
    assert ledger.changed(known(**fields), "tide", inputs(), output(tmp_path)) == (reason,)


def test_why_a_post_was_built_is_said_with_what_was_spoken() -> None:
    assert ledger.why(known(), "tide") == (
        "tide was last made because it is new.\n1 of its 2 clips were newly spoken.\n  High water."
    )
    assert ledger.why(known(), "ebb") is None
    assert str(ledger.why(known(spoken=3), "tide")).endswith("  High water.\n  and 2 more")


# --- records --------------------------------------------------------------------------------


def test_a_record_that_was_not_made_is_not_written_anew() -> None:
    before = Records({"tide": '{"as": "it was"}'}, {"tide": (same := record())})

    made = Records.of({"tide": same, "ebb": record(spoken=2)}, before)

    assert made.texts["tide"] == '{"as": "it was"}'
    assert '"spoken":2' in made.texts["ebb"]


def test_a_record_that_was_made_is_written_even_if_it_is_equal() -> None:
    before = Records({"tide": '{"as": "it was"}'}, {"tide": record()})

    assert Records.of({"tide": record()}, before).texts["tide"] != '{"as": "it was"}'


def test_files_are_untouched_only_with_the_time_and_size_that_they_had(tmp_path: Path) -> None:
    out = output(tmp_path)
    stamps = ledger.times(out, [SOUND], {})
    kept = replace(known(), times=stamps)

    assert kept.untouched(out)
    assert not replace(kept, times={**stamps, "gone.mp3": ledger.GONE}).untouched(out)
    (out / SOUND.path).write_bytes(DATA + b"!")
    os.utime(out / SOUND.path, ns=(stamps[SOUND.path][0],) * 2)
    assert not kept.untouched(out)


def test_a_file_that_was_just_written_is_not_read_but_must_have_its_size(tmp_path: Path) -> None:
    out = output(tmp_path, b"SOUND")
    os.utime(out / SOUND.path, ns=(7, 7))

    assert ledger.times(out, [SOUND], {SOUND.path: ledger.NOW}) == {SOUND.path: (7, 5)}
    (out / SOUND.path).write_bytes(b"longer")
    assert ledger.times(out, [SOUND], {SOUND.path: ledger.NOW}) == {}
