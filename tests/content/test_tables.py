"""The chapter's two tables, the lists, the quotation: all there, with their columns and ranges."""

import pytest

from core.content.facts import PitfallKind, Range
from core.content.models import Content

# id: (cost, time to ship) as the chapter's table has them, and a word of each of the two columns of prose.
APPROACHES = {
    "prompting": ("Zero", "Hours", "reasoning", "too large"),
    "prompt-stuffing": ("Minimal", "Hours", "static", "50,000 tokens"),
    "rag": ("Low–medium", "1–3 days", "dynamic", "implicit"),
    "fine-tuning": ("High", "1–2 weeks", "vocabulary", "changes frequently"),
    "pre-training": ("Enormous", "Months", "capabilities", "AI lab"),
}


@pytest.mark.parametrize("approach_id", APPROACHES)
def test_approach_has_the_five_columns_of_the_chapter(content: Content, approach_id: str) -> None:
    cost, time, best_for, avoid_when = APPROACHES[approach_id]
    row = content.approach_by_id[approach_id]
    assert (row.cost, row.time_to_ship) == (cost, time)
    assert best_for in row.best_for
    assert avoid_when in row.avoid_when
    assert row.title


def test_there_are_five_approaches_cheapest_first(content: Content) -> None:
    assert [approach.id for approach in content.approaches] == list(APPROACHES)
    costs = [approach.relative_cost.low for approach in content.approaches]
    assert costs == sorted(costs)


def test_the_ladder_has_the_chapters_three_rungs_and_the_one_out_of_reach(content: Content) -> None:
    rungs = [approach.id for approach in content.approaches if approach.rung]
    assert rungs == ["prompting", "rag", "fine-tuning", "pre-training"]


# id: (billions of parameters, GPUs, hours, dollars or hours) as the chapter's table has them.
COSTS: dict[str, tuple[float | None, int | None, tuple[float, float | None] | None, tuple[float, float | None]]] = {
    "lora-7b": (7, 1, (2, 8), (10, 40)),
    "lora-13b": (13, 1, (4, 12), (40, 120)),
    "qlora-70b": (70, 1, (8, 24), (80, 240)),
    "full-7b": (7, 4, (4, 24), (160, 960)),
    "openai-gpt-4o-mini": (None, None, (1, None), (3, 15)),
    "runway": (None, None, None, (3, 25)),
    "labelling": (None, None, (400, None), (400, None)),
}
GPUS = {
    "lora-7b": "A10G (24 GB)",
    "lora-13b": "A100 (40 GB)",
    "qlora-70b": "A100 (80 GB)",
    "full-7b": "4 × A100 (80 GB)",
}


@pytest.mark.parametrize("row_id", COSTS)
def test_cost_row_has_the_ranges_of_the_chapter(content: Content, row_id: str) -> None:
    row = next(row for row in content.costs if row.id == row_id)
    parameters, gpus, hours, cost = COSTS[row_id]
    assert (row.parameters_b, row.gpu_count) == (parameters, gpus)
    assert _ends(row.time) == hours
    assert _ends(row.cost) == cost
    assert row.gpu == GPUS.get(row_id, row.gpu)
    assert row.as_of == "2025-02"


def _ends(found: Range | None) -> tuple[float, float | None] | None:
    return (found.low, found.high) if found else None


def test_there_are_seven_cost_rows(content: Content) -> None:
    assert [row.id for row in content.costs] == list(COSTS)


@pytest.mark.parametrize(
    ("row_id", "dollars_an_hour"), [("lora-7b", 5), ("lora-13b", 10), ("qlora-70b", 10), ("full-7b", 10)]
)
def test_cost_row_is_its_hours_at_a_flat_rate(content: Content, row_id: str, dollars_an_hour: float) -> None:
    row = next(row for row in content.costs if row.id == row_id)
    assert row.time
    assert row.time.high
    rate = dollars_an_hour * (row.gpu_count or 1)
    assert (row.cost.low, row.cost.high) == (row.time.low * rate, row.time.high * rate)


HOLD_BACK = ["changing-facts", "prompts-first", "smaller-would-do", "too-few-examples"]
GOES_WRONG = ["forgetting", "evaluation", "leakage", "shift", "rank", "inference-cost", "ceiling"]


def test_pitfalls_are_the_chapters_four_and_seven(content: Content) -> None:
    by_kind = {kind: [p.id for p in content.pitfalls if p.kind is kind] for kind in PitfallKind}
    assert by_kind == {PitfallKind.HOLD_BACK: HOLD_BACK, PitfallKind.GOES_WRONG: GOES_WRONG}


def test_chapter_has_its_three_takeaways_and_its_quotation(content: Content) -> None:
    chapter = content.chapter
    assert len(chapter.takeaways) == 3
    assert chapter.quotation.text.startswith("Fine-tuning teaches a model how to behave. RAG teaches it what to know.")
    assert [topic.title for topic in chapter.prerequisites] == ["Transformer intuition", "Tokenization"]
    assert [t.title for t in chapter.related] == [
        "RAG fundamentals",
        "Fine-tuning",
        "Prompting patterns",
        "Quantization",
    ]


def test_bank_begins_with_the_chapters_own_questions(content: Content) -> None:
    kinds = [
        item.kind for item in content.items if item.source in ("quick-fire", "interview-choice", "interview-stages")
    ]
    assert kinds.count("flashcard") >= 8
    assert kinds.count("free-answer") >= 2
    follow_ups = [f.id for item in content.items for f in getattr(item, "follow_ups", ())]
    assert "is-the-tuned-model-better" in follow_ups


def test_glossary_has_at_least_40_terms(content: Content) -> None:
    assert len(content.terms) >= 40


CHEF = {
    "pre-training": "school",
    "sft": "French restaurant",
    "rlhf-dpo": "Guests",
    "prompting": "brief",
    "rag": "librar",
}


@pytest.mark.parametrize("stage_id", CHEF)
def test_chef_analogy_stands_beside_its_stage(content: Content, stage_id: str) -> None:
    assert CHEF[stage_id].lower() in content.stage_by_id[stage_id].chef.lower()
