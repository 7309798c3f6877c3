"""The answers of a server are checked, kept, and asked for once."""

from pathlib import Path

import pytest

from pipeline.errors import SpeakError
from pipeline.script.lines import plain
from pipeline.store.files import sealed
from pipeline.voices.client import BAD_ANSWERS
from pipeline.voices.online import named
from tests.pipeline.voices.asking import kept, opened, speak
from tests.voices.servers import Reply, Server, hum, wav

WRONG = {
    "ten minutes for a word": ("tide", hum("tide" * 3750)),
    "nine seconds for a few": ("It was at sea.", hum("tide" * 57)),
    "a click for a few": ("nobody saw it", hum("tide")[900:1000]),
}


@pytest.mark.parametrize("name", WRONG)
def test_few_words_too_take_their_time(server: Server, tmp_path: Path, name: str) -> None:
    """Neither far more nor next to nothing; and none of it is kept."""
    text, samples = WRONG[name]
    server.replies.extend([Reply(body=wav(samples))] * BAD_ANSWERS)
    with pytest.raises(SpeakError, match="s of sound came for"):
        speak(opened(server.address, tmp_path), text)
    assert not kept(tmp_path)


def test_a_kept_answer_that_can_not_be_the_text_is_asked_for_again(
    server: Server, tmp_path: Path
) -> None:
    """It may have been kept by an earlier version, which knew less."""
    whole = speak(opened(server.address, tmp_path))
    other = wav(hum("tide" * 3750))
    for path in kept(tmp_path):
        path.write_bytes(sealed(other))
    assert speak(opened(server.address, tmp_path)) == whole


def test_an_answer_that_was_kept_is_not_asked_for_again(server: Server, tmp_path: Path) -> None:
    once = speak(opened(server.address, tmp_path))
    asked = len(server.asked)

    assert speak(opened(server.address, tmp_path)) == once
    assert len(server.asked) == asked


def test_a_line_without_words_asks_nobody(server: Server, tmp_path: Path) -> None:
    voice = opened(server.address, tmp_path)

    assert voice.requests([plain("s1", "…", "en-GB", 0)]) == 0
    assert speak(voice, "…") == 24_000 * 50 // 1000
    assert server.asked == []


@pytest.mark.parametrize(
    ("tag", "name"), [("fr-CA-x-a", "siwis"), ("FR", "siwis"), ("fr-BE", "bep"), ("en", "")]
)
def test_a_voice_is_named_for_as_much_of_a_tag_as_there_is_one_for(tag: str, name: str) -> None:
    assert named({"fr": "siwis", "fr-be": "bep"}, tag) == name
