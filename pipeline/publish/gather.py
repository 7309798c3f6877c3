"""Step 6, gather: what is made of all posts together."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from formats.model import Episode, FileCard, OutputFile, Publication
from formats.registry import BLOG_FORMATS
from pipeline.errors import AllwaysError, guarded
from pipeline.publish import blog_files, render
from pipeline.publish.blog_files import Shown
from pipeline.publish.render import Target
from pipeline.publish.request import PublishRun
from pipeline.publish.workers import Workers
from pipeline.publish.written import write
from pipeline.store import checked
from pipeline.store.files import digest
from pipeline.store.fingerprint import program

_LAST = ("index", "statement")
"""The index links to everything else; the statement says whether all was checked."""

_Made = Mapping[str, tuple[FileCard, ...] | AllwaysError]


def gather(
    run: PublishRun,
    target: Target,
    shown: Shown,
    episodes: tuple[Episode, ...],
    workers: Workers,
) -> tuple[tuple[FileCard, ...], tuple[AllwaysError, ...]]:
    """Make the files of the whole blog: feed, book, and then the index, which links to them.

    The feed and the index list every episode; the book has those that are ready. What packs
    other files comes last; where that fails, the pages are made again without it. Returns the
    cards of the files, and errors.

    All of it is made in this process, which has the posts, after the workers have ended: for 262
    posts, two of them and their copies of the posts held 500 MB at that moment.
    """
    workers.end()
    standing = [card for card in run.ledger.blog_files if _there(run, card)]
    target = replace(
        target,
        publication=_with_what_was_made(target.publication, episodes),
        standing={card.path: card for card in standing if not card.outdated},
    )
    target = replace(target, shared=_shared(target.publication))
    asked = [n for n in BLOG_FORMATS if n in run.settings.formats and n not in _LAST]
    names = [n for n in asked if not BLOG_FORMATS[n].packs]
    jobs = [(name, shown, episodes, target) for name in names]
    here = Workers(1, workers.progress)
    made = dict(zip(names, here.each("gather", blog_files.render_blog, jobs, names), strict=True))
    cover = target.publication.cover
    drawn = OutputFile(cover.path, cover.mime, cover.data)
    covers = write(target.output, [drawn], "", target.standing)
    made |= _last(made, covers, standing, episodes, target)
    for name in (name for name in asked if BLOG_FORMATS[name].packs):
        whole = (*_files(made), *covers)
        made[name] = guarded(name, blog_files.pack_blog, name, episodes, whole, target)
        if isinstance(made[name], AllwaysError):
            made |= _last(made, covers, standing, episodes, target)
    failed = {name: result for name, result in made.items() if isinstance(result, AllwaysError)}
    kept = [replace(card, outdated=True) for card in standing if card.format in failed]
    return (*_files(made), *covers, *kept), tuple(failed.values())


def _with_what_was_made(blog: Publication, episodes: Sequence[Episode]) -> Publication:
    """Without the formats that no post has: no list offers Easy Read that nobody has signed."""
    made = {card.format for episode in episodes for card in episode.files}
    there = (row for row in blog.formats if row.name in made or row.name in BLOG_FORMATS)
    return replace(blog, formats=tuple(there))


def _shared(blog: Publication) -> str:
    return digest(program(), repr(blog))


def _last(
    made: _Made,
    covers: Sequence[FileCard],
    standing: Sequence[FileCard],
    episodes: tuple[Episode, ...],
    target: Target,
) -> _Made:
    """The pages that say what there is of everything else."""
    gone = {name for name, result in made.items() if isinstance(result, AllwaysError)}
    left = render.without(target.publication, gone, {card.format for card in standing})
    pages: dict[str, tuple[FileCard, ...] | AllwaysError] = {}
    for name in _LAST:
        there = [*covers, *_files({**made, **pages}), *(c for e in episodes for c in e.files)]
        check = checked.load(target.output, checked.digest_of(there))
        shared = target.shared if left == target.publication else _shared(left)
        last = replace(target, publication=left, check=check, shared=shared)
        pages[name] = guarded(name, blog_files.render_blog, name, Shown(), episodes, last)
    return pages


def _files(made: _Made) -> list[FileCard]:
    return [card for result in made.values() if isinstance(result, tuple) for card in result]


def _there(run: PublishRun, card: FileCard) -> bool:
    return run.ledger.intact(run.request.output, [card])
