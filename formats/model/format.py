"""What formats may know about each other: their names, and the files that they offer."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Offer:
    """A file that is offered to readers of each post.

    `path` is in the post's folder, and `{slug}` in it is replaced by the post's slug. `what` is
    the field of `PageWords` that says what the file is. `kind` is the kind of file: a name that
    is the same in every language, such as "MP3", or a field of `PageWords`. `points` is the
    size of its letters, where files differ in that. `heard` is True if it plays for as long as
    the narration; `outdated`, if it is from an earlier run.
    """

    path: str
    what: str
    kind: str
    points: int = 0
    heard: bool = False
    outdated: bool = False


@dataclass(frozen=True, slots=True)
class Format:
    """A format: a kind of output, with its name in settings and on the command line.

    Each of its files is either offered to readers, or is for programs only: also a path with
    `{slug}` in it, or a folder, which ends in "/". Those that it has only `sometimes` are led to by
    its other files. It is made `always`, whatever an editor chooses, if other formats link to it.
    A `draft` is for the editor only until people have
    checked it, and offered to readers only if the settings say so. An `optional` one is made only
    where it is named. `outdated` says that it could not be made in this run, and that files of an
    earlier run are in its place.
    """

    name: str
    offers: tuple[Offer, ...] = ()
    for_programs: tuple[str, ...] = ()
    sometimes: tuple[str, ...] = ()
    always: bool = False
    draft: bool = False
    optional: bool = False
    outdated: bool = False
