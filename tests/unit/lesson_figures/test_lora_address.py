"""What the LoRA builder writes into the address is read back as it was; anything else is the chapter's example."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from core.lesson_figures.lora_address import lora_param, settings_of
from core.lesson_figures.lora_code import CHAPTER, HUB_ADDRESSES, LoraSettings

MODULES = some.lists(some.sampled_from(["q_proj", "k_proj", "up_proj"]), min_size=1, unique=True).map(tuple)
SETTINGS = some.builds(
    LoraSettings,
    some.sampled_from([*HUB_ADDRESSES, "someone/their.own-model_7B"]),
    some.integers(1, 16_384),
    some.integers(1, 10**15 - 1).map(float),
    some.floats(0, 1, exclude_max=True).map(lambda share: round(share, 8)).filter(lambda share: share < 1),
    MODULES,
)


@given(SETTINGS)
def test_settings_come_back_as_they_were(settings: LoraSettings) -> None:
    assert settings_of(lora_param(settings) or "") == settings


def test_the_chapters_example_needs_no_words() -> None:
    assert lora_param(CHAPTER) is None


@pytest.mark.parametrize(
    "param",
    [
        "",
        "8",
        "Qwen/Qwen3-8B,8,16,0.1",
        "Qwen/Qwen3-8B,8,16,0.1,",
        "Qwen/Qwen3-8B,0,16,0.1,q_proj",
        "Qwen/Qwen3-8B,8,0,0.1,q_proj",
        "Qwen/Qwen3-8B,8,16,1.5,q_proj",
        "Qwen/Qwen3-8B,8,16,0.0.5,q_proj",
        "Qwen/Qwen3-8B,8,16,nan,q_proj",
        "Qwen/Qwen3-8B,\N{ARABIC-INDIC DIGIT THREE},16,0.1,q_proj",
        "Qwen/Qwen3-8B,8,9999999999999999,0.1,q_proj",
        "<b>,8,16,0.1,q_proj",
        'Qwen/Qwen3-8B,8,16,0.1,q_proj"',
    ],
)
def test_what_the_builder_would_not_write_is_the_chapters_example(param: str) -> None:
    assert settings_of(param) == CHAPTER


@given(some.text())
def test_any_text_is_read(param: str) -> None:
    assert isinstance(settings_of(param), LoraSettings)
