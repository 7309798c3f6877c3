"""How tests ask a judge: `judged("epubcheck", path)` gives its findings.

Where the judge is missing the test is skipped, and the summary says so in capitals; with
ALLWAYS_REQUIRE_JUDGES=1 it fails. A Java machine and a browser start once a process, so tests
of either are marked to stay in one: `pytestmark = JAVA` or `BROWSER`.
"""

import os
from pathlib import Path

import pytest

from pipeline.findings import Finding
from pipeline.judges.check import JUDGES

JAVA = pytest.mark.xdist_group("java")
BROWSER = pytest.mark.xdist_group("browser")

SKIPPED = "judge skipped: "
"""How the reason of such a skip begins."""


def judged(name: str, *paths: Path) -> tuple[Finding, ...]:
    """What a judge finds in some files."""
    require_judge(name)
    return JUDGES[name].judge(paths)


def require_judge(name: str) -> None:
    """Skip the test where a judge is missing; fail it where judges are required."""
    judge = JUDGES[name]
    missing = judge.missing()
    if missing and os.environ.get("ALLWAYS_REQUIRE_JUDGES") == "1":
        pytest.fail(f"{judge.name} is required, and there is {missing}")
    if missing:
        pytest.skip(f"{SKIPPED}{judge.name}: {missing}")


def codes(findings: tuple[Finding, ...]) -> set[str]:
    """The codes of some findings."""
    return {finding.code for finding in findings}
