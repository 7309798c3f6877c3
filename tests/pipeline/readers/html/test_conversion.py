"""What goes along: where we are, and what was noticed on the way, once."""

from pathlib import Path

import pytest

from tests.pipeline.readers.html.trees import first, scope
from tests.pipeline.readers.reading import codes, only_post, reading, words


def test_nesting_without_end_is_flattened_and_told(tmp_path: Path) -> None:
    deep = "<div>" * 900 + "<p>Deep.</p>" + "</div>" * 900
    found = reading(tmp_path, {"a.md": f"# T\n\n{deep}\n\nEnd."})
    assert words(only_post(found)) == ["Deep.", "End."]
    assert "too-deep" in codes(found)


def test_what_is_noticed_is_told_once_with_its_line() -> None:
    conversion = scope("One\n<blink>\n<blink>").conversion

    conversion.tell("unknown-element", "<blink", "What it is.", "What to do.")
    conversion.tell("unknown-element", "<blink", "What it is.", "What to do.")

    (found,) = conversion.findings
    assert (found.where, found.message, found.remedy) == ("post.md:2", "What it is.", "What to do.")


@pytest.mark.parametrize(
    ("tag", "language", "codes"),
    [
        ("<p lang='cy'>", "cy", []),
        ("<p lang='EN'>", "", []),
        ("<p lang='en-US'>", "en-US", []),
        ("<p>", "", []),
        ("<p lang='Welsh!'>", "", ["language-tag"]),
    ],
)
def test_another_language_is_told_from_the_posts_own(
    tag: str, language: str, codes: list[str]
) -> None:
    here = scope(tag)

    assert here.foreign(first(tag, "p")) == language
    assert [found.code for found in here.conversion.findings] == codes


def test_the_language_of_a_box_is_that_of_what_is_in_it() -> None:
    inner = scope().inside(first("<p lang='cy'>", "p"))

    assert (inner.language, inner.depth, inner.steps_in) == ("cy", 1, 0)


def test_quotes_and_lists_are_counted_as_steps_in_and_too_many_are_told() -> None:
    here = scope()
    for _ in range(12):
        here = here.inside(first("<ul>", "ul"))
    assert not here.too_deep

    assert here.inside(first("<blockquote>", "blockquote")).too_deep
    assert [found.code for found in here.conversion.findings] == ["too-deep"]
