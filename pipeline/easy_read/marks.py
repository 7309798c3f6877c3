"""SLUG.easy.marks.csv beside a post: what groups said of its easy-read text, round by round."""

from pathlib import Path

from pipeline.easy_read.state import Round


def rounds_of(path: Path, root: Path) -> tuple[Round, ...]:
    """The rounds of the edition in `path`."""
    return ()
