"""EPUBCheck, the W3C's checker of EPUB: errors and warnings both count as errors."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from pipeline.findings import Finding
from pipeline.judges import java
from pipeline.judges.judge import Judge, fault, suffix

_FAULTS = {"FATAL", "ERROR", "WARNING"}


def _missing() -> str:
    return java.missing("epubcheck")


def _judge(paths: Sequence[Path]) -> tuple[Finding, ...]:
    folder = java.package_folder("epubcheck")
    jars = (folder / "epubcheck.jar", *sorted((folder / "lib").glob("*.jar")))
    with java.classes(jars) as classes:
        return tuple(finding for path in paths for finding in _findings(path, classes))


def _findings(path: Path, classes: java.Classes) -> Iterator[Finding]:
    for message in _report(path, classes)["messages"]:
        if message["severity"] in _FAULTS:
            yield fault(
                f"epubcheck-{message['ID'].replace('_', '-')}",
                f"{path}{_place(message['locations'])}",
                message["message"],
                message["suggestion"] or "",
            )


def _report(path: Path, classes: java.Classes) -> dict[str, Any]:
    """EPUBCheck's own JSON report of one book."""
    text = classes("java.io.StringWriter")()
    report = classes("com.adobe.epubcheck.reporting.CheckingReport")(
        classes("java.io.PrintWriter")(text), str(path)
    )
    report.initialize()
    classes("com.adobe.epubcheck.api.EpubCheck")(java.file(path), report).doValidate()
    report.generate()
    parsed: dict[str, Any] = json.loads(str(text))
    return parsed


def _place(locations: list[dict[str, Any]]) -> str:
    """The first place, as ": file in the book:line", or nothing."""
    if not locations:
        return ""
    first = locations[0]
    line = f":{first['line']}" if first["line"] > 0 else ""
    return f": {first['path']}{line}"


EPUBCHECK = Judge("EPUBCheck", suffix(".epub"), _missing, _judge)
