"""Which English a language tag means."""

import pytest

from pipeline.script.normalise import spoken
from pipeline.script.normalise.english.region import GB, US, region


@pytest.mark.parametrize("language", ["en", "en-AU", "en-GB", "EN-gb"])
def test_only_the_united_states_say_the_month_first(language: str) -> None:
    assert spoken("3/4/2026", language) == "the third of April twenty twenty-six"
    assert spoken("3/4/2026", "en-us") == "March fourth twenty twenty-six"


def test_a_script_in_a_tag_is_no_region() -> None:
    assert region("en-Latn-US") is US
    assert region("en-Latn") is GB
