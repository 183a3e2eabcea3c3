"""The model reads from left to right, remembers exactly, and starts as it says."""

import numpy as np
import pytest

from core.lab.generate import Decoding, generate
from core.lab.kv_cache import KVCache
from core.lab.model import Shape, causal_convolution, forward, start_weights
from core.lab.optimizers import Adam, Muon, clip, cosine, orthogonalize
from core.lab.tokens import VOCABULARY, decode, encode

SHAPE = Shape(width=16)


@pytest.fixture
def weights() -> dict[str, np.ndarray]:
    return start_weights(SHAPE, np.random.default_rng(0))


def test_what_comes_later_never_changes_what_came_before(weights: dict[str, np.ndarray]) -> None:
    tokens = np.random.default_rng(1).integers(0, SHAPE.vocabulary, (2, 12))
    other = tokens.copy()
    other[:, 7:] = 3
    before, after = (forward(SHAPE, weights, rows).scores[:, :7] for rows in (tokens, other))
    np.testing.assert_array_equal(before, after)


def test_memory_gives_the_scores_of_reading_everything_again(weights: dict[str, np.ndarray]) -> None:
    doubles = {name: value.astype(np.float64) for name, value in weights.items()}
    tokens = np.random.default_rng(2).integers(0, SHAPE.vocabulary, (3, 12))
    lengths = np.array([2, 5, 7])
    cache = KVCache(SHAPE, doubles, tokens[:, :7], lengths, 5)
    for more in range(5):
        again = [forward(SHAPE, doubles, tokens[[row], : lengths[row] + more]).scores[0, -1] for row in range(3)]
        np.testing.assert_allclose(cache.scores, np.stack(again), atol=1e-12)
        cache.append(np.array([tokens[row, lengths[row] + more] for row in range(3)]))


def test_parameters_are_counted_as_they_are(weights: dict[str, np.ndarray]) -> None:
    assert SHAPE.parameters == sum(value.size for value in weights.values())
    assert 115_000 < Shape().parameters < 125_000


def test_keys_look_at_earlier_words_only(weights: dict[str, np.ndarray]) -> None:
    values = np.zeros((1, 6, 16))
    values[0, 2] = 1
    assert causal_convolution(values, weights["0.filter_k"])[0, :3].sum() == 0
    assert causal_convolution(values, weights["0.filter_k"])[0, 3].sum() > 0


def test_replies_do_not_depend_on_who_else_is_asked(weights: dict[str, np.ndarray]) -> None:
    prompts = ["<user> soup price ? <bot>", "note the pie costs two . <user> what does the pie cost ? <bot>"]
    together = generate(SHAPE, weights, prompts, Decoding(longest=6))
    assert together == [generate(SHAPE, weights, [prompt], Decoding(longest=6))[0] for prompt in prompts]


def test_a_drawn_reply_follows_its_random_numbers(weights: dict[str, np.ndarray]) -> None:
    replies = [
        generate(SHAPE, weights, ["<doc>"], Decoding(8, 1.0, np.random.default_rng(seed)))[0] for seed in (1, 1, 2)
    ]
    assert replies[0] == replies[1] != replies[2]


def test_every_word_has_one_number_and_comes_back() -> None:
    assert len(set(VOCABULARY)) == len(VOCABULARY)
    assert decode(encode(" ".join(VOCABULARY[1:]))) == " ".join(VOCABULARY[1:])


def test_muon_makes_all_directions_alike() -> None:
    even = orthogonalize(np.random.default_rng(0).standard_normal((3, 16, 32)))
    assert np.linalg.svd(even)[1].min() > 0.5
    assert np.linalg.svd(even)[1].max() < 1.4


@pytest.mark.parametrize("optimizer", [Adam(0.05), Muon(0.05)])
def test_an_optimizer_walks_downhill(optimizer: Adam | Muon) -> None:
    weights = {"w": np.full((4, 4), 1.0)}
    for step in range(300):
        optimizer.step(weights, {"w": 2 * weights["w"]}, cosine(step, 300))
    assert np.abs(weights["w"]).max() < 0.2


def test_clipping_keeps_the_direction() -> None:
    gradients = {"a": np.array([3.0]), "b": np.array([4.0])}
    clip(gradients, 1.0)
    assert [float(gradients[name][0]) for name in "ab"] == pytest.approx([0.6, 0.8])
