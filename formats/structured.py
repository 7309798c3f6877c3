"""Structured data (JSON-LD, schema.org): what a page, its sound and its accessibility are.

Addresses are whole where the settings name one, and else relative to the page, as JSON-LD 1.1
reads them in HTML (7.1). Everything is computed from what the page holds.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from urllib.parse import quote

from formats.access import Access, access, limits, sufficient
from formats.chapters import chapters
from formats.clock import iso_duration, milliseconds
from formats.model import Blog, Edition, Episode, Publication
from formats.words import Words, words
from formats.words.about import about

_CONTEXT = "https://schema.org"

# The synthesis of a voice, as IPTC and schema.org name it ("new" area of schema.org, v29).
_SOURCES = {
    "trained": f"{_CONTEXT}/TrainedAlgorithmicMediaDigitalSource",
    "rules": f"{_CONTEXT}/AlgorithmicMediaDigitalSource",
}


def post_data(edition: Edition) -> str:
    """The data block of a post's page."""
    post, blog = edition.post, edition.publication
    here = f"{_base(blog)}posts/{post.slug}/index.html" if blog.is_public else ""
    facts = access(edition)
    return _block(
        {
            "@context": _CONTEXT,
            "@type": "BlogPosting",
            "@id": here,
            "url": here,
            "isBasedOn": post.original,
            "headline": post.title,
            "description": post.summary,
            "inLanguage": post.language,
            "author": [{"@type": "Person", "name": name} for name in post.authors],
            "datePublished": post.published.isoformat() if post.published else "",
            "dateModified": post.updated.isoformat() if post.updated else "",
            "keywords": list(post.tags),
            "image": _image(edition),
            "isPartOf": {"@type": "Blog", "name": blog.title, "url": _base(blog)},
            "audio": _audio(edition),
            **_accessibility(edition, facts, words(post.language)),
        }
    )


def blog_data(blog: Blog, shown: Sequence[Episode]) -> str:
    """The data block of the index: the blog, and the posts that the page shows."""
    publication = blog.publication
    author = {"@type": "Person", "name": publication.author} if publication.author else {}
    return _block(
        {
            "@context": _CONTEXT,
            "@type": "Blog",
            "url": _base(publication),
            "name": publication.title,
            "description": publication.description,
            "inLanguage": publication.language,
            "author": author,
            "blogPost": [_listed(episode, publication) for episode in shown],
        }
    )


def _listed(episode: Episode, publication: Publication) -> dict[str, object]:
    post = episode.post
    return {
        "@type": "BlogPosting",
        "url": f"{_base(publication)}posts/{post.slug}/index.html",
        "headline": post.title,
        "datePublished": post.published.isoformat() if post.published else "",
    }


def _base(publication: Publication) -> str:
    return publication.base_url if publication.is_public else ""


def _image(edition: Edition) -> str:
    """The address of the post's own picture, or of its cover."""
    post = edition.post
    src = post.picture.src if post.picture else ""
    if not src or src not in {media.path for media in edition.media}:
        src = edition.own_cover.path if edition.own_cover else ""
    return _file(edition, src) if src else ""


def _file(edition: Edition, path: str) -> str:
    """The address of a file in the post's folder."""
    blog = edition.publication
    folder = f"{blog.base_url}posts/{edition.post.slug}/" if blog.is_public else ""
    return folder + quote(path)


def _audio(edition: Edition) -> dict[str, object]:
    """The sound, what speaks in it, and the captions as its transcript with times."""
    post, sound = edition.post, edition.narration
    ours = words(post.language)
    captions = {
        "@type": "MediaObject",
        "contentUrl": _file(edition, "transcript.vtt"),
        "encodingFormat": "text/vtt",
        "inLanguage": post.language,
    }
    return {
        "@type": "AudioObject",
        "name": post.title,
        "description": ours.podcast.read_aloud.format(ours.pair.join(sound.voices)),
        "contentUrl": _file(edition, f"{post.slug}.mp3"),
        "encodingFormat": "audio/mpeg",
        "duration": iso_duration(milliseconds(sound.samples, sound.rate)),
        "inLanguage": post.language,
        "digitalSourceType": _SOURCES.get(sound.synthesis, ""),
        "caption": captions if edition.publication.makes("transcript") else {},
    }


# --- accessibility ----------------------------------------------------------------------


def _accessibility(edition: Edition, facts: Access, ours: Words) -> dict[str, object]:
    """The properties of the page, in words of W3C's list for schema.org (a11y-discov-vocab)."""
    return {
        "accessMode": ["textual", *(["visual"] if facts.informative else [])],
        "accessModeSufficient": [
            {"@type": "ItemList", "itemListElement": list(modes)} for modes in sufficient(facts)
        ],
        "accessibilityFeature": list(_features(edition, facts)),
        "accessibilityHazard": ["unknown" if facts.moving else "none"],
        "accessibilitySummary": " ".join(_summary(edition, facts, ours)),
    }


def _features(edition: Edition, facts: Access) -> Iterator[str]:
    """What the page offers. The words are those of the sound, so it is its own transcript."""
    yield from ("displayTransformability", "readingOrder")
    if facts.narrated:
        yield from ("synchronizedAudioText", "transcript")
    if facts.headings:
        yield "structuralNavigation"
    if len(chapters(edition)) > 1:
        yield "tableOfContents"
    if facts.informative and not facts.undescribed:
        yield "alternativeText"


def _summary(edition: Edition, facts: Access, ours: Words) -> Iterator[str]:
    """Sentences about what the other values can't say."""
    if facts.narrated:
        yield ours.epub.read_aloud.format(ours.pair.join(facts.voices))
    yield from limits(facts, ours)
    if edition.publication.evaluation is None:
        yield about(ours).unassessed


# --- the block --------------------------------------------------------------------------


def _block(data: Mapping[str, object]) -> str:
    """The element; "<" is escaped so that nothing in it can end it."""
    text = json.dumps(_known(data), ensure_ascii=False, separators=(",", ":"))
    text = text.encode("utf-8", "replace").decode().replace("<", "\\u003c")
    return f'<script type="application/ld+json">{text}</script>\n'


def _known(data: Mapping[str, object]) -> dict[str, object]:
    """The properties that have a value, and of what is inside likewise."""
    return {key: _kept(value) for key, value in data.items() if value not in ("", [], {})}


def _kept(value: object) -> object:
    match value:
        case dict():
            return _known(value)
        case list():
            return [_kept(one) for one in value]
        case _:
            return value
