"""A small part of schema.org (version 29, schema.org/docs/full.html): which type has what.

The values of accessibility properties are those of W3C's list for schema.org
(w3.org/community/reports/a11y-discov-vocab, 2023).
"""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import urlsplit

_THING = frozenset({"@id", "@type", "url", "name", "description", "image"})
_CREATIVE_WORK = _THING | {
    *("headline", "inLanguage", "author", "datePublished", "dateModified", "keywords"),
    *("isPartOf", "isBasedOn", "audio", "digitalSourceType"),
    *("accessMode", "accessModeSufficient", "accessibilityFeature"),
    *("accessibilityHazard", "accessibilitySummary"),
}
_MEDIA = _CREATIVE_WORK | {"contentUrl", "encodingFormat", "duration"}
TYPES: Mapping[str, frozenset[str]] = {
    "BlogPosting": _CREATIVE_WORK,
    "Blog": _CREATIVE_WORK | {"blogPost"},
    "MediaObject": _MEDIA,
    "AudioObject": _MEDIA | {"caption", "transcript"},
    "Person": _THING,
    "ItemList": _THING | {"itemListElement"},
}

_ADDRESSES = frozenset({"@id", "url", "image", "isBasedOn", "contentUrl", "digitalSourceType"})
_MOMENT = r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?[+-]\d\d:\d\d"
_FORMS = {
    "duration": r"PT(?=\d)(?:\d+H)?(?:\d+M)?(?:\d+S)?",
    "datePublished": _MOMENT,
    "dateModified": _MOMENT,
    "encodingFormat": r"[a-z]+/[a-z0-9.+-]+",
    "inLanguage": r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]+)*",
}
_VALUES = {
    "accessMode": {"textual", "visual", "auditory", "tactile"},
    "accessibilityFeature": {
        *("displayTransformability", "readingOrder", "synchronizedAudioText", "transcript"),
        *("structuralNavigation", "tableOfContents", "alternativeText"),
    },
    "accessibilityHazard": {"none", "unknown"},
    "digitalSourceType": {
        "https://schema.org/TrainedAlgorithmicMediaDigitalSource",
        "https://schema.org/AlgorithmicMediaDigitalSource",
    },
}


def data(markup: str) -> Any:
    """The value of the data block in a page."""
    (text,) = re.findall(r'<script type="application/ld\+json">([^<]*)</script>', markup)
    return json.loads(text)


def problems(value: Any) -> list[str]:
    """What schema.org does not know in a value, or knows otherwise."""
    context = [] if value.get("@context") == "https://schema.org" else ["no @context"]
    return [*context, *_problems({k: v for k, v in value.items() if k != "@context"})]


def _problems(value: Mapping[str, Any]) -> Iterator[str]:
    kind = value.get("@type", "")
    if kind not in TYPES:
        yield f"no type {kind}"
        return
    for key, inner in value.items():
        if key not in TYPES[kind]:
            yield f"{kind} has no {key}"
        for one in inner if isinstance(inner, list) else [inner]:
            yield from _problems(one) if isinstance(one, dict) else _wrong(key, one)


def _wrong(key: str, said: Any) -> Iterator[str]:
    if not isinstance(said, str) or not said:
        yield f"{key} is empty, or no text"
    elif key in _FORMS and not re.fullmatch(_FORMS[key], said):
        yield f"{key}: {said}"
    elif key in _VALUES and said not in _VALUES[key]:
        yield f"{key} knows no {said}"
    elif key in _ADDRESSES and (" " in said or urlsplit(said).scheme not in {"", "https"}):
        yield f"{key} is no address: {said}"
