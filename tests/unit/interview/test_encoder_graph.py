"""The encoder that multiplies in 8 bits says what its package's own graph says, on all processors."""

from collections.abc import Mapping

import numpy as np
import onnx
import onnxruntime
import pytest

from core.interview.embedding import GRAPH, encoder_places, load_model, shipped, started, vocabulary
from core.interview.encoder_weights import LAYERS, initializers
from core.interview.wordpiece import cut
from fitting.encoder_graph import graph, places

TEXTS = (
    "No.",
    "RAG retrieves documents at query time.",
    "Pre-training costs millions of dollars and gives the model its knowledge of language and of the world.",
    "LoRA trains small low-rank adapters while the base weights stay frozen, so it needs far less memory than full "
    "fine-tuning, and several adapters can share one base; on a machine with 24 GB that is the whole difference.",
)


@pytest.fixture(scope="module")
def packaged() -> onnxruntime.InferenceSession:
    """The package's graph, which multiplies in 32 bits."""
    return onnxruntime.InferenceSession(shipped(), providers=["CPUExecutionProvider"])


@pytest.mark.parametrize("text", TEXTS)
def test_vectors_are_those_of_the_package_to_four_figures(packaged, text: str) -> None:
    ids = np.array([[101, *cut(text, vocabulary(), 192).ids, 102]])
    feed = {"input_ids": ids, "attention_mask": np.ones_like(ids), "token_type_ids": np.zeros_like(ids)}
    wanted = packaged.run(["last_hidden_state"], feed)[0][0]
    (found,) = started(shipped()).encode([text])
    cosines = (wanted * found.vectors).sum(axis=1) / np.linalg.norm(wanted, axis=1)
    assert (cosines / np.linalg.norm(found.vectors, axis=1)).min() > 0.9999


def test_a_text_has_the_same_vectors_whatever_is_read_beside_it() -> None:
    for text, one in zip(TEXTS, load_model().encode(TEXTS), strict=True):
        assert load_model().encode([text])[0].vectors.tobytes() == one.vectors.tobytes()


def test_graph_and_places_are_those_that_are_written() -> None:
    assert GRAPH.read_bytes() == graph(encoder_places())
    assert list(encoder_places()) == places(shipped())


def test_no_sum_of_two_products_leaves_16_bits() -> None:
    """Processors without VNNI would cut it off, and mark otherwise than those with it."""
    numbers = initializers(shipped(), encoder_places())
    weights = [one.astype(int) for name, one in numbers.items() if name.endswith(".weight") and one.ndim == 2]
    assert len(weights) == 4 * LAYERS
    of_two = max((abs(one[0::2]) + abs(one[1::2])).max() for one in weights)
    for half in halves(numbers, TEXTS[2]):
        assert half.dtype == np.uint8 and half.max() * of_two < 2**15


def halves(numbers: Mapping[str, np.ndarray], text: str) -> list[np.ndarray]:
    """What the weights are multiplied with while a text is read."""
    open_graph = onnx.load_from_string(GRAPH.read_bytes())
    names = [node.input[0] for node in open_graph.graph.node if node.op_type == "MatMulIntegerToFloat"]
    assert len(names) == 2 * 4 * LAYERS
    shown = [onnx.helper.make_tensor_value_info(name, onnx.TensorProto.UINT8, None) for name in names]
    open_graph.graph.output.extend(shown)
    options = onnxruntime.SessionOptions()
    values = {name: onnxruntime.OrtValue.ortvalue_from_numpy(one) for name, one in numbers.items()}
    options.add_external_initializers(list(values), list(values.values()))
    session = onnxruntime.InferenceSession(open_graph.SerializeToString(), options, providers=["CPUExecutionProvider"])
    ids = np.array([[101, *cut(text, vocabulary(), 192).ids, 102]])
    return session.run(names, {"ids": ids, "at": np.arange(ids.size)})
