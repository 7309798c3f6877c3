"""Hear a few words as a narration would say them: the way to try a pronunciation."""

from pathlib import Path

from pipeline import lexicon, narrate, settings
from pipeline.errors import SettingsError
from pipeline.script.lines import Line, Part, joined
from pipeline.script.saying import runs
from pipeline.store import write_all
from pipeline.studio import KBPS
from pipeline.voices import ENGINES, VoiceSettings


def say(text: str, source: Path, to: Path) -> str:
    """Speak some words into an MP3 file with the settings and lexicon of a folder of posts.

    Returns the words as they were said. Raises `SettingsError`, `SpeakError`, `WriteError`.
    """
    if not text.strip():
        raise SettingsError("there are no words to say.", remedy='Write: make say TEXT="…"')
    chosen = settings.load(source)
    said = joined(runs(text, chosen.language, lexicon.load(source)))
    part = Part((Line("said", said, chosen.language, 0),))
    voice = ENGINES[chosen.engine](
        VoiceSettings(chosen.engine, chosen.voice, chosen.language, chosen.words_per_minute)
    )
    try:
        clip = narrate.speak_clip(part, voice, KBPS)
    finally:
        voice.close()
    write_all(to.parent, [(to.name, clip.frames)])
    return part.lines[0].text
