"""Ace by DAISY, the checker of EPUB accessibility: every failed assertion.

Its exit code is 0 even when a book fails, so we read its report.
"""

import json
import os
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from pipeline.findings import Finding
from pipeline.judges import node
from pipeline.judges.judge import Judge, fault, suffix

_COMMAND = node.MODULES / "@daisy" / "ace-cli" / "bin" / "ace.js"
_SECONDS = 600


def _missing() -> str:
    return node.missing_module("@daisy/ace-cli") or node.missing_node() or node.missing_browser()


def _judge(paths: Sequence[Path]) -> tuple[Finding, ...]:
    return tuple(finding for path in paths for finding in _findings(path))


def _findings(path: Path) -> Iterator[Finding]:
    with tempfile.TemporaryDirectory(prefix="allways-ace-") as folder:
        said = _run(path, Path(folder))
        report = Path(folder) / "report" / "report.json"
        if not report.is_file():
            yield fault("ace-failed", path, f"Ace gave no report: {said}")
            return
        yield from _failures(path, json.loads(report.read_text("utf-8")))


def _run(path: Path, folder: Path) -> str:
    """Run Ace and return what it printed, in case it failed.

    It writes a log under HOME, so it gets a HOME of its own. It waits only 5 s for the browser,
    which is too short on a busy machine.
    """
    command = [node.executable(), str(_COMMAND), "--force", "--outdir", str(folder / "report")]
    environment = {
        **os.environ,
        "HOME": str(folder),
        "XDG_CONFIG_HOME": str(folder),
        "PUPPETEER_EXECUTABLE_PATH": node.browser(),
        "ACE_TIMEOUT_INITIAL": "60000",
    }
    done = subprocess.run(
        [*command, str(path.absolute())],
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=_SECONDS,
        check=False,
    )
    return (done.stderr or done.stdout).strip()[-500:]


def _failures(path: Path, report: dict[str, Any]) -> Iterator[Finding]:
    for document in report["assertions"]:
        inner = document["earl:testSubject"].get("url", "")
        for assertion in document["assertions"]:
            if assertion["earl:result"]["earl:outcome"] == "fail":
                yield _failure(f"{path}: {inner}", assertion)


def _failure(where: str, assertion: dict[str, Any]) -> Finding:
    test, result = assertion["earl:test"], assertion["earl:result"]
    shown = f" {result['html'][:200]}" if "html" in result else ""
    return fault(
        f"ace-{test['dct:title']}",
        where,
        f"{result['dct:description']}{shown}",
        test["help"]["dct:description"],
    )


ACE = Judge("Ace", suffix(".epub"), _missing, _judge)
