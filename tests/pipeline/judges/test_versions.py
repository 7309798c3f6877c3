"""Programs are named with the versions that are installed, or with none."""

import re

from pipeline.judges.versions import own_version, version_of


def test_an_installed_program_has_its_version() -> None:
    assert re.match(r"\d+\.\d+", version_of("EPUBCheck"))
    assert re.match(r"\d+\.\d+", own_version())


def test_a_program_that_does_not_say_its_version_has_none() -> None:
    assert version_of("veraPDF") == ""
    assert version_of("no such program") == ""
