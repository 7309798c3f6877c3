"""Talking books opened again, for the tests of what is in them."""

import io
import zipfile
from collections.abc import Iterable
from dataclasses import replace

from lxml import etree

from formats import daisy, walk
from formats.model import Edition, OutputFile
from tests.formats.builders import RICH_MEDIA, blog_of, edition_of, rich_post


class OpenedDaisy:
    """A talking book opened again."""

    def __init__(self, files: Iterable[OutputFile]) -> None:
        (self.file,) = files
        self.archive = zipfile.ZipFile(io.BytesIO(self.file.data))
        self.names = self.archive.namelist()

    def xml(self, name: str) -> etree._Element:
        """A file of the book, parsed."""
        return etree.fromstring(self.archive.read(name))

    def text(self, name: str) -> str:
        """A file of the book as it is written."""
        return self.archive.read(name).decode()

    def smils(self) -> list[str]:
        """The names of its SMIL files, in order."""
        return [n for n in self.names if n.endswith(".smil") and n != "master.smil"]

    def played(self) -> list[str]:
        """The texts that are played, in order, as in "t0001.html#s1"."""
        texts = (e for smil in self.smils() for e in self.xml(smil).iter("{*}text"))
        return [e.get("src", "") for e in texts]

    def said(self, name: str, meta: str) -> list[str]:
        """The values of a `meta` of a file."""
        metas = self.xml(name).iter("{*}meta")
        return [e.get("content", "") for e in metas if e.get("name") == meta]


def rich(**fields: object) -> Edition:
    """An edition of every kind of block, with its pictures, on four pages of print."""
    made = edition_of(rich_post(**fields), RICH_MEDIA)
    units = [unit.id for unit in walk.units(made.post.blocks)]
    return replace(made, printed={unit: 1 + n // 10 for n, unit in enumerate(units)})


def daisy202(edition: Edition) -> OpenedDaisy:
    """A post as DAISY 2.02."""
    return OpenedDaisy(daisy.render_202(edition))


def daisy3(edition: Edition) -> OpenedDaisy:
    """A post as DAISY 3."""
    return OpenedDaisy(daisy.render_3(edition))


def blog202(*editions: Edition) -> OpenedDaisy:
    """Some posts in one book as DAISY 2.02."""
    return OpenedDaisy(daisy.render_blog_202(blog_of(*editions)))


def blog3(*editions: Edition) -> OpenedDaisy:
    """Some posts in one book as DAISY 3."""
    return OpenedDaisy(daisy.render_blog_3(blog_of(*editions)))
