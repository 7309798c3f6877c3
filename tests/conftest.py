"""What every test may ask of the test run, and what the run says at its end."""

import pytest
from hypothesis import settings

import pipeline.voices  # noqa: F401 (first of all: it keeps onnxruntime from reporting)
from tests.judging import SKIPPED

# The same examples in each run, however slow the machine: a change is never refused by chance.
# `make fuzz` is what looks for new ones.
settings.register_profile("steady", derandomize=True, database=None, deadline=None)
settings.load_profile("steady")


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--accept` takes today's output of the cases as golden."""
    parser.addoption("--accept", action="store_true", help="take today's output as golden")


@pytest.fixture
def accept(request: pytest.FixtureRequest) -> bool:
    """Whether today's output is to be taken as golden."""
    return bool(request.config.getoption("--accept"))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Name each judge that was not heard, so that a green run never claims more than it is."""
    skipped = {
        report.longrepr[2].partition(SKIPPED)[2]
        for report in terminalreporter.stats.get("skipped", ())
        if isinstance(report.longrepr, tuple) and SKIPPED in report.longrepr[2]
    }
    if not skipped:
        return
    terminalreporter.section("JUDGES NOT HEARD", red=True, bold=True)
    for reason in sorted(skipped):
        terminalreporter.write_line(reason, red=True)
