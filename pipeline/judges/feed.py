"""Whether the files that a feed names exist, with the sizes and lengths that it gives."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from urllib.parse import unquote

from lxml import etree

from pipeline.findings import Finding
from pipeline.judges import mpeg
from pipeline.judges.judge import Judge, always, fault

_ATOM = "{http://www.w3.org/2005/Atom}"
_ITUNES = "{http://www.itunes.com/dtds/podcast-1.0.dtd}"


def _judge(paths: Sequence[Path]) -> tuple[Finding, ...]:
    return tuple(finding for path in paths for finding in _findings(path))


def _findings(path: Path) -> Iterator[Finding]:
    tree = etree.parse(path).getroot()
    self_link = tree.find(f"channel/{_ATOM}link[@rel='self']")
    if self_link is None:
        yield fault("feed-self", path, "the feed does not give its own address")
        return
    base = self_link.get("href", "").removesuffix(path.name)
    yield from _files(path, tree, base)
    for item in tree.iterfind("channel/item"):
        yield from _enclosure(path, item, base)


def _files(path: Path, tree: etree._Element, base: str) -> Iterator[Finding]:
    """Every address on the feed's own site belongs to a file that was written."""
    for element in tree.iter():
        for name in ("url", "href"):
            address = element.get(name, "")
            if address.startswith(base) and not _exists(_local(path, address, base)):
                yield fault(
                    "feed-missing", f"{path}:{element.sourceline}", f"no such file: {address}"
                )


def _exists(file: Path) -> bool:
    return file.is_file() or (file / "index.html").is_file()


def _local(path: Path, address: str, base: str) -> Path:
    return path.parent / unquote(address.removeprefix(base).partition("#")[0])


def _enclosure(path: Path, item: etree._Element, base: str) -> Iterator[Finding]:
    where = f"{path}:{item.sourceline}"
    enclosure = item.find("enclosure")
    if enclosure is None:
        yield fault("feed-enclosure", where, "an episode has no sound")
        return
    file = _local(path, enclosure.get("url", ""), base)
    if not file.is_file():
        return  # reported by _files
    size = file.stat().st_size
    if enclosure.get("length") != str(size):
        said = enclosure.get("length")
        yield fault("feed-length", where, f"{file.name} has {size} bytes, the feed says {said}")
    yield from _duration(where, file, item.findtext(f"{_ITUNES}duration", ""))


def _duration(where: str, file: Path, said: str) -> Iterator[Finding]:
    """The duration is that of the decoded file, within the second of rounding."""
    seconds = mpeg.measure(file.read_bytes()).milliseconds / 1000
    if not said.isdigit() or abs(int(said) - seconds) > 1:
        yield fault("feed-duration", where, f"{file.name} is {seconds:.1f} s long, not {said!r}")


FEED = Judge("feed", lambda path: path.name == "feed.xml", always, _judge)
