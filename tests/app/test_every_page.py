"""Every page of the map runs, on its own and with any address."""

import pytest

from tests.app.pages import opened, words
from tests.open_pages import OpenPage, open_pages

JOINED = ("claim", "item", "question", "block", "agenda", "from", "pitfall", "approach", "calc", "node")
every_page = pytest.mark.parametrize("page", open_pages(), ids=lambda page: page.address)


@every_page
def test_page_has_one_title(page: OpenPage) -> None:
    assert words(opened(page.file.name)).count("<h1") == 1


@every_page
def test_each_file_draws_a_page_of_its_own(page: OpenPage) -> None:
    """Held because AppTest, asked for a page that it does not know, draws the start page and says nothing."""
    start = words(opened("start.py"))
    assert (words(opened(page.file.name)) == start) == (page.address == "/")


@every_page
@pytest.mark.parametrize(
    "value",
    ["<script>alert(1)</script>", ["one", "two"], "x" * 10_000, "", "\u202e\x00"],
    ids=["html", "twice", "10kB", "empty", "odd"],
)
def test_any_value_of_any_parameter_does_no_harm(page: OpenPage, value: str | list[str]) -> None:
    names = ("step", "view", "problem", "data-size", "for", "term", "row", "model", "rank", "lora", *JOINED)
    test = opened(page.file.name, dict.fromkeys(names, value))
    assert "<h1" in words(test)
    assert "<script>alert" not in words(test)
