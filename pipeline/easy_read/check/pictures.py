"""The rules for pictures (ER-P) that the file decides; those of the page are in `look`."""

from collections import defaultdict
from collections.abc import Iterator

from formats.easy_read.concepts import CONCEPTS, picture_of
from pipeline.easy_read.check.subject import Checked, Told, plain, quoted
from pipeline.store.files import digest


def one_file_two_names(text: Checked) -> Iterator[Told]:
    """One picture under two names, so that it stands for two things."""
    seen: dict[str, str] = {}
    for name, media in sorted(text.pictures.items()):
        other = seen.setdefault(digest(media.data), name)
        if other != name:
            message = f"The pictures {quoted(other)} and {quoted(name)} are the same."
            yield Told(message, "Use one picture for one thing.", *_first(name, text))


def _first(name: str, text: Checked) -> tuple[int, int]:
    """The number and line of the first row with a picture of this name."""
    numbered = enumerate(text.file.rows, 1)
    return next((n, r.line) for n, r in numbered if r.picture and r.picture.name == name)


def two_pictures(text: Checked) -> Iterator[Told]:
    """Rows about one thing with different pictures."""
    shown: dict[str, set[str]] = defaultdict(set)
    for number, row in enumerate(text.file.rows, 1):
        concept = picture_of(plain(row.words)) if row.picture and text.is_english else None
        if row.picture is None or concept is None:
            continue
        before = sorted(shown[concept] - {row.picture.name})
        shown[concept].add(row.picture.name)
        if before:
            said = CONCEPTS[concept].words[0]
            message = f"For {quoted(said)} there was another picture before ({before[0]})."
            yield Told(message, "Use one picture for one thing.", number, row.line)
