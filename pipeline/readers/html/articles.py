"""From the posts of an export, as its reader found them, to drafts."""

from collections.abc import Sequence
from dataclasses import replace

from formats.slugs import slugify
from pipeline.errors import AllwaysError, guarded
from pipeline.readers.html.document import draft, tree
from pipeline.readers.shared.reading import Article, Defaults, Draft, File, FileContents, TextFile
from pipeline.readers.shared.unique import unique


def drafts(articles: Sequence[Article], file: File, defaults: Defaults) -> FileContents:
    """The posts of a file, in its order, each under its own slug; one that fails, fails alone."""
    sources = [_source(article, file) for article in articles]
    read = [
        guarded(
            source.start,
            _read,
            replace(article, meta=replace(article.meta, slug=slug)),
            source,
            defaults,
        )
        for article, source, slug in zip(articles, sources, _slugs(articles), strict=True)
    ]
    kept = [contents for contents in read if isinstance(contents, FileContents)]
    posts = [post for contents in kept for post in contents.drafts]
    return FileContents(
        tuple(replace(post, position=len(posts) - n) for n, post in enumerate(posts, 1)),
        tuple(finding for contents in kept for finding in contents.findings),
        tuple(error for error in read if isinstance(error, AllwaysError)),
    )


def _slugs(articles: Sequence[Article]) -> list[str]:
    """A slug for each post, from what it says or from its title."""
    slugs = [
        slugify(article.meta.slug) or slugify(article.meta.title) or f"post-{n}"
        for n, article in enumerate(articles, 1)
    ]
    return unique(slugs, [article.meta.published for article in articles])


def _source(article: Article, file: File) -> TextFile:
    return TextFile(
        file.root, file.path, file.name, article.html, article.first, article.base, article.inside
    )


def _read(article: Article, source: TextFile, defaults: Defaults) -> FileContents:
    if article.meta.withheld:  # it may still lack a title or text, and is left out in any case
        return FileContents((Draft(article.meta, (), source.start),))
    return draft(tree(article.html), article.meta, source, defaults.language)
