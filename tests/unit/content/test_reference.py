"""The reference tables: what they hold, how they are found, and how a bad one is refused."""

import shutil
from datetime import date
from pathlib import Path

import pytest
from pydantic import ValidationError

from core.content.lookup import Index, UnknownNameError, normalise, without_decoration
from core.content.price_rows import marked_when_old
from core.content.reference import MlpType, ModelShape, Reference, TrainingUnit
from core.content.reference_loader import BadReferenceError, load_reference

ROOT = Path(__file__).parents[3]
TABLES = ROOT / "content" / "reference"


@pytest.fixture(scope="module")
def reference() -> Reference:
    return load_reference(TABLES)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return Path(shutil.copytree(TABLES, tmp_path / "reference"))


def refusal(directory: Path) -> str:
    with pytest.raises(BadReferenceError) as caught:
        load_reference(directory)
    return str(caught.value)


@pytest.mark.parametrize(
    "name",
    [
        "Llama-3.1-8B",
        "llama-3.1-8b",
        "llama-3-1-8b",
        "LLAMA 3.1 8B",
        "llama_3.1_8b",
        "meta-llama/Llama-3.1-8B-Instruct",
        "meta-llama/Meta-Llama-3.1-8B",
    ],
)
def test_model_is_found_under_every_usual_spelling(name: str, reference: Reference) -> None:
    assert reference.model(name).id == "llama-3-1-8b"


@pytest.mark.parametrize(
    ("name", "gpu"),
    [
        ("A10G-24GB", "a10g"),
        ("A100", "a100-80gb-sxm"),
        ("A100-80GB", "a100-80gb-sxm"),
        ("a100 40gb", "a100-40gb-sxm"),
        ("H100-SXM", "h100-sxm"),
        ("H100-96GB(500W)", "h100-96gb"),
        ("H20-96GB", "h20"),
        ("RTX4090-24GB", "rtx-4090"),
        ("RTX3090", "rtx-3090"),
        ("A6000-48GB", "rtx-a6000"),
        ("TPUv4", "tpu-v4"),
        ("H800", "h800"),
        ("V100", "v100"),
    ],
)
def test_gpu_is_found_under_the_names_of_the_tables(name: str, gpu: str, reference: Reference) -> None:
    assert reference.gpu(name).id == gpu


def test_unknown_name_suggests_the_nearest(reference: Reference) -> None:
    with pytest.raises(UnknownNameError, match=r"did you mean Llama-3\.1-8B") as caught:
        reference.model("lama 3.1 8b")
    assert caught.value.kind == "model"
    with pytest.raises(UnknownNameError, match="known ones are Llama-2-7B"):
        reference.model("§§§")
    with pytest.raises(UnknownNameError, match="No GPU was named; pick one"):
        reference.gpu("  ")


def test_every_id_and_name_finds_its_own_entry(reference: Reference) -> None:
    for shape in reference.models:
        assert reference.model(shape.id) is shape
        assert reference.model(shape.name) is shape
    for gpu in reference.gpus:
        assert reference.gpu(gpu.id) is gpu
        assert all(reference.gpu(alias) is gpu for alias in gpu.aliases)
    for training in reference.training_prices:
        assert reference.training_price(training.id) is training
    for row in reference.chapter_costs:
        assert reference.chapter_cost(row.id) is row
    for price in reference.api_prices:
        assert reference.api_price(price.model) is price


def test_tables_are_as_long_as_their_sources(reference: Reference) -> None:
    assert len(reference.models) == 70
    assert len(reference.gpus) == 33
    assert len(reference.gpu_prices) == 74
    assert len(reference.training_prices) == 15
    assert len(reference.api_models) == 35
    assert [row.id for row in reference.chapter_costs] == [
        "lora-7b",
        "lora-13b",
        "qlora-70b",
        "full-7b",
        "openai-gpt-4o-mini",
        "runway",
    ]


@pytest.mark.parametrize("shape", load_reference(TABLES).models, ids=lambda shape: shape.id)
def test_shape_agrees_with_its_own_cache_and_count(shape: ModelShape) -> None:
    kv = 2 * 2 * shape.num_layers * shape.kv_size
    assert shape.kv_bytes_per_token_bf16 == kv
    m = shape.moe_intermediate_size or shape.intermediate_size
    matrices = 3 if shape.mlp_type is MlpType.GATED else 2
    mlp = matrices * shape.hidden_size * m * (shape.num_experts or 1)
    attention = 2 * shape.hidden_size * (shape.query_size + shape.kv_size)
    embeddings = shape.vocab_size * shape.hidden_size * (1 if shape.tied_embeddings else 2)
    counted = shape.num_layers * (mlp + attention) + embeddings
    assert counted == pytest.approx(shape.total_params, rel=0.01), "biases, norms and positions are below 1 %"


def test_mixture_of_experts_passes_fewer_parameters_a_token(reference: Reference) -> None:
    mixtral, llama = reference.model("Mixtral-8x7B"), reference.model("Llama-3.1-8B")
    assert mixtral.is_moe and not llama.is_moe
    assert mixtral.params_per_token == 12_879_925_248 < mixtral.total_params
    assert llama.params_per_token == llama.total_params


def test_price_of_a_gpu_hour_is_the_instance_divided(reference: Reference) -> None:
    for row in reference.gpu_prices:
        assert row.on_demand_usd_per_gpu_h == pytest.approx(row.on_demand_usd_per_h / row.gpu_count, rel=1e-3)
        if row.spot_usd_per_h is not None and row.spot_usd_per_gpu_h is not None:
            assert row.spot_usd_per_gpu_h < row.on_demand_usd_per_gpu_h


