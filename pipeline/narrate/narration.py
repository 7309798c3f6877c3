"""Speak the clips of a text, and join them into a narration.

Each function takes values and can run in any process, on any machine; each process opens a
voice once.
"""

import atexit
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from formats import walk
from formats.memo import recalled
from formats.model import Narration, Packets, Sentence
from pipeline.errors import AllwaysError
from pipeline.narrate import clips, jingle
from pipeline.narrate.jingle import Beds
from pipeline.narrate.words import Sounding
from pipeline.script.lines import Line, Part
from pipeline.settings import VoiceSettings
from pipeline.sound import opus
from pipeline.store import kept
from pipeline.store.files import Store, digest
from pipeline.voices import ENGINES, Voice, usual
from pipeline.voices.timing import Timed, timed

KBPS = 64


@dataclass(frozen=True, slots=True)
class ClipScript:
    """One clip: what is said in it, its key in the cache, and the voice that says it."""

    part: Part
    key: str
    voice: VoiceSettings


@dataclass(frozen=True, slots=True)
class NarrationScript:
    """One text to be spoken, and its voice: a post may have more than one.

    `of` names the text, as `Narration.of` does; `keys` are the keys of its clips.
    """

    of: str
    parts: tuple[Part, ...]
    keys: tuple[str, ...]
    voice: VoiceSettings

    def clips(self) -> list[ClipScript]:
        """Each of its clips, in order."""
        pairs = zip(self.parts, self.keys, strict=True)
        return [ClipScript(part, key, self.voice) for part, key in pairs]

    def languages(self) -> tuple[str, ...]:
        """The languages that are spoken, in the order in which they are first heard."""
        runs = (run for part in self.parts for line in part.lines for run in line.runs)
        return tuple(dict.fromkeys(run.language for run in runs))


@cache
def open_voice(settings: VoiceSettings) -> Voice:
    """The voice, opened once in each process and closed when the process ends."""
    voice = ENGINES[settings.engine].open(settings)
    atexit.register(voice.close)
    return voice


def load(settings: VoiceSettings) -> None:
    """Load in this process all that a voice needs before its first words. Raises `AllwaysError`."""
    open_voice(settings).speak(())


def stand_in(voice: VoiceSettings) -> VoiceSettings | None:
    """The voice in its place; voice names in the settings are for the chosen engine only."""
    if not voice.fallback:
        return None
    return replace(voice, engine=voice.fallback, name="", names=())


def able(chosen: VoiceSettings, language: str) -> tuple[VoiceSettings, tuple[AllwaysError, ...]]:
    """The voice for a language; where it can't be opened, the one in its place, and why.

    Raises the error where there is none in its place.
    """
    voice = usual(chosen, language)
    try:
        open_voice(voice)
    except AllwaysError as error:
        other = stand_in(voice)
        if other is None:
            raise
        return other, (error,)
    return voice, ()


def voices(languages: tuple[str, ...], voice: Voice) -> tuple[str, ...]:
    """The names of the voices for these languages, each once, in order."""
    return tuple(dict.fromkeys(map(voice.name, languages)))


def key_of(part: Part, voice: Voice) -> str:
    """The key of a part's clip in the cache."""
    return clips.clip_key(part, voice.identity, KBPS)


def speak(clip: ClipScript, beds: Beds) -> bytes:
    """Speak one clip and return its bytes, for the caller to store. Raises `AllwaysError`."""
    return clips.speak_clip(clip.part, open_voice(clip.voice), KBPS, beds).to_bytes()


def speak_line(line: Line, voice: VoiceSettings) -> Timed:
    """The sound of one line by a voice whose lines do not depend on each other."""
    (spoken,) = timed(open_voice(voice), [line])
    return spoken


def encoded(clip: ClipScript, spoken: Sequence[Timed], beds: Beds) -> bytes:
    """The bytes of a clip whose lines were spoken one by one: the same as `speak` returns."""
    rate = open_voice(clip.voice).rate
    return clips.encoded_clip(clip.part, spoken, rate, KBPS, beds).to_bytes()


