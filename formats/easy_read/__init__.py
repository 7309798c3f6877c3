"""The easy-read edition of a post, as people made it; or a draft, which says that it is one.

Easy read is made with people with learning disabilities; a program can only prepare it. So only a
text that people have checked and signed is called Easy Read. Any other says first that it is a
draft.
"""

from collections.abc import Iterable

from formats.easy_read.about import about
from formats.easy_read.page import pages
from formats.easy_read.print import prints
from formats.model import Edition, OutputFile


def render(edition: Edition) -> Iterable[OutputFile]:
    """`easy-read.html` and `easy-read-whole.html` in the post's folder, their pictures, two PDFs.

    The pages of a draft are `simpler.html` and `simpler-whole.html`; it is not printed. Raises
    `FormatError` where a text can't be printed.
    """
    if edition.easy is None:
        return
    shown = about(edition, edition.easy)
    name = "easy-read" if edition.easy.is_signed else "simpler"
    for path, data in pages(shown, name):
        yield OutputFile(path, "text/html", data)
    if edition.easy.is_signed:
        yield from prints(shown)
    there = {media.path for media in edition.media}
    for media in edition.easy.media:
        if media.path not in there:
            yield OutputFile(media.path, media.mime, media.data)
