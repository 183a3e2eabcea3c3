"""What screen readers are told of a group's label."""

import pytest

from components.spoken_label import spoken_label


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Fine-tuning, as the head chef's; or (so) 98% of it.", "Fine-tuning, as the head chef's; or (so) 98% of it."),
        ("Costs $5 a * b", "Costs $5 a \\* b"),
        ("From $5 to $9", "From \\$5 to \\$9"),
        ("[a](b) ![c](d)", "\\[a\\](b) !\\[c\\](d)"),
    ],
)
def test_only_what_markdown_would_read_is_escaped(text: str, label: str) -> None:
    assert spoken_label(text) == label
