"""A right answer is right however people type it, and what only looks like one is not."""

import pytest

from core.quiz.answers import Filled, Typed
from core.quiz.marking import mark
from tests.read_once import load_languages
from tests.unit.quiz.examples import ALL

WORDS = [
    ("rule-in-a-large-wiki", "RAG (retrieval-augmented generation)", 1),
    ("rule-in-a-large-wiki", "use RAG", 1),
    ("rule-in-a-large-wiki", "mit RAG", 1),
    ("rule-in-a-large-wiki", "RAG or fine-tuning", 0),
    ("rule-in-a-large-wiki", "by fine-tuning", 0),
    ("rule-in-a-large-wiki", "not RAG", 0),
    ("what-most-teams-train-with", "LoRA (low-rank adaptation)", 1),
    ("what-most-teams-train-with", "LoRA or QLoRA", 0),
    ("what-most-teams-train-with", "with QLoRA", 0.5),
    ("algorithm-of-step-three", "PPO / proximal policy optimization", 1),
    ("algorithm-of-step-three", "PPO or DPO", 0),
    ("product-of-pre-training", "a base model (or foundation model)", 1),
    ("product-of-pre-training", "use a chat model", 0),
    ("what-pre-training-predicts", "the next token in the sequence", 1),
    ("what-pre-training-predicts", "it is the next word", 0.5),
    ("what-to-replace-at-the-ceiling", "a bigger model", 1),
    ("perfect-on-training-poor-on-real", "overfitting to the training data", 1),
    ("rule-in-a-large-wiki", "RAG with a vector database", 1),
    ("what-most-teams-train-with", "PEFT (LoRA)", 1),
    ("what-most-teams-train-with", "PEFT", 0.5),
    ("what-pre-training-predicts", "the next word or token", 1),
    ("product-of-pre-training", "a pretrained base model", 1),
    ("algorithm-of-step-three", "RL with PPO", 1),
    ("algorithm-of-step-three", "RL", 0.5),
    ("perfect-on-training-poor-on-real", "overfitting the training set", 1),
    ("perfect-on-training-poor-on-real", "poor generalization", 0.5),
    ("what-to-replace-at-the-ceiling", "a more capable base model", 1),
    ("what-to-replace-at-the-ceiling", "switch to a stronger base model", 1),
    ("what-to-replace-at-the-ceiling", "a more powerful model", 1),
    ("perfect-on-training-poor-on-real", "it has overfit", 1),
    ("perfect-on-training-poor-on-real", "The model has overfitted.", 1),
    ("perfect-on-training-poor-on-real", "overfitting to training examples", 1),
    ("perfect-on-training-poor-on-real", "it memorised the data", 0.5),
    ("what-pre-training-predicts", "which token comes next", 1),
    ("what-pre-training-predicts", "a probability distribution over the next token", 1),
    ("product-of-pre-training", "a foundational model", 1),
    ("rule-in-a-large-wiki", "I would use RAG", 1),
    ("rule-in-a-large-wiki", "I'd use RAG", 1),
    ("rule-in-a-large-wiki", "retrieve at query time", 1),
    ("rule-in-a-large-wiki", "I would use fine-tuning", 0),
    ("rule-in-a-large-wiki", "a vector store", 0.5),
    ("rule-in-a-large-wiki", "RAG with a vector db", 1),
    ("rule-in-a-large-wiki", "I think it is RAG", 1),
    ("rule-in-a-large-wiki", "ich glaube RAG", 1),
    ("rule-in-a-large-wiki", "I think not RAG", 0),
    ("what-most-teams-train-with", "they use LoRA", 1),
    ("what-most-teams-train-with", "QLoRA, I think", 0.5),
    ("algorithm-of-step-three", "its PPO i think", 1),
    ("algorithm-of-step-three", "it's called PPO", 1),
    ("algorithm-of-step-three", "probably DPO", 0),
    ("rule-in-a-large-wiki", "rag, because it changes daily", 1),
    ("rule-in-a-large-wiki", "RAG instead of fine-tuning", 1),
    ("rule-in-a-large-wiki", "fine-tuning, not RAG", 0),
    ("rule-in-a-large-wiki", "RAG and fine-tuning", 0),
    ("algorithm-of-step-three", "PPO, a reinforcement learning algorithm", 1),
    ("algorithm-of-step-three", "RL (PPO)", 1),
    ("algorithm-of-step-three", "DPO because it is simpler", 0),
    ("product-of-pre-training", "a base model, not an assistant", 1),
    ("product-of-pre-training", "base (pre-trained) model", 1),
    ("what-most-teams-train-with", "low rank adaption", 1),
    ("what-most-teams-train-with", "parameter-efficient fine-tuning", 0.5),
    ("perfect-on-training-poor-on-real", "the model has memorised the training data", 0.5),
    ("what-to-replace-at-the-ceiling", "the base model with a larger one", 1),
    ("what-pre-training-predicts", "it predicts the next token", 1),
    ("what-pre-training-predicts", "the next word in a sentence", 0.5),
]

