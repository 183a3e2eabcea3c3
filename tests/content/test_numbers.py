"""Every number of the chapter stands in a figure of some claim, with its unit, and is read the way it was written."""

import pytest

from core.content.facts import Unit
from core.content.models import Content
from core.content.typed_items import PredictNumber

# (the chapter's words, low, high, unit), in the chapter's order.
NUMBERS = [
    ("$50-100M in compute", 50e6, 100e6, Unit.USD),
    ("trillions of documents", 1e12, None, Unit.COUNT),
    ("three stages", 3, None, Unit.COUNT),
    ("weeks on thousands of GPUs", 1000, None, Unit.GPUS),
    ("< ~50K tokens", 50e3, None, Unit.TOKENS),
    (">50K tokens", 50e3, None, Unit.TOKENS),
    ("zero", 0, None, Unit.USD),
    ("1-3 days", 1, 3, Unit.DAYS),
    ("1-2 weeks", 1, 2, Unit.WEEKS),
    ("13 trillion tokens", 13e12, None, Unit.TOKENS),
    ("15 trillion tokens", 15e12, None, Unit.TOKENS),
    ("1K-100K examples", 1e3, 100e3, Unit.EXAMPLES),
    ("10-100x cheaper", 10, 100, Unit.TIMES),
    ("within 1-3%", 1, 3, Unit.PERCENT),
    ("Llama-3.2-3B", 3e9, None, Unit.PARAMETERS),
    ("r=16", 16, None, Unit.RANK),
    ("lora_alpha=32", 32, None, Unit.COUNT),
    ("lora_dropout=0.05", 5, None, Unit.PERCENT),
    ("~0.1-1% of total params", 0.1, 1, Unit.PERCENT),
    ("4-bit", 4, None, Unit.BITS),
    ("70B model", 70e9, None, Unit.PARAMETERS),
    ("a single GPU", 1, None, Unit.GPUS),
    ("A100 80GB", 80, None, Unit.GB),
    ("8 GPUs", 8, None, Unit.GPUS),
    ("A10G (24GB)", 24, None, Unit.GB),
    ("A100 40GB", 40, None, Unit.GB),
    ("2-8 hours", 2, 8, Unit.HOURS),
    ("4-12 hours", 4, 12, Unit.HOURS),
    ("8-24 hours", 8, 24, Unit.HOURS),
    ("4-24 hours", 4, 24, Unit.HOURS),
    ("4x A100", 4, None, Unit.GPUS),
    ("~1 hour", 1, None, Unit.HOURS),
    ("$10-40", 10, 40, Unit.USD),
    ("$40-120", 40, 120, Unit.USD),
    ("$80-240", 80, 240, Unit.USD),
    ("$160-960", 160, 960, Unit.USD),
    ("$3-15 per 1M tokens", 3, 15, Unit.USD_PER_MTOK),
    ("$3-25 per job", 3, 25, Unit.USD),
    ("1K-50K examples", 1e3, 50e3, Unit.EXAMPLES),
    ("500 high-quality examples", 500, None, Unit.EXAMPLES),
    ("10K mediocre ones", 10e3, None, Unit.EXAMPLES),
    ("5K pairs", 5e3, None, Unit.EXAMPLES),
    ("5 minutes", 5, None, Unit.MINUTES),
    ("400 person-hours", 400, None, Unit.HOURS),
    ("80% of the quality gap", 80, None, Unit.PERCENT),
    ("5 categories", 5, None, Unit.COUNT),
    ("7B model", 7e9, None, Unit.PARAMETERS),
    ("a few hundred examples", 300, None, Unit.EXAMPLES),
    ("rank 4-8", 4, 8, Unit.RANK),
    ("rank 16-64", 16, 64, Unit.RANK),
    ("2-4x more expensive", 2, 4, Unit.TIMES),
    ("10-100x more expensive", 10, 100, Unit.TIMES),
    ("2,000 examples", 2e3, None, Unit.EXAMPLES),
    ("50-200ms", 50, 200, Unit.MILLISECONDS),
    ("sub-500ms", 500, None, Unit.MILLISECONDS),
    ("changes quarterly", 3, None, Unit.MONTHS),
    ("three sets in the evaluation", 3, None, Unit.COUNT),
    ("10 points of MMLU", 10, None, Unit.POINTS),
    ("a month at the restaurant", 1, None, Unit.MONTHS),
]


@pytest.mark.parametrize(("words", "low", "high", "unit"), NUMBERS, ids=[number[0] for number in NUMBERS])
def test_number_of_the_chapter_is_a_figure(
    content: Content, words: str, low: float, high: float | None, unit: Unit
) -> None:
    figures = [(f.low, f.high, f.unit) for claim in content.claims for f in claim.figures]
    assert (low, high, unit) in figures, f"no claim has the chapter's “{words}”"


# Where the chapter errs, rounds or is silent: the claim says so.
CORRECTED = {
    "labelling-hours": "416.7",
    "weak-reasoning-stays-weak": "3.2",
    "pre-training-cost": "no figure",
    "cost-build-or-buy": "flat rate",
    "wrong-style-means-tuning": "hundred",
    "tune-the-smaller-model": "only a No",
    "order-of-rungs": "style",
    "preference-data-and-reward-model": "DPO",
    "api-call-reaches-aligned-model": "client",
}


@pytest.mark.parametrize("claim_id", CORRECTED)
def test_claim_says_where_the_chapter_is_off(content: Content, claim_id: str) -> None:
    assert CORRECTED[claim_id] in (content.claim_by_id[claim_id].note or "")


@pytest.mark.parametrize("name", ["memory-of-a-full-7b-run", "memory-of-qlora-70b"])
def test_what_is_said_to_every_guess_beyond_a_bound_calls_none_of_them_one_certain_size(
    content: Content, name: str
) -> None:
    """A guess of 1 GiB was told that it was little more than the 13 GiB of the weights."""
    item = content.item_by_id[name]
    assert isinstance(item, PredictNumber)
    told = [one.why for one in item.ranges if one.low is None or one.high is None]
    assert told and not any(why.startswith("That is") for why in told)
