"""What was imported into a folder before: a hidden file that lists it, with digests.

It is kept by the names of posts in their source, so an editor may rename, change or delete files:
a file that is not there, or not as it was written, is the editor's.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path

from pipeline import source
from pipeline.errors import SettingsError
from pipeline.store.files import write_all

FILE = ".imported.json"
_POSTS = "posts"


@dataclass(frozen=True, slots=True)
class ImportedPost:
    """A post that was imported: from where, a digest of what was read there, its files.

    `sign` is its date and title, by which it is known in another file, such as a later export.
    `files` has the digest of each file as it was written. `told` says that the editor was told
    that the post is left as it is.
    """

    source: str
    read: str
    files: Mapping[str, str] = field(default_factory=dict)
    told: bool = False
    sign: str = ""

    def is_as_written(self, folder: Path) -> bool:
        """Whether all files are still there, and nobody has changed them."""
        return all(source.digest(folder / p, folder) == d for p, d in self.files.items())


def load(folder: Path) -> dict[str, ImportedPost]:
    """What was imported into a folder, by slug. Raises `SettingsError` where that is unreadable."""
    path = folder / FILE
    try:
        kept = json.loads(path.read_text("utf-8"))
        return {slug: ImportedPost(**post) for slug, post in kept[_POSTS].items()}
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise SettingsError(
            "the list of what was imported before can't be read.",
            where=str(path),
            remedy="If you delete it, posts that are there already stay as they are, and those "
            "that you have renamed or deleted are imported again.",
        ) from error


def save(folder: Path, posts: Mapping[str, ImportedPost]) -> None:
    """Keep what was imported. Raises `WriteError`."""
    kept = {_POSTS: {slug: asdict(posts[slug]) for slug in sorted(posts)}}
    data = json.dumps(kept, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    write_all(folder, [(FILE, data.encode())])
