"""What every format makes of every post, however awkward, before every judge that reads it."""

from collections.abc import Iterable
from pathlib import Path

import pytest

from formats.model import OutputFile
from formats.registry import BLOG_FORMATS, POST_FORMATS
from pipeline.findings import Level
from pipeline.judges.check import JUDGES
from tests.formats.builders import AWKWARD, RICH_MEDIA, blog_of, edition_of, rich_post
from tests.formats.easy_read.texts import with_easy_read
from tests.judging import BROWSER, JAVA, judged

# Readers leave no gap between heading levels, and a gap is a fault to every judge of pages.
POSTS = (rich_post(), *(post for why, post in AWKWARD.items() if why != "headings that jump"))

GROUPS = {"epubcheck": JAVA, "verapdf": JAVA, "nu": JAVA, "ace": BROWSER, "axe": BROWSER}
"""The judges that start something slow, each beside those that it can share it with."""

# The feed and the index list files by their cards, and the hand-made episodes here have none;
# their sound is hand-made silence, which no meter likes and no report tells of. Whole builds
# are judged on all of these.
OF_WHOLE_BUILDS = {"feed", "links", "audio", "completeness"}
JUDGED = [name for name in JUDGES if name not in OF_WHOLE_BUILDS]


# What some posts can't pass. In large print, nothing stands below a heading but the next one, eight
# levels of a list leave no room on a line, and a "word" is of signs of every script. The Nu checker
# takes "Part 1", "Part 2" and nothing else for Occitan.
EXCEPT = {"large print": {"headings", "deep", "hostile"}, "nu": {"headings"}}


@pytest.fixture(scope="session")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with every file of every post and of the blog of them all."""
    root = tmp_path_factory.mktemp("every-format")
    editions = tuple(with_easy_read(edition_of(post, RICH_MEDIA)) for post in POSTS)
    for edition in editions:
        folder = root / "posts" / edition.post.slug
        for row in POST_FORMATS.values():
            if row.when(edition):
                _write(folder, row.render(edition))
        _write(folder, (OutputFile(m.path, m.mime, m.data) for m in RICH_MEDIA))
    for blog_row in BLOG_FORMATS.values():
        _write(root, blog_row.render(blog_of(*editions)))
    return root


def _write(folder: Path, files: Iterable[OutputFile]) -> None:
    for file in files:
        path = folder / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file.data)


@pytest.mark.parametrize("name", [pytest.param(n, marks=GROUPS.get(n, ())) for n in JUDGED])
def test_the_judge_finds_no_fault(name: str, written: Path) -> None:
    paths = sorted(path for path in written.rglob("*") if JUDGES[name].wants(path))
    if name == "ace":  # starts a browser for each book; the blog's holds every post's document
        paths = [path for path in paths if path.parent == written]
    paths = [path for path in paths if path.parent.name not in EXCEPT.get(name, ())]
    assert paths

    findings = [f for f in judged(name, *paths) if f.level is Level.ERROR]
    faults = [f"{f.code} {f.where}: {f.message}" for f in findings]

    assert not faults, "\n".join(faults)
