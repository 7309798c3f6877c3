"""A finding that was written as JSON is the same when it is read."""

import json
from dataclasses import asdict

import pytest

from pipeline.findings import Finding, Level, finding_of

NOTED = Finding(Level.NOTE, "letter-borrowed", "tide.md:3", "It is in another typeface.", "Look.")


def test_a_finding_is_read_as_it_was_written() -> None:
    assert finding_of(json.loads(json.dumps(asdict(NOTED)))) == NOTED


def test_a_level_that_there_is_not_is_refused() -> None:
    with pytest.raises(ValueError, match="hint"):
        finding_of({**asdict(NOTED), "level": "hint"})
