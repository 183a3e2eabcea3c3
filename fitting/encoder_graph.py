"""Writes the encoder's graph and the places of its numbers: `python -m fitting.encoder_graph`. No numbers in it.

The graph is that of BERT, as all-MiniLM-L6-v2 has it, for one text: `ids` and `at` (1 × pieces and pieces, int64) in,
`vectors` (1 × pieces × 384) out. All numbers are external; `core/interview/encoder_weights.py` has them. It is
written anew only to change how the encoder computes; the checksums in `core/interview/embedding.py` change with it.
"""

import json
import sys
from collections.abc import Sequence
from typing import Any

import numpy as np
import onnx
from onnx import NodeProto, TensorProto, helper, numpy_helper

from core.interview.embedding import GRAPH, shipped
from core.interview.encoder_weights import LAYERS, PLACES, Place, initializers

HEADS, EPSILON = 12, 1e-12
OF_ORT = "com.microsoft"
CONSTANTS = {
    "64": np.uint8(64),
    "1/63": np.float32(1 / 63),
    "1/63/126": np.float32(1 / 63 / 126),
    "thirds": np.array([384, 384, 384]),
}


def graph(stand: Sequence[Place]) -> bytes:
    """The graph, an ONNX file; `stand` are the places of its numbers, which have their shapes."""
    nodes = [
        _node("Gather", ["embeddings.words", "ids"], "words.8"),
        _node("Gather", ["embeddings.words.scale", "ids"], "words.scale"),
        _node("Cast", ["words.8"], "words.32", to=TensorProto.FLOAT),
        _node("Mul", ["words.32", "words.scale"], "words"),
        _node("Gather", ["embeddings.places", "at"], "places"),
        _node("Add", ["words", "places"], "embedded"),
        _norm("embedded", "embeddings", "layer.0"),
    ]
    for layer in range(LAYERS):
        nodes += _layer(f"encoder.layer.{layer}", f"layer.{layer}", f"layer.{layer + 1}")
    inputs = [_typed("ids", TensorProto.INT64, 1, "pieces"), _typed("at", TensorProto.INT64, "pieces")]
    output = _typed("vectors", TensorProto.FLOAT, 1, "pieces", 384)
    nodes.append(_node("Identity", [f"layer.{LAYERS}"], "vectors"))
    held = [_external(name, numbers) for name, numbers in initializers(shipped(), stand).items()]
    held += [numpy_helper.from_array(np.asarray(value), name) for name, value in CONSTANTS.items()]
    whole = helper.make_graph(nodes, "all-MiniLM-L6-v2", inputs, [output], held)
    opsets = [helper.make_opsetid("", 17), helper.make_opsetid(OF_ORT, 1)]
    return bytes(helper.make_model(whole, opset_imports=opsets, ir_version=10).SerializeToString(deterministic=True))


def _layer(name: str, came: str, goes: str) -> list[NodeProto]:
    thirds = [f"{name}.{third}" for third in ("query", "key", "value")]
    attended = f"{name}.attended"
    return [
        *_times(came, f"{name}.attention.self"),
        _node("Split", [f"{name}.attention.self", "thirds"], *thirds, axis=2),
        _node("MultiHeadAttention", [*thirds, f"{name}.attention.self.bias"], attended, of=OF_ORT, num_heads=HEADS),
        *_times(attended, f"{name}.attention.output"),
        *_beside(f"{name}.attention.output", came, f"{name}.middle"),
        *_times(f"{name}.middle", f"{name}.intermediate"),
        _node("BiasGelu", [f"{name}.intermediate", f"{name}.intermediate.bias"], f"{name}.gelu", of=OF_ORT),
        *_times(f"{name}.gelu", f"{name}.output"),
        *_beside(f"{name}.output", f"{name}.middle", goes),
    ]


