"""GIFT as Moodle's importer reads it: each kind in its form, signs disarmed.

The whole bank (164 items, 175 questions), English and German, was read by the parser gift-pegjs 1.0.2 on 2026-12-02.
"""

import pytest

from core.content.typed_items import Number, ShortText
from core.export.gift import gift
from core.export.item_text import answer_text
from tests.unit.quiz.examples import ALL, example

EXPECTED = {
    "single-choice": [
        "=Two small matrices beside each adapted weight matrix#Their product stands",
        "~All weights of the model, but in a lower precision#The pre-trained",
    ],
    "multiple-choice": ["~%50%Prices that change every week#The next", "~%-100%The tone of every answer#Tone is"],
    "true-false": ["[plain]DPO still needs people to compare pairs of answers.{TRUE#The pairs are", "####DPO drops"],
    "short-text": ["=Rank\n", "=%0%ratio#It is the inner", '=%50%low rank#Right word; "low"'],
    "number": ["(in person-hours) {\n#\n=395.865..437.535", "=%50%24900..25100#That is minutes."],
    "order": ["=Pre-training -> 1", "=RLHF or DPO -> 3"],
    "match": ["=It does not know our catalogue -> RAG", "= -> Pre-training"],
    "cloze": ["::example-cloze-base::[plain]QLoRA keeps the ____ model in 4 bits", "=four"],
    "case-large-wiki": ["=RAG#Large and changing\\: look", "What does this case call for first? {"],
    "spot-error": ["=It updated all of its weights,#The pre-trained", "~We adapted the model with LoRA.#LoRA is"],
    "predict-claim": ["(in usd) {\n#\n=5..80"],
    "flashcard": ["{\n####Which of two answers people will prefer.\\nRaters compared"],
    "free-answer": ["{\n####Whether training examples are in the test set."],
}


@pytest.mark.parametrize("name", EXPECTED)
def test_each_kind_takes_its_form(name: str) -> None:
    text = gift([example(name)])
    assert [part for part in EXPECTED[name] if part not in text] == []


@pytest.mark.parametrize("item_id", ALL)
def test_every_question_is_one_block_with_title_and_tags(item_id: str) -> None:
    for block in gift([ALL[item_id]]).strip().split("\n\n"):
        comment, title, *_ = block.split("\n")
        assert comment.startswith(f"// [id:{item_id}")
        assert f"[tag:{ALL[item_id].kind}]" in comment
        assert title.startswith(f"::{item_id}")
        assert block.endswith("}")
        plain = block.replace("\\{", "").replace("\\}", "")
        assert (plain.count("{"), plain.count("}")) == (1, 1)


def test_signs_of_the_format_are_disarmed() -> None:
    item = example("short-text")
    assert isinstance(item, ShortText)
    text = gift([item.model_copy(update={"question": "Is {a} = b ~ c # d: \\e?"})])
    assert "[plain]Is \\{a\\} \\= b \\~ c \\# d\\: \\\\e? {" in text


def test_bounds_are_written_in_digits_alone_however_large_or_small() -> None:
    item = example("number")
    assert isinstance(item, Number)
    for answer, told in ((13e12, "=12350000000000..13650000000000\n"), (2e-7, "=0.00000019..0.00000021\n")):
        large = item.model_copy(update={"answer": answer, "tolerance_percent": 5, "accepted": None, "ranges": ()})
        assert told in gift([large])


def test_accepted_range_of_a_number_is_exported_with_it() -> None:
    assert "=15..15.6\n" in gift([ALL["tokens-behind-llama"]])


def test_closed_range_of_wrong_numbers_has_its_word_and_a_guess_not_far_off_earns_half() -> None:
    assert "=%0%16..16#That is the rank." in gift([ALL["scale-of-the-adapter"]])
    assert "=6250..25000\n=%50%3125..50000\n" in gift([ALL["bill-for-5000-labels"]])


def test_number_is_told_in_figures_and_a_huge_one_by_its_power_of_ten() -> None:
    item = ALL["tokens-behind-llama"]
    assert answer_text(item) == "15 trillion tokens"
    assert answer_text(item.model_copy(update={"answer": 2e23, "unit": "FLOP"})) == "2.00 × 10²³ FLOP"
    assert answer_text(item.model_copy(update={"answer": 13e12, "unit": "tokens"})) == "13,000,000,000,000 tokens"
