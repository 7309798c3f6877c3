"""The container (EPUB 3.3, 4): a zip file that begins with its kind."""

from typing import BinaryIO

from formats.zipped import Zip


class Archive(Zip):
    """A zip file as EbookLib's writer fills it."""

    def __init__(self, file: BinaryIO, earlier: BinaryIO | None = None) -> None:
        super().__init__(file, earlier)
        self.writestr("mimetype", "application/epub+zip")
