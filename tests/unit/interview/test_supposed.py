"""Nobody holds what they only suppose."""

import pytest

from core.content.models import Content
from core.interview.matching import windows_of
from core.interview.supposed import is_supposed
from tests.unit.interview.covered_points import mark_of


@pytest.mark.parametrize(
    "text, supposed",
    [
        ("If the model is too small for that, tuning will not help.", ["If the model is too small for that"]),
        ("I would tune when the first prompt disappoints.", ["when the first prompt disappoints."]),
        ("Higher is better, if you raise the rank it gets better.", []),
        ("If you raise the rank the model is better.", []),
        ("The wiki changes, so I would use RAG.", []),
    ],
)
def test_a_condition_is_only_supposed(text: str, supposed: list[str]) -> None:
    assert [window.text for window in windows_of(text) if is_supposed(window)] == supposed


def test_a_rank_that_has_hit_its_plateau_is_no_praise_of_high_ranks(content: Content) -> None:
    text = (
        "When LoRA at a higher rank has hit its plateau and there's still a gap that matters, when the domain is very "
        "far off, like another language, and when I've got tens of thousands of examples and the GPUs for it."
    )
    assert not mark_of(content, "lora-or-full/when-full-after-all", text).misconceptions
