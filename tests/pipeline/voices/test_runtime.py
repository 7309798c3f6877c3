"""A model is loaded in the one way that gives the same samples each time."""

from pathlib import Path

import pytest

from pipeline.voices import runtime
from tests.voices import tiny_kokoro


def test_a_model_runs_with_one_thread(tmp_path: Path) -> None:
    """With some models, the number of threads changes the samples."""
    options = runtime.session(tiny_kokoro.build(tmp_path)).get_session_options()

    assert (options.intra_op_num_threads, options.inter_op_num_threads) == (1, 1)
    assert options.use_deterministic_compute


def test_what_is_no_model_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "model.onnx").write_bytes(b"no model")
    with pytest.raises(Exception, match=r"model\.onnx"):
        runtime.session(tmp_path / "model.onnx")
