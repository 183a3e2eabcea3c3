"""Answers as candidates write them the evening before: notes, a “no” that answers, “not enough”, figures in words."""

import pytest

from core.content.models import Content
from core.interview.contradiction import Conflict, conflict
from core.interview.evidence import marks
from core.interview.polarity import denies, stance_of
from core.interview.prose import is_list
from core.interview.quantities import figure_conflict
from core.interview.verdicts import Verdict
from core.interview.windows import Span, sentences_of
from core.interview.words import words_of
from tests.unit.interview.covered_points import covered, mark_of

NOTES = """- missing or stale facts -> RAG
- tone/format -> prompt, few-shot, then fine tune if that's not enough
- pull ~100 bad conversations, label each: missing fact / wrong fact / tone / format
- small eval set before & after"""
CASES = """* stable task, style/format matters -> FT
* latency budget, no time for retrieval -> FT
* changing facts, citations -> RAG
* few examples -> prompting first"""

SUMS = """* 5k ex x 5 min ≈ 417 h
* x $40/h ≈ $17k
* GPU: 1xA100, couple h, <$20
* => labour dominates
* + evals, reruns"""


@pytest.mark.parametrize("notes", [NOTES, CASES, SUMS])
def test_notes_line_by_line_are_no_list_of_keywords(notes: str) -> None:
    assert not is_list(words_of(notes), notes)


@pytest.mark.parametrize(
    "keywords",
    [
        "- BLEU, ROUGE\n- MMLU\n- human evaluation\n- held-out set\n- adversarial\n- threshold",
        "RAG, latency, tokens, style over content\nprivate data, vector database, cost\nLoRA, rank, adapters, memory",
    ],
)
def test_keywords_line_by_line_stay_a_list(keywords: str) -> None:
    assert is_list(words_of(keywords), keywords)


def test_notes_earn_their_points(content: Content) -> None:
    assert {"knowledge", "prompt-first"} <= covered(content, "support-bot-is-wrong", NOTES)
    found = {one.id: one.verdict for one in mark_of(content, "tuning-over-rag", CASES).points}
    assert found["style"] is not Verdict.MISSING


@pytest.mark.parametrize(
    "question, text, point",
    [
        ("half-a-second-for-an-answer/facts-change-weekly", "No. You'd have to retrain every week.", "no"),
        ("after-one-afternoon-of-prompting", "I'd say sixty is not enough data to fine-tune.", "too-few"),
        (
            "after-one-afternoon-of-prompting",
            "Sixty examples isn't a lot. Collect more before you train.",
            "too-few",
        ),
        ("after-one-afternoon-of-prompting", "60 examples are not many to train on. Use prompts.", "too-few"),
        (
            "after-one-afternoon-of-prompting",
            "I don't think we have enough data: the model will just memorise them.",
            "overfit",
        ),
        (
            "estimate-a-7b-run/where-is-the-money",
            "Domain experts. At 5 minutes per example it's about 400 hours, or $16k at 40 an hour.",
            "hours",
        ),
        (
            "small-model-cannot-reason",
            "Fine-tuning does not add reasoning ability that the base model lacks.",
            "ceiling",
        ),
        ("estimate-a-7b-run/cut-it-by-ten", "Fewer but better examples: 500 curated ones.", "good-500"),
        (
            "what-pre-training-leaves",
            "What you get is a base model: a text completer whose knowledge stops at the cutoff date.",
            "cutoff",
        ),
        (
            "what-pre-training-leaves",
            "It costs tens of millions and only a few labs do it.",
            "labs-only",
        ),
    ],
)
def test_a_point_that_is_made_is_not_taken_for_its_contrary(
    content: Content, question: str, text: str, point: str
) -> None:
    assert point in covered(content, question, text)


@pytest.mark.parametrize(
    "question, text, point",
    [
        ("after-one-afternoon-of-prompting", "60 examples are more than enough if they are good.", "too-few"),
        ("small-model-cannot-reason", "Fine-tuning adds any ability that the base model lacks.", "ceiling"),
        (
            "small-model-cannot-reason",
            "Fine-tuning gives the model an ability that it does not have yet.",
            "ceiling",
        ),
        ("estimate-a-7b-run/where-is-the-money", "At 5 minutes per example it takes two hours.", "hours"),
        ("estimate-a-7b-run", "A LoRA run takes a week on one A10G.", "compute"),
        ("estimate-a-7b-run", "The compute for a 7B LoRA run is eight A100 for a week.", "compute"),
        ("after-one-afternoon-of-prompting", "60 examples is a lot, that will do.", "too-few"),
        ("what-pre-training-leaves", "The base model follows instructions and answers questions.", "base-model"),
    ],
)
def test_the_contrary_is_still_no_point_made(content: Content, question: str, text: str, point: str) -> None:
    assert point not in covered(content, question, text)


