"""The typeface of large print: the editor's own from the folder "fonts", or a packaged one.

Of a family two files are used, the regular and the bold one, since large print has no italics.
Those that are chosen are kept in the cache, because Typst takes typefaces by folder.
"""

import io
import struct
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

import typst

from formats.model import Typeface
from pipeline import source
from pipeline.errors import SettingsError
from pipeline.findings import Finding, Level
from pipeline.publish.typefaces import FAMILY, hold, others
from pipeline.settings import FILE
from pipeline.source import Refusal
from pipeline.store.files import digest

FOLDER = "fonts"
"""The folder beside the posts with the editor's own typefaces."""

_ATKINSON = "Atkinson Hyperlegible"
_REGULAR, _BOLD = range(350, 501), range(600, 901)  # weights, as CSS counts them
_NARROW = 4  # OS/2, usWidthClass: 5 is normal, less is condensed
_LOCKED = 0x0002  # OS/2, fsType: restricted licence, must not be embedded
_ITALIC = 0x0201  # OS/2, fsSelection: italic or oblique
_BROKEN = (
    *(OSError, ValueError, LookupError, TypeError, AttributeError),
    *(ArithmeticError, AssertionError, RecursionError, struct.error),
)
"""What fontTools raises where a broken file makes it stumble."""

_SUFFIXES = (".ttf", ".otf")
_WEB = (".woff", ".woff2")


@dataclass(frozen=True, slots=True)
class PrintFont:
    """The typeface that was found, or None for the usual one, and what was noticed."""

    typeface: Typeface | None = None
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class _Font:
    """A file of a typeface: its family, its weights as CSS counts them, and whether it slants."""

    family: str
    weights: range
    slanted: bool
    data: bytes


def chosen(name: str, posts: Path, cache: Path) -> PrintFont:
    """The typeface of this name, or for "" that of the folder "fonts".

    Raises `SettingsError` for a name that neither the folder nor a package has.
    """
    fonts, told = _own(source.folder_of(posts))
    families = sorted({font.family for font in fonts}, key=str.casefold)
    if not name and len(families) > 1:
        return PrintFont(None, (*told, _several(families)))
    named = [f for f in families if not name or f.casefold() == name.casefold()]
    if named:
        found = _typeface([font for font in fonts if font.family == named[0]], cache)
        return PrintFont(found, told) if found else PrintFont(None, (*told, _partial(named[0])))
    if name.casefold() == _ATKINSON.casefold():
        return PrintFont(_typeface(_atkinson(), cache), told)
    if name and name.casefold() != FAMILY.casefold():
        there = ", ".join(dict.fromkeys([*families, FAMILY, _ATKINSON]))
        raise SettingsError(
            f'there is no typeface "{name}".',
            where=FILE,
            remedy=f"Put its TTF or OTF files into the folder {FOLDER}, or choose: {there}.",
        )
    return PrintFont(None, told)


def _several(families: Iterable[str]) -> Finding:
    names = ", ".join(families)
    return _warning(
        "font-choice",
        FOLDER,
        f"There are several typefaces, {names}, so large print is in {FAMILY}.",
        f'Choose one: write font = "its name" under [large_print] in {FILE}.',
    )


def _partial(family: str) -> Finding:
    return _warning(
        "font-unusable",
        FOLDER,
        f"Of {family} there are not both a regular and a bold file, so large print is in {FAMILY}.",
        "Put both there.",
    )


def _warning(code: str, where: str, message: str, remedy: str) -> Finding:
    return Finding(Level.WARNING, code, where, message, remedy)


# --- files ------------------------------------------------------------------------------


def _own(posts: Path) -> tuple[list[_Font], tuple[Finding, ...]]:
    """The usable files of the folder, and what is wrong with the others."""
    found = [_read(posts, name) for name in source.names_in(posts / FOLDER)]
    fonts = [font for font in found if isinstance(font, _Font)]
    return fonts, tuple(told for told in found if isinstance(told, Finding))


