"""Steps 1 to 3, read, split and script: a folder → posts that are ready to be spoken."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from formats import walk
from formats.model import POST, EasyText, Figure, Post, Publication, Reminder, Sentence
from formats.registry import EASY_SOUND
from pipeline import lexicon, readers, source
from pipeline.easy_read import easy_file
from pipeline.errors import AllwaysError, SettingsError, guarded
from pipeline.findings import Finding, Level
from pipeline.lexicon import Lexicon
from pipeline.narrate import jingle
from pipeline.narrate.jingle import Jingles
from pipeline.narrate.narration import NarrationScript, key_of, open_voice, voices
from pipeline.publish import publication
from pipeline.publish.ready import ReadyPost
from pipeline.publish.remembered import Memory
from pipeline.publish.request import PublishRun
from pipeline.readers import Reading
from pipeline.script.framing import frame, reminder
from pipeline.script.middle import middle
from pipeline.script.script import script
from pipeline.settings import FILE, Settings, SpokenSettings, VoiceSettings
from pipeline.split.sentences import split
from pipeline.store import kept
from pipeline.store.files import Store, digest, real

EASY_PACE = 130
"""Words a minute of an easy-read text; the voice of the post is faster."""

_MOST_TOLD = 10  # findings of a folder without posts; each is a few lines on the terminal


@dataclass(frozen=True, slots=True)
class Sources:
    """Everything the editor supplied: posts as read, lexicon, publication and jingles.

    `spoken` is how much is said around the author's words. `easy` are the files of easy-read
    editions by the slugs of their posts, somewhere in `folder`; `easy_heard` is whether they
    are spoken. `memory` is what earlier runs made of the folder, and `shared` the digest of all
    that the posts have in common, but for their voices.
    """

    reading: Reading
    lexicon: Lexicon
    publication: Publication
    jingles: Jingles
    spoken: SpokenSettings
    easy: Mapping[str, Path] = field(default_factory=dict)
    folder: Path = Path()
    easy_heard: bool = False
    memory: Memory = field(default_factory=Memory)
    shared: str = ""


def read_sources(run: PublishRun) -> Sources:
    """Read the folder. Raises `SettingsError` where there are no posts, and says what is."""
    settings, posts = run.settings, run.request.source
    memory = Memory(run.request.cache, posts, run.files)
    defaults = readers.defaults(settings)
    reading = readers.read(posts, defaults, memory.contents(defaults))
    if not reading.posts and not reading.errors:
        raise _no_posts(reading, posts)
    store = Store(run.request.cache)
    folder = source.folder_of(posts)
    sources = Sources(
        reading=reading,
        lexicon=lexicon.load(posts),
        publication=publication.make(settings, posts, reading.title, store),
        jingles=jingle.load(settings.jingle, posts),
        spoken=settings.spoken,
        easy=easy_file.paths(folder),
        folder=folder,
        easy_heard=EASY_SOUND in settings.formats,
        memory=memory,
    )
    return replace(sources, shared=_shared(sources))


def _shared(sources: Sources) -> str:
    """The digest of all that the posts have in common, but for their voices."""
    given = (sources.jingles.opening, sources.jingles.closing)
    jingles = (part for file in given for part in ((file.name, file.data) if file else ("",)))
    said = repr((sources.lexicon.entries, sources.spoken, sources.easy_heard))
    return digest(sources.memory.others, said, repr(sources.publication), *jingles)


def _no_posts(reading: Reading, posts: Path) -> SettingsError:
    """The error of a folder without posts, with what was noticed of the files in it."""
    told = (
        f"\n{finding.where}: {finding.message} {finding.remedy}"
        for finding in reading.findings[:_MOST_TOLD]
    )
    return SettingsError(
        "there are no posts here.",
        where=str(posts),
        remedy=f"Put some there: {readers.KINDS}.{''.join(told)}",
    )


def known_post(post: Post, sources: Sources, voice: VoiceSettings) -> ReadyPost:
    """What `ready_post` makes; where an earlier run made it of the same, what was kept."""
    media = sources.reading.media.get(post.slug, ())
    easy = sources.easy.get(post.slug)
    of = (
        sources.shared,
        repr(voice),
        open_voice(voice).identity,
        repr(post),
        *(part for one in media for part in (repr(replace(one, data=b"")), digest(one.data))),
        sources.memory.digest_of(easy) if easy else "",
    )
    ready = sources.memory.value(
        "ready", of, lambda: replace(ready_post(post, sources, voice), media=())
    )
    _kept_jingles(ready, sources)
    return replace(ready, media=media)


def _kept_jingles(ready: ReadyPost, sources: Sources) -> None:
    """Keep the jingles of a post again: they may have been removed from the cache."""
    for text in ready.all_scripts:
        rate = open_voice(text.voice).rate
        jingle.laid(text.parts, sources.jingles, rate, Store(text.voice.cache))


def ready_post(post: Post, sources: Sources, voice: VoiceSettings) -> ReadyPost:
    """A post split and scripted for a voice.

    The frame names every voice that speaks in the post, and only the script tells which they
    are. Where there is another than that of the post's own language, it is scripted again.
    """
    with kept.results(Store(voice.cache), "script", real(sources.folder), post.slug):
        return _ready_post(post, sources, voice)


def _ready_post(post: Post, sources: Sources, voice: VoiceSettings) -> ReadyPost:
    post = split(post)
    speaker = open_voice(voice)
    names = (speaker.name(post.language),)
    ready = _scripted(post, sources, voice, names)
    heard = voices((post.language, *ready.scripts[0].languages()), speaker)
    ready = ready if heard == names else _scripted(post, sources, voice, heard)
    return _with_easy_read(ready, sources, voice)


def _with_easy_read(ready: ReadyPost, sources: Sources, voice: VoiceSettings) -> ReadyPost:
    """The post with the easy-read edition that people wrote; or why that can't be read."""
    path = sources.easy.get(ready.post.slug)
    if path is None:
        return ready
    from pipeline.easy_read import edition as easy_read  # noqa: PLC0415 (0.1 s: not without a file)

    opened = guarded(path.name, easy_read.opened, path, sources.folder, ready.media)
    if isinstance(opened, AllwaysError):
        return replace(ready, easy=opened)
    easy = easy_read.edition(opened)
    return replace(
        ready,
        easy=easy,
        easy_findings=easy_read.findings(opened, ready.post),
        easy_heard=_easy_heard(ready.post, easy, sources, voice),
    )


