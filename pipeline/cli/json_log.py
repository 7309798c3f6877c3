"""What a run does and comes to, for programs: one JSON object a line on standard output."""

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict
from datetime import UTC, datetime

from pipeline.cli.terminal import EnoughError, show
from pipeline.errors import AllwaysError, WriteError
from pipeline.store.report import Report


class JsonLog:
    """The progress of a run, its findings, errors and summary. Each has its `event` and `time`."""

    def begin(self, step: str, total: int) -> None:
        """A step with `total` pieces of work begins."""
        with suppress(EnoughError, WriteError):  # as with every log: it stops no run
            _line("step", {"step": step, "total": total})

    def advance(self) -> None:
        """Nothing: a log has one line for each step only."""

    def stopped(self, error: AllwaysError) -> None:
        """What stopped the run, or a post."""
        _line("error", {"where": error.where, "message": error.message, "remedy": error.remedy})

    def tell(self, report: Report, seconds: Mapping[str, float]) -> None:
        """All findings and errors, and the summary; `seconds` are those that each step took."""
        for finding in report.findings:
            _line("finding", asdict(finding))
        for error in report.errors:
            self.stopped(error)
        summary = {
            "clean": report.clean,
            "made": report.made,
            "kept": report.kept,
            "spoken": report.spoken,
            "removed": report.removed,
            "left": report.left,
            "upgraded": report.upgraded,
            "seconds": seconds,
        }
        _line("summary", summary)


def _line(event: str, values: Mapping[str, object]) -> None:
    time = datetime.now(UTC).isoformat(timespec="milliseconds")
    show(json.dumps({"event": event, "time": time, **values}), at_once=True)