def _times(came: str, name: str) -> list[NodeProto]:
    """Rows times a weight W: a row is its largest number times a share of -1 to 1, which is high + low, 7 bits each."""
    of_high = [f"{name}.high", f"{name}.weight", "1/63", f"{name}.scale", "64"]
    of_low = [f"{name}.low", f"{name}.weight", "1/63/126", f"{name}.scale", "64"]
    return [
        _node("Abs", [came], f"{name}.sizes"),
        _node("ReduceMax", [f"{name}.sizes"], f"{name}.most", axes=[2], keepdims=1),
        _node("Div", [came, f"{name}.most"], f"{name}.share"),
        _node("QuantizeLinear", [f"{name}.share", "1/63", "64"], f"{name}.high"),
        _node("DequantizeLinear", [f"{name}.high", "1/63", "64"], f"{name}.most of share"),
        _node("Sub", [f"{name}.share", f"{name}.most of share"], f"{name}.rest of share"),
        _node("QuantizeLinear", [f"{name}.rest of share", "1/63/126", "64"], f"{name}.low"),
        _node("MatMulIntegerToFloat", of_high, f"{name}.times high", of=OF_ORT),
        _node("MatMulIntegerToFloat", of_low, f"{name}.times low", of=OF_ORT),
        _node("Add", [f"{name}.times high", f"{name}.times low"], f"{name}.times share"),
        _node("Mul", [f"{name}.times share", f"{name}.most"], name),
    ]


def _beside(name: str, came: str, goes: str) -> list[NodeProto]:
    return [
        _node("Add", [name, f"{name}.bias"], f"{name}.biased"),
        _node("Add", [f"{name}.biased", came], f"{name}.both"),
        _norm(f"{name}.both", name, goes),
    ]


def _norm(came: str, name: str, goes: str) -> NodeProto:
    parts = [came, f"{name}.LayerNorm.weight", f"{name}.LayerNorm.bias"]
    return _node("LayerNormalization", parts, goes, axis=-1, epsilon=EPSILON)


def _node(kind: str, takes: list[str], *gives: str, of: str = "", **told: Any) -> NodeProto:
    return helper.make_node(kind, takes, list(gives), domain=of, **told)


def _typed(name: str, kind: int, *shape: int | str) -> onnx.ValueInfoProto:
    return helper.make_tensor_value_info(name, kind, shape)


def _external(name: str, numbers: np.ndarray) -> TensorProto:
    kind = helper.np_dtype_to_tensor_dtype(numbers.dtype)
    held = TensorProto(name=name, data_type=kind, dims=numbers.shape, data_location=TensorProto.EXTERNAL)
    held.external_data.add(key="location", value="memory")
    return held


def places(model: bytes) -> list[Place]:
    """Where each of the model's numbers stands in the package's file.

    Raises:
        ValueError: some stand there twice.
    """
    read = onnx.load_from_string(model).graph
    names, found = _names(read), []
    for part in read.initializer:
        base, kind = _kind(part.name)
        if base in names:
            start = model.find(part.raw_data)
            if model.find(part.raw_data, start + 1) >= 0:
                raise ValueError(f"{part.name} stands twice in the file")
            held = helper.tensor_dtype_to_np_dtype(part.data_type)
            found.append(Place(names[base] + kind, held.name, start, list(part.dims)))
    return sorted(found)


def _kind(name: str) -> tuple[str, str]:
    for end, kind in (("_q", ""), ("_scale", " scale")):
        if name.endswith(end):
            return name.removesuffix(end), kind
    return name, ""


def _names(read: onnx.GraphProto) -> dict[str, str]:
    """A weight without a name is that to whose product the bias of a name is added."""
    bases = {_kind(part.name)[0] for part in read.initializer}
    names = {base: base.removeprefix("inner.") for base in bases if base.startswith("inner.")}
    del names["inner.embeddings.position_ids"]
    weight_of = {node.output[0]: node.input[1] for node in read.node if node.op_type == "MatMul"}
    for node in read.node:
        if node.op_type == "Add" and node.input[0] in weight_of and node.input[1] in names:
            names[weight_of[node.input[0]]] = names[node.input[1]].removesuffix("bias") + "weight"
    return names


def main() -> int:
    stand = places(shipped())
    rows = ",\n".join(f"  {json.dumps(row)}" for row in stand)
    PLACES.write_text(f"[\n{rows}\n]\n", encoding="utf-8")
    GRAPH.write_bytes(graph(stand))
    return 0


if __name__ == "__main__":
    sys.exit(main())
