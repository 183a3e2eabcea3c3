"""The start page: what this is, the ladder, and where to begin."""

from core.content.loader import load_content
from tests.app.pages import opened, words


def test_start_says_what_the_chapter_says_in_short() -> None:
    said = words(opened("start.py"))
    assert "<mark>Prompt first.</mark>" in said
    assert "dearest mistake" in said


def test_start_leads_to_each_of_the_three_uses() -> None:
    test = opened("start.py")
    links = [link.proto.page for link in test.get("page_link")]
    assert {"pipeline", "quick-fire", "host"} <= set(links)


def test_ladder_has_a_sentence_for_each_rung() -> None:
    rungs = [approach.rung for approach in load_content().approaches if approach.rung]
    assert any(rung in words(opened("start.py")) for rung in rungs)


def test_no_two_ways_on_are_called_the_same() -> None:
    test = opened("start.py")
    labels = [button.label for button in test.button] + [link.proto.label for link in test.get("page_link")]
    assert len(labels) == len(set(labels))
    assert {"Start at step 1", "Go step by step"} <= set(labels)
