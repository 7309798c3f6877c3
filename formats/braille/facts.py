"""The metadata of a braille edition, in print, for programs and catalogues."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid5

from formats.braille.transcriber import unsigned, written
from formats.model import BrailleCode, Edition


@dataclass(frozen=True, slots=True)
class BrailleFacts:
    """Metadata; `rights` is "" where unknown. `date` is "YYYY-MM-DD"."""

    identifier: str
    title: str
    creators: tuple[str, ...]
    language: str
    date: str
    modified: datetime
    producer: str
    system: str
    complete: bool
    statement: str
    rights: str


def facts_of(edition: Edition, code: BrailleCode, statement: str) -> BrailleFacts:
    """The metadata of an edition.

    eBraille 1.0 (5.3.3) requires a date and a creator: a post without a date has the made-up
    one that orders the feed, and one without an author is by the blog.
    """
    post, publication = edition.post, edition.publication
    date = post.published or post.placed
    creators = tuple(dict.fromkeys(filter(str.strip, post.authors)))
    return BrailleFacts(
        identifier=uuid5(UUID(publication.guid), f"{post.slug} braille").urn,
        title=post.title.strip() or post.slug,
        creators=creators or (publication.author or publication.title or publication.slug,),
        language=post.language or publication.language,
        date=f"{date:%Y-%m-%d}",
        modified=post.updated or date,
        producer=publication.title or publication.slug,
        system=code.system,
        complete=not unsigned(written(edition), code),
        statement=statement,
        rights=publication.licence,
    )
