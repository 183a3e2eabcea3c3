"""Error correction takes a part of some cards: what fits only without it is said."""

from collections.abc import Callable

import pytest

from core.calculators.memory_fit import needs_ecc_off, usable_gib
from core.calculators.model import Result
from core.content.reference import Reference
from core.language.in_force import speaking

Calc = Callable[..., Result]


@pytest.mark.parametrize(
    ("name", "left"), [("A10G", 22.5), ("A10", 22.5), ("L4", 22.5), ("T4", 15.0), ("L40S", 45.0), ("A40", 45.0)]
)
def test_card_with_error_correction_has_less_than_it_is_sold_with(name: str, left: float, reference: Reference) -> None:
    gpu = reference.gpu(name)
    assert gpu.ecc_mib is not None
    assert gpu.ecc_mib / 1024 == pytest.approx(left, abs=0.05)
    with_it, without = usable_gib(gpu.ecc_mib / 1024), usable_gib(gpu.memory_gb)
    assert [needs_ecc_off(gpu, gib) for gib in (with_it, with_it + 0.1, without, without + 0.1)] == [
        False, True, True, False,
    ]  # fmt: skip


def test_card_that_corrects_at_no_cost_needs_nothing_off(reference: Reference) -> None:
    assert not needs_ecc_off(reference.gpu("A100-80GB"), usable_gib(80))


def test_run_that_fits_an_a10g_by_a_hair_says_what_has_to_be_off(calc: Calc) -> None:
    close = calc("memory", model="Llama-3.1-8B", gpu="A10G", seq_len=3600)
    assert usable_gib(22.5) < close.value("peak_memory_gib") <= usable_gib(24)
    assert close.notes[-1].endswith(" GiB while error correction (ECC) is off.")
    assert calc("memory", model="Llama-3.1-8B", gpu="A10G").notes[-1] == "A10G leaves 3.3 GiB."


def test_serving_says_it_for_each_gpu(calc: Calc) -> None:
    said = "A10G: fits only with error correction (ECC) off. With it on, the card lists 22.5 of its 24 GiB."
    assert said in calc("serving", gpu="A10G", batch=20, input_len=2048).notes
    assert said in calc("serving", gpu="A10G", batch=86, input_len=2048, n_gpus=2).notes
    assert said not in calc("serving", gpu="A10G").notes
    with speaking("de"):
        (german,) = (note for note in calc("serving", gpu="A10G", batch=20, input_len=2048).notes if "ECC" in note)
        assert german.endswith("weist die Karte 22,5 ihrer 24 GiB aus.")
