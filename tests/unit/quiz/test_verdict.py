"""The verdict in a sentence: right, partly, not quite, passed, and what confidence adds."""

import pytest

from core.content.arranged_items import OrderStep
from core.quiz.answers import AnyAnswer, Arranged, Filled, Judged, Matched, Picked, Rating, SelfGraded, Typed
from core.quiz.log import Confidence
from core.quiz.marking import given_up, mark
from core.quiz.number_reading import typed_number
from core.quiz.verdict import verdict
from tests.read_once import load_content
from tests.unit.quiz.examples import ALL, example

SAID = [
    ("single-choice", Picked(options=("adapters",)), "Right."),
    ("single-choice", Picked(options=("all",)), "Not quite."),
    ("multiple-choice", Picked(options=("prices",)), "Partly right: 1 of 2."),
    ("multiple-choice", Picked(options=("prices", "tone")), "Not quite: 1 of 2, and 1 too many."),
    ("multiple-choice", Picked(options=("tone",)), "Not quite."),
    ("true-false", Judged(holds=True, reason="reward"), "Partly right: the verdict is right, the reason is not."),
    ("true-false", Judged(holds=False, reason="pairs"), "Not quite."),
    ("short-text", Typed(text="low rank"), "Partly right."),
    ("number", Typed(text="25000"), "Partly right."),
    ("predict-claim", Typed(text="100"), "Partly right. Your guess is 2.5 times too high."),
    ("predict-claim", Typed(text="0.1"), "Not quite. Your guess is 100 times too low."),
    ("predict-claim", Typed(text="0.00001"), "Not quite. Your guess is 1,000,000 times too low."),
    ("predict-claim", Typed(text="20"), "Right. Your guess is in the range."),
    ("cloze", Filled(texts=(("base", "frozen"), ("bits", "8"))), "Partly right: 1 of 2."),
    ("order", Arranged(steps=("sft", "pre-training", "rlhf")), "Partly right: 1 of 3 in place."),
    ("order", Arranged(steps=("rlhf", "sft", "pre-training")), "Not quite."),
    ("match", Matched(pairs=(("slow", "slow"),)), "Partly right: 1 of 3."),
    ("spot-error", Picked(options=("how",)), "Right."),
    ("flashcard", SelfGraded(rating=Rating.GOOD), "Here is the answer."),
]


@pytest.mark.parametrize(("name", "answer", "words"), SAID)
def test_a_verdict_says_how_far_the_answer_goes(name: str, answer: AnyAnswer, words: str) -> None:
    item = example(name)
    assert verdict(item, answer, mark(item, answer)) == words


def test_an_order_in_which_nothing_is_in_place_can_still_hold_in_part() -> None:
    steps = tuple(OrderStep(id=name, text=name, why="So.") for name in "abcde")
    item = example("order").model_copy(update={"steps": steps, "swaps": ()})
    answer = Arranged(steps=tuple("bcdea"))
    found = mark(item, answer)
    assert found.score == pytest.approx(0.2)
    said = verdict(item, answer, found)
    assert said == "Partly right: some follow each other correctly, none is in its place."


def test_being_sure_and_wrong_is_worth_a_second_look() -> None:
    item, answer = example("single-choice"), Picked(options=("all",))
    said = {level: verdict(item, answer, mark(item, answer), level) for level in Confidence}
    assert said[Confidence.SURE] == "Not quite. You were sure, so this one is worth a second look."
    assert said[Confidence.FAIRLY] == said[Confidence.GUESS] == "Not quite."


def test_a_lucky_guess_is_sent_to_the_reason() -> None:
    item, answer = example("single-choice"), Picked(options=("adapters",))
    found = mark(item, answer)
    assert verdict(item, answer, found, Confidence.GUESS) == "Right. You called it a guess, so read why it holds."
    assert verdict(item, answer, found, Confidence.SURE) == "Right."


def test_a_slip_of_the_finger_is_named_and_passes() -> None:
    item, answer = example("cloze"), Filled(texts=(("base", "frozne"), ("bits", "4")))
    assert verdict(item, answer, mark(item, answer)) == "Right. Counted as right; it is spelled “frozen”."


def test_not_knowing_is_no_mistake() -> None:
    item = example("number")
    assert verdict(item, None, given_up(item), Confidence.SURE) == "Here is the answer."


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("60", "Right. Your guess is within 5 % of the number."),
        ("63", "Right. Your guess is exact."),
        ("84", "Right. Your guess is 1.3 times the number; up to 1.5 times counts."),
        ("45", "Right. The number is 1.4 times your guess; up to 1.5 times counts."),
        ("112.5", "Partly right. Your guess is 1.8 times too high."),
    ],
)
def test_right_guess_is_told_how_near_it_is_and_never_that_it_is_too_low(typed: str, said: str) -> None:
    item = load_content().item_by_id["memory-of-a-full-7b-run"]
    answer = Typed(text=typed)
    assert verdict(item, answer, mark(item, answer)).replace("\N{NO-BREAK SPACE}", " ") == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("165M", "Right. Your guess is 1.6 times the upper end; up to 2 times counts."),
        ("30M", "Right. The lower end is 1.7 times your guess; up to 2 times counts."),
        ("60M", "Right. Your guess is in the range."),
    ],
)
def test_right_guess_beside_a_range_is_not_called_too_high_or_too_low(text: str, said: str) -> None:
    item, answer = ALL["compute-bill-at-gpt-4-scale"], typed_number(text)
    assert verdict(item, answer, mark(item, answer)) == said
