"""The parts of the program, each with a digest, so that an upgrade makes anew only what it must.

A part is all that one of the formats of a post can load, or all that they share. How posts are
read, split, scripted and spoken is in no part: what comes of that is compared itself.
"""

from collections.abc import Collection, Iterable, Mapping
from pathlib import Path

from formats.registry import BRAILLE, DRAFTS, POST_FORMATS
from pipeline.publish.render import PAGED
from pipeline.store import imports, kept
from pipeline.store.files import Store
from pipeline.store.ledger import PROGRAM, Ledger

SHARED = "all formats share"
"""The part that makes editions, and writes the files of every format."""

CHECKS = "checks posts"
"""The part that proves posts complete, and tells an editor what to know of them."""

_MAKES = "makes "

_PAGES = "formats.large_print"
_TRANSCRIBED = "pipeline.braille.transcription"
_DRAFTED = "pipeline.easy_read.edition"
_CHECKED = ("pipeline.judges.proof.in_step", "pipeline.publish.printed")

_FOR_SOME: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(PAGED, (_PAGES,)),
    BRAILLE: (_PAGES, _TRANSCRIBED),
    **dict.fromkeys(DRAFTS, (_DRAFTED,)),
}
"""What is loaded while a post is rendered, for these formats alone."""

ELSEWHERE: imports.Elsewhere = {
    "pipeline.publish.render": (_PAGES, _TRANSCRIBED, _DRAFTED, *_CHECKED),
    # What comes of these is compared itself: the settings, what is said, the pictures of an
    # easy-read text, and the identity of a voice.
    "pipeline.settings": ("pipeline.settings.toml_file",),
    "pipeline.publish.ready": ("pipeline.script.framing",),
    "pipeline.script.normalise": ("pipeline.script.normalise.",),
    "pipeline.easy_read.edition": ("pipeline.easy_read.pictures",),
    "pipeline.voices": ("pipeline.voices.",),
}
"""What modules load that is another part, or none."""


def digests(cache: Path) -> Mapping[str, str]:
    """The digest of each part, by what it does; kept in the cache, since it takes a second."""
    store, key = Store(cache), kept.key("parts")
    found: Mapping[str, str] | None = kept.load(store, key)
    if found is None:
        found = {part: imports.digest_of(roots, ELSEWHERE) for part, roots in roots_of().items()}
        kept.save(store, key, found)
    return found


def roots_of() -> dict[str, tuple[str, ...]]:
    """The modules that each part begins with."""
    made = {name: row.render.modules for name, row in POST_FORMATS.items()}
    return {
        # An edition has typefaces by their paths.
        SHARED: ("pipeline.publish.render", "pipeline.publish.typefaces"),
        CHECKS: _CHECKED,
        **{
            _MAKES + name: (*(f"formats.{m}" for m in modules), *_FOR_SOME.get(name, ()))
            for name, modules in made.items()
        },
    }


def of(formats: Iterable[str], known: Mapping[str, str]) -> dict[str, str]:
    """Of the digests of all parts, those that a post in these formats is made with."""
    made = {SHARED, CHECKS, *(_MAKES + name for name in formats)}
    return {part: value for part, value in known.items() if part in made}


def changed(known: Ledger, slug: str, now: Mapping[str, str]) -> tuple[str, ...]:
    """The parts that have changed since a post was made; those of `now` are asked about.

    Where what all formats share has changed, that is all there is to say. A format that is asked
    for only now has not changed.
    """
    if slug not in known.posts:
        return ()
    before = known.programs.get(known.posts[slug].inputs.get(PROGRAM, ""), {})
    if before.get(SHARED) != now[SHARED]:
        return (SHARED,)
    return tuple(part for part in now if before.get(part, now[part]) != now[part])


def named(part: str) -> str:
    """A part, for people."""
    return f"the part of Allways that {part}"


def formats_of(parts: Collection[str]) -> frozenset[str] | None:
    """The formats that must be made anew when these parts alone have changed; None for all."""
    if SHARED in parts or not parts:
        return None
    made = {part.removeprefix(_MAKES) for part in parts if part.startswith(_MAKES)}
    packed = {name for name, row in POST_FORMATS.items() if row.packs and made}
    return frozenset(made | packed)