def _read(posts: Path, name: str) -> _Font | Finding | None:
    """A file of the folder; None for one that is not meant as a typeface, such as a licence."""
    where, suffix = f"{FOLDER}/{source.printable(name)}", Path(name).suffix.lower()
    if suffix in _WEB:
        message = "This typeface is packed for web pages, and can't be printed from."
        return _warning("font-unusable", where, message, "Put its TTF or OTF file there instead.")
    if suffix not in _SUFFIXES:
        return None
    data = source.read(posts / FOLDER / name, posts)
    if isinstance(data, Refusal):
        return _warning("font-unusable", where, f"This can't be read: {data.why}.", data.remedy)
    try:
        return _font(data) or _warning(
            "font-unusable",
            where,
            "Large print can't use this typeface: it is thin or narrow, or may not be embedded.",
            "Use the regular and the bold file of a typeface whose licence allows it.",
        )
    except _BROKEN:
        message = "This file is no typeface, or it is damaged."
        return _warning("font-unusable", where, message, "Save it again from where you have it.")


def _font(data: bytes) -> _Font | None:
    """A typeface by its tables (OpenType, "OS/2" and "fvar"), or None for one that is of no use."""
    from fontTools.ttLib import TTFont, TTLibError  # noqa: PLC0415 - 80 ms, and rarely needed

    try:
        font = TTFont(io.BytesIO(data), lazy=True)
    except TTLibError as error:
        raise ValueError(str(error)) from error
    with font:
        about = font["OS/2"]
        weights = range(about.usWeightClass, about.usWeightClass + 1)
        if "fvar" in font:
            axes = {axis.axisTag: axis for axis in font["fvar"].axes}
            if "wght" in axes:
                weights = range(int(axes["wght"].minValue), int(axes["wght"].maxValue) + 1)
        slanted = bool(about.fsSelection & _ITALIC)
        useless = about.usWidthClass <= _NARROW or about.fsType & _LOCKED
        light = weights.stop - 1 < _REGULAR.start
        family = font["name"].getDebugName(16) or font["name"].getDebugName(1)
        font["glyf" if "glyf" in font else "CFF "]  # a file without shapes raises
        font.getBestCmap()
    return None if useless or light else _Font(str(family), weights, slanted, data)


def _atkinson() -> list[_Font]:
    folder = files("fontpkg_atkinson_hyperlegible").joinpath("files")
    names = ("AtkinsonHyperlegible-Regular.ttf", "AtkinsonHyperlegible-Bold.ttf")
    return [font for font in (_font(folder.joinpath(n).read_bytes()) for n in names) if font]


# --- the typeface -----------------------------------------------------------------------


def _typeface(fonts: list[_Font], cache: Path) -> Typeface | None:
    """The regular and the bold of a family, in a folder of their own; None where one is absent."""
    upright = [font for font in fonts if not font.slanted]
    regular, bold = next(_near(upright, 400), None), next(_near(upright, 700), None)
    if regular is None or bold is None:
        return None
    folder = cache / "typefaces" / digest(regular.data, bold.data)[:16]
    hold(cache, folder, {"regular.otf": regular.data, "bold.otf": bold.data})
    known = typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(folder)]
    )
    family = next(iter(known.families()), "")  # Typst shortens some names
    if not family:
        return None
    return Typeface(family, regular.data, bold.data, str(folder.resolve()), others())


def _near(fonts: list[_Font], weight: int) -> Iterator[_Font]:
    """The files that can stand for a weight, the nearest first."""
    band = _REGULAR if weight in _REGULAR else _BOLD
    fitting = [f for f in fonts if weight in f.weights or f.weights.start in band]
    yield from sorted(fitting, key=lambda f: weight not in f.weights)


def findings(name: str, posts: Path, cache: Path) -> tuple[Finding, ...]:
    """What was noticed of the editor's own typefaces."""
    return chosen(name, posts, cache).findings
