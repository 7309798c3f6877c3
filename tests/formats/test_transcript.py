"""Transcripts: every unit once, in step with the sound, in files that strict readers accept."""

import json
import re
from dataclasses import dataclass, replace

import pytest

from formats import transcript, walk
from formats.clock import milliseconds
from formats.model import CodeBlock, Cue, Edition, Figure, Picture, Post, Sentence
from tests.formats.builders import (
    AWKWARD,
    edition,
    edition_of,
    heading,
    paragraph,
    picture,
    post_of,
    rich_post,
    sentence,
)

POSTS = {"rich": rich_post(), **AWKWARD}
EVERY_POST = pytest.mark.parametrize("post", POSTS.values(), ids=POSTS.keys())


def spoken(post: Post) -> Edition:
    """An edition whose script is never silent, as that of `pipeline.script`."""
    whole = edition_of(post)
    script = tuple((unit, said or "Blank.") for unit, said in whole.narration.script)
    return replace(whole, narrations=(replace(whole.narration, script=script),))


def files(of: Edition) -> dict[str, str]:
    return {file.path: file.data.decode() for file in transcript.render(of)}


# --- a strict reader of WebVTT (W3C WebVTT, 4) and of SubRip --------------------------------


@dataclass(frozen=True)
class Read:
    """A cue as a strict reader finds it; times in milliseconds."""

    id: str
    begin: int
    end: int
    text: str


TIMES = r"(\d{2,}):([0-5]\d):([0-5]\d)%s(\d{3})"
VTT_LINE = re.compile(f"{TIMES % '[.]'} --> {TIMES % '[.]'}")
SRT_LINE = re.compile(f"{TIMES % ','} --> {TIMES % ','}")
ENTITIES = {"&amp;": "&", "&lt;": "<", "&gt;": ">"}


def read_vtt(text: str) -> list[Read]:
    """The cues of a WebVTT file; raises ValueError where the specification has a "must"."""
    head, *blocks = text.removesuffix("\n").split("\n\n")
    if head != "WEBVTT":
        raise ValueError("no signature")
    cues = [read_cue(block, VTT_LINE) for block in blocks if not block.startswith("NOTE\n")]
    for cue in cues:
        if "<" in cue.text or "-->" in cue.text:
            raise ValueError(f"markup in {cue.id}")
        if re.search(r"&(?!amp;|lt;|gt;)", cue.text):
            raise ValueError(f"a bare ampersand in {cue.id}")
    return [replace(cue, text=unescaped(cue.text)) for cue in in_order(cues)]


def unescaped(text: str) -> str:
    return re.sub("&(?:amp|lt|gt);", lambda m: ENTITIES[m[0]], text)


def read_srt(text: str) -> list[Read]:
    """The cues of a SubRip file, numbered from 1."""
    cues = [read_cue(block, SRT_LINE) for block in text.removesuffix("\n").split("\n\n")]
    if [cue.id for cue in cues] != [str(n + 1) for n in range(len(cues))]:
        raise ValueError("cues are not numbered from 1")
    return in_order(cues)


def read_cue(block: str, line: re.Pattern[str]) -> Read:
    name, times, *text = block.split("\n")
    found = line.fullmatch(times)
    if not found or not text or "-->" in name:
        raise ValueError(f"not a cue: {block!r}")
    numbers = [int(group) for group in found.groups()]
    begin, end = (((h * 60 + m) * 60 + s) * 1000 + ms for h, m, s, ms in (numbers[:4], numbers[4:]))
    return Read(name, begin, end, "\n".join(text))


def in_order(cues: list[Read]) -> list[Read]:
    last = 0
    for cue in cues:
        if not last <= cue.begin < cue.end:
            raise ValueError(f"{cue.id} overlaps or has no length")
        last = cue.end
    if len({cue.id for cue in cues}) != len(cues):
        raise ValueError("two cues have one name")
    return cues


