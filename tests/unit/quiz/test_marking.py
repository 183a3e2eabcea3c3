"""Each kind is marked as the guide for authors says, with a word on every option."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from core.language.in_force import speaking
from core.numbers.typed_number import read_number
from core.quiz.answers import (
    AnyAnswer,
    Arranged,
    Filled,
    Judged,
    Matched,
    Picked,
    Rating,
    SelfGraded,
    Typed,
    answer_json,
    read_answer,
)
from core.quiz.mark import Grade, InvalidAnswerError, Mark
from core.quiz.marking import given_up, mark, suggested_rating
from core.quiz.number_reading import number_in, typed_number
from core.quiz.right_answer import right_answer
from tests.unit.quiz.examples import ALL, example


@pytest.mark.parametrize("item_id", ALL)
def test_right_answer_earns_full_credit_and_names_no_misconception(item_id: str) -> None:
    found = mark(ALL[item_id], right_answer(ALL[item_id]))
    assert (found.score, found.grade, found.misconceptions) == (1.0, Grade.RIGHT, ())


@pytest.mark.parametrize("item_id", ALL)
def test_answer_comes_back_from_json_as_it_was(item_id: str) -> None:
    answer = right_answer(ALL[item_id])
    assert read_answer(answer_json(answer)) == answer


@pytest.mark.parametrize("item_id", ALL)
def test_giving_up_earns_nothing_and_explains(item_id: str) -> None:
    found = given_up(ALL[item_id])
    assert (found.score, found.note) == (0.0, ALL[item_id].explanation)


SCORES: list[tuple[str, AnyAnswer, float, tuple[str, ...]]] = [
    ("flashcard", SelfGraded(rating=Rating.AGAIN), 0, ()),
    ("flashcard", SelfGraded(rating=Rating.HARD), 1, ()),
    ("single-choice", Picked(options=("all",)), 0, ("lora-retrains-everything",)),
    ("multiple-choice", Picked(options=("prices",)), 0.5, ()),
    ("multiple-choice", Picked(options=("prices", "tone")), 0, ("rag-changes-behaviour",)),
    ("multiple-choice", Picked(options=("prices", "policies", "tone")), 0, ("rag-changes-behaviour",)),
    ("multiple-choice", Picked(options=()), 0, ()),
    ("true-false", Judged(holds=True, reason="reward"), 0.5, ("dpo-needs-no-preferences",)),
    ("true-false", Judged(holds=True), 0.5, ()),
    ("true-false", Judged(holds=False, reason="pairs"), 0, ("dpo-needs-no-preferences",)),
    ("short-text", Typed(text="  the RANK. "), 1, ()),
    ("short-text", Typed(text="matrix-rank"), 1, ()),
    ("short-text", Typed(text="low rank"), 0.5, ()),
    ("short-text", Typed(text="ratio"), 0, ("lora-retrains-everything",)),
    ("short-text", Typed(text="ratoi"), 0, ("lora-retrains-everything",)),
    ("short-text", Typed(text="something else"), 0, ()),
    ("number", Typed(text="about 400 hours"), 1, ()),
    ("number", Typed(text="25,000 minutes"), 0.5, ()),
    ("number", Typed(text="80"), 0, ("training-is-the-cost",)),
    ("number", Typed(text="500"), 0, ()),
    ("order", Arranged(steps=("pre-training", "rlhf", "sft")), 1 / 3, ()),
    ("order", Arranged(steps=("sft", "pre-training", "rlhf")), 1 / 3, ("base-model-follows-instructions",)),
    ("order", Arranged(steps=("rlhf", "sft", "pre-training")), 0, ("base-model-follows-instructions",)),
    ("match", Matched(pairs=(("facts", "style"), ("slow", "slow"))), 1 / 3, ("tuning-teaches-facts",)),
    ("match", Matched(pairs=(("facts", "facts"), ("style", "style"), ("slow", "pre"))), 2 / 3, ("size-beats-fit",)),
    ("match", Matched(pairs=(("facts", "facts"),)), 1 / 3, ()),
    ("cloze", Filled(texts=(("base", "frozen"), ("bits", "8"))), 0.5, ()),
    ("cloze", Filled(texts=(("bits", "four"),)), 0.5, ()),
    ("case-large-wiki", Picked(options=("fine-tune",)), 0, ("tuning-teaches-facts",)),
    ("spot-error", Picked(options=("cost",)), 0, ("lora-retrains-everything",)),
    ("predict-claim", Typed(text="$25"), 1, ()),
    ("predict-claim", Typed(text="80"), 1, ()),
    ("predict-claim", Typed(text="5"), 1, ()),
    ("predict-claim", Typed(text="150"), 0.5, ()),
    ("predict-claim", Typed(text="2k"), 0, ("training-is-the-cost",)),
    ("predict-claim", Typed(text="-3"), 0, ()),
    ("predict-calculator", Typed(text="4.6 M"), 1, ()),
]  # fmt: skip


@pytest.mark.parametrize(("name", "answer", "score", "beliefs"), SCORES)
def test_answer_earns_its_share_and_gives_its_belief_away(
    name: str, answer: AnyAnswer, score: float, beliefs: tuple[str, ...]
) -> None:
    found = mark(example(name), answer)
    assert found.score == pytest.approx(score)
    assert found.misconceptions == beliefs


INVALID: list[tuple[str, AnyAnswer, str]] = [
    ("single-choice", Picked(options=("none",)), "This question has no such option"),
    ("single-choice", Picked(options=()), "Pick one option."),
    ("single-choice", Picked(options=("all", "adapters")), "Pick one option."),
    ("single-choice", Typed(text="all"), "This answer belongs to another kind of question"),
    ("true-false", Judged(holds=True, reason="none"), "This question has no such option"),
    ("short-text", Typed(text="  "), "Write a word or two"),
    ("number", Typed(text="a lot"), "Write the number in digits"),
    ("number", Typed(text="1e999"), "Write the number in digits"),
    ("predict-claim", Typed(text=""), "Write the number in digits"),
    ("order", Arranged(steps=("sft", "sft", "rlhf")), "Place every step exactly once."),
    ("match", Matched(pairs=()), "Match at least one pair"),
    ("match", Matched(pairs=(("pre", "facts"),)), "This question has no such pair"),
    ("cloze", Filled(texts=(("bits", " "),)), "Fill at least one gap"),
    ("cloze", Filled(texts=(("byte", "4"),)), "This question has no such gap"),
    ("spot-error", Picked(options=("how", "cost")), "Pick one passage."),
    ("case-large-wiki", Picked(options=("pre-train",)), "This question has no such option"),
]


@pytest.mark.parametrize(("name", "answer", "sentence"), INVALID)
def test_answer_that_cannot_be_marked_is_refused_with_a_sentence(name: str, answer: AnyAnswer, sentence: str) -> None:
    with pytest.raises(InvalidAnswerError, match=f"^{sentence}"):
        mark(example(name), answer)


def test_every_option_is_explained_whatever_was_picked() -> None:
    found = mark(example("single-choice"), Picked(options=("more-data",)))
    assert [(one.id, one.given, one.right) for one in found.feedback] == [
        ("adapters", False, True),
        ("all", False, False),
        ("more-data", True, False),
    ]
    assert all(one.why for one in found.feedback)


def test_error_that_was_found_is_put_right() -> None:
    found = mark(example("spot-error"), Picked(options=("how",)))
    assert [one.expected for one in found.feedback if one.right] == [
        "It trained two small matrices beside each adapted weight matrix,"
    ]


def test_slip_counts_as_right_and_is_spelled_out() -> None:
    found = mark(example("short-text"), Typed(text="matirx rank"))
    assert (found.score, found.note) == (1.0, "Counted as right; it is spelled “matrix rank”.")


def test_guess_is_told_how_far_off_it_was() -> None:
    notes = [mark(example("predict-claim"), Typed(text=text)).note for text in ("100", "4", "20", "0", "1e-320")]
    assert notes == [
        "Your guess is 2.5 times too high.",
        "Your guess is 2.5 times too low.",
        "Your guess is in the range.",
        "The number is above zero.",
        "Your guess is 1.80 × 10³⁰⁸ times too low.",
    ]


def test_expected_number_is_shown_with_its_unit() -> None:
    assert mark(example("number"), Typed(text="1")).feedback[0].expected == "416.7 person-hours"
    assert mark(example("predict-claim"), Typed(text="1")).feedback[0].expected == "10–40 usd"


@given(some.floats(0, 1), some.integers(0, 6))
def test_hints_cost_credit_and_never_more_than_there_is(score: float, hints: int) -> None:
    assert 0 <= Mark(score).credit(hints + 1) <= Mark(score).credit(hints) <= score


@given(some.floats(0, 1), some.integers(0, 4))
def test_better_mark_never_gets_a_lower_grade(score: float, hints: int) -> None:
    assert suggested_rating(Mark(score), hints) <= suggested_rating(Mark(1.0), hints)
    assert suggested_rating(Mark(0.0), hints) is Rating.AGAIN


@given(some.text(max_size=60))
def test_any_text_is_marked_or_refused_but_never_breaks(text: str) -> None:
    for name in ("short-text", "number", "predict-claim"):
        try:
            assert 0 <= mark(example(name), Typed(text=text)).score <= 1
        except InvalidAnswerError as error:
            assert str(error)


@pytest.mark.parametrize("text", ["15", "15 T", "15.2 trillion", "15,000 billion"])
def test_scale_that_the_unit_names_may_be_written_out_too(text: str) -> None:
    item = ALL["tokens-behind-llama"]
    assert mark(item, typed_number(text)).correct
    assert not mark(item, typed_number("1.5 T")).correct
    assert number_in(typed_number("900 billion"), item.unit) == 0.9


@pytest.mark.parametrize(
    ("text", "number"),
    [("0,125", 0.125), ("~0,5 h", 0.5), ("1,125", 1125), ("12,5", 12.5), ("10^23", 1e23), ("1e999 × 10^5", None)],
)
def test_number_is_read_as_its_writer_meant_it(text: str, number: float | None) -> None:
    assert read_number(text) == number


@pytest.mark.parametrize(
    ("text", "number"),
    [("1.000,5", 1000.5), ("1,000.5", 1000.5), ("1.000.000", 1e6), ("1'000", 1e3), ("1_000", 1e3), ("over 13T", 13e12)],
)
def test_number_that_nobody_can_mistake_is_read_in_any_language(text: str, number: float) -> None:
    for language in ("en", "de"):
        with speaking(language):
            assert read_number(text) == number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        *(("$50-100M", 50e6), ("$50–100 million", 50e6), ("between 10 and 15T", 10e12), ("5 to 10k", 5000)),
        *(("900-1.2M", 900), ("50k-60k", 50000), ("50-200 ms", 50), ("16-24", 16)),
        *(("r=16", 16), ("rank 32", 32), ("x16", 16), ("×2", 2), ("US$5", 5), ("USD 5", 5), ("< ~50K", 50000)),
    ],
)
def test_range_and_what_stands_before_a_number_are_read_as_meant(text: str, number: float) -> None:
    assert read_number(text) == number


def test_seconds_are_read_where_milliseconds_are_asked_for() -> None:
    assert mark(ALL["time-of-a-vector-search"], typed_number("0.1 s")).correct
    assert not mark(ALL["time-of-a-vector-search"], typed_number("100 s")).correct


def test_share_that_is_typed_as_a_fraction_is_told_so() -> None:
    found = mark(ALL["share-of-half-a-second"], typed_number("0.4"))
    assert found.score == 0.9
    assert not found.misconceptions


def test_range_of_the_chapter_in_its_own_words_is_right() -> None:
    found = mark(ALL["compute-bill-at-gpt-4-scale"], typed_number("$50-100M"))
    assert found.correct
    assert not found.misconceptions


@pytest.mark.parametrize("text", ["25,000 / 60", "1/2", "5000*5/60", "5000 × 5", "2:30"])
def test_sum_is_not_taken_for_its_first_number(text: str) -> None:
    assert read_number(text) is None


@pytest.mark.parametrize("text", ["$1.2/h", "8 × 10^22", "8.09 × 10²² FLOP", "13*10^12", "417 h (25,000 min / 60)"])
def test_number_with_a_rate_or_a_power_is_no_sum(text: str) -> None:
    assert read_number(text) is not None
