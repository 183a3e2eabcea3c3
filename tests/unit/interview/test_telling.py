"""The words that are quoted for a point: those that say it, whole where they are short, and one sentence of two."""

import pytest

from core.content.models import Content
from core.interview.grade_report import quoted
from tests.unit.interview.covered_points import mark_of

SLOW = (
    "First measure: trace a request and see how the 900 ms splits. I'd expect the vector search to be maybe 20 to"
    " 100 ms, and the generation to be the bulk, because tokens come out one by one. So order of work: 1) trim the"
    " prompt, fewer and shorter chunks, since prefill grows with input; 2) limit output length and stream, then"
    " the user sees the first words at 300 ms; 3) cache frequent questions; 4) a smaller or quantized model, maybe"
    " a distilled one tuned on the big model's answers; 5) only then touch the index, e.g. HNSW parameters or drop"
    " the reranker. After each step I look at quality again on the test set, and I look at p95 rather than the"
    " mean."
)
REASONING = (
    "Probably not. Fine-tuning on a few thousand examples mostly changes how a model answers, the capability to"
    " chain steps comes from scale and pre-training. What I would do: first make sure it isn't the prompt, so ask"
    " for step by step reasoning, split the task in sub-tasks, give worked examples. Then run the same cases"
    " through a much larger model with the same prompt. If the big one gets them and the small one doesn't"
    " whatever I try, it's at its ceiling, so use the larger model or route only hard cases to it. Fine-tuning may"
    " help if the task is narrow and always the same, for instance by distilling the reasoning traces of a larger"
    " model, but even then it copies the look of reasoning and fails on new cases."
)
FORGOT = (
    "The model has overfitted to support chats and forgot its general skills, it's called catastrophic"
    " forgetting. I would retrain with LoRA instead of full fine-tuning and with a smaller learning rate. Mix"
    " general data into the training. And test not only the tickets but also reasoning tasks such as GSM8K next"
    " time."
)
SFT = "SFT takes the base model. The data are pairs of a prompt and the ideal response, written or checked by people."
LOGS = (
    "Read the failures. If the bot did not know something, for example a price that changed last week, that is a"
    " knowledge gap and retrieval is the cure."
)


@pytest.mark.parametrize(
    "question, answer, point, words",
    [
        ("half-a-second-for-an-answer", SLOW, "fewer-tokens", "fewer and shorter chunks"),
        ("small-model-cannot-reason", REASONING, "prompt-steps", "step by step reasoning"),
        ("bot-lost-its-wits", FORGOT, "cause", "overfitted to support chats"),
        ("what-sft-changes", SFT, "pairs", "a prompt and the ideal response"),
        ("support-bot-is-wrong", LOGS, "knowledge", "retrieval is the cure"),
    ],
)
def test_quote_holds_the_words_that_say_the_point(
    content: Content, question: str, answer: str, point: str, words: str
) -> None:
    found = next(one for one in mark_of(content, question, answer).points if one.id == point)
    assert words in quoted(answer, found.evidence)


def test_misconception_is_quoted_in_the_one_sentence_that_sounds_like_it(content: Content) -> None:
    answer = (
        "When validation loss goes down the model improves, so we ship the checkpoint with the lowest loss. In addition"
        " BLEU and ROUGE against reference answers, they are objective. Humans are expensive and subjective."
    )
    named = mark_of(content, "design-the-evaluation", answer).misconceptions
    assert [one.id for one in named] == ["metric-is-the-goal"]
    assert quoted(answer, named[0].evidence).startswith("When validation loss") and "BLEU" not in quoted(
        answer, named[0].evidence
    )
