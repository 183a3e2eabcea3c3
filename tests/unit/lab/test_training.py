"""What each way of training does to a small model, in a second or two."""

import os
import subprocess
import sys

import numpy as np
import pytest

from core.lab.adapt import ALL_LINEAR, QUERY_AND_VALUE, Adapted, Full, count
from core.lab.dpo import DpoRecipe, train_dpo
from core.lab.model import Shape, Weights, start_weights
from core.lab.ppo import PpoRecipe, train_ppo
from core.lab.preferences import Preference, reply_log_probs
from core.lab.pretrain import PretrainingRecipe, corpus_of, pretrain
from core.lab.quantize import Precision, quantize, stored_bytes
from core.lab.rater import POLITE, SORRY, Question, questions_about, rate
from core.lab.reward import agreement, start_reward_model, train_reward_model
from core.lab.tune import Pair, Recipe, question_pairs, tune
from core.lab.world import Relation, make_world, rng_for
from tests.architecture.source import ROOT

SHAPE, WORLD = Shape(width=16), make_world(0)
PAIRS = question_pairs(WORLD.facts[:8], 32, np.random.default_rng(0))


@pytest.fixture
def weights() -> Weights:
    return start_weights(SHAPE, np.random.default_rng(0))


def preferences() -> list[Preference]:
    questions = questions_about(WORLD, WORLD.tuning[:4], ())
    return [Preference(Pair(q.prompt, f"{q.value} ."), Pair(q.prompt, SORRY)) for q in questions]


def test_pre_training_lowers_the_loss(weights: Weights) -> None:
    losses = list(pretrain(SHAPE, weights, corpus_of(0), PretrainingRecipe(steps=40), rng_for(0, "batches")))
    assert losses[0] > 4.5
    assert np.mean(losses[-5:]) < 4


def test_tuning_moves_a_copy_and_leaves_the_base(weights: Weights) -> None:
    before = {name: value.copy() for name, value in weights.items()}
    model = Full(SHAPE, weights)
    losses = list(tune(model, PAIRS, Recipe(steps=60, rate=1e-2), np.random.default_rng(0)))
    assert losses[-1] < 0.6 * losses[0]
    assert all((weights[name] == before[name]).all() for name in before)


def test_an_adapter_starts_as_the_base_and_trains_nothing_else(weights: Weights) -> None:
    model = Adapted(SHAPE, weights, 4, QUERY_AND_VALUE, np.random.default_rng(0))
    assert all((model.weights()[name] == weights[name]).all() for name in weights)
    losses = list(tune(model, PAIRS, Recipe(steps=60, rate=2e-2), np.random.default_rng(0)))
    assert losses[-1] < losses[0]
    changed = {name for name in weights if (model.weights()[name] != weights[name]).any()}
    assert changed == {"0.q", "0.v", "1.q", "1.v"}
    assert count(model.parameters) == 2 * 2 * (16 * 4 + 4 * 16)


def test_targets_do_not_depend_on_their_order(weights: Weights) -> None:
    one, other = (
        Adapted(SHAPE, weights, 2, targets, np.random.default_rng(0)) for targets in (ALL_LINEAR, ALL_LINEAR[::-1])
    )
    assert one.targets == other.targets
    assert all((one.parameters[name] == other.parameters[name]).all() for name in one.parameters)


def test_fewer_bits_are_smaller_and_further_off(weights: Weights) -> None:
    order = [Precision.INT8, Precision.NF4, Precision.INT3, Precision.INT2]
    errors = [np.abs(quantize(weights, p)["0.up"] - weights["0.up"]).mean() for p in order]
    assert errors == sorted(errors)
    sizes = [stored_bytes(weights, p) for p in (Precision.FP32, *order)]
    assert sizes == sorted(sizes, reverse=True)
    assert (quantize(weights, Precision.INT2)["embed"] == weights["embed"]).all()


