"""A post's front matter: what its keys mean, and warnings for wrong ones."""

import difflib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias, TypeVar
from urllib.parse import urlsplit

from formats.model import Picture
from pipeline import dates
from pipeline.errors import ReadError
from pipeline.findings import Finding
from pipeline.readers.shared import languages, links
from pipeline.readers.shared.chars import one_line
from pipeline.readers.shared.reading import Meta, note, warning

Value: TypeAlias = "str | list[Value] | dict[str, Value]"

T = TypeVar("T")

_NOTHING = {"", "~", "null"}
# What generators call the same thing; the first that has a value counts.
_TITLE = ("title", "titre", "titel", "título", "titulo", "titolo", "teitl")
_DATE = ("date", "pubdate", "pubdatetime", "publishdate", "publish_date", "publisheddate",
         "published_at", "publishedat", "date_published", "datepublished", "posted", "created",
         "created_at", "createdat", "published")  # fmt: skip
_UPDATED = ("updated", "lastmod", "last_modified_at", "modified", "last_modified", "updateddate",
            "updated_at", "updatedat", "moddatetime", "modified_at", "last_update",
            "lastupdated")  # fmt: skip
_SUMMARY = ("summary", "description", "excerpt", "deck", "dek", "standfirst", "subtitle", "lead",
            "teaser")  # fmt: skip
_PEOPLE = ("authors", "author", "by", "byline", "creator")
_TAGS = ("tags", "tag", "keywords", "topics", "categories", "category")
_LANGUAGE = ("language", "lang", "locale", "languagecode")
_IMAGE = ("image", "cover_image", "cover", "featured_image", "featuredimage", "feature_image",
          "heroimage", "hero_image", "images", "banner", "og_image", "ogimage")  # fmt: skip
_IMAGE_ALT = ("image_alt", "image-alt", "imagealt", "alt", "cover_alt", "coveralt",
              "heroimagealt", "hero_alt", "feature_image_alt", "featured_image_alt",
              "image_description")  # fmt: skip
_SOURCE = ("external_url", "external-url", "external_link", "source_url", "link", "link_url")

_KEYS = ("title", "slug", "language", "author", "authors", "date", "updated", "summary",
         "description", "tags", "image", "image_alt", "draft", "published", "category",
         "categories", "excerpt", "lastmod", "cover", "lang")  # fmt: skip
_ORIGINAL = ("original", "original_url", "canonical_url", "canonicalurl", "canonical")
_KNOWN = frozenset({
    *_TITLE, *_DATE, *_UPDATED, *_SUMMARY, *_PEOPLE, *_TAGS, *_LANGUAGE, *_IMAGE, *_IMAGE_ALT,
    *_SOURCE, *_ORIGINAL, *_KEYS, "status", "unlisted", "private", "password", "visibility",
    "layout", "permalink", "aliases", "expirydate",
})  # fmt: skip
_DRAFTS = {"draft", "hidden", "pending", "scheduled", "future", "trash"}
_KEY_OF_PERSON = re.compile(r"[a-z]+(?:-[a-z]+){1,3}")
_TRUE = {"true", "yes", "on", "1"}
_FALSE = {"false", "no", "off", "0"}


@dataclass(frozen=True, slots=True)
class Fields:
    """Keys with values and lines, from YAML or TOML; all scalars are still text."""

    name: str
    values: Mapping[str, Value]
    lines: Mapping[str, int]

    def where(self, key: str) -> str:
        """The place of a key, as "file:line"."""
        return f"{self.name}:{self.lines[key]}" if key in self.lines else self.name

    def first(self, *keys: str) -> tuple[str, Value] | None:
        """The first of some keys that has a value."""
        for key in keys:
            value = self.values.get(key)
            if value and not (isinstance(value, str) and value.strip() in _NOTHING):
                return key, value
        return None


