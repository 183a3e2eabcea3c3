"""The formulas of alignment against values worked out by hand, and the rules that hold for all inputs."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.lesson_figures.preference_learning import (
    best_distance,
    dpo_loss,
    dpo_pull,
    implied_preference,
    over_optimized,
)

MARGINS = st.floats(-500, 500)
BETAS = st.floats(0.001, 2)


@pytest.mark.parametrize(
    ("margin", "beta", "loss"),
    [(0, 0.1, 0.6931), (4, 0.1, 0.5130), (-4, 0.1, 0.9130), (8, 0.1, 0.3711), (10, 0.5, 0.0067), (-40, 0.5, 20.0)],
)
def test_the_loss_is_what_the_formula_gives(margin: float, beta: float, loss: float) -> None:
    assert dpo_loss(margin, beta) == pytest.approx(loss, abs=5e-5)


@given(MARGINS, BETAS)
def test_the_loss_is_minus_the_log_of_the_implied_preference(margin: float, beta: float) -> None:
    sure = implied_preference(margin, beta)
    if sure > 0:
        assert dpo_loss(margin, beta) == pytest.approx(-math.log(sure), rel=1e-6, abs=1e-9)


@given(MARGINS, BETAS)
def test_preference_and_pull_add_up_to_one(margin: float, beta: float) -> None:
    assert implied_preference(margin, beta) + dpo_pull(margin, beta) == pytest.approx(1)


@given(MARGINS, MARGINS, BETAS)
def test_a_larger_margin_never_costs_more(one: float, other: float, beta: float) -> None:
    low, high = sorted((one, other))
    assert dpo_loss(high, beta) <= dpo_loss(low, beta)


@given(MARGINS, BETAS)
def test_the_pull_is_the_slope_of_the_loss(margin: float, beta: float) -> None:
    step = 1e-4
    slope = (dpo_loss(margin + step, beta) - dpo_loss(margin - step, beta)) / (2 * step)
    assert slope == pytest.approx(-beta * dpo_pull(margin, beta), abs=1e-5)


def test_huge_margins_do_not_overflow() -> None:
    assert dpo_loss(1e6, 1) == 0
    assert dpo_loss(-1e6, 1) == 1e6
    assert implied_preference(-1e6) == 0


@given(st.floats(0.1, 60))
def test_no_distance_scores_above_the_best_one(distance: float) -> None:
    best = over_optimized(best_distance(1, 0.3), 1, 0.3)
    assert over_optimized(distance, 1, 0.3) <= best + 1e-9


def test_the_start_scores_nothing() -> None:
    assert over_optimized(0, 1, 0.3) == 0
