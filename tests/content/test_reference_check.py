"""The check of content covers the reference tables, and the chapter's costs are written down once."""

import re
from pathlib import Path

import pytest

from core.content.chapter_costs import chapter_costs
from core.content.loader import OWN_DIRECTORY, load_content
from core.content.reference_loader import load_reference
from tests.architecture.source import ROOT
from tests.content.broken import add, problems_after, remove, replace


def test_wrong_value_in_a_reference_table_is_named_by_file_id_and_field(tmp_path: Path) -> None:
    (problem,) = problems_after(tmp_path, replace("reference/models.yaml", "num_layers: 32", "num_layers: -32"))
    assert problem == "reference/models.yaml › llama-2-7b › num_layers: Input should be greater than 0"


def test_table_that_was_pasted_twice_is_told_row_by_row(tmp_path: Path) -> None:
    prices = (OWN_DIRECTORY / "reference/gpu-prices.yaml").read_text(encoding="utf-8")
    found = problems_after(tmp_path, add("reference/gpu-prices.yaml", prices))
    first = load_reference(OWN_DIRECTORY / "reference").gpu_prices[0].id
    again = f"reference/gpu-prices.yaml › {first} › id: appears 2 times; keep one row, or give each its own id"
    assert len(found) == len(load_reference(OWN_DIRECTORY / "reference").gpu_prices) and found[0] == again


def test_missing_reference_table_is_named(tmp_path: Path) -> None:
    (problem,) = problems_after(tmp_path, remove("reference/gpu-specs.yaml"))
    assert problem.startswith("reference/gpu-specs.yaml › - › the file: the file is missing")


def test_cost_row_of_an_unknown_gpu_is_refused(tmp_path: Path) -> None:
    (problem,) = problems_after(tmp_path, replace("costs.yaml", "accelerator: a10g", "accelerator: a10h"))
    assert "“a10h” is not in gpu-specs.yaml" in problem


def test_chapters_costs_of_the_calculators_are_the_rows_of_content() -> None:
    rows = load_content().costs
    reference = load_reference(OWN_DIRECTORY / "reference")
    assert reference.chapter_costs == chapter_costs(rows)
    assert [row.id for row in reference.chapter_costs] == [row.id for row in rows if row.id != "labelling"]
    assert not list((OWN_DIRECTORY / "reference").glob("*chapter*"))


def test_row_keeps_hours_dollars_and_gpu() -> None:
    row = load_reference(OWN_DIRECTORY / "reference").chapter_cost("full-7b")
    assert (row.gpu, row.gpu_count, row.hours_low, row.hours_high) == ("a100-80gb-sxm", 4, 4, 24)
    assert (row.cost_usd_low, row.cost_usd_high, row.cost_unit) == (160, 960, "run")


@pytest.mark.parametrize(
    ("table", "old", "new", "said"),
    [
        (
            "gpu-specs",
            "aliases: [H200-141GB]",
            'aliases: [H200-141GB, "4090"]',
            "reference/gpu-specs.yaml › rtx-4090 › aliases: “4090” means h200 already; give it to one of the two",
        ),
        (
            "models",
            "aliases: [LLaMA-7B, Llama-1-7B]",
            "aliases: [LLaMA-7B, Llama-2 13B]",
            "reference/models.yaml › llama-2-13b › id: “llama-2-13b” means llama-2-7b already; give it to one of the ",
        ),
        (
            "gpu-prices",
            "on_demand_usd_per_h: 23.6",
            "on_demand_usd_per_h: 2.36",
            "reference/gpu-prices.yaml › g002 › on_demand_usd_per_gpu_h: is 2.95, but 2.36 for 8 GPUs is 0.295 each; "
            "correct what is wrong",
        ),
        (
            "gpu-prices",
            "gpu: h100-sxm",
            "gpu: h100-sxn",
            "reference/gpu-prices.yaml › g001 › gpu: “h100-sxn” is not in gpu-specs.yaml; add it there or correct ",
        ),
    ],
)
def test_rows_that_do_not_go_together_are_told_by_the_row_and_not_by_what_computes_with_them(
    tmp_path: Path, table: str, old: str, new: str, said: str
) -> None:
    problem, *_ = problems_after(tmp_path, replace(f"reference/{table}.yaml", old, new))
    assert problem.startswith(said)


def test_gpu_and_price_of_the_guide_can_stand_in_the_tables_and_their_mistakes_are_told_as_it_says(
    tmp_path: Path,
) -> None:
    guide = (ROOT / "docs/authoring.md").read_text(encoding="utf-8")
    gpu, price = re.findall(r"```yaml\n(.*?)```", guide.partition("## A GPU, a model")[2], re.DOTALL)[:2]
    specs, prices = "reference/gpu-specs.yaml", "reference/gpu-prices.yaml"

    def problems(name: str, gpu: str, price: str) -> list[str]:
        return problems_after(tmp_path / name, lambda folder: (add(specs, gpu)(folder), add(prices, price)(folder)))

    assert problems("as it is", gpu, price) == []
    told = problems("a name", gpu.replace('["5070"]', '["4090"]'), price)
    told += problems("a GPU", gpu, price.replace("gpu: rtx-5070", "gpu: rtx-5071"))
    told += problems("a share", gpu, price.replace("gpu_h: 0.18", "gpu_h: 0.36"))
    assert len(told) == 3
    assert all(f"`{line.partition(' (line')[0]}`" in guide for line in told)
