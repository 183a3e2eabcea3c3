"""Answers typed in a hurry: abbreviations, signs, sizes in words, notes without a subject."""

import pytest

from core.content.models import Content
from core.interview.bank_rubrics import rubrics
from core.interview.marker import load_marker
from core.interview.matching import windows_of
from core.interview.quantities import figure_conflict
from core.interview.shorthand import written_out
from core.interview.verdicts import Verdict
from core.interview.windows import Span, sentences_of


def marked(content: Content, question: str, text: str) -> tuple[set[str], set[str]]:
    """The points that are covered, and the misconceptions that are heard."""
    mark = load_marker().mark(rubrics(content)[question], text)
    covered = {point.id for point in mark.points if point.verdict is Verdict.COVERED}
    return covered, {belief.id for belief in mark.misconceptions}


@pytest.mark.parametrize(
    "short, long",
    [
        ("FT w/ 2k ex., w/o RAG", "fine-tuning with 2k examples, without RAG"),
        ("optimise w/ PPO against the RM", "optimise with PPO against the reward model"),
        ("SFT = pairs & labels", "SFT is pairs and labels"),
        ("LoRA != smaller model", "LoRA is not smaller model"),
        ("5,000 × 5 min = 417 h -> $16k, loss < 1", "5,000 × 5 min = 417 h -> $16k, loss < 1"),
        ("The left and SFTP stay", "The left and SFTP stay"),
        ("prompt eng. b4 both, RAG 1st", "prompt engineering before both, RAG first"),
        ("DPO: straight on pref. pairs", "DPO: straight on preference pairs"),
        ("read the failed convos, bc it's abt tone", "read the failed conversations, because it's about tone"),
        ("I'd prefer pairs and one convoy", "I'd prefer pairs and one convoy"),
    ],
)
def test_what_is_abbreviated_is_written_out_and_sums_are_left_alone(short: str, long: str) -> None:
    assert written_out(short).text == long


@pytest.mark.parametrize(
    "text, clauses",
    [
        (
            "SFT -> raters rank the outputs -> fit a reward model",
            ["SFT", "raters rank the outputs", "fit a reward model"],
        ),
        ("missing facts and prices -> RAG", ["missing facts and prices -> RAG"]),
    ],
)
def test_each_step_of_a_chain_of_arrows_is_a_clause(text: str, clauses: list[str]) -> None:
    assert [text[slice(*_ends(one))] for one in sentences_of(text)[0].clauses] == clauses


def test_evidence_stands_where_it_was_written() -> None:
    text = "Lacks form -> FT, always"
    long = written_out(text)
    assert text[slice(*_ends(long.original(Span(14, 25))))] == "FT"
    assert text[slice(*_ends(long.original(Span(long.text.index("always"), len(long.text)))))] == "always"


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end


@pytest.mark.parametrize("said, conflict", [("millions of examples", 2), ("tens of thousands of labelled pairs", 0)])
def test_a_size_in_words_contradicts_figures_far_below(said: str, conflict: int) -> None:
    assert (
        figure_conflict("It takes about 1,000 to 100,000 examples, thousands of pairs.", f"You need {said}.")
        == conflict
    )


def test_a_clause_that_begins_with_a_verb_speaks_of_what_stands_before() -> None:
    windows = {window.text: window for window in windows_of("SFT is school for it, learns to answer questions.")}
    assert windows["learns to answer questions."].meant == windows["SFT is school for it"].stems


@pytest.mark.parametrize(
    "question, text, points",
    [
        ("lora-or-full", "Quality about on par w/ full FT", "quality"),
        ("rlhf-against-dpo", "annotators rank the model's responses", "preferences"),
        ("half-a-second-for-an-answer", "swap in a smaller LLM", "smaller"),
        ("bot-lost-its-wits", "Run MMLU before and after.", "benchmarks"),
        ("great-offline-poor-in-production", "train/test leakage so the score is inflated", "leakage"),
    ],
)
def test_points_made_in_few_words_are_heard(content: Content, question: str, text: str, points: str) -> None:
    assert points in marked(content, question, text)[0]


@pytest.mark.parametrize("text", ["You need billions of examples.", "More is better, so millions of pairs."])
def test_far_too_many_examples_are_not_the_amount(content: Content, text: str) -> None:
    assert not marked(content, "what-sft-changes", text)[0]


@pytest.mark.parametrize(
    "question, text, belief",
    [
        ("what-sft-changes", "Most of what the model knows comes from the SFT data.", "knowledge-comes-from-sft"),
    ],
)
def test_beliefs_in_plain_words_are_heard(content: Content, question: str, text: str, belief: str) -> None:
    assert marked(content, question, text)[1] == {belief}


@pytest.mark.parametrize(
    "question, text",
    [
        ("stages-for-a-newcomer", "Fine-tuning: gets example dialogues, learns to follow instructions."),
        ("what-sft-changes", "better data beats more data"),
        ("seventy-billion-on-one-gpu", "base in NF4, adapters in bf16"),
    ],
)
def test_who_knows_better_is_accused_of_nothing(content: Content, question: str, text: str) -> None:
    assert not marked(content, question, text)[1]
