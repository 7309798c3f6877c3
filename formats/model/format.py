"""Formats, as all others may know of them: what they are called, and what they offer."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Offer:
    """A file that readers are offered of each post.

    `path` lies in the post's folder, and `{slug}` in it stands for the post's. `what` names
    the words of `PageWords` that say what the file is. `kind` says what kind of file: a name
    that is the same in every language, as "MP3", or that of some of `PageWords`. `points` is
    the size of its letters, where that tells it from others. `heard` is True where it plays
    for as long as the narration; `outdated`, where it is of an earlier run.
    """

    path: str
    what: str
    kind: str
    points: int = 0
    heard: bool = False
    outdated: bool = False


@dataclass(frozen=True, slots=True)
class Format:
    """A format: a kind of output, by the name that settings and the command line have for it.

    Each of its files is offered to readers, or is one of those that only programs read: a
    path, too, with `{slug}` in it. It may be made `always`, whatever an editor chooses, since
    everything else leads to it. A `draft` is for an editor's eyes until people have checked
    it, and offered to readers only where the settings say so. `outdated` says that it could not
    be made now, and that files of an earlier run stand in its place.
    """

    name: str
    offers: tuple[Offer, ...] = ()
    for_programs: tuple[str, ...] = ()
    always: bool = False
    draft: bool = False
    outdated: bool = False
