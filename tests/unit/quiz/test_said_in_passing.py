"""A right answer may go on to say what it is for or what sort of thing it is, unless that names another answer."""

import pytest

from core.content.typed_items import Cloze
from core.quiz.answers import Filled, Typed
from core.quiz.mark import InvalidAnswerError
from core.quiz.marking import mark
from core.quiz.number_reading import typed_number
from tests.read_once import load_languages

BANKS = load_languages()

WORDS = [
    ("en", "rule-in-a-large-wiki", "RAG solution", 1),
    ("en", "rule-in-a-large-wiki", "RAG with daily re-indexing", 1),
    ("en", "rule-in-a-large-wiki", "Retrieval-Augmented Generation (RAG) with a vector DB", 1),
    ("en", "rule-in-a-large-wiki", "RAG - because it changes daily", 1),
    ("en", "rule-in-a-large-wiki", "I'd go with RAG", 1),
    ("en", "rule-in-a-large-wiki", "RAG with fine-tuning", 0),
    ("en", "rule-in-a-large-wiki", "fine-tuning with RAG", 0),
    ("en", "rule-in-a-large-wiki", "RAG for prompting", 0),
    ("en", "rule-in-a-large-wiki", "RAG - no, fine-tuning", 0),
    ("en", "what-most-teams-train-with", "plain LoRA in 16 bits", 1),
    ("en", "what-most-teams-train-with", "fine-tuning with LoRA", 1),
    ("en", "what-most-teams-train-with", "LoRA (not QLoRA)", 1),
    ("en", "what-most-teams-train-with", "LoRA with QLoRA", 0),
    ("en", "what-most-teams-train-with", "LoRA with quantization", 0.5),
    ("en", "algorithm-of-step-three", "it uses PPO with a KL penalty", 1),
    ("en", "algorithm-of-step-three", "PPO without a DPO loss", 0),
    ("en", "perfect-on-training-poor-on-real", "severe overfitting due to too few examples", 1),
    ("en", "perfect-on-training-poor-on-real", "overfitting (memorization)", 1),
    ("en", "perfect-on-training-poor-on-real", "overfitting on leakage", 0),
    ("en", "what-to-replace-at-the-ceiling", "replace the base model with a bigger one", 1),
    ("en", "what-to-replace-at-the-ceiling", "the base model → a larger one", 1),
    ("en", "what-to-replace-at-the-ceiling", "the model with better training data", 0),
    ("en", "what-pre-training-predicts", "the next token based on the previous ones", 1),
    ("en", "what-pre-training-predicts", "to predict the next token", 1),
    ("en", "product-of-pre-training", "a base model with SFT", 0),
    ("en", "product-of-pre-training", "a base model with instruction tuning", 0),
    ("de", "rule-in-a-large-wiki", "ich würde RAG nehmen", 1),
    ("de", "rule-in-a-large-wiki", "eine RAG-Lösung mit täglichem Index", 1),
    ("de", "rule-in-a-large-wiki", "RAG mit Fine-Tuning", 0),
    ("de", "what-to-replace-at-the-ceiling", "das Basismodell gegen ein stärkeres austauschen", 1),
    ("de", "what-most-teams-train-with", "LoRA-Verfahren", 1),
    ("de", "what-pre-training-predicts", "es sagt das nächste Token vorher", 1),
]

GAPS = [
    ("en", "pace-of-labelling", "hours", "417 hrs", 1),
    ("en", "what-a-good-prompt-closes", "hours", "only hours of work", 1),
    ("en", "what-a-good-prompt-closes", "weeks", "hours of work", 0),
    ("en", "teaches-to-behave", "knowledge", "knowledge of style", 0),
    ("en", "teacher-and-what-is-left", "imperfect", "not fully aligned", 1),
    ("en", "split-at-a-date", "before", "after", 0),
    ("de", "what-a-good-prompt-closes", "weeks", "ein oder zwei Wochen", 1),
    ("de", "split-at-a-date", "after", "nach diesem Datum", 1),
    ("de", "split-at-a-date", "after", "vorher", 0),
]

NUMBERS = [
    ("scale-of-the-adapter", "32/16 = 2", 1),
    ("scale-of-the-adapter", "by a factor of 2", 1),
    ("full-over-lora", "$160 / $10 = 16", 1),
    ("gpt-4o-mini-three-passes", "6M × $3 = $18", 1),
    ("two-rungs-up", "≥ 100x", 1),
    ("rank-for-a-complex-task", "a rank of 32", 1),
    ("rank-for-a-complex-task", "r = 8", 0),
    ("two-matrices-of-rank-8", "64k", 1),
]


@pytest.mark.parametrize(("language", "item_id", "text", "score"), WORDS)
def test_what_an_answer_goes_on_to_say_counts_only_against_it_when_it_is_another(
    language: str, item_id: str, text: str, score: float
) -> None:
    assert mark(BANKS[language].item_by_id[item_id], Typed(text=text)).score == score


@pytest.mark.parametrize(("language", "item_id", "gap", "text", "score"), GAPS)
def test_gap_is_read_the_same_way(language: str, item_id: str, gap: str, text: str, score: float) -> None:
    item = BANKS[language].item_by_id[item_id]
    assert isinstance(item, Cloze)
    found = mark(item, Filled(texts=((gap, text),)))
    assert found.score * len(item.gaps) == pytest.approx(score)


@pytest.mark.parametrize(("item_id", "text", "score"), NUMBERS)
def test_number_may_be_the_result_of_what_is_written_before_it(item_id: str, text: str, score: float) -> None:
    assert mark(BANKS["en"].item_by_id[item_id], typed_number(text)).score == score


def test_power_that_is_not_worked_out_is_asked_for_again() -> None:
    with pytest.raises(InvalidAnswerError):
        mark(BANKS["en"].item_by_id["two-matrices-of-rank-8"], typed_number("2^16"))
