"""Leakage, shift and forgetting: worked values and the rules that hold for all inputs."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.lesson_figures.score_illusions import (
    FULL_TUNING,
    LORA_TUNING,
    apparent_score,
    bleu,
    even_share,
    shifted_accuracy,
)

SHARES = st.floats(0, 1)


@pytest.mark.parametrize(("true", "leaked", "seen"), [(0.7, 0, 0.7), (0.7, 0.2, 0.76), (0.5, 1, 1), (1, 0.3, 1)])
def test_leaked_examples_are_answered_right(true: float, leaked: float, seen: float) -> None:
    assert apparent_score(true, leaked) == pytest.approx(seen)


@given(SHARES, SHARES)
def test_leakage_never_lowers_a_score_nor_lifts_it_above_one(true: float, leaked: float) -> None:
    assert true - 1e-12 <= apparent_score(true, leaked) <= 1 + 1e-12


@given(SHARES, SHARES, SHARES)
def test_a_mix_lies_between_its_parts(familiar: float, strange: float, share: float) -> None:
    low, high = sorted((familiar, strange))
    assert low - 1e-12 <= shifted_accuracy(familiar, strange, share) <= high + 1e-12


@given(SHARES, SHARES, SHARES)
def test_at_the_even_share_both_models_score_the_same(familiar: float, strange: float, base: float) -> None:
    share = even_share(familiar, strange, base)
    if share is not None and abs(familiar - strange) > 1e-6:
        assert shifted_accuracy(familiar, strange, share) == pytest.approx(base, abs=1e-6)


def test_models_that_never_meet_have_no_even_share() -> None:
    assert even_share(0.9, 0.8, 0.7) is None
    assert even_share(0.9, 0.9, 0.9) is None


def test_three_epochs_make_the_lesson_s_case() -> None:
    assert round(100 * FULL_TUNING.task(0)) == 71
    assert round(100 * FULL_TUNING.task(3)) == 84
    assert round(100 * (FULL_TUNING.general(0) - FULL_TUNING.general(3))) == 10


@given(st.floats(0, 20), st.floats(0, 20))
def test_longer_training_gains_less_and_forgets_more(one: float, other: float) -> None:
    short, long = sorted((one, other))
    assert FULL_TUNING.task(long) >= FULL_TUNING.task(short)
    assert 0 <= FULL_TUNING.general(long) <= FULL_TUNING.general(short)


@given(st.floats(0.01, 8))
def test_lora_forgets_less_and_learns_a_little_less(epochs: float) -> None:
    assert LORA_TUNING.general(epochs) > FULL_TUNING.general(epochs)
    assert LORA_TUNING.task(epochs) < FULL_TUNING.task(epochs)


def test_bleu_by_hand() -> None:
    reference = "Your refund was issued today and arrives within five days."
    denied = "Your refund was not issued today and arrives within five days."
    assert bleu(denied, reference) == pytest.approx((10 / 11 * 8 / 10 * 6 / 9 * 4 / 8) ** 0.25)
    assert bleu("Your refund was issued today.", reference) == pytest.approx(math.exp(1 - 10 / 5))
    assert bleu("We sent the money back; expect it by Monday.", reference) == 0
    assert bleu("the the the the the", "the cat sat on the mat") == 0


@given(st.lists(st.sampled_from("abcd"), min_size=4, max_size=12))
def test_bleu_of_the_reference_itself_is_one(words: list[str]) -> None:
    assert bleu(" ".join(words), " ".join(words)) == pytest.approx(1)
