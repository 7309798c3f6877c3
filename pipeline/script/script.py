"""A whole post → its parts, in the order of what is heard."""

from formats.model import Post, Reminder, Sentences
from pipeline.lexicon import Lexicon
from pipeline.script import pauses
from pipeline.script.editing import Parts, paused_at_least
from pipeline.script.framing import Frame
from pipeline.script.lengths import bounded
from pipeline.script.lines import Part
from pipeline.script.parts import parts
from pipeline.script.place import Place, running
from pipeline.script.sentence import Telling


def script(post: Post, around: Frame, lexicon: Lexicon, detail: str = "full") -> tuple[Part, ...]:
    """One part for each block, one line for each unit, in the order of `walk.edition_units`.

    A block that takes minutes has several parts. `detail` is how much is said around the
    author's words: "full" or "brief". Neither leaves out any of them. Raises `SpeakError` for a
    line that is too long to be spoken.
    """
    place = Place(Telling(lexicon, brief=detail == "brief"), post.language)
    opening = _opening(around.opening, place)
    body = _body(post, around.reminder, place)
    closing = running(around.closing, Place(place.telling, post.language, pauses.END))
    body = paused_at_least(body, pauses.BODY) if around.closing else body
    return tuple(bounded((*opening, *body, *closing)))


def _opening(opening: Sentences, place: Place) -> tuple[Part, ...]:
    """The title as a part of its own; the facts about the post, then the longest pause."""
    title = Place(place.telling, place.language, pauses.TITLE)
    about = Place(place.telling, place.language, pauses.BODY)
    return running(opening[:1], title) + running(opening[1:], about)


def _body(post: Post, said: Reminder | None, place: Place) -> Parts:
    """The post; where it has a reminder, between the longest pauses, as it is not of the post."""
    if said is None:
        return parts(post.blocks, place)
    return (
        *paused_at_least(parts(post.blocks[: said.after], place), pauses.BODY),
        *running((said.sentence,), Place(place.telling, post.language, pauses.BODY)),
        *parts(post.blocks[said.after :], place),
    )
