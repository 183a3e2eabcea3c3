"""The script that the builder writes: it parses, it carries the settings, and nothing typed can break out of it."""

import ast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.lesson_figures.lora_code import CHAPTER, HUB_ADDRESSES, LoraSettings, lora_code, settings_problems


def config_of(code: str) -> dict[str, object]:
    calls = [
        n for n in ast.walk(ast.parse(code)) if isinstance(n, ast.Call) and getattr(n.func, "id", "") == "LoraConfig"
    ]
    return {k.arg or "": ast.literal_eval(k.value) for k in calls[0].keywords if k.arg != "task_type"}


def value_of(code: str, name: str) -> object:
    found = [n for n in ast.parse(code).body if isinstance(n, ast.Assign) and getattr(n.targets[0], "id", "") == name]
    return ast.literal_eval(found[0].value)


def test_the_chapter_s_example_is_written_out() -> None:
    code = lora_code(CHAPTER, 4_587_520, 0.1425874)
    assert config_of(code) == {
        "r": 16,
        "lora_alpha": 32,
        "lora_dropout": 0.05,
        "target_modules": ["q_proj", "v_proj"],
    }
    assert value_of(code, "BASE") == "meta-llama/Llama-3.2-3B-Instruct"
    assert "Trains 4,587,520 parameters, 0.1426 % of all" in code
    assert "alpha / r = 2 times" in code


@pytest.mark.parametrize(
    ("trainable", "size"), [(4_587_520, "18 MB"), (828_375_040, "3,314 MB"), (67_584, "less than 1 MB")]
)
def test_the_script_says_how_large_its_file_gets(trainable: int, size: str) -> None:
    assert f"# the adapter alone, {size}\n" in lora_code(CHAPTER, trainable, 1.0)


@given(
    st.integers(1, 4096),
    st.floats(0.5, 512),
    st.floats(0, 0.99),
    st.lists(st.sampled_from(["q_proj", "k_proj", "o_proj", "down_proj"]), min_size=1, unique=True),
)
def test_any_valid_settings_parse_and_come_back(rank: int, alpha: float, dropout: float, targets: list[str]) -> None:
    settings = LoraSettings("owner/name", rank, alpha, dropout, tuple(targets))
    assert settings_problems(settings) == {}
    config = config_of(lora_code(settings, 1, 1.0))
    assert (config["r"], config["target_modules"]) == (rank, targets)
    assert config["lora_alpha"] == pytest.approx(alpha, rel=1e-4)
    assert config["lora_dropout"] == pytest.approx(dropout, rel=1e-4)


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"rank": 0}, "rank"),
        ({"rank": -4}, "rank"),
        ({"alpha": 0}, "alpha"),
        ({"dropout": 1}, "dropout"),
        ({"dropout": -0.1}, "dropout"),
        ({"targets": ()}, "targets"),
        ({"model_id": ""}, "model"),
        ({"model_id": "no-owner"}, "model"),
        ({"model_id": 'a/b"; import os; "'}, "model"),
        ({"model_id": "a/b\nimport os"}, "model"),
        ({"model_id": "a/" + "b" * 200}, "model"),
    ],
)
def test_a_bad_setting_gets_one_sentence_that_says_what_to_do(changed: dict[str, object], field: str) -> None:
    values = {name: getattr(CHAPTER, name) for name in ("model_id", "rank", "alpha", "dropout", "targets")}
    problems = settings_problems(LoraSettings(**{**values, **changed}))
    assert list(problems) == [field]
    assert problems[field].endswith(".")


def test_every_address_on_offer_is_valid() -> None:
    for address in HUB_ADDRESSES:
        assert settings_problems(LoraSettings(address, 8, 16, 0, ("q_proj",))) == {}


def test_no_line_of_the_script_is_wider_than_a_page() -> None:
    assert max(map(len, lora_code(CHAPTER, 4_587_520, 0.1426).splitlines())) <= 120
