"""A post's front matter: what its keys mean, and warnings for wrong ones."""

import difflib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias, TypeVar

from formats.model import Picture
from pipeline.errors import ReadError
from pipeline.findings import Finding
from pipeline.readers.shared import dates, languages
from pipeline.readers.shared.chars import one_line
from pipeline.readers.shared.reading import Meta, warning

Value: TypeAlias = "str | list[Value] | dict[str, Value]"

T = TypeVar("T")

_NOTHING = {"", "~", "null"}
_KEYS = ("title", "slug", "language", "author", "authors", "date", "updated", "summary",
         "description", "tags", "image", "image_alt", "draft", "published", "category",
         "categories", "excerpt", "lastmod", "cover", "lang")  # fmt: skip
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


def meta(fields: Fields) -> tuple[Meta, tuple[Finding, ...]]:
    """The metadata in front matter, and warnings for what could not be understood."""
    reader = _FieldReader(fields)
    reader.misspelt()
    return (
        Meta(
            title=reader.title(),
            slug=reader.text("slug"),
            language=reader.language(),
            authors=reader.people("authors", "author", "by"),
            published=reader.date("date"),
            updated=reader.date("updated", "lastmod", "last_modified_at"),
            summary=reader.text("summary", "description", "excerpt"),
            tags=reader.names("tags", "categories", "category"),
            picture=reader.picture(),
            withheld=reader.withheld(),
        ),
        tuple(reader.findings),
    )


class _FieldReader:
    """Reads fields one by one and collects warnings."""

    def __init__(self, fields: Fields) -> None:
        self._fields = fields
        self.findings: list[Finding] = []

    def misspelt(self) -> None:
        """Warn about keys that are nearly right: "drfat: true" must not go unnoticed."""
        for key in self._fields.values:
            near = difflib.get_close_matches(key, _KEYS, 1, 0.75)
            if near and key not in _KEYS:
                self.findings.append(
                    warning(
                        "front-matter-key",
                        self._fields.where(key),
                        f"The front matter's “{key}” means nothing here. Did you mean “{near[0]}”?",
                        "Correct it, or leave it if it is for another program.",
                    )
                )

    def title(self) -> str:
        found = self._fields.first("title")
        if found and not isinstance(found[1], str):
            raise ReadError(
                "The title is not a line of text.",
                where=self._fields.where("title"),
                remedy='Write it in quotes: title: "My post".',
            )
        return self.text("title")

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
            return (one_line(found[1]),)
        return self.names(*keys)

    def date(self, *keys: str) -> datetime | None:
        found = self._fields.first(*keys)
        if not found:
            return None
        key, value = found
        moment = dates.parse(value) if isinstance(value, str) else None
        return moment or self._wrong(key, "is not a date such as 2024-05-31", None)

    def withheld(self) -> str:
        held = self.flag("draft") is True or self.flag("published") is False
        return "is a draft" if held else ""

    def flag(self, key: str) -> bool | None:
        found = self._fields.first(key)
        if not found:
            return None
        word = found[1].lower() if isinstance(found[1], str) else ""
        if word in _TRUE | _FALSE:
            return word in _TRUE
        return self._wrong(key, "is neither true nor false", None)

    def language(self) -> str:
        found = self._fields.first("language", "lang")
        if not found:
            return ""
        key, value = found
        known = languages.tag(value) if isinstance(value, str) else None
        return known or self._wrong(key, 'is not a language tag such as "en-GB"', "")

    def picture(self) -> Picture | None:
        found = self._fields.first("image", "cover_image", "cover")
        match found:
            case None:
                return None
            case (_, str(src)):
                return Picture(src, self._alternative("image_alt", "image-alt", "alt"))
            case (key, dict(inner)):
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

    def _alternative(self, *keys: str) -> str | None:
        return self.text(*keys) or None

    def _name(self, key: str, value: Value) -> str:
        match value:
            case str():
                return one_line(value)
            case {"name": str(name)}:
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
