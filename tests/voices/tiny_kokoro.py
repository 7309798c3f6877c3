"""A model of Kokoro of a few hundred bytes: the form of the real one, and a tone for each sound."""

from pathlib import Path
from typing import Any

import numpy as np
from onnx import TensorProto, helper, numpy_helper, save

from pipeline.voices import kokoro_files

SAMPLES = 1_500
"""How many samples each sound takes, and each of the two pads, at the voice's own pace."""


def build(
    cache: Path, *, most: int = 10_000, inputs: str = "tokens", samples: int = SAMPLES
) -> Path:
    """Put a model into a cache, as one that was put there by hand. Gives its path.

    It breaks down with more than `most` sounds; `inputs` is the name of its first input, and
    `samples` are those of each sound.
    """
    from tests.voices import require_natural  # it imports this module

    require_natural()  # Kokoro has its pronunciation from that package
    path = kokoro_files.model(cache)
    path.parent.mkdir(parents=True, exist_ok=True)
    save(model(most, inputs, samples), path)
    return path


def model(most: int, inputs: str, samples: int) -> Any:
    """As Kokoro's: sounds, a style and a speed in; samples out. The style changes the pitch."""
    numbers = {"samples": samples, "step": 0.002, "low": 0.05, "loud": 0.33, "little": 0.001}
    constants = [
        *(numpy_helper.from_array(np.array(v, np.float32), k) for k, v in numbers.items()),
        *(numpy_helper.from_array(np.array(v, np.float32), f"{v}.0") for v in (0, 1)),
        numpy_helper.from_array(np.array([-1], np.int64), "flat"),
        numpy_helper.from_array(np.array([-1, 1], np.int64), "column"),
        numpy_helper.from_array(np.zeros(most + 3, np.float32), "room"),
    ]
    steps = [
        ("Squeeze", ["speed"], "pace"),
        ("Div", ["samples", "pace"], "each"),
        ("Range", ["0.0", "each", "1.0"], "time"),
        ("Reshape", ["sounds", "column"], "pitches"),
        ("Mul", ["pitches", "step"], "above"),
        ("Add", ["above", "low"], "base"),
        ("ReduceMean", ["style"], "mean"),
        ("Mul", ["mean", "little"], "turned"),
        ("Squeeze", ["turned"], "shift"),
        ("Add", ["base", "shift"], "pitch"),
        ("Mul", ["pitch", "time"], "phase"),
        ("Sin", ["phase"], "wave"),
        ("Sign", ["pitches"], "voiced"),  # a pad is silent
        ("Mul", ["wave", "voiced"], "spoken"),
        ("Mul", ["spoken", "loud"], "heard"),
        ("Reshape", ["heard", "flat"], "whole"),
        ("Size", [inputs], "count"),
        ("Gather", ["room", "count"], "nothing"),  # fails where there are too many sounds
        ("Add", ["whole", "nothing"], "audio"),
    ]
    nodes = [
        helper.make_node("Cast", [inputs], ["sounds"], to=TensorProto.FLOAT),
        *(helper.make_node(kind, given, [made]) for kind, given, made in steps),
    ]
    taken = [
        helper.make_tensor_value_info(inputs, TensorProto.INT64, [1, "sounds"]),
        helper.make_tensor_value_info("style", TensorProto.FLOAT, [1, kokoro_files.WIDTH]),
        helper.make_tensor_value_info("speed", TensorProto.FLOAT, [1]),
    ]
    given = [helper.make_tensor_value_info("audio", TensorProto.FLOAT, ["samples"])]
    graph = helper.make_graph(nodes, "tiny", taken, given, constants)
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=9)