GAPS = [
    ("pace-of-labelling", "minutes", "5 minutes", 1),
    ("pace-of-labelling", "minutes", "about 5", 1),
    ("pace-of-labelling", "minutes", "50 minutes", 0),
    ("pace-of-labelling", "hours", "about 400 hours", 1),
    ("pace-of-labelling", "hours", "25,000 hours", 0.5),
    ("what-a-good-prompt-closes", "share", "about 80 percent", 1),
    ("split-at-a-date", "high", "too high", 1),
    ("split-at-a-date", "high", "too low", 0),
    ("split-at-a-date", "before", "from before", 1),
    ("names-of-the-third-stage", "feedback", "human feedback", 1),
    ("names-of-the-third-stage", "feedback", "human", 0),
    ("names-of-the-third-stage", "preference", "direct preference optimization", 1),
    ("teacher-and-what-is-left", "directions", "follow instructions", 1),
    ("pace-of-labelling", "hours", "over 400 hours", 1),
    ("what-a-good-prompt-closes", "hours", "a couple of hours", 1),
    ("what-a-good-prompt-closes", "weeks", "a week or two", 1),
    ("pace-of-labelling", "hours", "approx. 400", 1),
    ("pace-of-labelling", "hours", "417 person-hours", 1),
    ("teaches-to-behave", "knowledge", "knowledge gaps", 1),
]

GERMAN_WORDS = [
    ("rule-in-a-large-wiki", "RAG mit Vektordatenbank", 1),
    ("rule-in-a-large-wiki", "Vektordatenbank", 0.5),
    ("what-most-teams-train-with", "PEFT mit LoRA", 1),
    ("algorithm-of-step-three", "PPO-Algorithmus", 1),
    ("perfect-on-training-poor-on-real", "Overfitting auf die Trainingsdaten", 1),
    ("what-to-replace-at-the-ceiling", "ein besseres Modell", 1),
    ("rule-in-a-large-wiki", "RAG statt Fine-Tuning", 1),
    ("rule-in-a-large-wiki", "RAG, weil es sich täglich ändert", 1),
    ("algorithm-of-step-three", "Verstärkungslernen", 0.5),
    ("product-of-pre-training", "ein Grundlagenmodell", 1),
]

GERMAN_GAPS = [
    ("pace-of-labelling", "hours", "über 400", 1),
    ("what-a-good-prompt-closes", "share", "80 Prozent", 1),
    ("what-a-good-prompt-closes", "hours", "mehrere Stunden", 1),
    ("what-a-good-prompt-closes", "weeks", "ein paar Wochen", 1),
    ("what-a-good-prompt-closes", "weeks", "Stunden", 0),
    ("split-at-a-date", "after", "nach dem Stichtag", 1),
]

GERMAN = load_languages()["de"].item_by_id


@pytest.mark.parametrize(("item_id", "text", "score"), WORDS)
def test_wording_earns_what_it_says(item_id: str, text: str, score: float) -> None:
    assert mark(ALL[item_id], Typed(text=text)).score == score


@pytest.mark.parametrize(("item_id", "gap", "text", "score"), GAPS)
def test_gap_may_repeat_what_stands_beside_it(item_id: str, gap: str, text: str, score: float) -> None:
    found = mark(ALL[item_id], Filled(texts=((gap, text),)))
    assert found.score * len(found.feedback) == pytest.approx(score)


@pytest.mark.parametrize(("item_id", "text", "score"), GERMAN_WORDS)
def test_wording_in_german_earns_what_it_says(item_id: str, text: str, score: float) -> None:
    assert mark(GERMAN[item_id], Typed(text=text)).score == score


@pytest.mark.parametrize(("item_id", "gap", "text", "score"), GERMAN_GAPS)
def test_gap_in_german_takes_what_people_say_there(item_id: str, gap: str, text: str, score: float) -> None:
    found = mark(GERMAN[item_id], Filled(texts=((gap, text),)))
    assert found.score * len(found.feedback) == pytest.approx(score)
