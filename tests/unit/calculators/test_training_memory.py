"""Memory of weights and training state, by counting bytes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.calculators.training_memory import GIB, NF4_BYTES, adapter_state, full_state


def test_full_fine_tuning_takes_sixteen_bytes_a_parameter() -> None:
    state = full_state(GIB)
    assert (state.weights_gib, state.gradients_gib, state.optimizer_gib) == (2, 2, 12)
    assert state.total_gib == 16


def test_an_adapter_alone_has_gradients_and_optimizer_state() -> None:
    state = adapter_state(100 * GIB, GIB, 2)
    assert (state.weights_gib, state.gradients_gib, state.optimizer_gib) == (202, 2, 12)


def test_four_bits_take_about_a_quarter_of_sixteen() -> None:
    assert pytest.approx(0.25, abs=0.01) == NF4_BYTES / 2


@given(st.integers(10**9, 10**11), st.integers(10**6, 10**8))
def test_the_three_methods_come_in_their_order(params: int, adapter: int) -> None:
    qlora, lora = (adapter_state(params, adapter, size).total_gib for size in (NF4_BYTES, 2))
    assert qlora < lora < full_state(params).total_gib
