"""The address of a link: as a browser would mend it, or none where nobody could follow it.

Books are strict where browsers are not: EPUBCheck refuses a stray "%", an empty "mailto:" and a
port that is no number (RSC-020). Formats encode what an address can't have, such as spaces.
"""

import re
from urllib.parse import SplitResult, quote, urljoin, urlsplit

_SCHEMES = frozenset({"", "http", "https", "mailto", "tel", "sms", "ftp", "ftps", "geo", "xmpp"})
_WEB = frozenset({"http", "https"})
_WITH_HOST = frozenset({"http", "https", "ftp", "ftps"})

_ADDRESS = "%/:?#[]@!$&'()*+,;=~"  # RFC 3986, 2.2, and what is encoded already
_IGNORED = re.compile(r"[\t\n\r]|^[\x00-\x20]+|[\x00-\x20]+$")  # URL standard, 4.4, steps 1 to 3
_STRAY_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_HOST = re.compile(r"[a-z0-9_](?:[a-z0-9._-]{0,251}[a-z0-9_])?\.?")
_USER = re.compile(r"[\w.~!$&'()*+,;=:%-]*", re.ASCII)


class UnsafeLinkError(Exception):
    """An address that runs a program, or whose kind is not known."""


class BrokenLinkError(Exception):
    """An address that nobody can follow."""


def address(href: str, base: str = "") -> str:
    """The address of a link on the page at `base`; unchanged where there is nothing to mend.

    Raises `UnsafeLinkError` and `BrokenLinkError`.
    """
    href = _IGNORED.sub("", href)
    if _scheme(href) in {"", "http", "https"}:
        href = _slashed(href)
    before, mark, fragment = _STRAY_PERCENT.sub("%25", href).partition("#")
    href = before + mark + fragment.replace("#", "%23")
    try:
        href = urljoin(base, href) if base else href
        if _scheme(href) not in _SCHEMES:
            raise UnsafeLinkError(href)
        parts = urlsplit(href)
        named = parts.scheme in _WITH_HOST or href.startswith("//")
        place = _place(parts) if named else ""
    except ValueError as error:
        raise BrokenLinkError(href) from error
    if parts.scheme and not (place or parts.path or parts.query):
        raise BrokenLinkError(href)
    if not place or (place == parts.netloc and parts.scheme):
        return href
    return parts._replace(scheme=parts.scheme or "https", netloc=place).geturl()


def web_address(said: str) -> str:
    """The web address that a post or an export says, percent-encoded; "" where it is none."""
    try:
        found = address(said)
    except (UnsafeLinkError, BrokenLinkError):
        return ""
    is_web = _scheme(found) in _WEB and bool(urlsplit(found).netloc)
    return quote(found, safe=_ADDRESS, errors="replace") if is_web else ""


def _scheme(href: str) -> str:
    found = _SCHEME.match(href)
    return found[1].lower() if found else ""


def _slashed(href: str) -> str:
    """An address with the slashes that browsers take backslashes for; not those of a query."""
    end = min((at for at in (href.find("?"), href.find("#")) if at >= 0), default=len(href))
    return href[:end].replace("\\", "/") + href[end:]


def _place(parts: SplitResult) -> str:
    """User, host and port. Raises `ValueError` where there can be no such host or port."""
    user, at, place = parts.netloc.rpartition("@")
    port = parts.port
    name = parts.hostname or ""
    host = name.encode("idna").decode()
    if not (_HOST.fullmatch(host) and _USER.fullmatch(user)):
        raise ValueError("no host has this name")
    if place.isascii() and not place.endswith(":"):
        return parts.netloc
    return f"{user}{at}{host}" + ("" if port is None else f":{port}")
