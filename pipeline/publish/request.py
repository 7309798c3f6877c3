"""The request of one run of publish, and what the run starts from."""

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from pipeline.settings import Settings
from pipeline.store.fingerprint import FileState
from pipeline.store.ledger import Ledger

CACHE_LIMIT = 20 * 10**9
"""In bytes: the sound of some 690 hours at 64 kb/s."""


@dataclass(frozen=True, slots=True)
class Request:
    """The options of the command line; "" and () leave the choice to the settings.

    `only` is the slug of the one post to make; `voice` is a voice of the engine. `cluster` is the
    address of a Dask scheduler, or "local:4" for four workers of Dask here; "" for none.
    `cache_limit` is how many bytes of clips and covers the cache may hold. `timings` gives the
    seconds of each step until now, by its name, where the report is to have them.
    """

    source: Path
    output: Path
    cache: Path
    only: str = ""
    formats: tuple[str, ...] = ()
    engine: str = ""
    voice: str = ""
    jobs: int = os.cpu_count() or 1
    cluster: str = ""
    cache_limit: int = CACHE_LIMIT
    timings: Callable[[], Mapping[str, float]] | None = None


@dataclass(frozen=True, slots=True)
class PublishRun:
    """One run: the request, the settings, the ledger of the last run, and this run's digest.

    `files` are those of the folder of posts, by their paths in it.
    """

    request: Request
    settings: Settings
    ledger: Ledger
    digest: str
    files: Mapping[str, FileState] = field(default_factory=dict)
