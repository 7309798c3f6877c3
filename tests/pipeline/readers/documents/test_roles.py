"""A paragraph becomes the block that its style says."""

import pytest

from pipeline.readers.documents.roles import block


@pytest.mark.parametrize(
    ("role", "html"),
    [
        ("h2", '<h2 lang="cy">a</h2>'),
        ("quote", '<blockquote><p lang="cy">a</p></blockquote>'),
        ("code", "<pre>a</pre>"),
        ("author", '<p class="author" lang="cy">a</p>'),
        ("", '<p lang="cy">a</p>'),
        ("another", '<p lang="cy">a</p>'),
    ],
)
def test_each_role_has_its_block(role: str, html: str) -> None:
    assert block(role, "a", ' lang="cy"') == html
