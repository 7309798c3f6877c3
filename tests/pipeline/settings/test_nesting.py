"""A key of thousands of parts is refused before it is read."""

from pathlib import Path

import pytest

from pipeline.errors import ReadError, SettingsError
from pipeline.settings.nesting import MOST, nested_too_deep
from pipeline.settings.toml_file import parse
from tests.growth import grows_evenly
from tests.pipeline.readers.reading import reading


def test_a_key_may_have_as_many_parts_as_anybody_needs() -> None:
    assert not nested_too_deep("a" + ".a" * (MOST - 1) + " = 1")
    assert nested_too_deep("a" + ".a" * MOST + " = 1")
    assert nested_too_deep("[" + "a . " * MOST + "a]")
    assert not nested_too_deep('title = "A long title. ' + "It goes on. " * 200 + '"')


@pytest.mark.parametrize("bait", ["a", "a ", "a.b ", "."])
def test_any_text_is_looked_through_once(bait: str) -> None:
    assert grows_evenly(nested_too_deep, lambda size: bait * (size // len(bait)), 5_000)


def test_settings_nested_too_deep_are_refused_at_once() -> None:
    with pytest.raises(SettingsError, match="nested too deep"):
        parse(b"a" + b".a" * 20_000 + b" = 1", "publication.toml")


def test_front_matter_nested_too_deep_fails_alone(tmp_path: Path) -> None:
    text = f"+++\ntitle = 'T'\na{'.a' * 10_000} = 1\n+++\nText.\n"
    (error,) = reading(tmp_path, {"a.md": text, "b.md": "# B\n\nText."}).errors
    assert isinstance(error, ReadError)
    assert error.where == "a.md:2"
