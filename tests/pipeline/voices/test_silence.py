"""Silence lasts exactly as long as its text asks for."""

from pipeline.script.lines import plain
from pipeline.settings import VoiceSettings
from pipeline.voices.silence import CHARACTER, SilentVoice


def test_twenty_milliseconds_a_character() -> None:
    """Five characters are a tenth of a second of nothing."""
    voice = SilentVoice(VoiceSettings("silence", "", "en", 160))
    (samples,) = voice.speak([plain("s1", "shore", "en", 0)])
    assert len(samples) == 5 * CHARACTER == voice.rate // 10
    assert not samples.any()


def test_a_word_begins_with_its_first_character() -> None:
    voice = SilentVoice(VoiceSettings("silence", "", "en", 160))
    (line,) = voice.timed([plain("s1", "The tide’s  in.", "en", 0)])
    assert line.words == (("The", 0), ("tide’s", 4 * CHARACTER), ("in.", 12 * CHARACTER))
