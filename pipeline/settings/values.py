"""The settings as values, nested as publication.toml has them; docs/settings.md lists each."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date as Date  # noqa: N812 (a field is called "date")
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class VoiceSettings:
    """`[voice]`: the engine, its voice, and what the engine needs.

    `engine` is "" for the usual one of each post's language (`pipeline.voices.usual`).
    `name` is "" for the engine's usual voice for the language; `names` are the voices for
    passages in other languages, as (language, name). `address` and `model` are for a server,
    `command` for a program; `requests_per_minute` is the most a server is asked, and `price`
    its price for a million characters.

    Two fields are not set under `[voice]`: `language` is the publication's, and `cache` is
    the folder for a server's answers, and for fetched voices (in its folder "voices").
    """

    engine: str = ""
    name: str = ""
    language: str = "en-GB"
    words_per_minute: int = 160
    names: tuple[tuple[str, str], ...] = ()
    address: str = ""
    model: str = ""
    command: tuple[str, ...] = ()
    requests_per_minute: int = 60
    price: Decimal = Decimal(0)
    downloads: str = ""
    fallback: str = ""
    cache: Path = Path()


@dataclass(frozen=True, slots=True)
class ReadingSettings:
    """`[reading]`: whether an export's pages are published, and whether "$x$" is a formula."""

    pages: bool = False
    dollar_formulas: bool = False


@dataclass(frozen=True, slots=True)
class SpokenSettings:
    """`[spoken]`: how much is said around the author's words.

    `detail` is about what is not prose, "full" or "brief"; `opening` is "short" or "full".
    """

    detail: str = "full"
    opening: str = "short"


@dataclass(frozen=True, slots=True)
class JingleSettings:
    """`[jingle]`: the names of the sound files beside the posts, "" for none."""

    opening: str = ""
    closing: str = ""


@dataclass(frozen=True, slots=True)
class EasyReadSettings:
    """`[easy_read]`: whether unchecked drafts are published, and whether the feed has its sound."""

    publish_drafts: bool = False
    in_feed: bool = False


@dataclass(frozen=True, slots=True)
class LargePrintSettings:
    """`[large_print]`: the sizes in points, the colour of the paper, and the typeface.

    `font` is "" for the editor's own in the folder "fonts", or the usual one where there is none.
    """

    sizes: tuple[int, ...] = (18, 24)
    paper: str = "white"
    font: str = ""


@dataclass(frozen=True, slots=True)
class BrailleSettings:
    """`[braille]`: a table of liblouis, "" for the usual one; the page; who has proofread it.

    `width` is in cells, `height` in lines.
    """

    table: str = ""
    width: int = 38
    height: int = 27
    proofread_by: str = ""


@dataclass(frozen=True, slots=True)
class AccessibilitySettings:
    """`[accessibility]`: who evaluated the blog, when, what it meets, and where that is written.

    `evaluator` and `date` are set together, or not at all.
    """

    evaluator: str = ""
    date: Date | None = None
    level: str = ""
    report: str = ""


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings; every field has a default. `formats` is () for all of them."""

    title: str = ""
    description: str = ""
    language: str = "en-GB"
    author: str = ""
    email: str = ""
    telephone: str = ""
    address: str = ""
    base_url: str = "http://localhost:8000/"
    category: tuple[str, ...] = ("Society & Culture",)
    licence: str = ""
    cover: str = ""
    explicit: bool = False
    schedule: str = ""
    guid: str = ""
    original: str = ""
    formats: tuple[str, ...] = ()
    reading: ReadingSettings = ReadingSettings()
    voice: VoiceSettings = VoiceSettings()
    spoken: SpokenSettings = SpokenSettings()
    jingle: JingleSettings = JingleSettings()
    easy_read: EasyReadSettings = EasyReadSettings()
    large_print: LargePrintSettings = LargePrintSettings()
    braille: BrailleSettings = BrailleSettings()
    accessibility: AccessibilitySettings = AccessibilitySettings()
    dates: Mapping[str, datetime] = field(default_factory=lambda: MappingProxyType({}))
    unsure_dates: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