def meta(fields: Fields, language: str = "en-GB") -> tuple[Meta, tuple[Finding, ...]]:
    """The metadata in front matter, and warnings for what could not be understood.

    `language` is that of a post that names none: its region says in which order dates are.
    """
    reader = _FieldReader(fields)
    reader.misspelt()
    own = reader.language()
    return (
        Meta(
            title=reader.title(),
            slug=reader.text("slug"),
            language=own,
            authors=reader.people(*_PEOPLE),
            published=reader.date(own or language, *_DATE),
            updated=reader.date(own or language, *_UPDATED),
            summary=reader.text(*_SUMMARY),
            tags=reader.names(*_TAGS),
            picture=reader.picture(),
            withheld=reader.withheld(),
            original=reader.original(),
        ),
        tuple(reader.findings),
    )


def linked(fields: Fields) -> tuple[str, str, str]:
    """The words, the address and the site of a post that only points to another page; or ""."""
    reader = _FieldReader(fields)
    address = reader.text(*_SOURCE)
    if not address.startswith(("https://", "http://")):
        return "", "", ""
    source = reader.text("source")
    site = urlsplit(address).hostname or address
    named = source if source and not source.islower() else site  # "gsa" is a key of a list
    return reader.text("deck", "dek", *_SUMMARY), address, named


def base(fields: Fields) -> str:
    """The web address of the post itself, from which its relative links start; or ""."""
    found = fields.first(*_ORIGINAL)
    return links.web_address(found[1]) if found and isinstance(found[1], str) else ""