def _easy_heard(
    post: Post, easy: EasyText, sources: Sources, voice: VoiceSettings
) -> ReadyPost | None:
    """The easy-read edition ready to be spoken, slower, if people have signed it."""
    if not easy.is_signed or not sources.easy_heard:
        return None
    from formats.easy_read.spoken import as_post  # noqa: PLC0415 (not without a file, either)

    slower = replace(voice, words_per_minute=min(voice.words_per_minute, EASY_PACE))
    names = (open_voice(slower).name(post.language),)
    heard = _scripted(as_post(post, easy), sources, slower, names)
    return replace(heard, media=easy.media)


def _scripted(
    post: Post, sources: Sources, voice: VoiceSettings, names: tuple[str, ...]
) -> ReadyPost:
    speaker = open_voice(voice)
    around = frame(post, sources.publication, names, sources.spoken.opening)
    parts = script(post, around, sources.lexicon, sources.spoken.detail)
    after = middle(post, parts, voice.words_per_minute)
    if after is not None:
        around = replace(around, reminder=Reminder(reminder(post, names), after))
        parts = script(post, around, sources.lexicon, sources.spoken.detail)
    parts = jingle.laid(parts, sources.jingles, speaker.rate, Store(voice.cache))
    keys = tuple(key_of(part, speaker) for part in parts)
    return ReadyPost(
        post=post,
        frame=around,
        media=sources.reading.media.get(post.slug, ()),
        scripts=(NarrationScript(POST, parts, keys, voice),),
    )


def findings(sources: Sources, posts: Iterable[ReadyPost]) -> list[Finding]:
    """Findings about the words: unused lexicon entries, languages without a voice, jingles."""
    shown: list[tuple[str, frozenset[str]]] = []
    unvoiced: list[Finding] = []
    for ready in posts:
        languages = frozenset(ready.scripts[0].languages())
        shown += [(text, languages) for text in _shown(ready)]
        unvoiced += _unvoiced(ready)
    easy = [finding for ready in posts for finding in ready.easy_findings]
    return [*sources.lexicon.unused(shown), *unvoiced, *easy, *sources.jingles.findings()]


def without_posts(sources: Sources) -> list[Finding]:
    """A warning for each easy-read text whose post is not there."""
    slugs = {post.slug for post in sources.reading.posts}
    return [
        Finding(
            Level.WARNING,
            "easy-read-alone",
            path.relative_to(sources.folder).as_posix(),
            "There is no post of this name, so this easy-read text is not used.",
            "Give the file the name of its post, as in the addresses of its pages.",
        )
        for slug, path in sources.easy.items()
        if slug not in slugs and not sources.reading.errors
    ]


def unknown_dates(settings: Settings, reading: Reading) -> list[Finding]:
    """A note for each date in the settings that belongs to no post, or can be read in two ways."""
    slugs = {post.slug for post in reading.posts}
    unsure = [
        Finding(
            Level.NOTE,
            "date-order",
            FILE,
            f"The date {said} of “{slug}” was read as {settings.dates[slug].date()}, as its region "
            "writes it.",
            f"If that is wrong, write the year first: {slug} = 2026-05-31.",
        )
        for slug, said in settings.unsure_dates.items()
    ]
    return unsure + [
        Finding(
            Level.NOTE,
            "date-unused",
            FILE,
            f"[dates] has a date for “{slug}”, and there is no such post.",
            "Correct the name, or remove the line.",
        )
        for slug in settings.dates
        if slug not in slugs and not reading.errors
    ]


def _shown(ready: ReadyPost) -> list[str]:
    """The words of a post that lexicon entries are looked for in."""
    around = ready.frame
    units = [*around.opening, *walk.units(ready.post.blocks), *around.closing]
    texts = [walk.plain(unit.inlines) for unit in units if isinstance(unit, Sentence)]
    return texts + [unit.picture.alt or "" for unit in units if isinstance(unit, Figure)]


def _unvoiced(ready: ReadyPost) -> list[Finding]:
    """A warning for each language of a post that the voice does not speak."""
    voice = open_voice(ready.voice)
    return [
        Finding(
            Level.WARNING,
            "no-voice",
            ready.post.source,
            f"{voice.name(language)} does not speak “{language}”, and may mispronounce the words"
            " in it.",
            "Listen to it, and check that the post names the right language.",
        )
        for language in sorted(ready.scripts[0].languages())
        if not voice.speaks(language)
    ]
