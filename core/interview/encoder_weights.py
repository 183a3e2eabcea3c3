"""The encoder's numbers, from the bytes of its package's ONNX file, as the graph `encoder.onnx` takes them.

The package keeps its weights in 8 bits, a scale for each column, to be turned into 32 bits and multiplied so. The
graph multiplies them as they are. `fitting/encoder_graph.py` writes it and the places; docs/adr/0020 says why.
"""

import json
from collections.abc import Mapping, Sequence
from math import prod
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

PLACES = Path(__file__).parent / "encoder_places.json"


class Place(NamedTuple):
    """Where numbers stand in the package's file: name in PyTorch (and “scale”), type in NumPy, first byte, shape."""

    name: str
    type: str
    start: int
    shape: list[int]


LAYERS = 6
PARTS = {
    "attention.self": ("attention.self.query", "attention.self.key", "attention.self.value"),
    "attention.output": ("attention.output.dense",),
    "intermediate": ("intermediate.dense",),
    "output": ("output.dense",),
}
"""What a layer multiplies by, in its order; query, key and value are multiplied by at once."""

Numbers = NDArray[Any]


def initializers(model: bytes, places: Sequence[Place]) -> dict[str, Numbers]:
    """All numbers of the graph by their names in it.

    Weights are int8 (inputs × outputs), everything else is float32.
    """
    told = _told(model, places)
    words, seats = "embeddings.word_embeddings.weight", "embeddings.position_embeddings.weight"
    found: dict[str, Numbers] = {
        "embeddings.words": told[words],
        "embeddings.words.scale": told[f"{words} scale"],
        "embeddings.places": told[seats] * told[f"{seats} scale"] + told["embeddings.token_type_embeddings.weight"][0],
    }
    found |= {name: numbers for name, numbers in told.items() if "LayerNorm" in name}
    for layer in range(LAYERS):
        for part, names in PARTS.items():
            found |= _multiplied_by(f"encoder.layer.{layer}.", part, names, told)
    return {name: np.ascontiguousarray(numbers) for name, numbers in found.items()}


def _multiplied_by(layer: str, part: str, names: Sequence[str], told: Mapping[str, Numbers]) -> dict[str, Numbers]:
    columns = [told[f"{layer}{name}.weight"] for name in names]
    scales = [told[f"{layer}{name}.weight scale"] for name in names]
    weights, scale = np.concatenate(columns, axis=1), np.concatenate(scales, axis=1)[0]
    return {
        f"{layer}{part}.weight": weights,
        f"{layer}{part}.scale": scale,
        f"{layer}{part}.bias": np.concatenate([told[f"{layer}{name}.bias"] for name in names]),
    }


def _told(model: bytes, places: Sequence[Place]) -> dict[str, Numbers]:
    return {
        place.name: np.frombuffer(model, place.type, prod(place.shape), place.start).reshape(place.shape)
        for place in places
    }


def places_of(told: str) -> tuple[Place, ...]:
    """The places that stand in `PLACES`.

    >>> places_of('[["embeddings.LayerNorm.bias", "float32", 31951, [384]]]')[0].start
    31951
    """
    return tuple(Place(*row) for row in json.loads(told))
