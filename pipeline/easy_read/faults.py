"""The text of a post, opened, and what a program can see to be wrong with it."""

from collections.abc import Iterator

from pipeline.easy_read import edition
from pipeline.easy_read.check import errors
from pipeline.easy_read.edition import Opened
from pipeline.easy_read.writing import EasyPost
from pipeline.errors import AllwaysError, ReadError, SettingsError


def opened(place: EasyPost) -> Opened:
    """The text of a post. Raises `SettingsError` if there is none, `ReadError` if it is broken."""
    if not place.path.exists():
        raise SettingsError(
            f"there is no easy-read text of “{place.post.slug}” yet.",
            remedy=f"Begin one: make easy-read POST={place.post.slug}",
        )
    return edition.opened(place.path, place.root, place.media)


def faults(found: Opened, place: EasyPost) -> Iterator[AllwaysError]:
    """What blocks a signature: rows that are not written, then the errors of the checker."""
    yield from unfinished(found)
    post = place.post
    for breach in errors(found.file, post, post.language, place.own, found.pictures):
        told = breach.finding(found.file.name)
        remedy = f"{told.remedy} See all: .venv/bin/allways easy-read check {post.slug}"
        yield ReadError(f"{told.message} [{told.code}]", where=told.where, remedy=remedy)


def unfinished(found: Opened) -> Iterator[AllwaysError]:
    """What blocks a pack; a picture that is missing was found when the text was opened."""
    if not found.file.rows:
        yield ReadError(
            "there are no rows in this text.",
            where=found.file.name,
            remedy="Write them: a line for each sentence, with - [ ] before it.",
        )
    for row in found.file.rows:
        if not row.words:
            yield ReadError(
                "this row has no words.",
                where=f"{found.file.name}:{row.line}",
                remedy="Write them, or remove the row.",
            )
