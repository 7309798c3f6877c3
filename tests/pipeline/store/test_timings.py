"""The times of a run's steps are kept for each output folder by itself."""

import json
from pathlib import Path

from pipeline.store import timings


def test_each_output_folder_has_times_of_its_own(tmp_path: Path) -> None:
    timings.save(tmp_path / "cache", tmp_path / "one", {"render": 1.5})
    timings.save(tmp_path / "cache", tmp_path / "two", {"render": 2.5})
    timings.save(tmp_path / "cache", tmp_path / "two", {"render": 3.5})

    kept = [json.loads(path.read_bytes()) for path in (tmp_path / "cache/timings").iterdir()]
    assert {Path(one["output"]).name: one["seconds"]["render"] for one in kept} == {
        "one": 1.5,
        "two": 3.5,
    }
