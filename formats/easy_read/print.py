"""A signed easy-read text on paper: PDFs with pictures on the left, at two sizes of letters."""

from collections.abc import Iterable, Iterator

from formats import walk
from formats.about import ways_on_paper
from formats.easy_read.about import About, checkers, made_by
from formats.easy_read.on_paper import Paper, row, shown, template, typeset
from formats.easy_read.sections import MAIN_POINTS, WHOLE, Explained, PackSection, explained
from formats.model import OutputFile, Typeface
from formats.typesetting import language, seconds
from formats.words import added

SIZES = (("easy-read.pdf", 16), ("easy-read-large.pdf", 24))
"""Each file, with the points of its letters (DRC: at least 16; RNIB: giant print is 24)."""

_TEMPLATE = template("print.typ")


def prints(about: About) -> Iterator[OutputFile]:
    """The PDFs of a text. Raises `FormatError` where Typst refuses it."""
    edition = about.edition
    face = edition.publication.print_typeface
    paper = Paper(_TEMPLATE, face, about.text.media, seconds(edition.post))
    for path, points in SIZES:
        document = _document(about, face) | {"points": points}
        yield OutputFile(path, "application/pdf", typeset(document, paper))


def _document(about: About, face: Typeface) -> dict[str, object]:
    text, edition, said = about.text, about.edition, about.said
    facts = [shown(walk.plain(line.inlines), face) for line in edition.about]
    return {
        "label": shown(about.label, face),
        "title": shown(text.title, face),
        "authors": [shown(author, face) for author in edition.post.authors],
        "language": language(edition.post.language),
        "ours": language(added(edition.post.language)),
        "facts": facts,
        "contents": shown(said.contents, face),
        "sections": [_section(section, rows, about, face) for section, rows in explained(text)],
        "hard_words": {
            "title": shown(said.hard_words, face),
            "meanings": [[shown(w, face), shown(m, face)] for w, m in text.word_list],
        },
        "last": _last(about, face),
    }


def _section(
    section: PackSection, rows: Iterable[Explained], about: About, face: Typeface
) -> dict[str, object]:
    said = about.said
    ours = {MAIN_POINTS: said.points, WHOLE: said.whole}.get(section.title, "")
    return {
        "title": shown(ours or section.title, face),
        "ours": bool(ours),
        "points": section.title == MAIN_POINTS,
        "rows": [row(one, face) for one in rows],
    }


def _last(about: About, face: Typeface) -> list[dict[str, object]]:
    """Who checked it, whom to ask, and where the full post is: headings with lines."""
    said, signature = about.said, about.text.signature
    blocks: list[tuple[str, list[str]]] = []
    if signature:
        blocks.append((said.who, list(checkers(signature, about))))
    if ways := ways_on_paper(about.ours, about.edition.publication):
        blocks.append((said.questions, ways))
    publication, post = about.edition.publication, about.edition.post
    address = f"{publication.base_url}posts/{post.slug}/"
    full = [f"{said.full}: {address}"] if publication.is_public else []
    blocks.append(("", [*made_by(about), *full]))
    return [
        {"title": shown(title, face), "lines": [shown(line, face) for line in lines]}
        for title, lines in blocks
        if lines
    ]
