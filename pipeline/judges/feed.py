"""Whether the files that a feed names exist, with the sizes and lengths that it gives."""

import hashlib
from base64 import b64encode
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

from lxml import etree

from pipeline.findings import Finding
from pipeline.judges import mpeg
from pipeline.judges.judge import Judge, always, fault

_ATOM = "{http://www.w3.org/2005/Atom}"
_PODCAST = "{https://podcastindex.org/namespace/1.0}"
_ITUNES = "{http://www.itunes.com/dtds/podcast-1.0.dtd}"

_PARTS = ("tags", "authors")
"""The folders of feeds with only some of the posts."""


def _judge(paths: Sequence[Path]) -> tuple[Finding, ...]:
    return tuple(finding for path in paths for finding in _findings(path))


def _findings(path: Path) -> Iterator[Finding]:
    tree = etree.parse(path).getroot()
    self_link = tree.find(f"channel/{_ATOM}link[@rel='self']")
    if self_link is None:
        yield fault("feed-self", path, "the feed does not give its own address")
        return
    site = _site(path, self_link.get("href", ""))
    yield from _files(path, tree, site)
    for item in tree.iterfind("channel/item"):
        yield from _enclosure(path, item, site)
        for sound in item.iterfind(f"{_PODCAST}alternateEnclosure"):
            yield from _alternate(path, sound, site)


@dataclass(frozen=True, slots=True)
class _Site:
    """Where the output is: its address, which ends in "/", and its folder."""

    address: str
    folder: Path

    def has(self, address: str) -> bool:
        return address.startswith(self.address)

    def local(self, address: str) -> Path:
        """The file of an address."""
        return self.folder / unquote(address.removeprefix(self.address).partition("#")[0])


def _site(path: Path, address: str) -> _Site:
    """The site of a feed at `path`; that of a part is two folders below the others' root."""
    inner = "/".join(path.parts[-3:]) if path.parent.parent.name in _PARTS else path.name
    return _Site(address.removesuffix(inner), path.parents[inner.count("/")])


def _files(path: Path, tree: etree._Element, site: _Site) -> Iterator[Finding]:
    """Every address on the feed's own site belongs to a file that was written."""
    for element in tree.iter():
        for name in ("url", "href", "uri"):
            address = element.get(name, "")
            if site.has(address) and not _exists(site.local(address)):
                yield fault(
                    "feed-missing", f"{path}:{element.sourceline}", f"no such file: {address}"
                )


def _exists(file: Path) -> bool:
    return file.is_file() or (file / "index.html").is_file()


def _enclosure(path: Path, item: etree._Element, site: _Site) -> Iterator[Finding]:
    where = f"{path}:{item.sourceline}"
    enclosure = item.find("enclosure")
    if enclosure is None:
        yield fault("feed-enclosure", where, "an episode has no sound")
        return
    file = site.local(enclosure.get("url", ""))
    if not file.is_file():
        return  # reported by _files
    yield from _length(where, file, enclosure)
    yield from _duration(where, file, item.findtext(f"{_ITUNES}duration", ""))


def _length(where: str, file: Path, sound: etree._Element) -> Iterator[Finding]:
    size, said = file.stat().st_size, sound.get("length")
    if said != str(size):
        yield fault("feed-length", where, f"{file.name} has {size} bytes, the feed says {said}")


def _alternate(path: Path, sound: etree._Element, site: _Site) -> Iterator[Finding]:
    """Another file of the sound: its bytes are those of the digest, or apps refuse it."""
    where = f"{path}:{sound.sourceline}"
    source, integrity = sound.find(f"{_PODCAST}source"), sound.find(f"{_PODCAST}integrity")
    if source is None or integrity is None:
        yield fault("feed-integrity", where, "a file of the sound has no address or no digest")
        return
    file = site.local(source.get("uri", ""))
    if not file.is_file():
        return  # reported by _files
    yield from _length(where, file, sound)
    digest = b64encode(hashlib.sha256(file.read_bytes()).digest()).decode()
    if integrity.get("value") != f"sha256-{digest}":
        yield fault("feed-integrity", where, f"{file.name} has other bytes than its digest says")


def _duration(where: str, file: Path, said: str) -> Iterator[Finding]:
    """The duration is that of the decoded file, within the second of rounding."""
    seconds = mpeg.measure(file.read_bytes()).milliseconds / 1000
    if not said.isdigit() or abs(int(said) - seconds) > 1:
        yield fault("feed-duration", where, f"{file.name} is {seconds:.1f} s long, not {said!r}")


FEED = Judge("feed", lambda path: path.name == "feed.xml", always, _judge)