def test_historic_prices_are_never_todays(reference: Reference) -> None:
    historic = [row for row in reference.gpu_prices if row.historic]
    assert len(historic) == 12
    assert all(row.as_of == "2023" for row in historic)
    shown = [row for gpu in reference.gpus for row in reference.prices_of(gpu)]
    assert not any(row.historic for row in shown)
    cheapest_first = [row.on_demand_usd_per_gpu_h for row in reference.prices_of(reference.gpu("H100"))]
    assert cheapest_first == sorted(cheapest_first)


def test_every_row_with_a_price_has_a_source_and_a_date(reference: Reference) -> None:
    rows = (*reference.gpu_prices, *reference.training_prices, *reference.vector_stores, *reference.chapter_costs)
    for row in (*rows, *reference.api_prices):
        assert len(row.source) > 5
        assert row.first_day() <= date(2026, 11, 24)


def test_reinforcement_tuning_is_priced_by_the_hour(reference: Reference) -> None:
    by_hour = [row.id for row in reference.training_prices if row.training_unit is TrainingUnit.PER_HOUR]
    assert by_hour == ["openai-o4-mini"]


def test_tables_show_themselves_in_one_line(reference: Reference) -> None:
    assert repr(reference).startswith("Reference(models=70, gpus=33")


def test_other_prices_are_found_in_the_new_tables_only(reference: Reference) -> None:
    old = reference.api_price("gpt-4o")
    cheaper = old.model_copy(update={"input_usd_per_mtok": 1.0})
    updated = reference.with_api_prices((cheaper,))
    assert updated.api_price("gpt-4o").input_usd_per_mtok == 1.0
    assert reference.api_price("gpt-4o").input_usd_per_mtok == 2.5
    assert updated.models == reference.models


@pytest.mark.parametrize(
    ("source", "old"),
    [
        ("prices, as of 2025-06", True),
        ("prices, as of 2026", True),
        ("prices, 2026-11", False),
        ("prices, 2026-08-26", False),
        ("prices, 2026-08-25", True),
        ("peft 0.21.2 (2024-11)", False),
        ("arXiv:2001.08361", False),
        ("", False),
    ],
)
def test_source_line_is_marked_when_its_date_is_old(source: str, old: bool) -> None:
    marked = marked_when_old(source, date(2026, 11, 24))
    assert marked == (f"{source} (older than 90 days)" if old else source)


def test_missing_file_is_named(copy: Path) -> None:
    (copy / "models.yaml").unlink()
    assert refusal(copy).startswith("models.yaml: the file is missing")


@pytest.mark.parametrize("text", ["- id: [", "a: 1", "7", ""])
def test_file_that_is_no_list_is_named(text: str, copy: Path) -> None:
    (copy / "gpu-specs.yaml").write_text(text, encoding="utf-8")
    assert refusal(copy).startswith("gpu-specs.yaml: ")


def test_wrong_encoding_is_named(copy: Path) -> None:
    (copy / "models.yaml").write_bytes(b"- id: caf\xe9")
    assert "this is not YAML in UTF-8" in refusal(copy)


def test_wrong_value_says_file_id_and_field(copy: Path) -> None:
    path = copy / "models.yaml"
    path.write_text(path.read_text("utf-8").replace("num_layers: 32", "num_layers: -32", 1), encoding="utf-8")
    assert refusal(copy) == "models.yaml › llama-2-7b › num_layers: Input should be greater than 0"


def test_unknown_field_is_an_error(copy: Path) -> None:
    path = copy / "vector-stores.yaml"
    path.write_text(path.read_text("utf-8") + "  colour: red\n", encoding="utf-8")
    assert "vector-stores.yaml › openai-file-search › colour" in refusal(copy)


def test_price_of_an_unknown_gpu_is_an_error(copy: Path) -> None:
    path = copy / "gpu-prices.yaml"
    path.write_text(path.read_text("utf-8").replace("gpu: h200", "gpu: h2000", 1), encoding="utf-8")
    assert "g003 › gpu: “h2000” is not in gpu-specs.yaml; add it there or correct the id." in refusal(copy)


def test_api_model_that_has_no_price_is_an_error(copy: Path) -> None:
    path = copy / "api-models.yaml"
    path.write_text(path.read_text("utf-8").replace("model: gpt-4o\n", "model: gpt-none-such\n", 1), encoding="utf-8")
    assert refusal(copy).startswith("api-models.yaml: Unable to find model")


def test_tables_cannot_be_changed(reference: Reference) -> None:
    with pytest.raises(ValidationError):
        reference.models[0].num_layers = 1  # type: ignore[misc]


def test_two_entries_with_one_name_are_an_error() -> None:
    with pytest.raises(ValueError, match="Two models answer to “ab”"):
        Index("model", {"x": ("a-b",), "y": ("A B",)})


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("meta-llama/Llama-3.2-3B-Instruct", "Llama-3.2-3B"),
        ("Meta-Llama-3-8B-Instruct-bf16", "Llama-3-8B"),
        ("google/gemma-2-2b-it", "gemma-2-2b"),
        ("chat", "chat"),
        ("", ""),
    ],
)
def test_decoration_is_taken_off_a_hub_name(name: str, plain: str) -> None:
    assert without_decoration(name) == plain


def test_normalised_names_hold_letters_and_digits_only() -> None:
    assert normalise(" RTX 4090 (fp32 accumulate) ") == "rtx4090fp32accumulate"