def test_not_enough_is_not_taken_for_the_belief_that_it_is(content: Content) -> None:
    for text in ("I'd say sixty is not enough data to fine-tune.", "Sixty examples aren't nearly enough to tune on."):
        assert mark_of(content, "after-one-afternoon-of-prompting", text).misconceptions == ()


@pytest.mark.parametrize(
    "phrase, said, found",
    [
        ("a run takes 2–8 hours", "it runs for a week", Conflict.PLAIN),
        ("a run takes 8–24 hours", "it takes about a day", Conflict.NONE),
        ("tuning takes weeks", "tuning takes a week or two", Conflict.NONE),
        ("a run takes 2–8 hours", "the GPU costs $5 an hour", Conflict.NONE),
    ],
)
def test_a_length_of_one_is_a_figure_and_a_rate_is_none(phrase: str, said: str, found: Conflict) -> None:
    assert figure_conflict(phrase, said) is found


@pytest.mark.parametrize(
    "phrase, said, found",
    [
        ("it takes hundreds of hours", "about 400 hours", Conflict.NONE),
        ("it is over four hundred hours", "about 400 hours", Conflict.NONE),
        ("it takes hundreds of hours", "about 2 hours", Conflict.PLAIN),
        ("five hundred thousand tokens", "500 k tokens", Conflict.NONE),
    ],
)
def test_hundreds_are_read_as_figures(phrase: str, said: str, found: Conflict) -> None:
    assert figure_conflict(phrase, said) is found


def test_what_it_costs_says_nothing_against_cheap() -> None:
    phrase = stance_of("LoRA is far cheaper")
    assert conflict(phrase, stance_of("LoRA costs a tenth"), {"lor": 1.0, "cheap": 1.0}) is not Conflict.PLAIN


def test_a_no_that_answers_negates_nothing_and_poor_at_it_denies() -> None:
    assert stance_of("No, DPO needs the pairs.").affirmed == stance_of("DPO needs the pairs.").affirmed
    assert not stance_of("There is no reward model.").affirmed
    assert denies("it is poor at following instructions") and not denies("its knowledge stops at the cutoff")


def test_the_quoted_words_of_a_point_in_doubt_are_the_nearest(content: Content) -> None:
    text = "I would ask what he wants to solve. The wiki changes every day so we'd be retraining constantly."
    mark = mark_of(content, "ceo-wants-the-wiki-trained", text)
    spans = {one.id: one.evidence for one in mark.points if one.verdict is not Verdict.MISSING}
    assert spans and all(span and span.start > 30 for name, span in spans.items() if name in ("changes", "paid-again"))


def test_a_bullet_is_no_word_of_the_evidence() -> None:
    found = marks("- facts: RAG\n2. tone: prompt", {"1": Span(0, 12), "2": Span(13, 28)})
    assert [piece.text for piece in found if piece.labels] == ["facts: RAG", "tone: prompt"]


@pytest.mark.parametrize(
    "question, belief, answer",
    [
        (
            "lora-or-full/when-full-after-all",
            "lora-is-second-rate",
            "If I have very much data and the domain is far from what the model has seen, like a new language or"
            " protein sequences, and LoRA at a high rank measurably falls short on my tests. And I have the GPUs for"
            " it, 100+ GB for a 7B. And only one model is served so that adapters are of no use.",
        ),
        (
            "what-pre-training-leaves",
            "anyone-can-pre-train",
            "During pre-training the model gets labelled question and answer data from the internet and it learns to"
            " answer questions. After this you have a model like ChatGPT that can be used right away, but it's general."
            " Then you fine-tune it to your domain. The pre-training costs a lot since you need GPUs and people who"
            " label the data.",
        ),
    ],
)
def test_nobody_is_accused_of_what_no_words_of_theirs_say(
    content: Content, question: str, belief: str, answer: str
) -> None:
    assert belief not in {one.id for one in mark_of(content, question, answer).misconceptions}


def test_steps_numbered_within_a_line_are_read_one_by_one() -> None:
    text = "RLHF: 1) raters pick the winner 2) fit a reward model (3) PPO against it"
    said = [text[one.span.start : one.span.end] for one in sentences_of(text)]
    assert said == ["RLHF:", "raters pick the winner", "fit a reward model", "PPO against it"]
