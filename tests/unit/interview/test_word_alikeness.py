"""The same word counts whole, a word of like meaning in part, and a stretch has only its own words."""

import numpy as np
import pytest

from core.interview.embedding import load_model
from core.interview.word_alikeness import UNLIKE, WordVectors, alikeness, joined, word_vectors


def vectors(*rows: tuple[float, float]) -> np.ndarray:
    return np.array(rows, dtype=np.float32)


WANTED = WordVectors(("latenc", "index"), np.array([0, 8]), vectors((1, 0), (0, 1)))
SAID = WordVectors(("delay", "tabl"), np.array([4, 30]), vectors((0.8, 0.6), (0, 1)))


def test_best_word_of_the_stretch_counts_by_what_goes_beyond_chance() -> None:
    found = alikeness(WANTED, SAID, [(0, 20), (20, 40), (50, 60)], np.zeros((3, 2), dtype=bool))
    assert found == pytest.approx(np.array([[(0.8 - UNLIKE) / 0.7, (0.6 - UNLIKE) / 0.7], [0, 1], [0, 0]]), abs=1e-6)


def test_same_stem_counts_whole() -> None:
    found = alikeness(WANTED, SAID, [(50, 60)], np.array([[True, False]]))
    assert found.tolist() == [[1, 0]]


def test_words_are_those_that_carry_meaning_with_their_places_in_the_answer() -> None:
    texts = ("It adds latency.", "The replies are slow.")
    read = load_model().encode(texts)
    both = joined([word_vectors(t, e, at) for t, e, at in zip(texts, read, (0, 17), strict=True)])
    assert both.stems == ("add", "latenc", "rep", "slow")
    assert both.starts.tolist() == [3, 8, 21, 33]
    assert np.linalg.norm(both.vectors, axis=1) == pytest.approx(np.ones(4), abs=1e-5)


def test_a_synonym_is_nearer_than_any_other_word() -> None:
    texts = ("answers come late", "replies come late", "bananas come late")
    first, near, far = (word_vectors(t, e).vectors[0] for t, e in zip(texts, load_model().encode(texts), strict=True))
    assert float(first @ near) > float(first @ far)
