"""What the search says of its hits."""

import pytest

from components.search_box.search_box import _status
from core.language.in_force import speaking


@pytest.mark.parametrize(
    ("language", "count", "said"),
    [
        ("en", 1, "Not found: zzzz. Without it 1 found"),
        ("en", 12, "Not found: zzzz. Without it 12 found, best first"),
        ("de", 1, "Nicht gefunden: zzzz. Ohne dieses Wort 1 gefunden"),
        ("de", 12, "Nicht gefunden: zzzz. Ohne dieses Wort 12 gefunden, das Beste zuerst"),
    ],
)
def test_one_hit_without_a_word_is_not_said_to_be_in_an_order(language: str, count: int, said: str) -> None:
    with speaking(language):
        assert _status("lora zzzz", count, ("zzzz",)) == said
