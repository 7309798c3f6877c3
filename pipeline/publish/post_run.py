"""One post during a run."""

from collections.abc import Mapping
from dataclasses import dataclass

from formats.model import Post
from pipeline.errors import AllwaysError
from pipeline.publish.ready import ReadyPost
from pipeline.publish.render import Rendered
from pipeline.store.ledger import PostRecord


@dataclass(frozen=True, slots=True)
class PostRun:
    """One post during a run: its inputs, why it must be made, and the results so far.

    `inputs` is a digest for each kind of input, by its name for people; `reasons` is () for a
    post that is up to date; `known` is its record in the ledger. `spoken` holds the keys of
    newly spoken clips. `error` is set where the post could not be made. `read` is the digest of
    all that it is made ready from: where that is in its record, it is not made ready at all.
    """

    post: Post
    ready: ReadyPost | None
    inputs: Mapping[str, str]
    reasons: tuple[str, ...]
    known: PostRecord | None
    spoken: frozenset[str] = frozenset()
    rendered: Rendered | None = None
    error: AllwaysError | None = None
    read: str = ""

    @property
    def slug(self) -> str:
        """The post's name."""
        return self.post.slug