@pytest.mark.parametrize(
    "broken",
    [
        "a\n00:00:00.000 --> 00:00:01.000\nx\n",
        "WEBVTT\n\na\n0:00.000 --> 00:00:01.000\nx\n",
        "WEBVTT\n\na\n00:00:01.000 --> 00:00:01.000\nx\n",
        "WEBVTT\n\na\n00:00:00.000 --> 00:00:02.000\nx\n\nb\n00:00:01.000 --> 00:00:03.000\nx\n",
        "WEBVTT\n\na\n00:00:00.000 --> 00:00:02.000\nTom & Jerry\n",
        "WEBVTT\n\na\n00:00:00.000 --> 00:00:02.000\n<script>\n",
    ],
)
def test_the_reader_used_here_refuses_what_the_standard_does(broken: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        read_vtt(broken)


# --- what is written ------------------------------------------------------------------------


@EVERY_POST
def test_webvtt_has_one_cue_for_each_unit_by_its_id_in_step_with_the_sound(post: Post) -> None:
    whole = spoken(post)
    sound = whole.narration
    assert [(c.id, c.begin, c.end) for c in read_vtt(files(whole)["transcript.vtt"])] == [
        (cue.id, milliseconds(cue.begin, sound.rate), milliseconds(cue.end, sound.rate))
        for cue in sound.cues
    ]


@EVERY_POST
def test_no_cue_ends_after_the_sound(post: Post) -> None:
    whole = spoken(post)
    length = milliseconds(whole.narration.samples, whole.narration.rate)
    assert read_vtt(files(whole)["transcript.vtt"])[-1].end <= length


@EVERY_POST
def test_all_three_transcripts_say_the_same_at_the_same_times(post: Post) -> None:
    written = files(spoken(post))
    heard = [(c.begin, c.end, c.text.split()) for c in read_vtt(written["transcript.vtt"])]
    subrip = read_srt(written["transcript.srt"].replace("-- >", "-->"))
    segments = json.loads(written["transcript.json"])["segments"]
    assert [(c.begin, c.end, c.text.split()) for c in subrip] == heard
    assert [
        (round(s["startTime"] * 1000), round(s["endTime"] * 1000), s["body"].split())
        for s in segments
    ] == heard


@EVERY_POST
def test_a_sentence_is_written_as_it_is_shown(post: Post) -> None:
    whole = spoken(post)
    shown = {
        unit.id: walk.plain(unit.inlines).split()
        for unit in walk.units(post.blocks)
        if isinstance(unit, Sentence) and walk.plain(unit.inlines).strip()
    }
    written = {c.id: c.text.split() for c in read_vtt(files(whole)["transcript.vtt"])}
    assert {unit: written[unit] for unit in shown} == shown


def test_a_picture_and_a_code_example_are_written_as_they_are_spoken() -> None:
    whole = edition(Figure("", Picture("p.jpg", "A boat"), ()), CodeBlock("", "a < b\n", "c"))
    cues = {c.id: c.text for c in read_vtt(files(whole)["transcript.vtt"])}
    assert (cues["s1"], cues["s2"]) == ("Picture: A boat.", "Program text, 1 lines, not read out.")


def test_lines_are_at_most_65_characters_long() -> None:
    words = "So long as men can breathe or eyes can see, so long lives this. " * 4
    written = files(edition(paragraph(words), paragraph("海" * 200)))
    for path in ("transcript.vtt", "transcript.srt"):
        assert max(len(line) for line in written[path].splitlines()) <= 65


def test_an_arrow_in_the_text_is_never_read_as_times() -> None:
    written = files(edition(paragraph("Go 00:00:01,000 --> 00:00:02,000 there.")))
    assert written["transcript.srt"].count("-->") == len(read_srt(written["transcript.srt"]))


def test_a_line_break_in_a_sentence_does_not_end_its_cue() -> None:
    verse = sentence("One line\n\n\nand --> another\u2028here")
    cues = read_vtt(files(edition(paragraph(verse)))["transcript.vtt"])
    assert "One line and --> another here" in [c.text for c in cues]


def test_the_note_at_the_head_says_that_the_voice_is_synthetic() -> None:
    head = files(edition(title="Up --> & down"))["transcript.vtt"].split("\n\n")[1]
    assert head == "NOTE\nUp --&gt; &amp; down\nRead by a test voice."


def test_chapters_are_those_of_the_sound_in_seconds() -> None:
    found = json.loads(files(edition_of(rich_post()))["chapters.json"])
    assert found["version"] == "1.2.0"
    assert found["fileName"] == "rich.mp3"
    begins = [chapter["startTime"] for chapter in found["chapters"]]
    assert begins[0] == 0
    assert begins == sorted(begins)
    assert [chapter["title"] for chapter in found["chapters"]][1:] == [
        "Water",
        "Deeper",
        "Things that stand by themselves",
        "Notes",
    ]


def test_a_cue_that_is_missing_is_refused_not_passed_over() -> None:
    whole = edition(paragraph("One.", "Two."))
    cues: tuple[Cue, ...] = whole.narration.cues[:-1]
    short = replace(whole, narrations=(replace(whole.narration, cues=cues),))
    with pytest.raises(ValueError, match="shorter"):
        list(transcript.render(short))


def test_a_chapter_shows_the_first_picture_in_it() -> None:
    def shown(path: str) -> Figure:
        return Figure("", Picture(path, "A lock gate."), ())

    post = post_of(
        heading(2, "One"),
        shown("pictures/a b.jpg"),
        shown("pictures/c.png"),
        heading(2, "Two"),
        shown("gone.jpg"),
    )
    media = (picture("pictures/a b.jpg"), picture("pictures/c.png"))
    found = json.loads(files(edition_of(post, media))["chapters.json"])["chapters"]

    assert [(chapter["title"], chapter.get("img")) for chapter in found] == [
        ("A post", None),
        ("One", "https://example.org/posts/a-post/pictures/a%20b.jpg"),
        ("Two", None),
    ]
