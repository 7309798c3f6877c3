"""How long each step of the last run took that had work to do, for each output folder.

It lies in the cache and not in report.json: that is part of the output, whose bytes are the same
whenever and wherever they are made.
"""

import json
from collections.abc import Mapping
from pathlib import Path

from pipeline.store.files import digest, real, write_all


def save(cache: Path, output: Path, seconds: Mapping[str, float]) -> None:
    """Save the seconds that each step took, by its name. Raises `WriteError`."""
    data = json.dumps({"output": real(output), "seconds": seconds}, indent=1) + "\n"
    write_all(cache, [(f"timings/{digest(real(output))}.json", data.encode())])
