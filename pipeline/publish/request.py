"""What one run of publish was asked for, and what it starts from."""

import os
from dataclasses import dataclass
from pathlib import Path

from pipeline.settings import Settings
from pipeline.store.ledger import Ledger


@dataclass(frozen=True, slots=True)
class Request:
    """What was asked for on the command line; "" and () leave it to the settings.

    `only` is the slug of the one post to make; `voice` is a voice of the engine.
    """

    source: Path
    output: Path
    cache: Path
    only: str = ""
    formats: tuple[str, ...] = ()
    engine: str = ""
    voice: str = ""
    jobs: int = os.cpu_count() or 1


@dataclass(frozen=True, slots=True)
class PublishRun:
    """One run: what was asked, the settings, the ledger of the last run, and this one's digest."""

    request: Request
    settings: Settings
    ledger: Ledger
    digest: str
