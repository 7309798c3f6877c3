"""Our values as JSON are what Python itself writes, and quicker."""

import json
from dataclasses import asdict

import pytest

from formats.model import FileCard
from pipeline.findings import Finding, Level
from pipeline.store.plain import compact, indented

CARD = FileCard("posts/a/é “x”.mp3", "audio/mpeg", 5, "digest", "mp3")
VALUES = [
    {},
    [],
    {"a": [], "b": {}, "é": '\u2028 "\\ \ud800 \n'},
    [1, -2, 3.5, 0.1 + 0.2, True, False, None, 10**20],
    {"deep": [{"deeper": [[1], {"x": (2, "y")}]}]},
]


@pytest.mark.parametrize("value", VALUES)
def test_it_is_indented_as_by_python(value: object) -> None:
    assert indented(value) == json.dumps(value, indent=2, ensure_ascii=False)


def test_values_of_ours_are_their_fields_in_their_order() -> None:
    finding = Finding(Level.NOTE, "code", "a.md", "message")

    written = indented({"files": (CARD,), "findings": [finding]})

    value = {"files": [asdict(CARD)], "findings": [asdict(finding)]}
    assert written == json.dumps(value, indent=2, ensure_ascii=False)
    assert json.loads(compact({"files": (CARD,), "findings": [finding]})) == value


def test_what_is_no_json_is_refused() -> None:
    for write in (indented, compact):
        with pytest.raises(TypeError, match="object is no JSON"):
            write([object()])
