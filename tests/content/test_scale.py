"""The enlarged content that benchmarks load keeps to the rules that content has."""

from pathlib import Path

import pytest

from benchmarks import content_scale
from core.content.loader import load_content


def test_enlarged_content_loads_with_copies_of_every_claim_and_item(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(content_scale, "COPIES", 3)
    content_scale.enlarge(tmp_path / "content")
    small, large = load_content(content_scale.ROOT / "content"), load_content(tmp_path / "content")
    assert len(large.claims) == 3 * len(small.claims)
    assert len(large.items) == 3 * len(small.items)
