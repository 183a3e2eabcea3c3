"""An encoder that keeps what it read says what it would say anew, and forgets what it was given longest ago."""

from collections.abc import Sequence

import numpy as np

from core.interview.embedding import Encoded
from core.interview.marker import load_marker
from core.interview.remembered import Remembered
from tests.unit.interview.rubrics import RUBRIC


class Counting:
    def __init__(self) -> None:
        self.read: list[str] = []

    def encode(self, texts: Sequence[str]) -> tuple[Encoded, ...]:
        self.read += texts
        return tuple(Encoded(np.zeros((1, 2), dtype=np.int64), np.full((1, 1), len(t), np.float32)) for t in texts)


def lengths(encoder: Remembered, *texts: str) -> list[int]:
    return [int(one.vectors[0, 0]) for one in encoder.encode(texts)]


def test_each_text_is_read_once_and_comes_back_in_its_place() -> None:
    inner = Counting()
    encoder = Remembered(inner, 10)
    assert lengths(encoder, "aa", "b", "aa") == [2, 1, 2]
    assert lengths(encoder, "ccc", "aa") == [3, 2]
    assert inner.read == ["aa", "b", "ccc"]


def test_no_more_is_kept_than_was_wanted_and_the_oldest_goes_first() -> None:
    inner = Counting()
    encoder = Remembered(inner, 2)
    assert lengths(encoder, "aa", "b", "ccc") == [2, 1, 3]
    assert lengths(encoder, "b", "dddd", "b", "ccc", "aa") == [1, 4, 1, 3, 2]
    assert inner.read == ["aa", "b", "ccc", "dddd", "aa"]


def test_marks_are_the_same() -> None:
    answer = "RAG looks facts up at each call. Tuning changes how the model writes. RAG looks facts up at each call."
    many = load_marker().remembering(100)
    assert many.mark(RUBRIC, answer) == many.mark(RUBRIC, answer) == load_marker().mark(RUBRIC, answer)