class _FieldReader:
    """Reads fields one by one and collects warnings."""

    def __init__(self, fields: Fields) -> None:
        self._fields = fields
        self.findings: list[Finding] = []

    def misspelt(self) -> None:
        """Warn about keys that are nearly right: "drfat: true" must not go unnoticed."""
        for key in self._fields.values:
            near = difflib.get_close_matches(key, _KEYS, 1, 0.75)
            if near and key not in _KNOWN:
                self.findings.append(
                    warning(
                        "front-matter-key",
                        self._fields.where(key),
                        f"The front matter's “{key}” means nothing here. Did you mean “{near[0]}”?",
                        "Correct it, or leave it if it is for another program.",
                    )
                )

    def title(self) -> str:
        found = self._fields.first(*_TITLE)
        if found and not isinstance(found[1], str):
            raise ReadError(
                "The title is not a line of text.",
                where=self._fields.where(found[0]),
                remedy='Write it in quotes: title: "My post".',
            )
        return self.text(*_TITLE)

    def text(self, *keys: str) -> str:
        found = self._fields.first(*keys)
        match found:
            case None:
                return ""
            case (_, str(value)):
                return one_line(value)
            case (key, _):
                return self._wrong(key, "is not a line of text", "")

    def names(self, *keys: str) -> tuple[str, ...]:
        """A list of names, or one line of them separated by commas."""
        found = self._fields.first(*keys)
        match found:
            case None:
                return ()
            case (_, str(value)):
                return tuple(filter(None, map(one_line, value.split(","))))
            case (key, list(values)):
                return tuple(filter(None, (self._name(key, value) for value in values)))
            case (key, value):
                return tuple(filter(None, [self._name(key, value)]))

    def people(self, *keys: str) -> tuple[str, ...]:
        """Names of people; a single line is one name, which may contain a comma."""
        found = self._fields.first(*keys)
        if found and isinstance(found[1], str):
            return (_person(one_line(found[1])),)
        return tuple(map(_person, self.names(*keys)))

    def date(self, language: str, *keys: str) -> datetime | None:
        found = self._fields.first(*(key for key in keys if not self._is_flag(key)))
        if not found:
            return None
        key, value = found
        said = value.get("date", "") if isinstance(value, dict) else value
        moment, doubtful = dates.written(said, language) if isinstance(said, str) else (None, False)
        if moment and doubtful:
            self._two_ways(key, str(said), moment)
        return moment or self._wrong(key, "is not a date such as 2024-05-31", None)

    def _is_flag(self, key: str) -> bool:
        value = self._fields.values.get(key)
        return isinstance(value, str) and value.strip().lower() in _TRUE | _FALSE

    def _two_ways(self, key: str, said: str, moment: datetime) -> None:
        self.findings.append(
            note(
                "date-order",
                self._fields.where(key),
                f"The date {said} was read as {moment.date()}, as its region writes it.",
                "If that is wrong, write the year first: 2026-05-31.",
            )
        )

    def withheld(self) -> str:
        """Why the post must not be published, or ""."""
        status = {self.text(key).lower() for key in ("status", "visibility")}
        hidden = self.flag("draft") is True or self.published() is False
        if hidden or status & _DRAFTS:
            return "is a draft"
        if "unlisted" in status or self.flag("unlisted") is True:
            return "is not listed"
        if "private" in status or self.flag("private") is True:
            return "is private"
        return "is protected by a password" if self._fields.first("password") else ""

    def published(self) -> bool | None:
        """Whether it is published, as Jekyll has it; elsewhere, the same key has the date."""
        return self.flag("published") if self._is_flag("published") else None

    def flag(self, key: str) -> bool | None:
        found = self._fields.first(key)
        if not found:
            return None
        word = found[1].lower() if isinstance(found[1], str) else ""
        if word in _TRUE | _FALSE:
            return word in _TRUE
        return self._wrong(key, "is neither true nor false", None)

    def language(self) -> str:
        found = self._fields.first(*_LANGUAGE)
        if not found:
            return ""
        key, value = found
        known = languages.tag(value) if isinstance(value, str) else None
        return known or self._wrong(key, 'is not a language tag such as "en-GB"', "")

    def picture(self) -> Picture | None:
        found = self._fields.first(*_IMAGE)
        match found:
            case None:
                return None
            case (_, str(src)) | (_, [str(src), *_]):
                return Picture(src, self._alternative(*_IMAGE_ALT))
            case (key, dict(inner)) | (key, [dict(inner), *_]):
                return self._picture(key, inner)
            case (key, _):
                return self._wrong(key, "is not the address of a picture", None)

    def _picture(self, key: str, inner: "dict[str, Value]") -> Picture | None:
        sources = [inner[k] for k in ("path", "src", "url", "feature", "image") if k in inner]
        alt = inner.get("alt", inner.get("image_alt"))
        match sources:
            case [str(src), *_]:
                words = one_line(alt) if isinstance(alt, str) else None
                return Picture(src, words or self._alternative("image_alt"))
            case _:
                return self._wrong(key, "names no picture: it has no path, src or url", None)

    def original(self) -> str:
        """The address at which the post first appeared; "/a-walk" is one on the own site."""
        found = self._fields.first(*_ORIGINAL)
        said = self.text(*_ORIGINAL)
        address = links.web_address(said)
        if found and found[0] == _ORIGINAL[0] and said and not address:
            return self._wrong(found[0], 'is not a web address such as "https://example.org/a"', "")
        return address

    def _alternative(self, *keys: str) -> str | None:
        return self.text(*keys) or None

    def _name(self, key: str, value: Value) -> str:
        match value:
            case str():
                return one_line(value)
            case {"name": str(name)}:
                return one_line(name)
            case {"title": str(name)}:
                return one_line(name)
            case _:
                return self._wrong(key, "holds something that is not a name", "")

    def _wrong(self, key: str, what: str, instead: T) -> T:
        self.findings.append(
            warning(
                "front-matter-value",
                self._fields.where(key),
                f"The front matter's “{key}” {what}; it was left out.",
                "Correct the line, or delete it.",
            )
        )
        return instead


def _person(name: str) -> str:
    """A name; "ada-example" is the key of a list of people, and made of one."""
    if _KEY_OF_PERSON.fullmatch(name):
        return " ".join(part.capitalize() for part in name.split("-"))
    return name
