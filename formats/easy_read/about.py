"""What an easy-read text says about itself: first, that it is a draft; last, who checked it."""

from dataclasses import dataclass
from datetime import datetime

from formats.about import ways_to_ask
from formats.languages import primary
from formats.markup import escape, our_language
from formats.model import EasyText, Edition, Signature, Stage
from formats.words import Words, phrases, words
from formats.words.easy_read import EasyReadWords, easy_read_words


@dataclass(frozen=True, slots=True)
class About:
    """A text and the words that it has for itself; `own` is the attribute of their language."""

    text: EasyText
    edition: Edition
    ours: Words
    said: EasyReadWords
    own: str

    @property
    def label(self) -> str:
        """What stands before its title. Only a signed one is called Easy Read."""
        return f"{self.ours.page.easy_read}:" if self.text.is_signed else self.said.label

    @property
    def link(self) -> str:
        """What it is called in titles."""
        return self.ours.page.easy_read if self.text.is_signed else self.ours.page.simpler


def about(edition: Edition, text: EasyText) -> About:
    """A text with its words about itself."""
    language = edition.post.language
    ours = words(language)
    return About(text, edition, ours, easy_read_words(ours), our_language(ours, language))


def banner(about: About) -> str:
    """The banner of a draft, in short sentences; "" for a text that was signed."""
    if about.text.is_signed:
        return ""
    said = about.said
    lines = "\n".join(f"<p>{line}</p>" for line in _status(about))
    return f"""<section class="banner" aria-label="{said.about}"{about.own}>
<p><strong>{said.is_draft}</strong></p>
{lines}
<p>{_elsewhere(about)}</p>
</section>
"""


def _status(about: About) -> list[str]:
    """What people and a computer have done, and what nobody has."""
    said, text = about.said, about.text
    if text.stage is Stage.CHECKED:
        return [said.seen, said.may_be_wrong]
    made = said.computer if text.stage is Stage.DRAFT else said.edited
    english = primary(about.edition.post.language) == "en"
    hard = [said.hard if english else said.layout] if text.stage is Stage.DRAFT else []
    unchecked = [] if text.round else [said.unchecked]
    return [made, *hard, *unchecked, said.may_be_wrong]


def _elsewhere(about: About) -> str:
    """Links to the whole post and to the person to ask."""
    said, email = about.said, about.edition.publication.email
    full = f'<a href="index.html">{said.full}</a>'
    if not email:
        return said.only.format(full=full)
    ask = f'<a href="mailto:{escape(email)}">{said.ask}</a>'
    return said.either.format(full=full, ask=ask)


def foot(about: About) -> str:
    """Who checked it, who made the pictures, and whom to ask; last on the page."""
    said = about.said
    reach = ways_to_ask(about.ours, about.edition.publication)
    questions = f"<h2>{said.questions}</h2>\n{reach}" if reach else ""
    lines = "\n".join(f"<p>{escape(line)}</p>" for line in made_by(about))
    full = f'<p><a href="index.html">{said.full}</a></p>'
    return f"""<section class="done"{about.own}>
{_checked(about)}{questions}{lines}
{full}
</section>"""


def _checked(about: About) -> str:
    signature = about.text.signature
    if not about.text.is_signed or signature is None:
        return ""
    return f"<h2>{about.said.who}</h2>\n<p>{escape(' '.join(checkers(signature, about)))}</p>\n"


def checkers(signature: Signature, about: About) -> tuple[str, ...]:
    """Who checked the text, when, and whether they were paid."""
    said, day = about.said, signature.day
    who = said.checked_by.format(signature.by) if signature.by else said.checked
    date = phrases.day(datetime(day.year, day.month, day.day), about.ours)  # noqa: DTZ001 (a day alone)
    return who, f"{date}.", said.paid if signature.paid else said.unpaid


def made_by(about: About) -> list[str]:
    """What made it, beside people."""
    said, text = about.said, about.text
    program = [said.maker, said.program] if text.stage is Stage.DRAFT else []
    model = [said.model.format(text.model)] if text.model else []
    drawn = any(
        media.path.startswith("easy-read/") and media.path.endswith(".svg") for media in text.media
    )
    return [*program, *model, *([said.icons] if drawn else [])]
