"""Speak or print a few words as a narration would say them, to try a pronunciation."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from pipeline import lexicon, settings
from pipeline.errors import SettingsError, SpeakError
from pipeline.lexicon.entry import is_tag
from pipeline.script.lines import Line, Part, joined
from pipeline.script.saying import runs
from pipeline.store.files import write_all

_TAG = re.compile(r"</?[A-Za-z][^<>]*>")


def say(text: str, source: Path, to: Path, cache: Path, language: str = "") -> tuple[str, str]:
    """Speak some words into an MP3 file with the settings and lexicon of a folder of posts.

    Tags are not read aloud, and may mark a language: `<span lang="cy">Bore da</span>`.

    `language` is the language of the words; "" means that of the publication. Returns the
    words as they were said, and the name of the voice. Raises `SettingsError`, `SpeakError`,
    `WriteError`.
    """
    from pipeline.narrate import clips, narration  # noqa: PLC0415 (numpy: not for lines that are printed)
    from pipeline.voices import check  # noqa: PLC0415 (as above)

    chosen = settings.load(source)
    for engine in filter(None, (chosen.voice.engine, chosen.voice.fallback)):
        check(engine)
    spoken_in = _tag(language) or chosen.language
    words = lexicon.load(source)
    said = joined(run for shown, tag in _parts(text, spoken_in) for run in runs(shown, tag, words))
    if not said:
        raise SettingsError("there are no words to say.", remedy='Write: make say TEXT="…"')
    part = Part((Line("said", said, spoken_in, 0),))
    settled, _ = narration.able(replace(chosen.voice, cache=cache), spoken_in)
    voice = narration.open_voice(settled)
    try:
        clip = clips.speak_clip(part, voice, narration.KBPS)
    except SpeakError as error:
        raise SpeakError(error.message, remedy=error.remedy) from error  # the words are in no file
    write_all(to.parent, [(to.name, clip.frames)])
    return part.lines[0].text, voice.name(spoken_in)


def _parts(text: str, language: str) -> Iterator[tuple[str, str]]:
    """The words inside the tags of a text, each with the language that its tag says."""
    from pipeline.readers.html.document import tree  # noqa: PLC0415 (not for lines that are printed)

    if not _TAG.search(text):
        yield text, language
        return
    for words in tree(text).strings:
        around = words.find_parent(lang=True)
        yield words, _tag(str(around["lang"])) if around else language


def print_lines(lines: Iterable[str], source: Path, language: str = "") -> Iterator[str]:
    """What would be said for each line, with the lexicon of a folder of posts; without a voice.

    Each line gives one line, and an empty one an empty one. Raises `SettingsError`.
    """
    chosen = settings.load(source)
    words = lexicon.load(source)
    spoken_in = _tag(language) or chosen.language
    for line in lines:
        said = joined(runs(line.strip(), spoken_in, words))
        yield " ".join("".join(run.text for run in said).split())


def _tag(language: str) -> str:
    """A language as people write it, such as "en_US", as a tag; "" for none."""
    tag = language.strip().replace("_", "-")
    if tag and not is_tag(tag):
        raise SettingsError(
            f'"{language}" is not a language.', remedy="Write it as in: --language en-GB"
        )
    return tag
