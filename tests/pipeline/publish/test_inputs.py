"""Whatever formats are shown of a post is among its inputs, by its value."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from formats.model import EasyText, Media, Post, Sentence, Text
from pipeline.narrate.narration import NarrationScript
from pipeline.publish import inputs, speak
from pipeline.publish.ready import ReadyPost
from pipeline.publish.render import Target
from pipeline.script.framing import Frame
from pipeline.script.lines import Line, Part, Run
from pipeline.script.normalise.origins import Change
from pipeline.settings import VoiceSettings
from pipeline.store.ledger import PROGRAM, Card, Ledger, PostRecord
from pipeline.store.proof import Proof
from tests.formats.builders import PUBLICATION

DAY = datetime(2026, 1, 2, tzinfo=UTC)
RUN = Run("2 tides", "en-GB")
LINE = Line("s1", (RUN,), "en-GB", 0)
WRITTEN = replace(RUN, changes=(Change(0, 1, "two"),))
SCRIPT = NarrationScript("post", (Part((LINE,)),), ("key",), VoiceSettings("silence"))
POST = Post("tide", "The tide", "en-GB", (), DAY, DAY, ())
SEA = Media("pictures/sea.png", "image/png", b"sea", 4, 3)
READY = ReadyPost(POST, Frame(), (SEA,), (SCRIPT,))
HEARD = replace(READY, scripts=())
EASY = EasyText("The tide", (), (), media=(SEA,))
TARGET = Target(
    PUBLICATION, ("mp3",), (), Path(), Path(), Path(), "settings", parts={"makes mp3": "1"}
)
PROOF = Proof(("V",), False, 160, 24_000, 9, (9,), (), 1, None, None, None, None)  # noqa: FBT003 (the field's own order)


def said(line: Line) -> ReadyPost:
    return replace(READY, scripts=(replace(SCRIPT, parts=(Part((line,)),)),))


def spoken_by(voice: VoiceSettings) -> ReadyPost:
    return replace(READY, scripts=(replace(SCRIPT, voice=voice),))


def shown(media: Media) -> ReadyPost:
    return replace(READY, media=(media,))


CHANGES: list[tuple[str, Callable[[], ReadyPost]]] = [
    ("words", lambda: replace(READY, post=replace(POST, title="The ebb"))),
    ("pronunciation or wording", lambda: said(replace(LINE, pause=9))),
    ("pronunciation or wording", lambda: said(replace(LINE, runs=(WRITTEN,)))),
    (
        "pronunciation or wording",
        lambda: replace(READY, frame=Frame(about=(Sentence("from", (Text("Blog"),)),))),
    ),
    ("pronunciation or wording", lambda: replace(READY, easy_heard=HEARD)),
    ("jingle", lambda: replace(READY, scripts=(replace(SCRIPT, parts=(Part((LINE,), "a"),)),))),
    ("pictures", lambda: shown(replace(SEA, data=b"ebb"))),
    ("pictures", lambda: shown(replace(SEA, path="pictures/ebb.png"))),
    (speak.VOICE, lambda: spoken_by(VoiceSettings("silence", words_per_minute=90))),
]


@pytest.mark.parametrize(("name", "change"), CHANGES)
def test_a_change_of_what_is_shown_is_seen_and_named(
    name: str, change: Callable[[], ReadyPost]
) -> None:
    before, after = inputs.of(READY, TARGET), inputs.of(change(), TARGET)

    assert inputs.of(READY, TARGET) == before
    assert {kind for kind in before if before[kind] != after[kind]} == {name}


def test_an_easy_read_text_counts_with_its_pictures() -> None:
    def of(easy: EasyText | None) -> str:
        return inputs.of(replace(READY, easy=easy), TARGET)["easy read"]

    other = replace(EASY, media=(replace(SEA, data=b"ebb"),))
    assert len({of(None), of(EASY), of(other), of(replace(EASY, title="Ebb"))}) == 4


def test_settings_braille_and_the_parts_of_the_program_count() -> None:
    before = inputs.of(READY, TARGET)

    for name, target in (
        ("settings", replace(TARGET, digest="others")),
        ("braille table", replace(TARGET, braille="another")),
        (PROGRAM, replace(TARGET, parts={"makes mp3": "2"})),
    ):
        after = inputs.of(READY, target)
        assert {kind for kind in before if before[kind] != after[kind]} == {name}


def test_the_parts_are_kept_of_programs_that_a_post_was_made_with_and_of_no_others() -> None:
    now = inputs.of(READY, TARGET)[PROGRAM]
    known = Ledger(programs={"old": {"makes mp3": "0"}, "older": {"makes mp3": "9"}})
    card = Card(1, 1, 1, 1, ("V",), (), ())
    records = [
        PostRecord({PROGRAM: program}, (), 0, 0, (), card, PROOF, (), (), "")
        for program in ("old", now, "lost")
    ]

    assert inputs.programs(known, TARGET, records) == {
        "old": {"makes mp3": "0"},
        now: {"makes mp3": "1"},
    }
