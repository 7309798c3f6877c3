"""A Piper voice of a few hundred bytes: the form of a real one, and a tone for each sound."""

import json
from pathlib import Path
from typing import Any

import numpy as np
from onnx import TensorProto, helper, numpy_helper, save
from piper.phoneme_ids import DEFAULT_PHONEME_ID_MAP

NAME = "en_GB-tiny-low"
SAMPLES = 300
"""How many samples each sound takes; between any two is a pad that takes as many."""


def build(folder: Path, name: str = NAME, **changes: Any) -> Path:
    """Write a voice, with changes to its description. Gives the path of its model."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name}.onnx"
    save(model(), path)
    path.with_name(f"{name}.onnx.json").write_text(json.dumps(description(name) | changes))
    return path


def description(name: str = NAME) -> dict[str, Any]:
    """What stands in the file beside a model."""
    code = name.partition("-")[0]
    return {
        "audio": {"sample_rate": 16_000, "quality": "low"},
        "espeak": {"voice": code.split("_")[0]},
        "language": {"code": code},
        "inference": {"noise_scale": 0.667, "length_scale": 1, "noise_w": 0.8},
        "phoneme_type": "espeak",
        "phoneme_id_map": DEFAULT_PHONEME_ID_MAP,
        "num_symbols": 256,
        "num_speakers": 1,
        "speaker_id_map": {},
    }


def model() -> Any:
    """As Piper's: sounds and three scales in, samples out, with noise if it is asked for."""
    numbers = {"samples": SAMPLES, "step": 0.002, "low": 0.05, "loud": 0.6}
    constants = [
        *(numpy_helper.from_array(np.array(v, np.float32), k) for k, v in numbers.items()),
        *(numpy_helper.from_array(np.array(v, np.int64), f"at {v}") for v in (0, 1)),
        *(numpy_helper.from_array(np.array(v, np.float32), f"{v}.0") for v in (0, 1)),
        numpy_helper.from_array(np.array([1, 1, 1, -1], np.int64), "out form"),
        numpy_helper.from_array(np.array([-1, 1], np.int64), "column"),
    ]
    steps = [
        ("Gather", ["scales", "at 0"], "noise"),
        ("Gather", ["scales", "at 1"], "length"),
        ("Mul", ["length", "samples"], "each"),
        ("Range", ["0.0", "each", "1.0"], "time"),
        ("Reshape", ["sounds", "column"], "rows"),
        ("Mul", ["rows", "step"], "above"),
        ("Add", ["above", "low"], "pitch"),
        ("Mul", ["pitch", "time"], "phase"),
        ("Sin", ["phase"], "wave"),
        ("Div", ["time", "each"], "part"),
        ("Sub", ["1.0", "part"], "fall"),
        ("Mul", ["fall", "fall"], "fading"),  # few samples near the peak are quick to measure
        ("Mul", ["wave", "fading"], "struck"),
        ("Mul", ["struck", "loud"], "clean"),
        ("RandomNormalLike", ["clean"], "chance"),
        ("Mul", ["chance", "noise"], "hiss"),
        ("Add", ["clean", "hiss"], "heard"),
        ("Reshape", ["heard", "out form"], "output"),
    ]
    nodes = [
        helper.make_node("Cast", ["input"], ["sounds"], to=TensorProto.FLOAT),
        *(helper.make_node(kind, given, [made]) for kind, given, made in steps),
    ]
    taken = [
        helper.make_tensor_value_info("input", TensorProto.INT64, [1, "sounds"]),
        helper.make_tensor_value_info("input_lengths", TensorProto.INT64, [1]),
        helper.make_tensor_value_info("scales", TensorProto.FLOAT, [3]),
    ]
    given = [helper.make_tensor_value_info("output", TensorProto.FLOAT, [1, 1, 1, "samples"])]
    graph = helper.make_graph(nodes, "tiny", taken, given, constants)
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=9)
