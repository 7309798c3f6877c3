"""What one run of publish was asked for, and what it starts from."""

import os
from dataclasses import dataclass
from pathlib import Path

from pipeline.settings import Settings
from pipeline.store.ledger import Ledger


@dataclass(frozen=True, slots=True)
class Request:
    """What was asked for on the command line."""

    source: Path
    output: Path
    cache: Path
    only: str = ""
    editions: tuple[str, ...] = ()
    voice: str = ""
    jobs: int = os.cpu_count() or 1


@dataclass(frozen=True, slots=True)
class Job:
    """One run: what was asked, the settings, what is known of the last run, and this one's id."""

    request: Request
    settings: Settings
    known: Ledger
    run: str
