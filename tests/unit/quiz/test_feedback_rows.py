"""Every part of every item gets its reason, whatever was answered."""

from collections.abc import Iterable

import pytest

from core.content.items import AnyItem
from core.content.typed_items import PredictNumber
from core.language.in_force import speaking
from core.quiz.answers import AnyAnswer, Arranged, Filled, Judged, Matched, Picked, Rating, SelfGraded, Typed
from core.quiz.feedback_rows import FeedbackRow, Look, feedback_rows
from core.quiz.generated import FAMILIES
from core.quiz.mark import Grade
from core.quiz.marking import given_up, mark, mark_kept
from core.quiz.number_reading import typed_number
from core.quiz.right_answer import right_answer
from tests.unit.quiz.examples import ALL, example

MARKED = [item for item in ALL.values() if item.kind not in ("flashcard", "free-answer")]
every_marked_item = pytest.mark.parametrize("item", MARKED, ids=lambda item: item.id)


def _rows(item: AnyItem, answer: AnyAnswer | None, order: tuple[str, ...] = ()) -> tuple[FeedbackRow, ...]:
    return feedback_rows(item, answer, given_up(item) if answer is None else mark(item, answer), order)


def _seen(rows: Iterable[FeedbackRow]) -> list[tuple[str, str, str]]:
    return [(row.look.value, row.said, row.text) for row in rows]


def _parts(item: AnyItem) -> tuple[object, ...]:
    names = ("options", "reasons", "passages", "gaps", "steps", "pairs")
    return tuple(part for name in names for part in getattr(item, name, ()))


@every_marked_item
def test_a_right_answer_shows_nothing_wrong(item: AnyItem) -> None:
    looks = {row.look for row in _rows(item, right_answer(item))}
    assert Look.RIGHT in looks
    assert not looks & {Look.WRONG, Look.MISSED, Look.HALF}


@every_marked_item
def test_an_answer_to_what_the_item_was_before_shows_what_would_have_been_right(item: AnyItem) -> None:
    strange = SelfGraded(rating=Rating.GOOD)
    assert feedback_rows(item, strange, mark_kept(item, strange)) == _rows(item, None)


@every_marked_item
@pytest.mark.parametrize("passed", [True, False], ids=["passed", "answered"])
def test_every_part_is_explained_whether_answered_or_not(item: AnyItem, passed: bool) -> None:
    said = [row.why for row in _rows(item, None if passed else right_answer(item))]
    whys = [part.why for part in _parts(item) if hasattr(part, "why")]
    assert [why for why in whys if not any(why in words for words in said)] == []


@every_marked_item
def test_what_was_passed_claims_no_choice_of_the_learner(item: AnyItem) -> None:
    assert [row.said for row in _rows(item, None) if "you" in row.said.lower()] == []


def test_options_stand_in_the_order_in_which_they_were_shown() -> None:
    item = example("single-choice")
    rows = _rows(item, Picked(options=("all",)), ("more-data", "all", "adapters"))
    assert [(row.look, row.said) for row in rows] == [
        (Look.PLAIN, ""),
        (Look.WRONG, "You chose this"),
        (Look.RIGHT, "Right answer"),
    ]


def test_a_right_option_that_was_left_out_is_told_from_one_that_was_picked() -> None:
    rows = _rows(example("multiple-choice"), Picked(options=("prices", "tone")), ("prices", "policies", "tone"))
    assert [(row.look, row.said) for row in rows] == [
        (Look.RIGHT, "Right answer, you chose it"),
        (Look.MISSED, "Right answer, you left it out"),
        (Look.WRONG, "You chose this"),
    ]


def test_a_wrong_verdict_is_set_beside_the_right_one() -> None:
    first, *reasons = _rows(example("true-false"), Judged(holds=False, reason="reward"), ("reward", "pairs"))
    assert (first.look, first.text, first.lines) == (Look.WRONG, "False", (("Right verdict", "True"),))
    assert [row.said for row in reasons] == ["You chose this", "Right reason"]


def test_the_error_is_put_right_whether_it_was_found_or_not() -> None:
    item = example("spot-error")
    for picked, said in (("how", "The error, you found it"), ("cost", "The error")):
        (error,) = [row for row in _rows(item, Picked(options=(picked,))) if row.lines]
        assert (error.said, error.look) == (said, Look.RIGHT)
        assert error.lines[0][1].startswith("It trained two small matrices")


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("416.7", [("right", "Right, you wrote", "416.7 person-hours")]),
        (
            "410",
            [("right", "Right, you wrote", "410 person-hours"), ("right", "Right answer", "416.7 person-hours")],
        ),
        (
            "25,000",
            [
                ("half", "Partly right, you wrote", "25,000 person-hours"),
                ("right", "Right answer", "416.7 person-hours"),
            ],
        ),
        ("1", [("wrong", "Not quite, you wrote", "1"), ("right", "Right answer", "416.7 person-hours")]),
        (
            "5 k",
            [("wrong", "Not quite, you wrote", "5,000 person-hours"), ("right", "Right answer", "416.7 person-hours")],
        ),
        (
            "3 hours",
            [("wrong", "Not quite, you wrote", "3 hours"), ("right", "Right answer", "416.7 person-hours")],
        ),
    ],
)
def test_a_number_stands_beside_the_right_one(text: str, rows: list[tuple[str, str, str]]) -> None:
    assert _seen(_rows(example("number"), Typed(text=text))) == rows


