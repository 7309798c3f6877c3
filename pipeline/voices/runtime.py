"""Load a model for onnxruntime, in the one way that gives the same samples each time.

Importing this module takes a third of a second: import it only to speak.
"""

from pathlib import Path

import onnxruntime


def session(model: Path | bytes, *, arena: bool = True) -> onnxruntime.InferenceSession:
    """The model of a file, or of a file's bytes, with one thread: with some, more change samples.

    The clips are already spread over processes. With `arena`, the runtime keeps the memory of
    each length of text that it has met; the samples are the same without.

    Raises an error of onnxruntime where it can't be loaded; they have no common base class.
    """
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.use_deterministic_compute = True
    options.log_severity_level = 4
    options.enable_cpu_mem_arena = arena
    return onnxruntime.InferenceSession(
        str(model) if isinstance(model, Path) else model,
        sess_options=options,
        providers=["CPUExecutionProvider"],
    )
