"""An archive page as plain text: one file, many posts, and no markup to show where each begins.

An editor may say so: `titles.txt` beside the page has one title a line. Without it, there are some
signs of a new post, and the most frequent one in the file is used: a line with a date or a byline
right below or above a line that is a title; the no-break space that blog software puts before the
last word of a title, so that it is not alone on a line (WordPress calls it widont); a row of signs
under a title; and lines of the shape of the first. With none, the file is one post, whose title is
its first line.
"""

from dataclasses import replace

from formats.slugs import slugify
from pipeline import source as open_source
from pipeline.errors import AllwaysError, ReadError, guarded
from pipeline.findings import Finding
from pipeline.readers.shared.chars import clean, one_line
from pipeline.readers.shared.files import LARGEST, TITLES, beginning, decode
from pipeline.readers.shared.naming import title_of
from pipeline.readers.shared.reading import (
    Defaults,
    Draft,
    File,
    FileContents,
    Meta,
    TextFile,
    note,
    warning,
)
from pipeline.readers.text import shapes
from pipeline.readers.text.cuts import LONGEST_TITLE, Cut, dated, first_line, widont
from pipeline.readers.text.plain_text import blocks, wreckage

_LONGEST_HEADING = 10  # lines; with more before its first title, a file is not an archive page
_SHOWN = 200  # characters quoted of what was left out


def claims(name: str, head: bytes) -> bool:
    """Plain text, by its name; or a file named as a web page that is not one."""
    named = name.lower().endswith((".txt", ".html", ".htm"))
    return named and name.lower() != TITLES and not beginning(head).lstrip().startswith("<?xml")


def read(file: File, _defaults: Defaults) -> FileContents:
    """The posts of an archive page, in its order, each placed at its first line."""
    source = decode(file)
    lines = source.text.split("\n")
    cuts, unfound = _cuts(lines, file)
    heading = [line.strip() for line in lines[: cuts[0].start] if line.strip()] if cuts else []
    if not cuts or (len(heading) > _LONGEST_HEADING and not unfound):
        cuts, heading = (_one(lines, file),), []
    whole = len(cuts) == 1 and not heading
    ends = [cut.start for cut in cuts[1:]] + [len(lines)]
    made = [
        guarded(source.line(cut.title + 1), _draft, cut, lines[cut.body : end], source)
        for cut, end in zip(cuts, ends, strict=True)
    ]
    drafts = [draft for draft in made if isinstance(draft, Draft)]
    placed = (
        replace(draft, position=len(drafts) - n, meta=_with_slug(draft, whole=whole))
        for n, draft in enumerate(drafts, 1)
    )
    title = one_line(heading[0]) if heading and len(heading[0]) <= LONGEST_TITLE else ""
    left_out = _left_out(heading[1:] if title else heading, source)
    findings = (
        *source.findings,
        *unfound,
        *left_out,
        *_doubts(cuts, source),
        *_wrecks(cuts, ends, source),
    )
    errors = tuple(error for error in made if isinstance(error, AllwaysError))
    return FileContents(tuple(placed), findings, errors, title)


def _cuts(lines: list[str], file: File) -> tuple[tuple[Cut, ...], list[Finding]]:
    """Where the posts begin, and a warning for each title of the editor's that is on no line."""
    data = open_source.read(file.path.parent / TITLES, file.root, LARGEST)
    if isinstance(data, bytes):
        titles = [one_line(line) for line in clean(data.decode("utf-8-sig", "replace")).split("\n")]
        found = shapes.named(lines, list(filter(None, titles)))
        if found:
            return found, _unfound(titles, found, file)
    signs = (dated(lines), shapes.signed(lines), widont(lines), shapes.underlined(lines))
    return max(signs, key=len) or shapes.repeated(lines), []


def _unfound(titles: list[str], found: tuple[Cut, ...], file: File) -> list[Finding]:
    known = {cut.words.casefold() for cut in found}
    return [
        warning(
            "title-unfound",
            file.name,
            f"{TITLES} has the title “{title}”, and no line of the page is it.",
            "Write it there just as it stands on the page.",
        )
        for title in titles
        if title and title.casefold() not in known
    ]


def _one(lines: list[str], file: File) -> Cut:
    """The whole file as one post; without a line that can be its title, named by the file."""
    cut = first_line(lines)
    if len(cut.words) <= LONGEST_TITLE:
        return cut
    return Cut(0, 0, 0, title_of(file.path), guessed=True)


def _draft(cut: Cut, lines: list[str], source: TextFile) -> Draft | ReadError:
    body = blocks(lines)
    where = source.line(cut.title + 1)
    if body and len(cut.words) <= LONGEST_TITLE:
        meta = Meta(title=cut.words, authors=cut.authors, published=cut.date)
        return Draft(meta, body, where)
    long = len(cut.words) > LONGEST_TITLE
    what = "There is no title above the text" if long else "There is no text below the title"
    return ReadError(
        f"{what} “{cut.words[:80]}{'…' if len(cut.words) > 80 else ''}”.",
        where=where,
        remedy="Put the title on a line of its own, an empty line below it, and then the text.",
    )


def _with_slug(draft: Draft, *, whole: bool) -> Meta:
    """A slug from the title for a post of a page; the whole file is named by the file."""
    if whole:
        return draft.meta
    line = draft.where.rpartition(":")[2]
    return replace(draft.meta, slug=slugify(draft.meta.title) or f"post-{line}")


def _left_out(heading: list[str], source: TextFile) -> list[Finding]:
    """A note for text above the first post that is not the page's own title."""
    words = one_line(" ".join(heading))
    if not words:
        return []
    message = f"The head of the page was left out: “{words[:_SHOWN]}”."
    return [note("page-furniture", source.place(heading[0]), message)]


def _doubts(cuts: tuple[Cut, ...], source: TextFile) -> list[Finding]:
    return [
        note(
            "title-guessed",
            source.line(cut.title + 1),
            f"“{cut.words}” was taken for the title of a post; the page does not say that it is.",
            "If it is not, move its post to a file of its own.",
        )
        for cut in cuts
        if cut.guessed
    ]


def _wrecks(cuts: tuple[Cut, ...], ends: list[int], source: TextFile) -> list[Finding]:
    """A note for each post with words that look broken, as pictures leave them in a copied page."""
    lines = source.text.split("\n")
    told = []
    for cut, end in zip(cuts, ends, strict=True):
        words = wreckage(lines[cut.body : end])
        if words:
            line = next(n for n in range(cut.body, end) if words[0] in lines[n])
            shown = ", ".join(f"“{word}”" for word in words)
            told.append(
                note(
                    "odd-words",
                    source.line(line + 1),
                    f"Words in “{cut.words}” look as if something ran into them: {shown}.",
                    "They are read as they are. If they are wrong, correct them in the file.",
                )
            )
    return told
