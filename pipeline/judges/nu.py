"""The Nu HTML checker, which the W3C uses: its errors and its warnings."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from pipeline.findings import Finding
from pipeline.judges import java, node
from pipeline.judges.judge import Judge, fault, suffix

_JAR = node.MODULES / "vnu-jar" / "build" / "dist" / "vnu.jar"


def _missing() -> str:
    return java.missing() or node.missing_module("vnu-jar")


def _judge(paths: Sequence[Path]) -> tuple[Finding, ...]:
    with java.classes((_JAR,)) as classes:
        validator = classes("nu.validator.client.EmbeddedValidator")()
        json_format = classes("nu.validator.client.EmbeddedValidator$OutputFormat").JSON
        validator.setOutputFormat(json_format)
        return tuple(
            finding
            for path in paths
            for finding in _findings(path, str(validator.validate(java.file(path).toPath())))
        )


def _findings(path: Path, report: str) -> Iterator[Finding]:
    if not report:  # a page without messages has an empty report
        return
    for message in json.loads(report)["messages"]:
        if _counts(message):
            kind = message.get("subType", message["type"])
            where = f"{path}:{message.get('lastLine', 1)}"
            yield fault(f"nu-{kind}", where, message["message"])


def _counts(message: dict[str, Any]) -> bool:
    """Whether a message counts: errors and warnings do, plain information does not.

    Every page of ours gets "Trailing slash on void elements has no effect": pages are also
    well-formed XML, on purpose. And the checker takes no address of a file on disk for an origin,
    so that 'self' in a page's policy would allow nothing; browsers are asked about that.
    """
    if message["message"].startswith("Resource violates Content Security Policy"):
        return False
    return message["type"] != "info" or message.get("subType") == "warning"


NU = Judge("Nu HTML checker", suffix(".html"), _missing, _judge)
