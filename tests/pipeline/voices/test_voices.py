"""An engine goes by its name, and by no other."""

import pytest

from pipeline.errors import SettingsError
from pipeline.voices import ENGINES, check


@pytest.mark.parametrize("name", ENGINES)
def test_an_engine_that_is_listed_is_one(name: str) -> None:
    check(name)


@pytest.mark.parametrize("name", ["", "Espeak", "hal"])
def test_an_engine_that_is_not_there_is_refused_with_those_that_are(name: str) -> None:
    with pytest.raises(SettingsError, match="there is no voice engine") as caught:
        check(name)
    assert all(engine in caught.value.remedy for engine in ENGINES)