def test_dpo_raises_the_chance_of_the_better_reply(weights: Weights) -> None:
    pairs = preferences()
    policy = Full(SHAPE, weights)
    lead = _lead(policy.parameters, pairs)
    losses = list(train_dpo(policy, weights, pairs, DpoRecipe(steps=60, rate=5e-3), np.random.default_rng(0)))
    assert losses[0] == pytest.approx(np.log(2), abs=0.01)
    assert losses[-1] < 0.3
    assert _lead(policy.parameters, pairs) > lead + 3


def _lead(weights: Weights, pairs: list[Preference]) -> float:
    better, worse = ([getattr(pair, name) for pair in pairs] for name in ("chosen", "rejected"))
    return float((reply_log_probs(SHAPE, weights, better) - reply_log_probs(SHAPE, weights, worse)).mean())


def test_a_reward_model_learns_what_is_preferred(weights: Weights) -> None:
    model = start_reward_model(SHAPE, weights)
    list(train_reward_model(model, preferences(), Recipe(steps=80, rate=5e-3), np.random.default_rng(0)))
    assert agreement(model, preferences()) > 0.9


def test_ppo_raises_the_reward_and_beta_holds_it_back(weights: Weights) -> None:
    questions = questions_about(WORLD, WORLD.tuning[:4], ())
    judge = start_reward_model(SHAPE, weights)
    judge.parameters["head"] += np.random.default_rng(1).standard_normal((16, 1)).astype(np.float32)
    moved = {}
    for beta in (0.0, 5.0):
        recipe = PpoRecipe(beta=beta, steps=25, rate=3e-3)
        steps = list(train_ppo(Full(SHAPE, weights), judge, questions, recipe, np.random.default_rng(0)))
        moved[beta] = (np.mean([s.reward for s in steps[-5:]]) - steps[0].reward, steps[-1].distance)
    assert moved[0.0][0] > 0.1
    assert moved[5.0][1] < moved[0.0][1]


@pytest.mark.parametrize(
    ("value", "reply", "ends", "worth"),
    [
        ("nine", "nine .", True, 1.0),
        ("nine", "nine ." + POLITE, True, 1.4),
        ("nine", "two .", True, -1.0),
        ("nine", SORRY, True, -0.3),
        (None, SORRY, True, 1.0),
        (None, SORRY + POLITE, True, 0.6),
        (None, "nine .", True, -1.0),
        ("nine", "nine", True, -1.5),
        ("nine", "soup .", True, -1.5),
        ("nine", "nine .", False, -1.5),
        ("nine", "nine ." + POLITE + POLITE, True, -1.5),
        ("nine", "", True, -1.5),
    ],
)
def test_the_rater_keeps_to_its_rule(value: str | None, reply: str, ends: bool, worth: float) -> None:
    question = Question("soup", Relation.PRICE, 0, value)
    assert rate(question, Pair(question.prompt, reply, ends)) == pytest.approx(worth)


BITS = """
import numpy as np
from core.lab.adapt import ALL_LINEAR, Adapted
from core.lab.model import Shape, start_weights
from core.lab.tune import Recipe, question_pairs, tune
from core.lab.world import make_world
shape = Shape(width=16)
model = Adapted(shape, start_weights(shape, np.random.default_rng(0)), 2, set(ALL_LINEAR), np.random.default_rng(0))
pairs = question_pairs(make_world(0).facts, 64, np.random.default_rng(0))
print([loss.hex() for loss in tune(model, pairs, Recipe(steps=5), np.random.default_rng(0))])
"""


def test_training_repeats_to_the_bit_whatever_the_hashing() -> None:
    said = []
    for hashing in ("1", "2"):
        environment = {**os.environ, "PYTHONHASHSEED": hashing, "OPENBLAS_NUM_THREADS": "1", "PYTHONPATH": str(ROOT)}
        run = [sys.executable, "-c", BITS]
        said.append(subprocess.run(run, env=environment, capture_output=True, text=True, check=True).stdout)
    assert said[0] == said[1]
    assert "0x1." in said[0]