def test_money_has_its_sign_in_front() -> None:
    item = example("predict-claim")
    assert isinstance(item, PredictNumber)
    assert _seen(_rows(item, Typed(text="$100"))) == [
        ("half", "Partly right, you guessed", "$100"),
        ("right", "Right answer", "$10–40"),
    ]
    cost = FAMILIES["run-cost"].item(1)
    assert _seen(_rows(cost, None)) == [("right", "Right answer", f"${cost.answer:,.10g}")]


def test_money_of_a_few_dollars_keeps_its_cents() -> None:
    rate = ALL["hourly-rate-behind-the-row"]
    assert _rows(rate, typed_number("2.5"))[0].text == "$2.50"
    with speaking("de"):
        assert _rows(rate, typed_number("2,5"))[0].text == "2,50\N{NO-BREAK SPACE}$"
    prices = {FAMILIES["run-cost"].item(seed).steps[-1].numbers.partition("× ")[2] for seed in range(80)}
    assert prices == {"$1.50", "$2", "$2.50", "$4", "$5", "$10"}


def test_number_to_predict_is_told_as_its_explanation_has_it() -> None:
    assert _seen(_rows(ALL["bill-for-5000-labels"], typed_number("12.5k"))) == [
        ("right", "Right, you guessed", "$12,500")
    ]
    assert _rows(ALL["memory-of-qlora-70b"], None)[0].text == "47.9 GiB"
    assert _rows(ALL["rank-for-a-complex-task"], typed_number("24"))[0].text == "24"


def test_gap_that_earns_half_is_partly_right() -> None:
    rows = _rows(ALL["pace-of-labelling"], Filled(texts=(("hours", "25,000 hours"),)))
    (hours,) = [row for row in rows if row.own]
    assert (hours.look, hours.said) == (Look.HALF, "Partly right, you wrote")


def test_gaps_say_what_the_text_has() -> None:
    rows = _rows(example("cloze"), Filled(texts=(("base", "frozen"),)))
    assert [(row.look, row.place, row.text, row.lines) for row in rows] == [
        (Look.RIGHT, "1", "frozen", (("As in the text", "base"),)),
        (Look.MISSED, "2", "4", ()),
    ]


def test_steps_stand_in_the_right_order_with_the_place_that_each_was_given() -> None:
    rows = _rows(example("order"), Arranged(steps=("sft", "pre-training", "rlhf")))
    assert [(row.place, row.text, row.said) for row in rows] == [
        ("1", "Pre-training", "Not quite, you put it in place 2"),
        ("2", "Supervised fine-tuning", "Not quite, you put it in place 1"),
        ("3", "RLHF or DPO", "Right, you put it here"),
    ]


def test_pairs_show_what_was_chosen_beside_what_is_right() -> None:
    rows = _rows(example("match"), Matched(pairs=(("facts", "style"), ("slow", "slow"))))
    assert [(row.look, row.lines) for row in rows] == [
        (Look.WRONG, (("You chose", "Fine-tuning"), ("Right match", "RAG"))),
        (Look.MISSED, (("Right match", "Fine-tuning"),)),
        (Look.RIGHT, (("You chose", "A smaller model"),)),
    ]


@pytest.mark.parametrize("kind", ["cloze", "order", "match"])
def test_parts_that_were_passed_look_missed_and_not_like_parts_that_were_right(kind: str) -> None:
    assert {row.look for row in _rows(example(kind), None)} == {Look.MISSED}


def test_only_what_the_learner_typed_is_the_learners_own() -> None:
    rows = _rows(example("short-text"), Typed(text="**ratio**"))
    assert [row.own for row in rows] == [True, False]


@pytest.mark.parametrize("name", ["flashcard", "free-answer"])
def test_what_is_recalled_has_no_rows(name: str) -> None:
    assert _rows(example(name), None) == ()
    assert given_up(example(name)).grade is Grade.WRONG


def test_a_guess_in_thousands_of_dollars_is_told_as_money() -> None:
    item = example("predict-claim").model_copy(update={"unit": "dollars", "answer": 160, "high": 960})
    assert _rows(item, Typed(text="5 k"))[0].text == "$5,000"
    with speaking("de"):
        assert _rows(item, Typed(text="5 Tsd."))[0].text == "5.000\N{NO-BREAK SPACE}$"


def test_a_guess_in_trillions_is_told_in_trillions() -> None:
    (row,) = _rows(ALL["tokens-behind-gpt-4"], typed_number("13 trillion"))
    assert row.text == "13T tokens"
