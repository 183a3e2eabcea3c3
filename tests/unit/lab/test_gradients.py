"""Every way of training, against finite differences in float64."""

from collections.abc import Callable

import numpy as np
import pytest

from core.lab.adapt import ALL_LINEAR, QUERY_AND_VALUE, Adapted, Full, Trainable
from core.lab.dpo import dpo_loss, preferred_lead
from core.lab.gradients import backward
from core.lab.model import Array, Shape, Trace, Weights, forward, softmax, start_weights
from core.lab.objectives import distillation, log_prob_gradient, log_probs, next_word
from core.lab.reward import bradley_terry

SHAPE = Shape(vocabulary=11, width=8, layers=2, heads=4)
Objective = Callable[[Trace], tuple[float, Array]]
WAYS = ("full", "lora q-v", "lora all")


def doubles(rng: np.random.Generator, columns: int = 11) -> Weights:
    weights = {name: value.astype(np.float64) for name, value in start_weights(SHAPE, rng).items()}
    weights["head"] = weights["head"][:, :1] if columns == 1 else weights["head"]
    return {name: value + 0.1 * rng.standard_normal(value.shape) for name, value in weights.items()}


def model_of(way: str, weights: Weights, rng: np.random.Generator) -> Trainable:
    if way == "full":
        return Full(SHAPE, weights)
    model = Adapted(SHAPE, weights, 2, QUERY_AND_VALUE if way == "lora q-v" else ALL_LINEAR, rng)
    for name, value in model.parameters.items():
        model.parameters[name] = value + 0.1 * rng.standard_normal(value.shape)
    return model


def worst_error(model: Trainable, tokens: np.ndarray, objective: Objective, rng: np.random.Generator) -> float:
    trace = forward(SHAPE, model.weights(), tokens)
    collect = model.collector()
    backward(SHAPE, model.weights(), trace, objective(trace)[1], collect)
    assert set(collect.gradients) == set(model.parameters)
    errors = []
    for name, value in list(model.parameters.items()):
        way = rng.standard_normal(value.shape)
        losses = []
        for step in (1e-6, -1e-6):
            model.parameters[name] = value + step * way
            losses.append(objective(forward(SHAPE, model.weights(), tokens))[0])
        model.parameters[name] = value
        found, wanted = float((collect.gradients[name] * way).sum()), (losses[0] - losses[1]) / 2e-6
        errors.append(abs(found - wanted) / max(abs(wanted), 1e-3))
    return max(errors)


@pytest.mark.parametrize("way", WAYS)
def test_gradients_of_the_next_word_agree_with_finite_differences(way: str) -> None:
    rng = np.random.default_rng(1)
    tokens, targets = rng.integers(0, 11, (2, 3, 9))
    weight = (rng.random((3, 9)) < 0.7).astype(np.float64)
    model = model_of(way, doubles(rng), rng)
    assert worst_error(model, tokens, lambda trace: next_word(trace.scores, targets, weight), rng) < 1e-6


@pytest.mark.parametrize("way", WAYS)
def test_gradients_of_the_teacher_agree_with_finite_differences(way: str) -> None:
    rng = np.random.default_rng(2)
    tokens, shares = rng.integers(0, 11, (3, 7)), softmax(rng.standard_normal((3, 7, 11)))
    model = model_of(way, doubles(rng), rng)
    assert worst_error(model, tokens, lambda trace: distillation(trace.scores, shares, np.ones((3, 7))), rng) < 1e-6


@pytest.mark.parametrize("way", WAYS)
def test_gradients_of_dpo_agree_with_finite_differences(way: str) -> None:
    rng = np.random.default_rng(3)
    tokens, targets = rng.integers(0, 11, (2, 4, 6))
    before = rng.standard_normal(4)

    def objective(trace: Trace) -> tuple[float, Array]:
        lead = preferred_lead(log_probs(trace.scores, targets).sum(1), before)
        loss, pull = dpo_loss(lead, 0.5)
        return loss, log_prob_gradient(trace, targets, np.repeat(np.concatenate([pull, -pull])[:, None], 6, axis=1))

    assert worst_error(model_of(way, doubles(rng), rng), tokens, objective, rng) < 1e-6


@pytest.mark.parametrize("way", WAYS)
def test_gradients_of_the_scalar_head_agree_with_finite_differences(way: str) -> None:
    rng = np.random.default_rng(4)
    tokens, ends = rng.integers(0, 11, (4, 6)), np.array([5, 3, 4, 5])

    def objective(trace: Trace) -> tuple[float, Array]:
        loss, gradient = bradley_terry(trace.scores[np.arange(4), ends, 0])
        scores = np.zeros_like(trace.scores)
        scores[np.arange(4), ends, 0] = gradient
        return loss, scores

    assert worst_error(model_of(way, doubles(rng, columns=1), rng), tokens, objective, rng) < 1e-6


def test_one_word_alone_has_gradients_too() -> None:
    rng = np.random.default_rng(5)
    tokens, targets = rng.integers(0, 11, (2, 3, 1))
    model = model_of("full", doubles(rng), rng)
    trace = forward(SHAPE, model.weights(), tokens)
    collect = model.collector()
    backward(SHAPE, model.weights(), trace, next_word(trace.scores, targets, np.ones((3, 1)))[1], collect)
    assert all(np.isfinite(gradient).all() for gradient in collect.gradients.values())
