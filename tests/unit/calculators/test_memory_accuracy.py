"""The published tables hold the calculators to their accuracy."""

from statistics import median

import pytest

from benchmarks.accuracy import print_figures
from benchmarks.cases import FLOPS, MEMORY, SERVING, THROUGHPUT, Case, Column, by_method, cases
from core.content.reference import Reference


def found(column: Column, reference: Reference) -> list[Case]:
    failures: list[str] = []
    result = cases(column, reference, failures)
    assert failures == []
    return result


@pytest.fixture(scope="module")
def memory(reference: Reference) -> list[Case]:
    return found(MEMORY, reference)


def test_memory_is_within_ten_percent_in_the_median(memory: list[Case]) -> None:
    assert len(memory) == 140
    assert median(abs(case.error) for case in memory) <= 0.05
    assert sum(abs(case.error) <= 0.25 for case in memory) / len(memory) >= 0.90


@pytest.mark.parametrize("method", ["full", "lora", "qlora"])
def test_no_method_is_far_off_or_biased(memory: list[Case], method: str) -> None:
    group = by_method(memory)[method]
    assert median(abs(case.error) for case in group) <= 0.10
    assert abs(median(case.error for case in group)) <= 0.05
    assert sum(case.in_range for case in group) / len(group) >= 0.90


def test_speed_is_within_twenty_percent_and_the_range_holds_four_of_five(reference: Reference) -> None:
    group = found(THROUGHPUT, reference)
    assert median(abs(case.error) for case in group) <= 0.10
    assert sum(case.in_range for case in group) / len(group) >= 0.90


def test_serving_is_within_five_percent(reference: Reference) -> None:
    group = found(SERVING, reference)
    assert median(abs(case.error) for case in group) <= 0.02


def test_figures_without_a_range_claim_no_coverage_and_stand_once(
    reference: Reference, capsys: pytest.CaptureFixture[str]
) -> None:
    print_figures("FLOPs", found(FLOPS, reference))
    rows = [line.split() for line in capsys.readouterr().out.splitlines() if line.startswith("all ")]
    assert [row[-1] for row in rows] == ["-"]