def joined(script: NarrationScript, shown: Mapping[str, Sentence]) -> Narration:
    """Join the clips of a text, whose sentences are `shown`, by their ids.

    What was found in the same clips is kept. A clip that is spoken again, because it was lost,
    may be another: with another voice of a server, for one. So each must be there, and of the
    same size. Raises `AllwaysError` where a clip is missing and can't be spoken.
    """
    store = Store(script.voice.cache)
    sizes = [store.size(key) for key in script.keys]
    if not all(sizes):
        return with_sound(_joined(script, shown), script)
    place = _place(script, shown, sizes)
    found: Narration | None = kept.load(store, place)
    if found is None:
        found = _joined(script, shown)
        kept.save(store, place, found)
    return with_sound(found, script)


def _place(script: NarrationScript, shown: Mapping[str, Sentence], sizes: list[int]) -> str:
    """The key of what is kept of a narration: of all that it depends on."""
    lines = [line for part in script.parts for line in part.lines]
    said = [(line.id, line.text, line.changes) for line in lines]
    seen = [walk.shown_parts(shown[line.id].inlines) for line in lines if line.id in shown]
    voice = (repr(script.voice), open_voice(script.voice).identity)
    of = (script.of, script.languages(), script.keys, sizes, said, list(shown), seen)
    return kept.key("narration", *voice, repr(of))


def _joined(script: NarrationScript, shown: Mapping[str, Sentence]) -> Narration:
    """All of a narration but its sound, which is in the cache."""
    voice = open_voice(script.voice)
    lines = [line for part in script.parts for line in part.lines]
    sounding = {line.id: Sounding(shown[line.id], line) for line in lines if line.id in shown}
    narration = clips.join(map(_head, script.clips()), voice.rate, KBPS, sounding)
    return replace(
        narration,
        of=script.of,
        voices=voices(script.languages(), voice),
        silent=voice.silent,
        synthesis=ENGINES[script.voice.engine].synthesis,
        script=tuple((line.id, line.text) for line in lines),
    )


def with_sound(narration: Narration, script: NarrationScript) -> Narration:
    """The same with the sound of the clips that it was joined from."""
    scripts = tuple(script.clips())
    small = _SmallClips(scripts, open_voice(script.voice).rate)
    return replace(narration, sound=_Frames(scripts), small=small)


@dataclass(frozen=True, slots=True)
class _Frames:
    """The MP3 frames of clips, read from the cache one by one."""

    scripts: tuple[ClipScript, ...]

    def __iter__(self) -> Iterator[bytes]:
        return map(_frames, self.scripts)


def _frames(clip: ClipScript) -> bytes:
    data = Store(clip.voice.cache).get(clip.key)
    return _clip(clip).frames if data is None else clips.frames_of(data)


@dataclass(frozen=True, slots=True)
class _SmallClips:
    """The Opus packets of clips, each encoded when it is first asked for, and kept."""

    scripts: tuple[ClipScript, ...]
    rate: int

    def __iter__(self) -> Iterator[Packets]:
        return (self._packets(script) for script in self.scripts)

    def _packets(self, script: ClipScript) -> Packets:
        store, key = Store(script.voice.cache), digest(opus.identity(), script.key)
        data = store.get(key)
        if data is not None:
            return opus.from_bytes(data)
        packets = opus.encode(_clip(script).frames, self.rate)
        store.put(key, opus.to_bytes(packets))
        return packets


def _head(clip: ClipScript) -> clips.Clip:
    """A clip without its sound, of which nothing is read where the same clip was read before."""
    size = Store(clip.voice.cache).size(clip.key)
    head = recalled(f"{__name__}._head", (clip.key, size), lambda: replace(_clip(clip), frames=b""))
    return clips.named(head, clip.part)


def _clip(clip: ClipScript) -> clips.Clip:
    """A clip from the cache; one that is missing or damaged is spoken again."""
    store = Store(clip.voice.cache)
    data = store.get(clip.key)
    if data is not None:
        return clips.named(clips.Clip.from_bytes(data), clip.part)
    spoken = clips.speak_clip(
        clip.part, open_voice(clip.voice), KBPS, jingle.beds(clip.part, store)
    )
    store.put(clip.key, spoken.to_bytes())
    return spoken
