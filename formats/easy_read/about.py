"""What a draft says about itself: its status, what a computer did, what people must still do."""

from collections.abc import Iterable
from dataclasses import dataclass

from formats.languages import primary
from formats.markup import escape, our_language
from formats.model import Edition
from formats.words import EasyReadWords, words

# Only in English, because the rules that make these changes are only for English.
_CHANGED = (
    "Each sentence gets a line of its own.",
    "Some long sentences become lists.",
    "Some number words become digits.",
    "Some short forms become whole words.",
    "Some hard words are explained.",
    "Words in quotation marks stay as they are.",
)


@dataclass(frozen=True, slots=True)
class AboutDraft:
    """What a draft says about itself, in which language, and whom to ask.

    `changes` is whether words are changed, not only the layout.
    """

    words: EasyReadWords
    own: str
    email: str
    changes: bool


def draft_of(edition: Edition) -> AboutDraft:
    """The draft of an edition."""
    language = edition.post.language
    ours = words(language)
    own = our_language(ours, language)
    return AboutDraft(ours.easy_read, own, edition.publication.email, primary(language) == "en")


def banner(draft: AboutDraft) -> str:
    """The banner that says it is a draft: first on the page, in short sentences."""
    ours = draft.words
    layout = "" if draft.changes else f"<p>{ours.layout}</p>\n"
    return f"""<section class="banner" aria-label="{ours.about}"{draft.own}>
<p><strong>{ours.is_draft}</strong></p>
<p>{ours.computer}</p>
{layout}<p>{ours.unchecked}</p>
<p>{ours.may_be_wrong}</p>
<p>{_elsewhere(draft)}</p>
</section>"""


def _elsewhere(draft: AboutDraft) -> str:
    """Links to the whole post and to the person to ask."""
    full = f'<a href="index.html">{draft.words.full}</a>'
    if not draft.email:
        return draft.words.only.format(full=full)
    ask = f'<a href="mailto:{escape(draft.email)}">{draft.words.ask}</a>'
    return draft.words.either.format(full=full, ask=ask)


def what_was_done(draft: AboutDraft, unclear: str) -> str:
    """What the program did and did not do, and what it found unclear (HTML); last on the page."""
    ours = draft.words
    return f"""<section class="done"{draft.own}>
<h2>{ours.about}</h2>
<p>{ours.maker}</p>
<p>{ours.program}</p>
<h3>{ours.changes}</h3>
{_points(_CHANGED if draft.changes else ours.laid_out)}
<h3>{ours.to_do}</h3>
{_points(ours.tasks)}
{unclear}<p>{_elsewhere(draft)}</p>
</section>"""


def _points(points: Iterable[str]) -> str:
    items = "\n".join(f"<li>{point}</li>" for point in points)
    return f"<ul>\n{items}\n</ul>"
