"""The address of a picture, which pages give in many attributes; pictures that show nothing."""

import re

from bs4 import Tag

# Where scripts that load pictures late keep the true address: WordPress plug-ins, lazysizes,
# Medium, Squarespace, and old ones.
_LATE = (
    "data-src", "data-lazy-src", "data-original", "data-orig-file", "data-image", "data-lazy",
    "data-url", "data-actualsrc", "data-hi-res-src", "data-large-file",
)  # fmt: skip
_LATE_SETS = ("srcset", "data-srcset", "data-lazy-srcset")

_PLACEHOLDER = re.compile(
    r"(?:^|/)(?:blank|spacer|pixel|transparent|placeholder|1x1|lazy|loading|grey|gray|clear|"
    r"trans|empty)(?:[-_.\d][\w.-]*)?\.(?:gif|png|svg|jpe?g)(?:\?|$)",
    re.IGNORECASE,
)
_EMPTY_DATA = re.compile(r"data:image/(?:svg\+xml|gif|png)", re.IGNORECASE)
_LONGEST_EMPTY = 600  # signs: a drawing or a picture of one dot, in base64
_CANDIDATE = re.compile(r"(\S+?)(?:\s+([\d.]+)([wx]))?\s*(?:,\s+|,?$)")

_TRACKERS = re.compile(
    r"^(?:https?:)?//(?:pixel\.wp\.com|stats\.wordpress\.com|b\.scorecardresearch\.com|"
    r"www\.facebook\.com/tr|px\.ads\.linkedin\.com|ct\.pinterest\.com|"
    r"[\w.-]*google-analytics\.com|[\w.-]*doubleclick\.net|"
    r"feeds\.feedburner\.com/~r/|feeds\.wordpress\.com/1\.0/|"
    r"[\w.-]*feedburner\.com/~[rf]f?/|medium\.com/_/stat|[\w.-]*quantserve\.com|"
    r"[\w.-]*list-manage\.com/track|[\w.-]*mailchimp\.com/track|blogger\.googleusercontent\."
    r"com/tracker/|mc\.yandex\.ru|counter\.)",
    re.IGNORECASE,
)


def address(tag: Tag) -> str:
    """The address of the picture that an `<img>` shows in the end; "" if it has none."""
    src = str(tag.get("src") or "").strip()
    if not is_placeholder(src):
        return src
    late = next((str(tag[name]).strip() for name in _LATE if tag.get(name)), "")
    return late or _of_sets(tag) or _of_picture(tag) or src


def is_placeholder(src: str) -> bool:
    """Whether an address is none, or of a picture that only keeps the place of another."""
    return not src or _is_empty(src) or bool(_PLACEHOLDER.search(src))


def _is_empty(src: str) -> bool:
    """Whether a picture within the address itself is too small to show anything."""
    return bool(_EMPTY_DATA.match(src)) and len(src) < _LONGEST_EMPTY


def _of_sets(tag: Tag) -> str:
    return next(filter(None, (_largest(str(tag.get(name, ""))) for name in _LATE_SETS)), "")


def _of_picture(tag: Tag) -> str:
    """The address in a `<source>` beside it, where the picture itself has none."""
    around = next((parent for parent in list(tag.parents)[:6] if parent.name == "picture"), None)
    sources = around.find_all("source") if around is not None else []
    return next(filter(None, map(_of_sets, sources)), "")


def _largest(candidates: str) -> str:
    """The largest picture of a `srcset`."""
    found = [(float(m[2] or 1), m[1]) for m in _CANDIDATE.finditer(candidates[:5000])]
    usable = [(size, src) for size, src in found if not _is_empty(src)]
    return max(usable, key=lambda pair: pair[0])[1] if usable else ""


def is_pixel(tag: Tag) -> bool:
    """Whether a picture only counts readers: one dot, or an address of a known counter."""
    if tag.name != "img":
        return False
    sides = {str(tag.get(side, "")).strip().removesuffix("px") for side in ("width", "height")}
    return not sides.isdisjoint({"0", "1"}) or bool(_TRACKERS.search(str(tag.get("src") or "")))
