"""What is shuffled, by which seed, and what keeps its order."""

from core.quiz.display import shown_order
from tests.unit.quiz.examples import example


def test_same_seed_gives_the_same_order_on_every_machine() -> None:
    assert shown_order(example("multiple-choice"), "a") == ("prices", "policies", "tone")
    assert len({shown_order(example("multiple-choice"), str(n)) for n in range(40)}) == 6


def test_steps_never_come_in_the_right_order() -> None:
    orders = {shown_order(example("order"), str(n)) for n in range(60)}
    assert ("pre-training", "sft", "rlhf") not in orders
    assert len(orders) == 5


def test_right_sides_of_a_match_come_with_its_extras() -> None:
    assert set(shown_order(example("match"), "a")) == {"facts", "style", "slow", "pre"}


def test_reasons_are_shuffled_and_cases_are_not() -> None:
    assert set(shown_order(example("true-false"), "a")) == {"pairs", "reward"}
    assert shown_order(example("case-large-wiki"), "a") == ()
