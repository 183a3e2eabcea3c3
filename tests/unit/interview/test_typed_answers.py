"""Answers as people type them: in German, without apostrophes, in plain short sentences, with a wrong sum."""

import pytest

from core.content.models import Content
from core.interview.contradiction import Conflict
from core.interview.prose import is_english, is_list
from core.interview.quantities import figure_conflict
from core.interview.refuting import agrees
from core.interview.shorthand import written_out
from core.interview.words import words_of
from tests.unit.interview.covered_points import covered, mark_of

DICTATED = (
    "so i would first say i get what you want you want a model that knows our stuff but training isnt the way to"
    " get it because fine tuning mostly teaches how to answer not facts and the wiki changes all the time so the"
    " model would be out of date the next week id put the wiki in a search index and let the model read the right"
    " pages when someone asks that way we can also show the source"
)


@pytest.mark.parametrize(
    "text",
    [
        "RAG statt Training, weil Fakten sich ändern.",
        "Daten ändern sich, RAG bleibt aktuell",
        "Fine-Tuning für Stil, RAG für Wissen",
        "Bewertung vor Training festlegen",
        "Erst Prompts verbessern, dann RAG, Feinabstimmung zuletzt",
    ],
)
def test_german_without_its_articles_is_no_english(text: str) -> None:
    assert not is_english(words_of(text))


@pytest.mark.parametrize(
    "text",
    ["RAG first", "non-stationary data", "LoRA: frozen base, two matrices", "As Müller and Grün say, RAG is cheaper."],
)
def test_english_in_few_words_is_english(text: str) -> None:
    assert is_english(words_of(text))


@pytest.mark.parametrize(
    "text",
    [
        "500 careful ones, quality beats quantity, bad labels teach bad habits",
        "LoRA keeps the original model weights frozen.",
        "Prompting takes hours, RAG days, fine-tuning weeks",
        "Pre-training gives knowledge and SFT gives manners.",
        "Full fine-tuning on narrow data overwrote general skills.",
        "LoRA keeps pretrained weights fixed and adds little trainable adapters.",
    ],
)
def test_short_sentences_are_no_list_of_keywords(text: str) -> None:
    assert not is_list(words_of(text), text)


@pytest.mark.parametrize(
    "text",
    [
        "LoRA, frozen weights, small matrices, low rank",
        "RAG latency tokens style content knowledge private data vector database",
        "RAG latency and tokens style content knowledge private data vector database retrieval chunks",
        "preferences, pairs, reward model, PPO, reinforcement learning, comparable results",
    ],
)
def test_keywords_in_a_row_are_a_list(text: str) -> None:
    assert is_list(words_of(text), text)


def test_apostrophes_that_were_left_out_are_put_back() -> None:
    assert written_out("id put it there, it isnt slow").text == "i'd put it there, it isn't slow"
    assert written_out("the user id is in the log").text == "the user id is in the log"


def test_dictated_answer_that_denies_a_belief_is_not_accused_of_it(content: Content) -> None:
    mark = mark_of(content, "ceo-wants-the-wiki-trained", DICTATED)
    assert mark.misconceptions == ()
    assert {"goal", "changes"} <= covered(content, "ceo-wants-the-wiki-trained", DICTATED)


@pytest.mark.parametrize(
    "question, text, point",
    [
        ("bot-lost-its-wits", "Catastrophic forgetting: all weights moved towards support chats.", "name"),
        ("what-sft-changes/sft-how-many-pairs", "500 careful ones, quality beats quantity.", "careful"),
        ("small-model-cannot-reason", "Fine-tuning doesn't make the model smarter.", "ceiling"),
        ("small-model-cannot-reason", "No, you need a bigger base model for that.", "test-stronger"),
        ("great-offline-poor-in-production", "I think real users ask other things than our test set.", "shift"),
        ("seventy-billion-on-one-gpu", "You load the base weights in 4-bit, which takes about 35 GB.", "four-bits"),
        ("bot-lost-its-wits/does-lora-rule-it-out", "No, it can still happen, so keep testing.", "still-watch"),
        (
            "half-a-second-for-an-answer",
            "I'd go for shorter prompts with fewer chunks, shorter outputs and caching.",
            "fewer-tokens",
        ),
    ],
)
def test_a_point_in_plain_words_is_found(content: Content, question: str, text: str, point: str) -> None:
    assert point in covered(content, question, text)


@pytest.mark.parametrize(
    "question, text, point",
    [
        (
            "half-a-second-for-an-answer/facts-change-weekly",
            "No problem at all, you just train again every week.",
            "no",
        ),
        ("estimate-a-7b-run", "7B is big so I'd say 50k of GPU time on a cluster of H100s.", "compute"),
    ],
)
def test_what_says_the_contrary_is_no_point(content: Content, question: str, text: str, point: str) -> None:
    assert point not in covered(content, question, text)


@pytest.mark.parametrize(
    "phrase, said, found",
    [
        ("a hundred and forty gigabytes", "140 GB", Conflict.NONE),
        ("a hundred and forty gigabytes", "1120 GB", Conflict.PLAIN),
        ("thirty-five gigabytes", "35 GB", Conflict.NONE),
        ("thirty-five gigabytes", "10 GB", Conflict.PLAIN),
        ("under fifty dollars", "50k of GPU time", Conflict.PLAIN),
    ],
)
def test_figures_in_words_are_read_whole(phrase: str, said: str, found: Conflict) -> None:
    assert figure_conflict(phrase, said) is found


def test_yes_that_is_taken_back_is_no_yes() -> None:
    assert agrees("Sure, you just train again.") and not agrees("Yes and no.")
    assert not agrees("No real problem, but it costs a run each week.")
